//! The standard output: its width, its colours, its end.

use std::io::{self, IsTerminal, Write};

use anstream::AutoStream;

use crate::failure::Failure;

/// The widest page that is comfortable to read.
const WIDEST: usize = 100;
/// The narrowest page on which the columns keep their sense.
const NARROWEST: usize = 72;
/// The width of a page that nobody measures.
const UNMEASURED: usize = 88;

/// The width of a page: what `COLUMNS` says, else that of the terminal.
pub(crate) fn width() -> usize {
    let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let measured = || if io::stdout().is_terminal() { textwrap::termwidth() } else { UNMEASURED };
    asked.unwrap_or_else(measured).clamp(NARROWEST, WIDEST)
}

/// Prints a document, byte for byte.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    write(io::stdout().lock(), text)
}

/// Prints a page; its colours reach a terminal only, and only if its user wants them.
pub(crate) fn print_page(text: &str) -> Result<(), Failure> {
    write(AutoStream::auto(io::stdout().lock()), text)
}

fn write(mut out: impl Write, text: &str) -> Result<(), Failure> {
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(Failure::Output)
}
