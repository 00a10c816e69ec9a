//! Why the program stops short, what it says of it, and its exit status.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use bilan_professionnel::{Error, Problem};

use crate::output;

/// A reason to stop.
pub(crate) enum Failure {
    /// The arguments make no command.
    Usage(String),
    /// A document was refused: the file it came from, and why.
    Refused { name: String, error: Error },
    /// The error document has been printed: nothing is left to say.
    Answered,
    /// A file cannot be read or written.
    File { path: PathBuf, error: io::Error },
    /// A file is in UTF-16.
    Utf16 { name: String },
    /// The standard input cannot be read.
    Input(io::Error),
    /// The standard output cannot be written.
    Output(io::Error),
    /// A sentence that says it all.
    Told(String),
    /// A file that would be written over.
    Exists { path: PathBuf },
    /// A fault of the library.
    Internal,
}

/// The status of a program that SIGPIPE ends: 128 and the number of the signal.
const BROKEN_PIPE: u8 = 141;

impl Failure {
    /// Says in one French sentence why the program stops; gives the exit status.
    pub(crate) fn report(self) -> ExitCode {
        let (sentence, status) = match self {
            Self::Answered => return ExitCode::FAILURE,
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => return ExitCode::from(BROKEN_PIPE),
            Self::Usage(sentence) => (format!("{sentence}. Voir « bilan --help »."), 2),
            Self::Refused { name, error } => (refusal(&name, &error), 1),
            Self::File { path, .. } if path.as_os_str().is_empty() => ("le nom du fichier est vide.".to_owned(), 1),
            Self::File { path, error } => (format!("{} : {}.", path.display(), reason(&error)), 1),
            Self::Utf16 { name } => (format!("{name} : ce fichier est en UTF-16 ; enregistrez-le en UTF-8."), 1),
            Self::Input(error) => (format!("entrée standard illisible : {}.", reason(&error)), 1),
            Self::Output(error) => (format!("écriture impossible : {}.", reason(&error)), 1),
            Self::Told(sentence) => (sentence, 1),
            Self::Exists { path } => (format!("{} existe déjà ; donnez un autre nom.", path.display()), 1),
            Self::Internal => (Problem::Internal.to_string(), 1),
        };
        // A person reads this, and documents may hold anything.
        output::warn(&sentence);
        ExitCode::from(status)
    }
}

fn refusal(name: &str, error: &Error) -> String {
    match error.path() {
        "" => format!("{name} : {error}"),
        path => format!("{name}, {path} : {error}"),
    }
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "introuvable".to_owned(),
        io::ErrorKind::PermissionDenied => "accès refusé".to_owned(),
        io::ErrorKind::IsADirectory => "c’est un dossier, il faut un fichier".to_owned(),
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
            "c’est un fichier, il faut un dossier".to_owned()
        }
        io::ErrorKind::NotSeekable => "il faut un fichier, et non un flux qui ne se lit qu’une fois".to_owned(),
        io::ErrorKind::StorageFull => "il n’y a plus de place".to_owned(),
        _ => error.to_string(),
    }
}
