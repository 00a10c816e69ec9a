//! Documents read from files or from the standard input, never more of them than the library accepts.

use std::borrow::Cow;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal, Read};
use std::path::{Path, PathBuf};

use bilan_professionnel::Catalogue;
use bilan_professionnel::wire::{MAX_REQUEST, Operation};

use crate::failure::Failure;

/// Enough of a document for the library to see that it is too large.
const ENOUGH: u64 = MAX_REQUEST as u64 + 1;

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

    /// Its bytes, however many, to be read line by line.
    pub(crate) fn open(&self) -> Result<Box<dyn BufRead>, Failure> {
        Ok(match self {
            Self::Standard => Box::new(io::stdin().lock()),
            Self::File(path) => {
                Box::new(BufReader::new(File::open(path).map_err(|error| Failure::File { path: path.clone(), error })?))
            }
        })
    }

    /// Its bytes, as many as are accepted and one more.
    pub(crate) fn read(&self) -> Result<Vec<u8>, Failure> {
        match self {
            Self::Standard => bounded(io::stdin().lock()).map_err(Failure::Input),
            Self::File(path) => {
                File::open(path).and_then(bounded).map_err(|error| Failure::File { path: path.clone(), error })
            }
        }
    }
}

/// The request of an operation. The catalogue is asked for by an empty object, which nobody should have to type.
pub(crate) fn request(operation: Operation, source: &Source) -> Result<Vec<u8>, Failure> {
    match (operation, source) {
        (Operation::Catalogue, Source::Standard) if io::stdin().is_terminal() => Ok(b"{}".to_vec()),
        _ => source.read(),
    }
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
