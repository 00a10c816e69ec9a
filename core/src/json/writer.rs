//! From typed values to JSON text with its outline, in one pass.
//!
//! Members stand in the order of their type, numbers and strings as RFC 8785 writes them; what has no JSON, such as
//! NaN or a key that is no text, is refused.

use std::borrow::Cow;
use std::fmt::{self, Display, Write as _};

use serde::ser::{self, Serialize, Serializer};

use super::document::{Document, Entry};
use super::{number, string};
use crate::error::{Error, Problem};

#[derive(Default)]
pub(super) struct Writer {
    text: String,
    entries: Vec<Entry>,
}

/// Writes a value.
pub(super) fn document<T: Serialize + ?Sized>(value: &T) -> Result<Document<'static>, Error> {
    let mut writer = Writer::default();
    value.serialize(&mut writer)?;
    if u32::try_from(writer.text.len()).is_err() {
        return Err(Problem::TooLarge { limit: u32::MAX as usize }.at(""));
    }
    Ok(Document { text: Cow::Owned(writer.text), entries: writer.entries })
}

impl Writer {
    /// Where the text stands. Beyond 32 bits the whole text is refused at its end.
    fn place(&self) -> u32 {
        u32::try_from(self.text.len()).unwrap_or(u32::MAX)
    }

    /// The entry of a value without others in it, which begins there and ends here.
    fn push(&mut self, start: u32, size: u32) {
        self.entries.push(Entry { start, end: self.place(), size });
    }

    #[inline(never)]
    fn word(&mut self, word: &str) {
        let start = self.place();
        self.text.push_str(word);
        self.push(start, 1);
    }

    #[inline(never)]
    fn whole(&mut self, negative: bool, value: u64) {
        let start = self.place();
        if negative {
            self.text.push('-');
        }
        number::push_u64(&mut self.text, value);
        self.push(start, 1);
    }

    #[inline(never)]
    fn string(&mut self, text: &str) {
        let start = self.place();
        self.text.push('"');
        let escaped = string::push_escaped(&mut self.text, text);
        self.text.push('"');
        self.push(start, if escaped { 1 | Entry::ESCAPED } else { 1 });
    }

    fn open(&mut self, bracket: char) -> usize {
        let start = self.place();
        self.text.push(bracket);
        self.push(start, 1);
        self.entries.len().saturating_sub(1)
    }

    /// Opens the object whose one member is a variant that carries more than its name.
    fn open_variant(&mut self, variant: &str) -> usize {
        let place = self.open('{');
        self.string(variant);
        self.text.push(':');
        place
    }

    #[inline(never)]
    fn close(&mut self, place: usize, bracket: char) {
        self.text.push(bracket);
        let end = self.place();
        let size = u32::try_from(self.entries.len().saturating_sub(place)).unwrap_or(u32::MAX);
        if let Some(entry) = self.entries.get_mut(place) {
            (entry.end, entry.size) = (end, size);
        }
    }
}

impl ser::Error for Error {
    /// A type of ours has no such errors: it is another's that cannot be written.
    fn custom<T: Display>(_: T) -> Self {
        Problem::Internal.at("")
    }
}

fn unwritable<T>() -> Result<T, Error> {
    Err(Problem::out_of_range("une valeur que le JSON sait écrire").at(""))
}

impl<'w> Serializer for &'w mut Writer {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Open<'w>;
    type SerializeTuple = Open<'w>;
    type SerializeTupleStruct = Open<'w>;
    type SerializeTupleVariant = Open<'w>;
    type SerializeMap = Open<'w>;
    type SerializeStruct = Open<'w>;
    type SerializeStructVariant = Open<'w>;

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.word(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Result<(), Error> {
        self.whole(value < 0, value.unsigned_abs());
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> Result<(), Error> {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Error> {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Error> {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Error> {
        self.whole(false, value);
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<(), Error> {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        if !value.is_finite() {
            return unwritable();
        }
        let start = self.place();
        number::push_f64(&mut self.text, value);
        self.push(start, 1);
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.string(value.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        self.string(value);
        Ok(())
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), Error> {
        struct Escaped<'w>(&'w mut String, bool);

        impl fmt::Write for Escaped<'_> {
            fn write_str(&mut self, text: &str) -> fmt::Result {
                self.1 |= string::push_escaped(self.0, text);
                Ok(())
            }
        }

        let start = self.place();
        self.text.push('"');
        let mut escaped = Escaped(&mut self.text, false);
        write!(escaped, "{value}").map_err(|_| Problem::Internal.at(""))?;
        let size = if escaped.1 { 1 | Entry::ESCAPED } else { 1 };
        self.text.push('"');
        self.push(start, size);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Error> {
        self.collect_seq(value)
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.word("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        let place = self.open_variant(variant);
        value.serialize(&mut *self)?;
        self.close(place, '}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'w>, Error> {
        Ok(Open::list(self))
    }

    fn serialize_tuple(self, _: usize) -> Result<Open<'w>, Error> {
        Ok(Open::list(self))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Open<'w>, Error> {
        Ok(Open::list(self))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Open<'w>, Error> {
        let around = self.open_variant(variant);
        Ok(Open { around: Some(around), ..Open::list(self) })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Open<'w>, Error> {
        Ok(Open::object(self))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'w>, Error> {
        Ok(Open::object(self))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Open<'w>, Error> {
        let around = self.open_variant(variant);
        Ok(Open { around: Some(around), ..Open::object(self) })
    }
}

/// A list or an object that is being written.
pub(super) struct Open<'w> {
    writer: &'w mut Writer,
    place: usize,
    closing: char,
    /// The object around it, if it belongs to a variant.
    around: Option<usize>,
    empty: bool,
}

impl<'w> Open<'w> {
    fn list(writer: &'w mut Writer) -> Self {
        let place = writer.open('[');
        Self { writer, place, closing: ']', around: None, empty: true }
    }

    fn object(writer: &'w mut Writer) -> Self {
        let place = writer.open('{');
        Self { writer, place, closing: '}', around: None, empty: true }
    }

    #[inline(never)]
    fn separate(&mut self) {
        if !self.empty {
            self.writer.text.push(',');
        }
        self.empty = false;
    }

    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.separate();
        value.serialize(&mut *self.writer)
    }

    fn member<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> Result<(), Error> {
        self.key(key);
        value.serialize(&mut *self.writer)
    }

    #[inline(never)]
    fn key(&mut self, key: &str) {
        self.separate();
        self.writer.string(key);
        self.writer.text.push(':');
    }

    fn finish(self) {
        self.writer.close(self.place, self.closing);
        if let Some(place) = self.around {
            self.writer.close(place, '}');
        }
    }
}

impl ser::SerializeSeq for Open<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.element(value)
    }

    fn end(self) -> Result<(), Error> {
        self.finish();
        Ok(())
    }
}

impl ser::SerializeTuple for Open<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.element(value)
    }

    fn end(self) -> Result<(), Error> {
        self.finish();
        Ok(())
    }
}

impl ser::SerializeTupleStruct for Open<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.element(value)
    }

    fn end(self) -> Result<(), Error> {
        self.finish();
        Ok(())
    }
}

impl ser::SerializeTupleVariant for Open<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.element(value)
    }

    fn end(self) -> Result<(), Error> {
        self.finish();
        Ok(())
    }
}

impl ser::SerializeMap for Open<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.separate();
        let (start, entries) = (self.writer.text.len(), self.writer.entries.len());
        key.serialize(&mut *self.writer)?;
        let one = self.writer.entries.len() == entries.saturating_add(1);
        if !one || self.writer.text.as_bytes().get(start) != Some(&b'"') {
            return unwritable();
        }
        self.writer.text.push(':');
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Result<(), Error> {
        self.finish();
        Ok(())
    }
}

impl ser::SerializeStruct for Open<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
        self.member(key, value)
    }

    fn end(self) -> Result<(), Error> {
        self.finish();
        Ok(())
    }
}

impl ser::SerializeStructVariant for Open<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
        self.member(key, value)
    }

    fn end(self) -> Result<(), Error> {
        self.finish();
        Ok(())
    }
}
