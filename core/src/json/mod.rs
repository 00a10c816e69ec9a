//! Strict reading and canonical writing of JSON, for catalogues, requests and records.
//!
//! Text is first read into a [`tree`], which keeps every member as written, duplicates included; [`decode`] then
//! makes typed values of it. Reading in two steps gives every error its code and its path.

mod compare;
mod decode;
mod tree;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};
use sha2::{Digest, Sha256};

pub(crate) use self::compare::compare;
pub(crate) use self::tree::Node;
use crate::error::{Error, Problem};

/// The largest document read, in bytes: 1 MiB.
pub(crate) const MAX_BYTES: usize = 1 << 20;

/// Reads a text as a tree.
pub(crate) fn read(text: &[u8]) -> Result<Node<'_>, Error> {
    if text.len() > MAX_BYTES {
        return Err(Problem::TooLarge { limit: MAX_BYTES }.at(""));
    }
    let text =
        std::str::from_utf8(text).map_err(|error| Problem::InvalidUtf8 { offset: error.valid_up_to() }.at(""))?;
    serde_json::from_str(text)
        .map_err(|error| Problem::InvalidJson { line: error.line(), column: error.column() }.at(""))
}

/// Makes a typed value of a tree.
pub(crate) fn decode<T: DeserializeOwned>(node: &Node<'_>) -> Result<T, Error> {
    T::deserialize(decode::Decoder(node))
}

/// Writes a value, keys in the order of its type.
pub(crate) fn write<T: Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|_| Problem::Internal.at(""))
}

/// The SHA-256 of a value's canonical JSON (RFC 8785), as `sha256:` and 64 hexadecimal digits.
pub(crate) fn digest<T: Serialize>(value: &T) -> Result<String, Error> {
    const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let mut canonical = Vec::new();
    let formatter = canon_json::CanonicalFormatter::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut canonical, formatter);
    // The canonical form is made from a tree, not from each type anew: half the code for some microseconds.
    let internal = |_| Problem::Internal.at("");
    let written = serde_json::to_string(value).map_err(internal)?;
    let tree: Node<'_> = serde_json::from_str(&written).map_err(internal)?;
    tree.serialize(&mut serializer).map_err(internal)?;
    let nibbles = Sha256::digest(&canonical).into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    Ok("sha256:".chars().chain(nibbles.filter_map(|nibble| HEX.get(usize::from(nibble)).copied())).collect())
}

/// Reads `null` as the type's empty value: `null` and absent mean the same.
pub(crate) fn null_is_empty<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Default + Deserialize<'de>,
    D: Deserializer<'de>,
{
    Option::<T>::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// Takes a required member out of an object, which then holds the others.
#[cfg(feature = "wire")]
pub(crate) fn take<'a>(node: &mut Node<'a>, key: &str) -> Result<Node<'a>, Error> {
    decode::refuse_other_than_object(node)?;
    match node.take(key) {
        None | Some(Node::Null) => Err(Problem::MissingField.at(key)),
        Some(member) => Ok(member),
    }
}
