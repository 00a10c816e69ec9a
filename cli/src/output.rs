//! The standard output: its width, its colours, its end.

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

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

/// Writes a document into a file of that name, which nothing has yet.
pub(crate) fn create(path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => Failure::Exists { path: path.to_owned() },
        _ => Failure::File { path: path.to_owned(), error },
    };
    let mut file = File::create_new(path).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)
}

/// Says a sentence on the standard error; where nobody can read it, the exit status says enough.
pub(crate) fn warn(sentence: &str) {
    let line = format!("bilan\u{a0}: {}\n", words::unbroken(&words::printable(sentence)));
    let _ = io::stderr().lock().write_all(line.as_bytes());
}

/// Makes sure that what is printed can arrive somewhere: answers would be lost with a status of success.
#[cfg(unix)]
pub(crate) fn check() -> Result<(), Failure> {
    use rustix::fs::{OFlags, fcntl_getfl};

    let lost = |why: &str| Err(Failure::Output(io::Error::other(why.to_owned())));
    let access = fcntl_getfl(io::stdout()).map(|flags| flags & OFlags::ACCMODE);
    match access {
        _ if at_start::is_closed() => lost("la sortie est fermée"),
        Ok(OFlags::RDONLY) => lost("la sortie n’accepte que la lecture"),
        Ok(_) => Ok(()),
        Err(error) => Err(Failure::Output(error.into())),
    }
}

/// The standard output as the program was given it: the runtime puts the null device, which swallows everything, in the
/// place of one that is closed, and nothing tells it afterwards from one that was meant.
#[cfg(unix)]
mod at_start {
    use std::sync::atomic::{AtomicBool, Ordering};

    static CLOSED: AtomicBool = AtomicBool::new(false);

    pub(super) fn is_closed() -> bool {
        CLOSED.load(Ordering::Relaxed)
    }

    /// The loader calls what stands in this section before the runtime begins.
    #[used]
    #[cfg_attr(not(target_vendor = "apple"), unsafe(link_section = ".init_array"))]
    #[cfg_attr(target_vendor = "apple", unsafe(link_section = "__DATA,__mod_init_func"))]
    #[expect(unsafe_code, reason = "a pointer to a function of this type is what the section holds")]
    static LOOK: extern "C" fn() = look;

    extern "C" fn look() {
        let closed = rustix::fs::fcntl_getfl(rustix::stdio::stdout()).is_err();
        CLOSED.store(closed, Ordering::Relaxed);
    }
}

#[cfg(not(unix))]
pub(crate) const fn check() -> Result<(), Failure> {
    Ok(())
}

fn write(mut out: impl Write, text: &str) -> Result<(), Failure> {
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(Failure::Output)
}
