//! `host [CATALOGUE]`: answers the request lines of the standard input with the crate, a line each.
//!
//! A line {"operation":"plan","request":…} goes to its operation, with the request as written; every other line to
//! `wire::answer_line`. A catalogue that is refused is refused by every answer.

use std::io::{self, BufRead, Write};

use bilan_professionnel::wire::{Operation, answer, answer_line, error_document};
use bilan_professionnel::{Catalogue, Error};

/// Errors of the text itself name positions, which are those of the line and not of the request in it.
const ABOUT_TEXT: [&str; 3] = ["invalidJson", "invalidUtf8", "tooLarge"];

fn main() -> io::Result<()> {
    let catalogue = match std::env::args_os().nth(1) {
        Some(file) => Catalogue::parse(&std::fs::read(file)?),
        None => Ok(Catalogue::embedded().clone()),
    };
    let (mut input, mut output) = (io::stdin().lock(), io::BufWriter::new(io::stdout().lock()));
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        let text = line.strip_suffix(b"\n").map_or(&line[..], |text| text.strip_suffix(b"\r").unwrap_or(text));
        let answer = match &catalogue {
            Ok(catalogue) => operation(catalogue, text).unwrap_or_else(|| answer_line(catalogue, text)),
            Err(error) => error_document(error),
        };
        writeln!(output, "{answer}")?;
        line.clear();
    }
    output.flush()
}

/// The answer of the operation itself, where the line is one as this program's caller writes them.
fn operation(catalogue: &Catalogue, line: &[u8]) -> Option<String> {
    Operation::ALL.into_iter().find_map(|operation| {
        let request = line.strip_prefix(format!(r#"{{"operation":"{operation}","request":"#).as_bytes())?;
        let request = request.strip_suffix(b"}")?;
        let about_text = |error: &Error| ABOUT_TEXT.contains(&error.code());
        match answer(catalogue, operation, request) {
            // No request at all is a fault of the line.
            _ if request == b"null" => None,
            Err(error) if about_text(&error) => None,
            answer => Some(answer.unwrap_or_else(|error| error_document(&error))),
        }
    })
}
