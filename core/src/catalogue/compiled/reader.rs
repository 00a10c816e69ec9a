//! From the compiled form to typed values.

use std::fmt::{self, Display, Formatter};

use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, Expected, IntoDeserializer, MapAccess, SeqAccess,
    Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;

use super::mark;

/// Reads values one after the other.
pub(super) struct Reader<'t> {
    rest: &'t [u8],
}

/// What reading the form refuses, which is nothing: bytes that are not of the form are a fault of the program, and end it.
/// So no type has a way out of the middle of its reading, which would be most of the code.
#[derive(Debug)]
pub(super) enum Never {}

impl Display for Never {
    fn fmt(&self, _: &mut Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl de::Error for Never {
    fn custom<T: Display>(_: T) -> Self {
        foreign()
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        foreign()
    }

    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        foreign()
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        foreign()
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        foreign()
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        foreign()
    }

    fn missing_field(_: &'static str) -> Self {
        foreign()
    }

    fn duplicate_field(_: &'static str) -> Self {
        foreign()
    }
}

#[cold]
#[expect(clippy::panic, reason = "the library wrote the bytes, and a test reads them")]
fn foreign() -> ! {
    panic!("bytes that are not a compiled catalogue of this version")
}

impl<'t> Reader<'t> {
    /// Gives the value of a compiled form.
    pub(super) fn read<T: DeserializeOwned>(compiled: &'t [u8]) -> T {
        let mut reader = Self { rest: compiled };
        match T::deserialize(&mut reader) {
            Ok(value) if reader.rest.is_empty() => value,
            _ => foreign(),
        }
    }

    #[inline(never)]
    fn take(&mut self, length: usize) -> &'t [u8] {
        let Some((taken, rest)) = self.rest.split_at_checked(length) else { foreign() };
        self.rest = rest;
        taken
    }

    #[inline(never)]
    fn byte(&mut self) -> u8 {
        let Some((byte, rest)) = self.rest.split_first() else { foreign() };
        self.rest = rest;
        *byte
    }

    /// Tells whether a value of that kind is the next.
    fn is_next(&self, mark: u8) -> bool {
        self.rest.first() == Some(&mark)
    }

    /// Passes the mark of the kind that must be next.
    #[inline(never)]
    fn pass(&mut self, mark: u8) {
        if self.byte() != mark {
            foreign();
        }
    }

    #[inline(never)]
    fn number(&mut self) -> usize {
        let mut value = 0;
        for place in 0..usize::BITS.div_ceil(7) {
            let byte = self.byte();
            value |= usize::from(byte & 0x7f) << place.saturating_mul(7);
            if byte < 0x80 {
                return value;
            }
        }
        foreign()
    }

    #[inline(never)]
    fn text(&mut self) -> &'t str {
        self.pass(mark::TEXT);
        let length = self.number();
        str::from_utf8(self.take(length)).unwrap_or_else(|_| foreign())
    }
}

// One visit for each type asked: a type is read in the one way in which it is written.
impl<'de> Deserializer<'de> for &mut Reader<'_> {
    type Error = Never;

    /// A type that is read in one way or another: a code, or what a variant carries.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        if self.is_next(mark::VARIANT) {
            self.pass(mark::VARIANT);
            return visitor.visit_map(Variant { name: Some(self.text()), reader: self });
        }
        visitor.visit_str(self.text())
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        if self.is_next(mark::NOTHING) {
            self.pass(mark::NOTHING);
            return visitor.visit_none();
        }
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        let name: StrDeserializer<'_, Never> = self.text().into_deserializer();
        visitor.visit_enum(name)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_bool(self.byte() == mark::TRUE)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        self.pass(mark::WHOLE);
        visitor.visit_u64(u64::try_from(self.number()).unwrap_or(u64::MAX))
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        if self.is_next(mark::WHOLE) {
            return self.deserialize_u32(visitor);
        }
        self.pass(mark::FRACTION);
        let Ok(bytes) = self.take(8).try_into() else { foreign() };
        visitor.visit_f64(f64::from_le_bytes(bytes))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_str(self.text())
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        self.deserialize_str(visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        self.pass(mark::LIST);
        let left = self.number();
        visitor.visit_seq(Items { reader: self, left })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Never> {
        self.deserialize_struct("", &[], visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        self.pass(mark::MEMBERS);
        visitor.visit_seq(Members(self))
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u64 u128 f32 char bytes byte_buf unit unit_struct tuple_struct map identifier
        ignored_any
    }
}

/// The items of a list.
struct Items<'r, 't> {
    reader: &'r mut Reader<'t>,
    left: usize,
}

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        self.left = left;
        seed.deserialize(&mut *self.reader).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

/// The members of a type: as many as it has.
struct Members<'r, 't>(&'r mut Reader<'t>);

impl<'de> SeqAccess<'de> for Members<'_, '_> {
    type Error = Never;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        seed.deserialize(&mut *self.0).map(Some)
    }
}

/// A variant and what it carries, as the one member of an object.
struct Variant<'r, 't> {
    name: Option<&'t str>,
    reader: &'r mut Reader<'t>,
}

impl<'de> MapAccess<'de> for Variant<'_, '_> {
    type Error = Never;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Never> {
        let Some(name) = self.name.take() else { return Ok(None) };
        let name: StrDeserializer<'_, Never> = name.into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Never> {
        seed.deserialize(&mut *self.reader)
    }
}
