//! Strict reading and canonical writing of JSON, for catalogues, requests and records.
//!
//! A text is first read into its outline, which keeps every member as written, duplicates included, and the place of
//! each; [`decode`] then makes typed values of it. Reading in two steps gives every error its code and its path, and
//! any path its line and column. What the library writes has an outline too, from which its digest is made.
//!
//! The reader is our own: of the well-kept ones, none gives the text of a number and the place of a value at once
//! within a bounded memory. Tests hold it to `serde_json`, and the canonical form to two other implementations.

mod canonical;
mod compare;
mod decode;
mod document;
mod number;
mod reader;
mod refusal;
mod string;
mod tariff;
#[cfg(test)]
mod tests;
mod writer;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};

pub(crate) use self::compare::compare;
use self::decode::Decoder;
pub(crate) use self::document::{Document, Kind as NodeKind, Node, Number, Position, position};
use crate::error::{Error, Problem};
use crate::limits;

/// Reads a document, of [`limits::MAX_DOCUMENT_BYTES`] at most.
pub(crate) fn read(text: &[u8]) -> Result<Document<'_>, Error> {
    read_up_to(limits::MAX_DOCUMENT_BYTES, text, 0)
}

/// Reads a line, of [`limits::MAX_LINE_BYTES`] at most: an object around a document.
#[cfg(feature = "wire")]
pub(crate) fn read_line(text: &[u8]) -> Result<Document<'_>, Error> {
    read_up_to(limits::MAX_LINE_BYTES, text, 1)
}

fn read_up_to(limit: usize, text: &[u8], more_levels: usize) -> Result<Document<'_>, Error> {
    if text.len() > limit {
        return Err(Problem::TooLarge { limit }.at(""));
    }
    let text =
        std::str::from_utf8(text).map_err(|error| Problem::InvalidUtf8 { offset: error.valid_up_to() }.at(""))?;
    parse(text, more_levels)
}

fn parse(text: &str, more_levels: usize) -> Result<Document<'_>, Error> {
    match reader::outline(text, more_levels) {
        Ok(entries) => Ok(Document { text: text.into(), entries }),
        Err(reader::Unreadable(offset)) => {
            let Position { line, column } = position(text, offset);
            Err(Problem::InvalidJson { line, column }.at(""))
        }
    }
}

/// Reads what the library wrote, of any length.
pub(crate) fn reread(text: &str) -> Result<Document<'_>, Error> {
    parse(text, 0)
}

/// Makes a typed value of a node.
pub(crate) fn decode<T: DeserializeOwned>(node: Node<'_>) -> Result<T, Error> {
    T::deserialize(Decoder(node))
}

/// Makes a typed value of an object but for some of its members, which are handed out by their names in their turn:
/// the first fault in the order of the document is the one told.
///
/// The members `required` must be there; `null` and absent mean the same.
#[cfg(feature = "wire")]
pub(crate) fn decode_apart<'t, T: DeserializeOwned>(
    node: Node<'t>,
    required: &'static [&'static str],
    optional: &'static [&'static str],
    read: &mut dyn FnMut(&'static str, Node<'t>) -> Result<(), Error>,
) -> Result<T, Error> {
    T::deserialize(decode::DecoderApart(node, decode::Apart { required, optional, read }))
}

/// Writes a value, keys in the order of its type; its outline comes with it.
pub(crate) fn write<T: Serialize + ?Sized>(value: &T) -> Result<Document<'static>, Error> {
    writer::document(value)
}

/// The SHA-256 of a value's canonical JSON (RFC 8785), as `sha256:` and 64 hexadecimal digits.
pub(crate) fn digest(node: Node<'_>) -> Result<String, Error> {
    canonical::canonical(node, None).map(|text| canonical::sha256(&text))
}

/// The digest of a value of which only the members count, at every level, whose names are kept.
pub(crate) fn digest_of(node: Node<'_>, keeps: fn(&str) -> bool) -> Result<String, Error> {
    canonical::canonical(node, Some(keeps)).map(|text| canonical::sha256(&text))
}

/// Reads `null` as the type's empty value: `null` and absent mean the same.
pub(crate) fn null_is_empty<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Default + Deserialize<'de>,
    D: Deserializer<'de>,
{
    Option::<T>::deserialize(deserializer).map(Option::unwrap_or_default)
}
