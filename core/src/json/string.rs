//! Strings of JSON: escapes read and written.

/// The text of a string that has been read without a fault.
pub(super) fn unescaped(inside: &str) -> String {
    let mut text = String::with_capacity(inside.len());
    let mut rest = inside;
    while let Some((plain, escape)) = rest.split_once('\\') {
        text.push_str(plain);
        let (character, length) = one(escape);
        text.push(character);
        rest = escape.get(length..).unwrap_or_default();
    }
    text.push_str(rest);
    text
}

/// The character that an escape stands for, and the bytes after its backslash.
fn one(escape: &str) -> (char, usize) {
    let unit = |at: usize| escape.get(at..at.saturating_add(4)).and_then(|digits| u32::from_str_radix(digits, 16).ok());
    match escape.as_bytes().first() {
        Some(b'b') => ('\u{8}', 1),
        Some(b'f') => ('\u{c}', 1),
        Some(b'n') => ('\n', 1),
        Some(b'r') => ('\r', 1),
        Some(b't') => ('\t', 1),
        Some(b'u') => {
            let first = unit(1).unwrap_or_default();
            if let Some(character) = char::from_u32(first) {
                return (character, 5);
            }
            let second = unit(7).unwrap_or_default();
            let pair = char::decode_utf16([first, second].map(|unit| u16::try_from(unit).unwrap_or_default()));
            (pair.flatten().next().unwrap_or(char::REPLACEMENT_CHARACTER), 11)
        }
        Some(other) => (char::from(*other), 1),
        None => (char::REPLACEMENT_CHARACTER, 0),
    }
}

/// Writes what stands between the quotes of a string, with the escapes of RFC 8785, which are the fewest; tells whether
/// there is one.
pub(super) fn push_escaped(into: &mut String, text: &str) -> bool {
    let mut rest = text;
    let mut any = false;
    while let Some(at) = rest.bytes().position(|byte| byte < b' ' || byte == b'"' || byte == b'\\') {
        let (plain, special) = rest.split_at(at);
        into.push_str(plain);
        let byte = special.bytes().next().unwrap_or_default();
        match byte {
            b'"' => into.push_str("\\\""),
            b'\\' => into.push_str("\\\\"),
            0x8 => into.push_str("\\b"),
            b'\t' => into.push_str("\\t"),
            b'\n' => into.push_str("\\n"),
            0xc => into.push_str("\\f"),
            b'\r' => into.push_str("\\r"),
            control => {
                into.push_str("\\u00");
                for nibble in [control >> 4, control & 15] {
                    into.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
                }
            }
        }
        any = true;
        rest = special.get(1..).unwrap_or_default();
    }
    into.push_str(rest);
    any
}
