//! The CDG29's document, without the white space between its members: people edit it, programs carry it.

const SOURCE: &[u8] = include_bytes!("cdg29.json");

/// The document as the library reads it.
pub(super) const DOCUMENT: &[u8] = &compact::<{ compact::<0>(SOURCE).1 }>(SOURCE).0;

/// Gives the text without white space outside strings, cut to `LENGTH` bytes, and its whole length.
#[expect(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "checked when compiled")]
const fn compact<const LENGTH: usize>(text: &[u8]) -> ([u8; LENGTH], usize) {
    let mut kept = [0; LENGTH];
    let (mut place, mut length, mut in_string, mut escaped) = (0, 0, false, false);
    while place < text.len() {
        let byte = text[place];
        if in_string || !byte.is_ascii_whitespace() {
            if length < LENGTH {
                kept[length] = byte;
            }
            length += 1;
        }
        if byte == b'"' && !escaped {
            in_string = !in_string;
        }
        escaped = in_string && byte == b'\\' && !escaped;
        place += 1;
    }
    (kept, length)
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn white_space_stays_in_strings_alone() {
        let (text, expected) = (br#"{ "a b" : [ 1,"\" c \\" , "d" ] }"#, br#"{"a b":[1,"\" c \\","d"]}"#);
        assert_eq!(compact::<0>(text).1, expected.len());
        assert_eq!(&compact::<25>(text).0, expected);
    }
}
