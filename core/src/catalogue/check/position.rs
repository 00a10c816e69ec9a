//! Where a place of a document stands in its text, in lines and columns that an editor shows.

/// Gives the line and the column, from 1, of the place that a trail leads to: the name of a member, or an element of a
/// list. A trail that goes too far, as that of a missing member does, leads to what should hold it.
pub(super) fn of(text: &str, trail: &[usize]) -> (usize, usize) {
    let bytes = text.as_bytes();
    let mut value = skip_space(bytes, 0);
    let mut shown = value;
    for index in trail {
        let Some((start, child)) = child(bytes, value, *index) else { break };
        (shown, value) = (start, child);
    }
    line_and_column(text, shown)
}

/// Gives the line and the column, from 1, of a byte of a text; columns count characters.
pub(super) fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.bytes().filter(|byte| *byte == b'\n').count().saturating_add(1);
    let start = before.rfind('\n').map_or(0, |newline| newline.saturating_add(1));
    (line, before.get(start..).unwrap_or_default().chars().count().saturating_add(1))
}

/// Gives where a child of a list or an object begins, and where its value does.
fn child(bytes: &[u8], container: usize, index: usize) -> Option<(usize, usize)> {
    let in_object = *bytes.get(container)? == b'{';
    if !in_object && *bytes.get(container)? != b'[' {
        return None;
    }
    let mut place = skip_space(bytes, container.saturating_add(1));
    for passed in 0..=index {
        if matches!(bytes.get(place)?, b'}' | b']') {
            return None;
        }
        let start = place;
        if in_object {
            let colon = skip_space(bytes, end_of_string(bytes, place));
            place = skip_space(bytes, colon.saturating_add(1));
        }
        if passed == index {
            return Some((start, place));
        }
        let comma = skip_space(bytes, end_of_value(bytes, place));
        place = match bytes.get(comma)? {
            b',' => skip_space(bytes, comma.saturating_add(1)),
            _ => comma,
        };
    }
    None
}

fn skip_space(bytes: &[u8], from: usize) -> usize {
    skip(bytes, from, u8::is_ascii_whitespace)
}

fn skip(bytes: &[u8], from: usize, passes: impl Fn(&u8) -> bool) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    from.saturating_add(rest.iter().position(|byte| !passes(byte)).unwrap_or(rest.len()))
}

/// Gives what follows the string that begins there.
fn end_of_string(bytes: &[u8], start: usize) -> usize {
    let mut place = start.saturating_add(1);
    while let Some(byte) = bytes.get(place) {
        place = place.saturating_add(if *byte == b'\\' { 2 } else { 1 });
        if *byte == b'"' {
            break;
        }
    }
    place
}

/// Gives what follows the value that begins there.
fn end_of_value(bytes: &[u8], start: usize) -> usize {
    let mut depth: usize = 0;
    let mut place = start;
    while let Some(byte) = bytes.get(place) {
        match byte {
            b'"' => place = end_of_string(bytes, place),
            b'{' | b'[' => {
                depth = depth.saturating_add(1);
                place = place.saturating_add(1);
            }
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                place = place.saturating_add(1);
            }
            _ if depth == 0 => {
                return skip(bytes, place, |byte| !matches!(byte, b',' | b'}' | b']') && !byte.is_ascii_whitespace());
            }
            _ => place = place.saturating_add(1),
        }
        if depth == 0 {
            break;
        }
    }
    place
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn a_member_is_shown_at_its_name_and_an_element_at_its_beginning() {
        let text = "{\n  \"é\": [ 1,\n    {\"a\": \"}\\\"]\", \"b\": null}, \"x\" ],\n  \"c\":true }";
        for (trail, place) in [
            (&[][..], (1, 1)),
            (&[0], (2, 3)),
            (&[0, 0], (2, 10)),
            (&[0, 1], (3, 5)),
            (&[0, 1, 0], (3, 6)),
            (&[0, 1, 1], (3, 19)),
            (&[0, 2], (3, 31)),
            (&[1], (4, 3)),
            // What is missing is shown where it should be.
            (&[2], (1, 1)),
            (&[0, 1, 2], (3, 5)),
            (&[1, 0], (4, 3)),
        ] {
            assert_eq!(of(text, trail), place, "{trail:?}");
        }
    }
}
