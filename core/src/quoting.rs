//! Words of a request in the sentences that answer it: short, and nothing in them that cannot be seen.

use std::borrow::Cow;

use crate::limits::{MAX_CODE, MAX_LISTED, MAX_QUOTED};

/// The start of a text as a message repeats it: at most [`MAX_QUOTED`] characters, `…` where it goes on, and every
/// character that cannot be seen as `\u{202e}`.
pub(crate) fn quoted(text: &str) -> String {
    shown(text, MAX_QUOTED).into_owned()
}

/// A key as a path names it: as it was written, whatever a legal code it is; else as [`quoted`] does, up to
/// [`MAX_CODE`] characters.
pub(crate) fn quoted_key(key: &str) -> Cow<'_, str> {
    shown(key, MAX_CODE)
}

/// What is expected, as a message lists it: as [`quoted`] does, up to [`MAX_LISTED`] characters. A list can hold the codes
/// of a catalogue, whatever they are.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    shown(text, MAX_LISTED)
}

fn shown(text: &str, longest: usize) -> Cow<'_, str> {
    if text.len() <= longest && text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::new();
    let mut length: usize = 0;
    for character in text.chars() {
        let escaped = is_invisible(character).then(|| character.escape_unicode());
        length = length.saturating_add(escaped.as_ref().map_or(1, ExactSizeIterator::len));
        if length > longest {
            shown.push('…');
            break;
        }
        match escaped {
            Some(escaped) => shown.extend(escaped),
            None => shown.push(character),
        }
    }
    Cow::Owned(shown)
}

/// Whether a character has no shape of its own, or changes the way in which those around it are read: controls,
/// directions of writing, separators of lines, joiners, tags, fillers, variation selectors.
pub(crate) const fn is_invisible(character: char) -> bool {
    matches!(character,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}'
        | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_repeats_forty_characters_and_a_path_any_legal_code() {
        let code = "a".repeat(MAX_CODE);
        assert_eq!(quoted_key(&code), code);
        assert_eq!(quoted(&code), format!("{}…", "a".repeat(MAX_QUOTED)));
        let long = "é".repeat(1_000);
        assert_eq!(quoted_key(&long).chars().count(), MAX_CODE.saturating_add(1));
        assert_eq!(quoted("déjà vu"), "déjà vu");
        assert_eq!(quoted(&"é".repeat(MAX_QUOTED)), "é".repeat(MAX_QUOTED));
    }

    #[test]
    fn a_list_of_many_codes_is_cut() {
        let codes = vec!["é".repeat(MAX_CODE); 100].join(", ");
        assert_eq!(visible(&codes).chars().count(), MAX_LISTED.saturating_add(1));
        assert!(visible(&codes).ends_with('…'));
    }

    #[test]
    fn what_cannot_be_seen_is_shown_by_its_number() {
        for (text, shown) in [
            ("a\u{202e}b", "a\\u{202e}b"),
            ("\u{1b}[31m", "\\u{1b}[31m"),
            ("a\r\nb", "a\\u{d}\\u{a}b"),
            ("\u{feff}x\u{200b}", "\\u{feff}x\\u{200b}"),
            ("\u{e0041}", "\\u{e0041}"),
            ("\u{2028}", "\\u{2028}"),
        ] {
            assert_eq!(quoted(text), shown);
            assert_eq!(quoted_key(text), shown);
            assert_eq!(visible(&text.repeat(20)), shown.repeat(20));
        }
    }

    #[test]
    fn whatever_the_text_nothing_unseen_is_left_and_little_is_repeated() {
        for start in (0..=u32::from(char::MAX)).step_by(7) {
            let text: String = (start..start.saturating_add(100)).filter_map(char::from_u32).collect();
            let shown = quoted(&text);
            assert!(!shown.contains(|character| is_invisible(character) || character.is_control()), "{start:x}");
            assert!(shown.chars().count() <= MAX_QUOTED.saturating_add(1), "{start:x}");
        }
    }
}
