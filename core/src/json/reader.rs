//! From a text to its outline, in one pass: JSON as RFC 8259 has it, and nothing more.

use super::document::Entry;
use crate::limits::MAX_DEPTH;

/// The byte at which a text can be JSON no more; its length, where it ends too early.
pub(super) struct Unreadable(pub(super) usize);

type Read<T = ()> = Result<T, Unreadable>;

/// The outline of a text, nested at most so many levels below the first [`MAX_DEPTH`].
///
/// Its memory is at most 8 bytes for each byte of the text: an entry takes 12, and a value or a key at least 2 bytes
/// of text (`0,`); while the list grows, which it does once, what it had before is there too.
pub(super) fn outline(text: &str, more_levels: usize) -> Read<Vec<Entry>> {
    let entries = Vec::with_capacity(text.len() / 8);
    let levels = MAX_DEPTH.saturating_add(more_levels);
    let mut reader = Reader { bytes: text.as_bytes(), at: 0, levels, entries };
    reader.value()?;
    reader.skip_white_space();
    if reader.at < text.len() {
        return Err(Unreadable(reader.at));
    }
    Ok(reader.entries)
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    /// How many levels of nesting may still be entered.
    levels: usize,
    entries: Vec<Entry>,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn step(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    fn stop<T>(&self) -> Read<T> {
        Err(Unreadable(self.at))
    }

    fn expect(&mut self, byte: u8) -> Read {
        if self.peek() == Some(byte) {
            self.step();
            return Ok(());
        }
        self.stop()
    }

    fn skip_white_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.step();
        }
    }

    fn value(&mut self) -> Read {
        self.skip_white_space();
        match self.peek() {
            Some(b'"') => self.string(),
            Some(b'{') => self.nested(b'}', Self::member),
            Some(b'[') => self.nested(b']', Self::value),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word(b"true"),
            Some(b'f') => self.word(b"false"),
            Some(b'n') => self.word(b"null"),
            _ => self.stop(),
        }
    }

    fn member(&mut self) -> Read {
        self.skip_white_space();
        if self.peek() != Some(b'"') {
            return self.stop();
        }
        self.string()?;
        self.skip_white_space();
        self.expect(b':')?;
        self.value()
    }

    /// A list or an object, up to the byte that closes it.
    fn nested(&mut self, close: u8, element: fn(&mut Self) -> Read) -> Read {
        let place = self.entries.len();
        let Some(levels) = self.levels.checked_sub(1) else { return self.stop() };
        self.levels = levels;
        self.push(self.at, 1);
        self.step();
        self.skip_white_space();
        if self.peek() != Some(close) {
            loop {
                element(self)?;
                self.skip_white_space();
                match self.peek() {
                    Some(b',') => self.step(),
                    Some(byte) if byte == close => break,
                    _ => return self.stop(),
                }
            }
        }
        self.step();
        self.levels = self.levels.saturating_add(1);
        let (end, size) = (offset(self.at), offset(self.entries.len().saturating_sub(place)));
        if let Some(entry) = self.entries.get_mut(place) {
            (entry.end, entry.size) = (end, size);
        }
        Ok(())
    }

    /// An entry that ends where the reader stands.
    fn push(&mut self, start: usize, size: u32) {
        if self.entries.len() == self.entries.capacity() {
            // The most that the rest of any text can hold.
            self.entries.reserve_exact((self.bytes.len().saturating_sub(start) / 2).saturating_add(2));
        }
        self.entries.push(Entry { start: offset(start), end: offset(self.at), size });
    }

    fn string(&mut self) -> Read {
        let start = self.at;
        let mut size = 1;
        self.step();
        loop {
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            let plain = rest.iter().position(|byte| *byte < b' ' || *byte == b'"' || *byte == b'\\');
            self.at = self.at.saturating_add(plain.unwrap_or(rest.len()));
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => {
                    size = 1 | Entry::ESCAPED;
                    self.escape()?;
                }
                _ => return self.stop(),
            }
        }
        self.step();
        self.push(start, size);
        Ok(())
    }

    fn escape(&mut self) -> Read {
        let start = self.at;
        self.step();
        match self.peek() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.step(),
            Some(b'u') => {
                let second_half = match self.unit()? {
                    0xd800..=0xdbff => self.expect(b'\\').and_then(|()| self.unit()).map(Some),
                    0xdc00..=0xdfff => return Err(Unreadable(start)),
                    _ => Ok(None),
                };
                // Half a pair is no character: the fault is where it begins.
                match second_half {
                    Ok(None | Some(0xdc00..=0xdfff)) => {}
                    _ => return Err(Unreadable(start)),
                }
            }
            _ => return self.stop(),
        }
        Ok(())
    }

    /// The four hexadecimal digits that follow a `u`.
    fn unit(&mut self) -> Read<u32> {
        self.expect(b'u')?;
        let mut unit: u32 = 0;
        for _ in 0..4 {
            let Some(digit) = self.peek().and_then(|byte| char::from(byte).to_digit(16)) else { return self.stop() };
            unit = (unit << 4) | digit;
            self.step();
        }
        Ok(unit)
    }

    fn number(&mut self) -> Read {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.step();
        }
        if self.peek() == Some(b'0') {
            self.step();
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.step();
            self.digits()?;
        }
        let mut may_be_too_large = self.at.saturating_sub(start) > 300;
        if let Some(b'e' | b'E') = self.peek() {
            may_be_too_large = true;
            self.step();
            if let Some(b'+' | b'-') = self.peek() {
                self.step();
            }
            self.digits()?;
        }
        // A number beyond those of IEEE 754 has no value, and no canonical form.
        if may_be_too_large {
            let text = self.bytes.get(start..self.at).and_then(|bytes| std::str::from_utf8(bytes).ok());
            if !text.and_then(|text| text.parse::<f64>().ok()).is_some_and(f64::is_finite) {
                return Err(Unreadable(start));
            }
        }
        self.push(start, 1);
        Ok(())
    }

    /// At least one digit.
    fn digits(&mut self) -> Read {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.step();
        }
        if self.at == start { self.stop() } else { Ok(()) }
    }

    fn word(&mut self, word: &[u8]) -> Read {
        let start = self.at;
        for byte in word {
            self.expect(*byte)?;
        }
        self.push(start, 1);
        Ok(())
    }
}

/// An offset in a text of [`MAX_LINE_BYTES`](crate::limits::MAX_LINE_BYTES) at most, which 32 bits hold.
fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}
