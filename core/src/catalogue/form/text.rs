//! What a text, a code and an address are.

use crate::error::Problem;
use crate::limits::MAX_CODE;
use crate::quoting::is_invisible;

/// The regular expression of a code of at most [`MAX_CODE`] characters.
#[cfg(feature = "schema")]
pub(super) const CODE_PATTERN: &str = "^[a-z][A-Za-z0-9]{0,63}$";

/// The characters of [`is_invisible`], as a regular expression names them in a class.
#[cfg(feature = "schema")]
macro_rules! invisible {
    () => {
        concat!(
            r"\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f",
            r"\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb",
            r"\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}"
        )
    };
}

/// The regular expression of a text of one line with something to see.
#[cfg(feature = "schema")]
pub(super) const TEXT_PATTERN: &str =
    concat!("^[^", invisible!(), "]*", r"[^\s", invisible!(), "]", "[^", invisible!(), "]*$");

/// The regular expression of an address.
#[cfg(feature = "schema")]
pub(super) const ADDRESS_PATTERN: &str = concat!(r"^https://[^\s", invisible!(), "]+$");

/// Checks a text of one line. Texts enter calendars, tables and terminals, where a character that cannot be seen
/// deceives.
pub(super) fn check_text(text: &str, max: usize, required: bool) -> Result<(), Problem> {
    if let Some((place, character)) = text.chars().enumerate().find(|(_, character)| is_invisible(*character)) {
        return Err(Problem::out_of_range(format!(
            "un texte d’une seule ligne, sans caractère invisible\u{a0}: le caractère n°\u{a0}{} (U+{:04X}) est à retirer",
            place.saturating_add(1),
            u32::from(character),
        )));
    }
    if text.trim().is_empty() {
        let otherwise = if required { "" } else { "\u{a0}; s’il n’y a rien à dire, retirez ce champ" };
        return Err(Problem::out_of_range(format!("un texte qui ne soit pas vide{otherwise}")));
    }
    if text.chars().count() > max {
        return Err(Problem::out_of_range(format!("un texte de {max}\u{a0}caractères au plus")));
    }
    Ok(())
}

/// Checks a code.
pub(super) fn check_code(code: &str) -> Result<(), Problem> {
    let is_code = code.len() <= MAX_CODE
        && code.starts_with(|first: char| first.is_ascii_lowercase())
        && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if is_code {
        return Ok(());
    }
    Err(Problem::out_of_range(format!(
        "un code de {MAX_CODE} caractères au plus\u{a0}: une minuscule, puis des lettres sans accent et des chiffres, \
         par exemple «\u{a0}bilanLong\u{a0}»"
    )))
}

/// Checks an address.
pub(super) fn check_address(address: &str, max: usize) -> Result<(), Problem> {
    let rest = address.strip_prefix("https://").unwrap_or_default();
    let is_address = !rest.is_empty()
        && !rest.chars().any(|character| is_invisible(character) || character.is_whitespace())
        && address.chars().count() <= max;
    if is_address {
        return Ok(());
    }
    Err(Problem::out_of_range("une adresse sans espace qui commence par «\u{a0}https://\u{a0}»"))
}
