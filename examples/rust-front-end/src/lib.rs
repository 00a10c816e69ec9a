//! A front end in Rust, for a page whose JavaScript hands it objects and takes objects back.
//!
//! Where both sides are Rust, the core's own types are shorter and quicker ([`bilan_professionnel::pricing::quote`] and
//! its like): objects are for what comes from JavaScript, or goes there.

use bilan_professionnel::Catalogue;
use bilan_professionnel::wire::Operation;
use bilan_professionnel_wasm::objects;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

/// The price of a bilan of the Centre de Gestion du Finistère: takes what the operation `quote` takes.
///
/// # Errors
/// The error document, as an object.
#[wasm_bindgen]
pub fn price(request: JsValue) -> Result<JsValue, JsValue> {
    objects::answer(Catalogue::embedded(), Operation::Quote, request)
}

/// A centre, by its own catalogue.
#[wasm_bindgen]
pub struct Centre {
    catalogue: Catalogue,
}

#[wasm_bindgen]
impl Centre {
    /// Reads a catalogue document.
    ///
    /// # Errors
    /// What is wrong with it, as an `Error` with a French sentence.
    #[wasm_bindgen(constructor)]
    pub fn new(document: &str) -> Result<Self, JsError> {
        Ok(Self { catalogue: Catalogue::parse(document.as_bytes())? })
    }

    /// Answers an operation by its code.
    ///
    /// # Errors
    /// The error document, as an object; an `Error` where there is no such operation.
    pub fn answer(&self, operation: &str, request: JsValue) -> Result<JsValue, JsValue> {
        let operation = Operation::from_code(operation).ok_or_else(|| JsError::new("no such operation"))?;
        objects::answer(&self.catalogue, operation, request)
    }
}
