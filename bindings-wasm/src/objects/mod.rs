//! Requests and results as JavaScript objects.
//!
//! Results are made by [`serde_wasm_bindgen`], and so is every number and boolean of a request read. Which values may
//! stand in a request is decided by this crate, which walks its objects and lists itself: left to itself,
//! `serde_wasm_bindgen` takes a `BigInt`, a `Map` or an instance of a class for something else, and follows a cycle to
//! the end of the stack. What is refused, with which code and at which path, is what the text path of the npm package
//! refuses.
//!
//! ```no_run
//! use bilan_professionnel::Catalogue;
//! use bilan_professionnel::wire::Operation;
//! use wasm_bindgen::JsValue;
//! use wasm_bindgen::prelude::wasm_bindgen;
//!
//! /// A function of the front end: the price, or the error document thrown.
//! #[wasm_bindgen]
//! pub fn price(request: JsValue) -> Result<JsValue, JsValue> {
//!     bilan_professionnel_wasm::objects::answer(Catalogue::embedded(), Operation::Quote, request)
//! }
//! ```

mod plain;
mod refusal;

use bilan_professionnel::wire::{self, Operation};
use bilan_professionnel::{Catalogue, Error};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// Answers a request by a result, both JavaScript objects: what [`wire::answer`] does with texts.
///
/// # Errors
/// The error document of the contract, `{ error: { code, path, message, details? } }`, as an object. Where reading the
/// request threw, what was thrown is its `cause`, beside `error`.
pub fn answer(catalogue: &Catalogue, operation: Operation, request: JsValue) -> Result<JsValue, JsValue> {
    Request::read(request)?.answer(catalogue, operation)
}

/// A request that has been read. Reading runs what the getters and proxies of the object run, which may ask the library
/// something else.
#[derive(Debug)]
pub struct Request(wire::Request);

impl Request {
    /// Reads a request, once.
    ///
    /// # Errors
    /// As [`answer`].
    pub fn read(request: JsValue) -> Result<Self, JsValue> {
        plain::read(request).map(Self)
    }

    /// Answers it.
    ///
    /// # Errors
    /// As [`answer`].
    pub fn answer(&self, catalogue: &Catalogue, operation: Operation) -> Result<JsValue, JsValue> {
        match self.0.answer(catalogue, operation, &OBJECTS) {
            Ok(result) => result.map_err(JsValue::from),
            Err(error) => Err(document(&error)),
        }
    }
}

/// Objects as `JSON.parse` would make them: `null`, and neither `Map` nor `BigInt`.
const OBJECTS: Serializer = Serializer::json_compatible();

fn document(error: &Error) -> JsValue {
    error.serialize(&OBJECTS).unwrap_or_else(JsValue::from)
}
