//! A document as the examination mends it.

use std::borrow::Cow;

use serde::ser::{Serialize, Serializer};

use crate::json::Node;

/// A value of a mended document.
#[derive(Debug)]
pub(in crate::catalogue) enum Mended<'t> {
    /// As it was written.
    Kept(Node<'t>),
    Null,
    False,
    Whole(u32),
    Text(Cow<'static, str>),
    List(Vec<Mended<'t>>),
    Object(Vec<(&'static str, Mended<'t>)>),
}

impl Serialize for Mended<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Kept(node) => node.serialize(serializer),
            Self::Null => serializer.serialize_unit(),
            Self::False => serializer.serialize_bool(false),
            Self::Whole(value) => serializer.serialize_u32(*value),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(members) => serializer.collect_map(members.iter().map(|(key, value)| (key, value))),
        }
    }
}
