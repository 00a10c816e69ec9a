//! Canonical JSON (RFC 8785, the JSON Canonicalization Scheme), and its SHA-256.

use std::borrow::Cow;
use std::cmp::Ordering;

use sha2::{Digest, Sha256};

use super::document::{Kind, Node};
use super::{number, string};
use crate::error::{Error, Problem};

/// The canonical form of a value, of the members that `keeps` names alone, at every level.
///
/// # Errors
/// [`Problem::DuplicateField`]: an object with the same key twice has no canonical form.
pub(super) fn canonical(node: Node<'_>, keeps: Option<fn(&str) -> bool>) -> Result<String, Error> {
    let mut writer = Writer { text: String::with_capacity(node.raw().len()), keeps, members: Vec::new() };
    writer.write(node)?;
    Ok(writer.text)
}

/// The SHA-256 of a text, as `sha256:` and 64 hexadecimal digits.
pub(super) fn sha256(text: &str) -> String {
    let hash = Sha256::digest(text.as_bytes());
    let nibbles = hash.into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    "sha256:".chars().chain(nibbles.filter_map(|nibble| char::from_digit(u32::from(nibble), 16))).collect()
}

struct Writer<'t> {
    text: String,
    keeps: Option<fn(&str) -> bool>,
    /// The members still to write of the objects that are open.
    members: Vec<(Cow<'t, str>, Node<'t>)>,
}

impl<'t> Writer<'t> {
    fn write(&mut self, node: Node<'t>) -> Result<(), Error> {
        match node.kind() {
            Kind::Number => number::push_canonical(&mut self.text, node.raw()),
            Kind::String if node.quoted().1 => self.string(&node.string()),
            Kind::String | Kind::Null | Kind::Bool => self.text.push_str(node.raw()),
            Kind::Array => {
                self.text.push('[');
                for (place, item) in node.items().enumerate() {
                    if place > 0 {
                        self.text.push(',');
                    }
                    self.write(item)?;
                }
                self.text.push(']');
            }
            Kind::Object => self.object(node)?,
        }
        Ok(())
    }

    fn object(&mut self, node: Node<'t>) -> Result<(), Error> {
        let below = self.members.len();
        let keeps = self.keeps;
        let members = node.members().map(|(key, value)| (key.string(), value));
        self.members.extend(members.filter(|(key, _)| keeps.is_none_or(|keeps| keeps(key))));
        // The last first, for each is taken from the end of the list.
        self.members.get_mut(below..).unwrap_or_default().sort_unstable_by(|(one, _), (other, _)| order(other, one));
        let mut last: Option<Cow<'t, str>> = None;
        self.text.push('{');
        while self.members.len() > below {
            let Some((key, value)) = self.members.pop() else { break };
            if let Some(last) = &last {
                if *last == key {
                    return Err(Problem::DuplicateField.at("").within(&crate::error::quoted_key(&key)));
                }
                self.text.push(',');
            }
            self.string(&key);
            self.text.push(':');
            self.write(value)?;
            last = Some(key);
        }
        self.text.push('}');
        Ok(())
    }

    fn string(&mut self, text: &str) {
        self.text.push('"');
        string::push_escaped(&mut self.text, text);
        self.text.push('"');
    }
}

/// Keys are in the order of their UTF-16 code units, which is that of their bytes but for characters beyond U+FFFF.
fn order(one: &str, other: &str) -> Ordering {
    if one.is_ascii() && other.is_ascii() { one.cmp(other) } else { one.encode_utf16().cmp(other.encode_utf16()) }
}
