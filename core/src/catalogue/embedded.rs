//! The CDG29's document, without the white space between its members: people edit it, programs carry it.

const SOURCE: &[u8] = include_bytes!("cdg29.json");

/// The document as the library reads it.
pub(super) const DOCUMENT: &[u8] = &squeezed::<{ squeezed::<0>(SOURCE).1 }>(SOURCE).0;

/// The text without white space outside strings, as far as there is room, and how much room that takes.
#[expect(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "checked when compiled")]
const fn squeezed<const ROOM: usize>(text: &[u8]) -> ([u8; ROOM], usize) {
    let mut kept = [0; ROOM];
    let (mut place, mut length, mut in_string, mut escaped) = (0, 0, false, false);
    while place < text.len() {
        let byte = text[place];
        if in_string || !byte.is_ascii_whitespace() {
            if length < ROOM {
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
    use super::squeezed;

    #[test]
    fn white_space_stays_in_strings_alone() {
        let (text, expected) = (br#"{ "a b" : [ 1,"\" c \\" , "d" ] }"#, br#"{"a b":[1,"\" c \\","d"]}"#);
        assert_eq!(squeezed::<0>(text).1, expected.len());
        assert_eq!(&squeezed::<25>(text).0, expected);
    }
}
