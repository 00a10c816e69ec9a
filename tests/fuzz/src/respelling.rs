//! The same JSON document, spelled otherwise.
//!
//! Done on the text, token by token: a parser would lose members that stand twice, and the spelling of numbers that the
//! library is to read exactly.

/// The document with white space between its tokens, the first letter of its texts escaped, and its decimal numbers in
/// exponent form. `text` must be JSON.
pub fn respelled(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some((&byte, after)) = rest.split_first() {
        match byte {
            b'"' => {
                let string = string_length(rest);
                escape_first_letter(&rest[..string], &mut out);
                rest = &rest[string..];
            }
            b'-' | b'0'..=b'9' => {
                let length = rest.iter().position(|byte| !b"+-.0123456789Ee".contains(byte)).unwrap_or(rest.len());
                write_number(&rest[..length], &mut out);
                rest = &rest[length..];
            }
            b'{' | b'[' | b',' | b':' | b']' | b'}' => {
                out.extend([byte, b' ', b'\n', b'\t']);
                rest = after;
            }
            _ => {
                out.push(byte);
                rest = after;
            }
        }
    }
    out
}

/// The length of the string at the start of a text, quotes included.
fn string_length(text: &[u8]) -> usize {
    let mut escaped = false;
    let end = text.iter().skip(1).position(|byte| {
        let ends = *byte == b'"' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        ends
    });
    end.map_or(text.len(), |end| end + 2)
}

fn escape_first_letter(string: &[u8], out: &mut Vec<u8>) {
    match string {
        [quote, letter, rest @ ..] if letter.is_ascii_alphanumeric() => {
            out.push(*quote);
            out.extend(format!("\\u{letter:04X}").bytes());
            out.extend(rest);
        }
        _ => out.extend(string),
    }
}

/// Whole numbers that a word holds stay as they are: a fraction is another kind of value.
fn write_number(token: &[u8], out: &mut Vec<u8>) {
    let text = std::str::from_utf8(token).unwrap_or_default();
    let whole = text.parse::<u64>().is_ok() || text.parse::<i64>().is_ok();
    match text.parse::<f64>() {
        Ok(number) if !whole && number.is_finite() => out.extend(format!("{number:e}").bytes()),
        _ => out.extend(token),
    }
}
