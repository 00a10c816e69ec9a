//! The standard output: its width, its colours, its end.

use std::io::{self, IsTerminal, Write};

use anstream::AutoStream;

use crate::failure::Failure;
use crate::words;

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

/// Says a sentence on the standard error; where nobody can read it, the exit status says enough.
pub(crate) fn warn(sentence: &str) {
    let line = format!("bilan\u{a0}: {}\n", words::unbroken(&words::printable(sentence)));
    let _ = io::stderr().lock().write_all(line.as_bytes());
}

/// Makes sure that what is printed can arrive somewhere.
///
/// A program that is started without a standard output gets one from the runtime that swallows everything, and one that
/// cannot be written to swallows it too: answers would be lost with a status of success.
#[cfg(unix)]
pub(crate) fn check() -> Result<(), Failure> {
    use rustix::fs::{OFlags, fcntl_getfl, fstat};

    let broken = |error: rustix::io::Errno| Failure::Output(error.into());
    let out = io::stdout();
    let access = fcntl_getfl(&out).map_err(broken)? & OFlags::ACCMODE;
    // The runtime's stand-in is the null device, open for both; a redirection opens it for writing alone.
    let null = rustix::fs::stat("/dev/null").map_err(broken)?;
    let same = fstat(&out).map_err(broken)?.st_rdev == null.st_rdev && access == OFlags::RDWR;
    if access == OFlags::RDONLY || same { Err(broken(rustix::io::Errno::BADF)) } else { Ok(()) }
}

#[cfg(not(unix))]
pub(crate) const fn check() -> Result<(), Failure> {
    Ok(())
}

fn write(mut out: impl Write, text: &str) -> Result<(), Failure> {
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(Failure::Output)
}
