//! Numbers as RFC 8785 writes them: those of ECMAScript.

/// The most digits with which every decimal is the shortest one of its IEEE 754 number.
const EXACT_DIGITS: usize = 15;

/// Writes a number of a document in its canonical form.
pub(super) fn push_canonical(into: &mut String, text: &str) {
    if is_canonical(text) {
        into.push_str(text);
    } else {
        push_f64(into, text.parse().unwrap_or(f64::NAN));
    }
}

/// Whether a number is plainly as ECMAScript writes it: few digits, no exponent, no zero too many. One of which this
/// says no may be canonical all the same.
fn is_canonical(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let Some((whole, decimals)) = digits.split_once('.') else {
        return digits.len() <= EXACT_DIGITS && text != "-0" && all_digits(digits);
    };
    digits.len() <= EXACT_DIGITS
        && all_digits(decimals)
        && !decimals.ends_with('0')
        // From 0.000001 on there is no exponent.
        && (whole != "0" || !decimals.starts_with("000000"))
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Writes a finite number as ECMAScript does: the shortest digits that mean it, an exponent below 1e-6 and from 1e21.
pub(super) fn push_f64(into: &mut String, value: f64) {
    if let Some(quarters) = whole_quarters(value) {
        if value < 0.0 {
            into.push('-');
        }
        push_u64(into, quarters / 4);
        into.push_str(match quarters % 4 {
            0 => "",
            1 => ".25",
            2 => ".5",
            _ => ".75",
        });
        return;
    }
    into.push_str(ryu_js::Buffer::new().format_finite(value));
}

/// Gives a number as ECMAScript writes it, for a sentence: one that no document can hold is said to be none.
pub(super) fn written(value: f64) -> String {
    let mut text = String::new();
    if value.is_finite() {
        push_f64(&mut text, value);
    } else {
        text.push_str("NaN");
    }
    text
}

/// How many quarters a number is of either sign, if it is whole quarters and few: most are hours.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small, whole and positive")]
fn whole_quarters(value: f64) -> Option<u64> {
    let quarters = value.abs() * 4.0;
    (quarters < 1e9 && quarters.fract() == 0.0).then_some(quarters as u64)
}

/// Writes a whole number.
pub(super) fn push_u64(into: &mut String, value: u64) {
    if value >= 10 {
        push_u64(into, value / 10);
    }
    into.push(char::from_digit(u32::try_from(value % 10).unwrap_or_default(), 10).unwrap_or('0'));
}
