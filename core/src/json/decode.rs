//! From a tree to typed values, with an [`Error`] that knows its code and its path.

use std::fmt::{self, Display};

use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeSeed, Deserializer, Expected, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;

use super::tree::Node;
use crate::error::{Error, Problem};
use crate::values::Refusal;

/// A serde deserializer over a tree.
pub(super) struct Decoder<'t, 'a>(pub(super) &'t Node<'a>);

impl<'de> Deserializer<'de> for Decoder<'_, '_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Node::Null => visitor.visit_unit(),
            Node::Bool(value) => visitor.visit_bool(*value),
            Node::Unsigned(value) => visitor.visit_u64(*value),
            Node::Signed(value) => visitor.visit_i64(*value),
            Node::Float(value) => visitor.visit_f64(*value),
            Node::String(value) => visitor.visit_str(value),
            Node::Array(items) => visitor.visit_seq(Items { items: items.iter().enumerate() }),
            Node::Object(members) => {
                refuse_duplicates(members)?;
                visitor.visit_map(Members { members: members.iter(), current: None })
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if matches!(self.0, Node::Null) { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    /// An enum is its code. One that carries more reads it by itself.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.0 {
            Node::String(code) => {
                let code: StrDeserializer<'_, Error> = code.as_ref().into_deserializer();
                visitor.visit_enum(code)
            }
            other => Err(de::Error::invalid_type(unexpected(other), &"un code")),
        }
    }

    // One visit for each type asked, where any would do: half the code, and a list never stands for an object.

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Node::Bool(value) => visitor.visit_bool(*value),
            other => Err(wrong(other, &visitor)),
        }
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Node::Unsigned(value) => visitor.visit_u64(*value),
            Node::Signed(value) => visitor.visit_i64(*value),
            other => Err(wrong(other, &visitor)),
        }
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Node::Unsigned(value) => visitor.visit_u64(*value),
            Node::Signed(value) => visitor.visit_i64(*value),
            Node::Float(value) => visitor.visit_f64(*value),
            other => Err(wrong(other, &visitor)),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Node::String(value) => visitor.visit_str(value),
            other => Err(wrong(other, &visitor)),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Node::Array(items) => visitor.visit_seq(Items { items: items.iter().enumerate() }),
            other => Err(wrong(other, &visitor)),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Node::Object(members) => {
                refuse_duplicates(members)?;
                visitor.visit_map(Members { members: members.iter(), current: None })
            }
            other => Err(wrong(other, &visitor)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_map(visitor)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u128 f32 char bytes byte_buf unit unit_struct tuple tuple_struct identifier
        ignored_any
    }
}

/// A value of another type than the visitor expects.
fn wrong(node: &Node<'_>, expected: &dyn Expected) -> Error {
    de::Error::invalid_type(unexpected(node), expected)
}

/// An object, each of whose members stands once.
#[cfg(feature = "wire")]
pub(super) fn refuse_other_than_object(node: &Node<'_>) -> Result<(), Error> {
    match node {
        Node::Object(members) => refuse_duplicates(members),
        other => Err(de::Error::invalid_type(unexpected(other), &"un objet")),
    }
}

fn refuse_duplicates(members: &[(std::borrow::Cow<'_, str>, Node<'_>)]) -> Result<(), Error> {
    let mut keys: Vec<&str> = members.iter().map(|(key, _)| key.as_ref()).collect();
    keys.sort_unstable();
    match keys.windows(2).find_map(|pair| if let [a, b] = pair { (a == b).then_some(*a) } else { None }) {
        Some(key) => Err(Problem::DuplicateField.at(shortened(key))),
        None => Ok(()),
    }
}

struct Items<'t, 'a> {
    items: std::iter::Enumerate<std::slice::Iter<'t, Node<'a>>>,
}

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        let Some((index, node)) = self.items.next() else { return Ok(None) };
        seed.deserialize(Decoder(node)).map(Some).map_err(|error| error.within_index(index))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

struct Members<'t, 'a> {
    members: std::slice::Iter<'t, (std::borrow::Cow<'a, str>, Node<'a>)>,
    current: Option<&'t (std::borrow::Cow<'a, str>, Node<'a>)>,
}

impl<'de> MapAccess<'de> for Members<'_, '_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        self.current = self.members.next();
        let Some((key, _)) = self.current else { return Ok(None) };
        let name: StrDeserializer<'_, Error> = key.as_ref().into_deserializer();
        seed.deserialize(name).map(Some).map_err(|error| error.within(&shortened(key)))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let Some((key, node)) = self.current else { return Err(Problem::Internal.at("")) };
        let decoded = seed.deserialize(Decoder(node));
        decoded.map_err(|error| match node {
            // `null` and absent mean the same.
            Node::Null if error.path().is_empty() => Problem::MissingField.at(shortened(key)),
            _ => error.within(&shortened(key)),
        })
    }
}

fn unexpected<'t>(node: &'t Node<'_>) -> Unexpected<'t> {
    match node {
        Node::Null => Unexpected::Unit,
        Node::Bool(value) => Unexpected::Bool(*value),
        Node::Unsigned(value) => Unexpected::Unsigned(*value),
        Node::Signed(value) => Unexpected::Signed(*value),
        Node::Float(value) => Unexpected::Float(*value),
        Node::String(value) => Unexpected::Str(value),
        Node::Array(_) => Unexpected::Seq,
        Node::Object(_) => Unexpected::Map,
    }
}

impl de::Error for Error {
    fn custom<T: Display>(message: T) -> Self {
        Problem::out_of_range(message.to_string()).at("")
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Problem::WrongType { expected: in_french(expected), found: kind_of(&found) }.at("")
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        if let Unexpected::Other(word) = found
            && let Some(refusal) = Refusal::from_word(word)
        {
            return Problem::from(refusal).at("");
        }
        Problem::out_of_range(in_french(expected)).at("")
    }

    fn invalid_length(_: usize, expected: &dyn Expected) -> Self {
        Problem::out_of_range(in_french(expected)).at("")
    }

    fn unknown_variant(found: &str, expected: &'static [&'static str]) -> Self {
        Problem::UnknownCode { found: shortened(found), expected: expected.join(", ") }.at("")
    }

    fn unknown_field(_: &str, expected: &'static [&'static str]) -> Self {
        Problem::UnknownField { expected: expected.join(", ") }.at("")
    }

    fn missing_field(field: &'static str) -> Self {
        Problem::MissingField.at(field)
    }

    fn duplicate_field(_: &'static str) -> Self {
        Problem::DuplicateField.at("")
    }
}

/// What a type expects: serde's own words in French, ours as they are.
fn in_french(expected: &dyn Expected) -> String {
    struct Shown<'a>(&'a dyn Expected);

    impl Display for Shown<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            Expected::fmt(self.0, f)
        }
    }

    let words = Shown(expected).to_string();
    match words.as_str() {
        "a string" => "un texte".into(),
        "a boolean" => "true ou false".into(),
        "f64" => "un nombre".into(),
        "a sequence" => "une liste".into(),
        "a map" => "un objet".into(),
        "u8" | "u16" | "u32" | "u64" | "usize" => "un nombre entier positif".into(),
        _ => words,
    }
}

/// The kind of a value, with the value where it is short.
fn kind_of(found: &Unexpected<'_>) -> String {
    match found {
        Unexpected::Bool(value) => format!("{value}"),
        Unexpected::Unsigned(value) => format!("le nombre {value}"),
        Unexpected::Signed(value) => format!("le nombre {value}"),
        Unexpected::Float(value) => format!("le nombre {}", shortened(&value.to_string())),
        Unexpected::Str(value) => format!("le texte « {} »", shortened(value)),
        Unexpected::Unit | Unexpected::Option => "null".into(),
        Unexpected::Seq => "une liste".into(),
        Unexpected::Map => "un objet".into(),
        _ => "une valeur d’un autre type".into(),
    }
}

/// The start of a text: a message repeats at most 40 characters of a request.
fn shortened(text: &str) -> String {
    let mut start: String = text.chars().take(40).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    start
}
