//! What the module of the npm package exports.
//!
//! Every export of the smaller module takes and gives numbers. A text is written by the host into a buffer of the module and read from
//! another, which is several times faster than the string conversions that are generated otherwise, and leaves the module
//! without a single import: any WebAssembly host can run it. The package's own JavaScript makes objects, classes
//! and errors of it.
//!
//! | export | takes | gives |
//! |---|---|---|
//! | [`input`] | a length | the address of so many bytes to write a text to |
//! | [`answer`] | a catalogue, an operation, the length of the request | the length of the result; below zero, that of the error, inverted |
//! | [`answer_line`] | a catalogue, the length of the line | the length of the answer |
//! | `answer_object`, with the feature `objects` | a catalogue, an operation, a request as an object | the result as an object; throws the error document |
//! | [`output`] | | the address of the last answer |
//! | `parse_catalogue`, with the feature `catalogues` | the length of the document | a catalogue; below zero, the length of the error, inverted |
//! | `free_catalogue`, with the same | a catalogue | |
//! | [`decide`] | facts known, facts that hold | a verdict |
//! | [`columns`], [`decide_columns`] | many of them | as many verdicts |
//!
//! Texts are UTF-8. The catalogue 0 is the embedded one. A length inverted is `-1 - length`.

use bilan_professionnel::funding::{self, Facts};
use bilan_professionnel::wire::{self, Operation};
#[cfg(feature = "catalogues")]
use bilan_professionnel::{Catalogue, Error};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::room::{ROOM, Room};

/// The address of a buffer of `length` bytes at least, where the host writes the text it is about to hand over. Valid
/// until the next call with a larger length.
#[wasm_bindgen]
#[must_use]
pub fn input(length: usize) -> usize {
    ROOM.with_borrow_mut(|room| room.input(length))
}

/// The address of the last answer.
#[wasm_bindgen]
#[must_use]
pub fn output() -> usize {
    ROOM.with_borrow(Room::output)
}

/// Answers the request of `length` bytes in the input; operations are numbered in the order of the contract.
#[wasm_bindgen]
#[must_use]
pub fn answer(catalogue: usize, operation: usize, length: usize) -> i32 {
    ROOM.with_borrow_mut(|room| {
        let found = room.catalogue(catalogue).zip(Operation::ALL.get(operation).copied());
        let Some((catalogue, operation)) = found else { return room.refuse(NO_SUCH_HANDLE) };
        match wire::answer(catalogue, operation, room.text(length)) {
            Ok(result) => room.give(result),
            Err(error) => room.refuse(wire::error_document(&error)),
        }
    })
}

/// Answers a request that is an object: the result is one.
///
/// # Errors
/// The error document, as an object, which JavaScript throws.
#[cfg(feature = "objects")]
#[wasm_bindgen]
pub fn answer_object(
    catalogue: usize,
    operation: usize,
    request: wasm_bindgen::JsValue,
) -> Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue> {
    // Reading runs what getters and proxies run, which may call the module again: nothing is borrowed meanwhile.
    let request = crate::objects::Request::read(request)?;
    ROOM.with_borrow(|room| {
        let found = room.catalogue(catalogue).zip(Operation::ALL.get(operation).copied());
        let Some((catalogue, operation)) = found else { return Err(js_sys::JSON::parse(NO_SUCH_HANDLE)?) };
        request.answer(catalogue, operation)
    })
}

/// Answers the line `{"operation":…,"request":…}` of `length` bytes in the input, by a result or an error.
#[wasm_bindgen]
#[must_use]
pub fn answer_line(catalogue: usize, length: usize) -> i32 {
    ROOM.with_borrow_mut(|room| {
        let Some(catalogue) = room.catalogue(catalogue) else { return room.give(NO_SUCH_HANDLE) };
        let answer = wire::answer_line(catalogue, room.text(length));
        room.give(answer)
    })
}

/// Reads the catalogue document of `length` bytes in the input.
#[cfg(feature = "catalogues")]
#[wasm_bindgen]
#[must_use]
pub fn parse_catalogue(length: usize) -> i32 {
    ROOM.with_borrow_mut(|room| {
        let parsed: Result<Catalogue, Error> = Catalogue::parse(room.text(length));
        match parsed {
            Ok(catalogue) => room.keep(catalogue),
            Err(error) => room.refuse(wire::error_document(&error)),
        }
    })
}

/// Forgets a catalogue; no effect on the embedded one, nor on one that is not there.
#[cfg(feature = "catalogues")]
#[wasm_bindgen]
pub fn free_catalogue(catalogue: usize) {
    ROOM.with_borrow_mut(|room| room.forget(catalogue));
}

/// The verdict on an agent: see [`funding::Verdict`] for the word's layout.
#[wasm_bindgen]
#[must_use]
pub fn decide(known: u32, values: u32) -> u32 {
    funding::decide(Facts::from_masks(known, values)).bits()
}

/// The address of three columns of `count` words each: facts known, facts that hold, verdicts. Valid until the next
/// call with another count.
#[wasm_bindgen]
#[must_use]
pub fn columns(count: usize) -> usize {
    ROOM.with_borrow_mut(|room| room.columns(count))
}

/// Fills the third column from the two others.
#[wasm_bindgen]
pub fn decide_columns() {
    ROOM.with_borrow_mut(Room::decide);
}

/// A handle that the host made up. The package never does.
const NO_SUCH_HANDLE: &str =
    r#"{"error":{"code":"internal","path":"","message":"Ce catalogue ou cette opération n’existe pas."}}"#;
