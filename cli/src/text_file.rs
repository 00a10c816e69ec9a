//! Text files as people save them: a byte order mark at the start, or a text that is not UTF-8.

use std::io::{self, BufRead};

/// What some editors write at the start of a UTF-8 file.
const UTF8_MARK: &[u8] = b"\xef\xbb\xbf";
/// What begins a file in UTF-16, little or big end first.
const UTF16_MARKS: [&[u8]; 2] = [b"\xff\xfe", b"\xfe\xff"];

/// The start of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Start {
    /// A text, after so many bytes of mark.
    Text { mark: usize },
    /// UTF-16, which is no JSON text.
    Utf16,
}

impl Start {
    /// Tells from its first bytes how a file starts.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        if UTF16_MARKS.iter().any(|mark| bytes.starts_with(mark)) || is_unmarked_utf16(bytes) {
            Self::Utf16
        } else {
            Self::Text { mark: if bytes.starts_with(UTF8_MARK) { UTF8_MARK.len() } else { 0 } }
        }
    }

    /// Reads past the mark of an input; nothing else is taken from it.
    pub(crate) fn skip(input: &mut impl BufRead) -> io::Result<Self> {
        // A mark that comes in two pieces, from a pipe, is not one that an editor wrote.
        let start = Self::of(input.fill_buf()?);
        if let Self::Text { mark } = start {
            input.consume(mark);
        }
        Ok(start)
    }
}

/// Whether a text begins in UTF-16 without a mark: one of the two bytes of an ordinary first letter is 0.
fn is_unmarked_utf16(bytes: &[u8]) -> bool {
    matches!(bytes, [0, 1..=255, ..] | [1..=255, 0, ..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_skipped_once_and_utf16_is_recognised() {
        for (bytes, expected) in [
            (&b"{}"[..], Start::Text { mark: 0 }),
            (b"", Start::Text { mark: 0 }),
            (b"\xef\xbb\xbf{}", Start::Text { mark: 3 }),
            (b"\xef\xbb{}", Start::Text { mark: 0 }),
            (b"\xff\xfe{\0}\0", Start::Utf16),
            (b"\xfe\xff\0{\0}", Start::Utf16),
            (b"{\0}\0", Start::Utf16),
            (b"\0{\0}", Start::Utf16),
            (b"\0\0", Start::Text { mark: 0 }),
        ] {
            assert_eq!(Start::of(bytes), expected);
        }
        let mut twice: &[u8] = b"\xef\xbb\xbf\xef\xbb\xbf{}";
        assert!(Start::skip(&mut twice).is_ok());
        assert_eq!(twice, b"\xef\xbb\xbf{}");
    }
}
