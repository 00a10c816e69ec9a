//! Quotation marks of a table in text: around a whole cell, doubled inside it.

use std::io::{self, Read};

/// Where the reading stands in a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Before the first letter of a cell.
    Start,
    /// In a cell without quotation marks around it, where one is a letter.
    Bare,
    /// In a cell that a quotation mark opened.
    Quoted,
    /// After a quotation mark in such a cell: its end, or the first of two.
    Closed,
}

/// What is wrong with a quotation mark that would have cells, and agents with them, read as parts of another.
///
/// The text is UTF-8 whose lines end in LF.
pub(super) fn misplaced(mut text: impl Read, delimiter: u8) -> io::Result<Option<String>> {
    let (mut place, mut line, mut opened) = (Place::Start, 1_usize, 1_usize);
    let mut chunk = vec![0; 1 << 16];
    loop {
        let read = text.read(&mut chunk)?;
        if read == 0 {
            let sentence = format!("le guillemet ouvert à la ligne {opened} n’est pas fermé");
            return Ok((place == Place::Quoted).then_some(sentence));
        }
        for byte in chunk.iter().take(read).copied() {
            let ends = byte == delimiter || byte == b'\n';
            place = match (place, byte) {
                (Place::Start, b'"') => {
                    opened = line;
                    Place::Quoted
                }
                (Place::Quoted, b'"') => Place::Closed,
                (Place::Closed, b'"') | (Place::Quoted, _) => Place::Quoted,
                (_, _) if ends => Place::Start,
                (Place::Closed, b' ' | b'\t') => Place::Closed,
                (Place::Closed, _) => {
                    return Ok(Some(format!(
                        "à la ligne {line}, un texte suit le guillemet qui ferme une case (ouverte à la ligne {opened}) ; \
                         doublez les guillemets d’un texte, ou retirez-les"
                    )));
                }
                (Place::Start | Place::Bare, _) => Place::Bare,
            };
            line = line.saturating_add((byte == b'\n').into());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_that_would_merge_rows_is_told_and_one_that_is_a_letter_is_not() {
        for (text, expected) in [
            ("A;oui\nB;non\n", None),
            ("\"A\";oui\n\"B;C\";non\n", None),
            ("\"A \"\"dit\"\" B\";oui\n", None),
            ("\"deux\nlignes\";oui\n", None),
            ("\"A\" ;oui\n", None),
            ("Le \"petit\" A;oui\n5\" B;non\n", None),
            ("\"\";oui\n\"\"\"\";non\n", None),
            ("A;oui\n\"B;oui\nC;oui\n", Some("le guillemet ouvert à la ligne 2 n’est pas fermé")),
            ("A;oui\n\"B;oui\nC;oui\n\"D;oui\nE;oui\n", Some("à la ligne 4, un texte suit le guillemet")),
            ("\"A \"le\" petit\";oui\n", Some("à la ligne 1, un texte suit le guillemet")),
        ] {
            let found = misplaced(text.as_bytes(), b';').ok().flatten();
            assert_eq!(found.is_some(), expected.is_some(), "{text:?}: {found:?}");
            assert!(found.unwrap_or_default().starts_with(expected.unwrap_or_default()), "{text:?}");
        }
    }
}
