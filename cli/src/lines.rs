//! `bilan lines`: a request a line in, an answer a line out, in order, whatever their number.

use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};

use bilan_professionnel::Catalogue;
use bilan_professionnel::limits::MAX_LINE_BYTES;
use bilan_professionnel::wire::answer_line_among;

use crate::failure::Failure;
use crate::input::Source;
use crate::text_file::Start;
use crate::{output, words};

const BUFFER: usize = 128 * 1024;

/// The longest line with its end.
const LONGEST: u64 = MAX_LINE_BYTES as u64 + 2;

/// How every error document begins, and no result does.
const ERROR: &str = r#"{"error":"#;

/// Answers the standard input on the standard output.
///
/// Memory does not grow with the number of lines nor with their length: one line is held at a time, and of a line
/// too long for any request only what shows that it is.
pub(crate) fn run(catalogues: &[&Catalogue], strict: bool) -> Result<(), Failure> {
    let mut input = BufReader::with_capacity(BUFFER, io::stdin().lock());
    let mut output = BufWriter::with_capacity(BUFFER, io::stdout().lock());
    if Start::skip(&mut input).map_err(Failure::Input)? == Start::Utf16 {
        return Err(Source::Standard.utf16());
    }
    let mut line = Vec::new();
    let (mut lines, mut errors) = (0_usize, 0_usize);
    loop {
        // Before the input is waited for, what has been answered leaves: a program may be waiting for it.
        if !input.buffer().contains(&b'\n') {
            output.flush().map_err(Failure::Output)?;
        }
        if !read_line(&mut input, &mut line).map_err(Failure::Input)? {
            break;
        }
        let mut answer = answer_line_among(catalogues, &line);
        lines = lines.saturating_add(1);
        errors = errors.saturating_add(answer.starts_with(ERROR).into());
        answer.push('\n');
        output.write_all(answer.as_bytes()).map_err(Failure::Output)?;
    }
    output.flush().map_err(Failure::Output)?;
    if errors > 0 {
        let refused = words::count(errors, "ligne a reçu une erreur", "lignes ont reçu une erreur");
        output::warn(&format!("{refused}, sur {lines}."));
    }
    if strict && errors > 0 { Err(Failure::Answered) } else { Ok(()) }
}

/// Reads a line without its end, LF or CRLF; false when there is none. What exceeds the limit is read and let go.
pub(crate) fn read_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    if input.by_ref().take(LONGEST).read_until(b'\n', line)? == 0 {
        return Ok(false);
    }
    if line.ends_with(b"\n") {
        line.pop();
        if line.ends_with(b"\r") {
            line.pop();
        }
    } else if line.len() > MAX_LINE_BYTES {
        input.skip_until(b'\n')?;
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengths(input: &[u8]) -> Vec<usize> {
        let (mut input, mut line, mut lengths) = (input, Vec::new(), Vec::new());
        while read_line(&mut input, &mut line).is_ok_and(|found| found) {
            lengths.push(line.len());
        }
        lengths
    }

    #[test]
    fn a_line_ends_by_lf_by_crlf_or_with_the_input() {
        assert_eq!(lengths(b"a\nbb\r\nccc"), [1, 2, 3]);
        assert_eq!(lengths(b"a\n\n\r\nb\n"), [1, 0, 0, 1]);
        assert!(lengths(b"").is_empty());
    }

    #[test]
    fn the_longest_line_is_whole_and_a_longer_one_is_seen_to_be() {
        for ending in ["\n", "\r\n", ""] {
            let line = |length: usize| format!("{}{ending}", " ".repeat(length));
            assert_eq!(lengths(line(MAX_LINE_BYTES).as_bytes()), [MAX_LINE_BYTES]);
            for longer in [MAX_LINE_BYTES + 1, MAX_LINE_BYTES + 2, MAX_LINE_BYTES + 3, 3 * MAX_LINE_BYTES] {
                let mut text = line(longer).into_bytes();
                text.extend_from_slice(if ending.is_empty() { b"\nb" } else { b"b" });
                let found = lengths(&text);
                assert!(matches!(found[..], [long, 1] if long > MAX_LINE_BYTES), "{longer}: {found:?}");
            }
        }
    }
}
