//! From a tree to typed values, with an [`Error`] that knows its code and its path.

use std::borrow::Cow;
use std::iter::Enumerate;

use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeSeed, Deserializer, Expected, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;

use super::document::{Items, Kind, Members, Node, Number};
use crate::error::{Error, Problem, quoted_key};
use crate::values::Percent;

/// A serde deserializer over a node.
pub(super) struct Decoder<'t>(pub(super) Node<'t>);

impl Decoder<'_> {
    fn visit_number<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0.number() {
            Number::Unsigned(value) => visitor.visit_u64(value),
            Number::Signed(value) => visitor.visit_i64(value),
            Number::Float(value) => visitor.visit_f64(value),
        }
    }

    fn visit_string<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(&self.0.string())
    }

    fn visit_items<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(ItemAccess { items: self.0.items().enumerate() })
    }

    fn visit_members<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_map(MemberAccess::new(self.0, None))
    }
}

impl<'de> Deserializer<'de> for Decoder<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0.kind() {
            Kind::Null => visitor.visit_unit(),
            Kind::Bool => visitor.visit_bool(self.0.is_true()),
            Kind::Number => self.visit_number(visitor),
            Kind::String => self.visit_string(visitor),
            Kind::Array => self.visit_items(visitor),
            Kind::Object => self.visit_members(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    /// A percentage has the digits of a number as they were written; any other type has the value it asks for.
    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Error> {
        match self.0.kind() {
            Kind::Number if name == Percent::DIGITS => visitor.visit_str(self.0.raw()),
            _ if name == Percent::DIGITS => Err(wrong(self.0, &visitor)),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    /// An enum is its code. One that carries more reads it by itself.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        if self.0.kind() != Kind::String {
            return Err(wrong(self.0, &"un code"));
        }
        let code = self.0.string();
        let code: StrDeserializer<'_, Error> = code.as_ref().into_deserializer();
        visitor.visit_enum(code)
    }

    // One visit for each type asked, where any would do: half the code, and a list never stands for an object.

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0.kind() {
            Kind::Bool => visitor.visit_bool(self.0.is_true()),
            _ => Err(wrong(self.0, &visitor)),
        }
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0.kind() {
            Kind::Number => self.visit_number(visitor),
            _ => Err(wrong(self.0, &visitor)),
        }
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0.kind() {
            Kind::String => self.visit_string(visitor),
            _ => Err(wrong(self.0, &visitor)),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0.kind() {
            Kind::Array => self.visit_items(visitor),
            _ => Err(wrong(self.0, &visitor)),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0.kind() {
            Kind::Object => self.visit_members(visitor),
            _ => Err(wrong(self.0, &visitor)),
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

/// Members of an object that are read apart from its type, in their turn.
pub(super) struct Apart<'f, 't> {
    pub(super) required: &'static [&'static str],
    pub(super) optional: &'static [&'static str],
    /// Reads one of them, which is not `null`.
    pub(super) read: Reading<'f, 't>,
}

type Reading<'f, 't> = &'f mut dyn FnMut(&'static str, Node<'t>) -> Result<(), Error>;

/// A deserializer over an object some of whose members are read apart.
#[cfg(feature = "wire")]
pub(super) struct DecoderApart<'f, 't>(pub(super) Node<'t>, pub(super) Apart<'f, 't>);

#[cfg(feature = "wire")]
impl<'de> Deserializer<'de> for DecoderApart<'_, '_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0.kind() {
            Kind::Object => visitor.visit_map(MemberAccess::new(self.0, Some(self.1))),
            _ => Err(wrong(self.0, &visitor)),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// A value of another type than is expected.
#[cold]
#[inline(never)]
fn wrong(node: Node<'_>, expected: &dyn Expected) -> Error {
    let text;
    let found = match node.kind() {
        Kind::Null => Unexpected::Unit,
        Kind::Bool => Unexpected::Bool(node.is_true()),
        Kind::Number => match node.number() {
            Number::Unsigned(value) => Unexpected::Unsigned(value),
            Number::Signed(value) => Unexpected::Signed(value),
            Number::Float(value) => Unexpected::Float(value),
        },
        Kind::String => {
            text = node.string();
            Unexpected::Str(&text)
        }
        Kind::Array => Unexpected::Seq,
        Kind::Object => Unexpected::Map,
    };
    de::Error::invalid_type(found, expected)
}

struct ItemAccess<'t> {
    items: Enumerate<Items<'t>>,
}

impl<'de> SeqAccess<'de> for ItemAccess<'_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        let Some((index, node)) = self.items.next() else { return Ok(None) };
        seed.deserialize(Decoder(node)).map(Some).map_err(|error| error.within_index(index))
    }
}

/// The members of an object, each of which stands once.
struct MemberAccess<'f, 't> {
    members: Members<'t>,
    /// Where the first key begins that stands for the second time, if there is one.
    again: Option<usize>,
    apart: Option<Apart<'f, 't>>,
    /// The required members that were read apart.
    seen: Vec<&'static str>,
    current: Option<(Cow<'t, str>, Node<'t>)>,
}

impl<'f, 't> MemberAccess<'f, 't> {
    #[inline(never)]
    fn new(node: Node<'t>, apart: Option<Apart<'f, 't>>) -> Self {
        let again = node.first_duplicate();
        Self { members: node.members(), again, apart, seen: Vec::new(), current: None }
    }

    /// Reads a member apart, if it is one that is.
    fn read_apart(&mut self, key: &str, value: Node<'t>) -> Result<bool, Error> {
        let Some(apart) = &mut self.apart else { return Ok(false) };
        let Some(name) = apart.required.iter().chain(apart.optional).copied().find(|name| *name == key) else {
            return Ok(false);
        };
        if !value.is_null() {
            (apart.read)(name, value).map_err(|error| error.within(name))?;
            self.seen.push(name);
        }
        Ok(true)
    }

    /// The next member that is not read apart. Out of line: types would each have a copy.
    #[inline(never)]
    fn next_member(&mut self) -> Result<Option<(Cow<'t, str>, Node<'t>)>, Error> {
        while let Some((name, value)) = self.members.next() {
            let key = name.string();
            if self.again == Some(name.offset()) {
                return Err(Problem::DuplicateField.at("").within(&quoted_key(&key)));
            }
            if !self.read_apart(&key, value)? {
                return Ok(Some((key, value)));
            }
        }
        self.finish().map(|()| None)
    }

    /// Every member that is required and read apart was there.
    fn finish(&self) -> Result<(), Error> {
        let required = self.apart.as_ref().map_or(&[][..], |apart| apart.required);
        match required.iter().find(|name| !self.seen.contains(name)) {
            Some(name) => Err(Problem::missing().at(*name)),
            None => Ok(()),
        }
    }

    /// The refusal of a key names the members that are read apart too.
    #[cold]
    #[inline(never)]
    fn refused(&self, key: &str, error: Error) -> Error {
        let error = match (error.problem(), &self.apart) {
            (Problem::UnknownField { expected }, Some(apart)) => {
                let others = Some(expected.as_str()).filter(|expected| !expected.is_empty());
                let known: Vec<&str> = apart.required.iter().chain(apart.optional).copied().chain(others).collect();
                Problem::UnknownField { expected: known.join(", ") }.at("")
            }
            _ => error,
        };
        error.within(&quoted_key(key))
    }
}

impl<'de> MapAccess<'de> for MemberAccess<'_, '_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some((key, value)) = self.next_member()? else { return Ok(None) };
        let name: StrDeserializer<'_, Error> = key.as_ref().into_deserializer();
        let read = match seed.deserialize(name) {
            Ok(name) => Ok(Some(name)),
            Err(error) => Err(self.refused(&key, error)),
        };
        self.current = Some((key, value));
        read
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let Some((key, node)) = self.current.take() else { return Err(Problem::Internal.at("")) };
        match seed.deserialize(Decoder(node)) {
            Ok(value) => Ok(value),
            Err(error) => Err(in_member(&key, node, error)),
        }
    }
}

/// What is wrong with a member, told of the object. `null` and absent mean the same.
#[cold]
#[inline(never)]
fn in_member(key: &str, node: Node<'_>, error: Error) -> Error {
    match error.path() {
        "" if node.is_null() => Problem::missing().at("").within(&quoted_key(key)),
        _ => error.within(&quoted_key(key)),
    }
}
