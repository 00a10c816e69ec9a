//! Documents read from files or from the standard input, never more of them than the library accepts.

use std::borrow::Cow;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal, Read};
use std::path::{Path, PathBuf};

use bilan_professionnel::Catalogue;
use bilan_professionnel::limits::MAX_DOCUMENT_BYTES;
use bilan_professionnel::wire::Operation;

use crate::failure::Failure;
use crate::text_file::Start;

/// Enough of a document, and of the mark before it, for the library to see that it is too large.
const ENOUGH: u64 = MAX_DOCUMENT_BYTES as u64 + 4;

/// Where a document comes from.
pub(crate) enum Source {
    Standard,
    File(PathBuf),
}

impl Source {
    /// The file of that name; `-` is the standard input.
    pub(crate) fn named(name: OsString) -> Self {
        if name == "-" { Self::Standard } else { Self::File(name.into()) }
    }

    /// What a person calls it.
    pub(crate) fn name(&self) -> Cow<'_, str> {
        match self {
            Self::Standard => "entrée standard".into(),
            Self::File(path) => path.to_string_lossy(),
        }
    }

    /// Its bytes after the mark that an editor may have written, however many, to be read line by line.
    pub(crate) fn open(&self) -> Result<Box<dyn BufRead>, Failure> {
        let mut input: Box<dyn BufRead> = match self {
            Self::Standard => Box::new(io::stdin().lock()),
            Self::File(path) => Box::new(BufReader::new(File::open(path).map_err(|error| self.unreadable(error))?)),
        };
        match Start::skip(&mut input).map_err(|error| self.unreadable(error))? {
            Start::Text { .. } => Ok(input),
            Start::Utf16 => Err(self.utf16()),
        }
    }

    /// Its bytes after the mark that an editor may have written, as many as are accepted and one more.
    pub(crate) fn read(&self) -> Result<Vec<u8>, Failure> {
        let read = match self {
            Self::Standard => bounded(io::stdin().lock()),
            Self::File(path) => File::open(path).and_then(bounded),
        };
        let mut bytes = read.map_err(|error| self.unreadable(error))?;
        match Start::of(&bytes) {
            Start::Text { mark } => {
                bytes.drain(..mark);
                Ok(bytes)
            }
            Start::Utf16 => Err(self.utf16()),
        }
    }

    /// Why it cannot be read.
    pub(crate) fn unreadable(&self, error: io::Error) -> Failure {
        match self {
            Self::Standard => Failure::Input(error),
            Self::File(path) => Failure::File { path: path.clone(), error },
        }
    }

    /// It is a text of another encoding.
    pub(crate) fn utf16(&self) -> Failure {
        Failure::Utf16 { name: self.name().into_owned() }
    }
}

/// The request of an operation. The catalogue is asked for by an empty object, which nobody should have to write: an
/// empty input, or a terminal, stands for it.
pub(crate) fn request(operation: Operation, source: &Source) -> Result<Vec<u8>, Failure> {
    if operation != Operation::Catalogue {
        return source.read();
    }
    let typed = matches!(source, Source::Standard) && io::stdin().is_terminal();
    let request = if typed { Vec::new() } else { source.read()? };
    Ok(if request.trim_ascii().is_empty() { b"{}".to_vec() } else { request })
}

/// Another centre's catalogue.
pub(crate) fn catalogue(path: &Path) -> Result<Catalogue, Failure> {
    let source = Source::File(path.to_owned());
    let text = source.read()?;
    Catalogue::parse(&text).map_err(|error| Failure::Refused { name: source.name().into_owned(), error })
}

fn bounded(input: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(ENOUGH).read_to_end(&mut bytes)?;
    Ok(bytes)
}
