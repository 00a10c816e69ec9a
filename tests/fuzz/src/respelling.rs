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

/// Whole numbers that a word holds stay as they are: a fraction is another kind of value. The digits are kept one by one,
/// since a percentage is read from them and never from the nearest number.
fn write_number(token: &[u8], out: &mut Vec<u8>) {
    let text = std::str::from_utf8(token).unwrap_or_default();
    let whole = text.parse::<u64>().is_ok() || text.parse::<i64>().is_ok();
    let finite = text.parse::<f64>().is_ok_and(f64::is_finite);
    match in_exponent_form(text) {
        Some(other) if !whole && finite => out.extend(other.bytes()),
        _ => out.extend(token),
    }
}

/// The same digits without a decimal point; nothing where the exponent is beyond any word.
fn in_exponent_form(text: &str) -> Option<String> {
    let (sign, text) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (integer, decimals) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let exponent = exponent.parse::<i64>().ok()?.checked_sub(i64::try_from(decimals.len()).ok()?)?;
    let digits = format!("{integer}{decimals}");
    let significant = digits.trim_start_matches('0');
    let significant = if significant.is_empty() { "0" } else { significant };
    Some(format!("{sign}{significant}e{exponent}"))
}
