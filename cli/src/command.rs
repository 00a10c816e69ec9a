//! From arguments to a command.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use bilan_professionnel::wire::{Document, Operation};
use lexopt::Arg;

use crate::failure::Failure;
use crate::input::Source;
use crate::schemas::Described;

/// The help page.
pub(crate) const HELP: &str = include_str!("help.txt");

/// What is asked of the program.
pub(crate) struct Invocation {
    /// Other centres' catalogues; several for `lines` alone.
    pub(crate) catalogues: Vec<PathBuf>,
    pub(crate) command: Command,
}

/// The commands.
pub(crate) enum Command {
    /// A JSON document for a JSON document.
    Answer {
        operation: Operation,
        source: Source,
    },
    /// A case as a dossier to read.
    Dossier {
        source: Source,
    },
    /// A JSON document a line.
    Lines {
        strict: bool,
    },
    /// What another catalogue changes, and for which requests.
    Diff {
        after: PathBuf,
        requests: Option<Source>,
        json: bool,
    },
    /// All the faults of a catalogue, and what it holds.
    Check {
        source: Source,
        json: bool,
    },
    /// A catalogue to start from.
    New {
        path: Option<PathBuf>,
    },
    /// A table of agents, assessed.
    Agents {
        path: PathBuf,
        on: Option<String>,
        strict: bool,
    },
    /// The empty table of agents.
    Model {
        path: Option<PathBuf>,
    },
    /// The schema of one document, in a file if one is named.
    Schema {
        of: Described,
        path: Option<PathBuf>,
    },
    /// The schemas of all documents, in a folder.
    Schemas(PathBuf),
    /// The rule book, in a file if one is named.
    Rulebook {
        path: Option<PathBuf>,
    },
    Help,
    Version,
}

#[derive(Default)]
struct Options {
    catalogues: Vec<PathBuf>,
    json: bool,
    strict: bool,
    model: bool,
    on: Option<String>,
}

/// Reads the arguments; options may stand anywhere.
pub(crate) fn parse(mut arguments: lexopt::Parser) -> Result<Invocation, Failure> {
    let mut options = Options::default();
    let mut words = Vec::new();
    while let Some(argument) = arguments.next().map_err(|error| usage(&error))? {
        match argument {
            Arg::Long("help") | Arg::Short('h') => return Ok(alone(Command::Help)),
            Arg::Long("version") | Arg::Short('V') => return Ok(alone(Command::Version)),
            Arg::Long("catalogue") => {
                options.catalogues.push(arguments.value().map_err(|error| usage(&error))?.into());
            }
            Arg::Long("on") => {
                let day = arguments.value().map_err(|error| usage(&error))?;
                options.on = Some(day.to_string_lossy().into_owned());
            }
            Arg::Long("modele") => options.model = true,
            Arg::Long("json") => options.json = true,
            Arg::Long("strict") => options.strict = true,
            Arg::Value(word) => words.push(word),
            Arg::Long(_) | Arg::Short(_) => return Err(usage(&argument.unexpected())),
        }
    }
    let mut words = words.into_iter();
    let Some(name) = words.next() else {
        return Err(Failure::Usage("indiquez une commande ; « bilan --help » les présente".to_owned()));
    };
    let command = command(&name, &mut words, &options)?;
    if let Some(extra) = words.next() {
        return Err(Failure::Usage(format!("argument en trop : « {} »", extra.display())));
    }
    Ok(Invocation { catalogues: options.catalogues, command })
}

const fn alone(command: Command) -> Invocation {
    Invocation { catalogues: Vec::new(), command }
}

fn command(name: &OsStr, words: &mut impl Iterator<Item = OsString>, options: &Options) -> Result<Command, Failure> {
    let operation = name.to_str().and_then(Operation::from_code);
    let unfit = [
        (
            options.json && operation.is_none() && name != "diff" && name != "check",
            "--json ne vaut que pour une opération, diff et check",
        ),
        (options.strict && name != "lines" && name != "agents", "--strict ne vaut que pour lines et agents"),
        (options.model && name != "agents", "--modele ne vaut que pour agents"),
        (options.on.is_some() && name != "agents", "--on ne vaut que pour agents"),
        (options.catalogues.len() > 1 && name != "lines", "--catalogue ne se répète que pour lines"),
    ];
    if let Some((_, sentence)) = unfit.into_iter().find(|(unfit, _)| *unfit) {
        return Err(Failure::Usage(sentence.to_owned()));
    }
    if let Some(operation) = operation {
        let source = words.next().map_or(Source::Standard, Source::named);
        return Ok(match operation {
            Operation::Simulate if !options.json => Command::Dossier { source },
            _ => Command::Answer { operation, source },
        });
    }
    match name.to_str() {
        Some("lines") => Ok(Command::Lines { strict: options.strict }),
        Some("diff") => match words.next() {
            Some(after) => {
                Ok(Command::Diff { after: after.into(), requests: words.next().map(Source::named), json: options.json })
            }
            None => Err(Failure::Usage("indiquez le catalogue à comparer à celui en vigueur".to_owned())),
        },
        Some("check") => match words.next() {
            Some(name) => Ok(Command::Check { source: Source::named(name), json: options.json }),
            None => Err(Failure::Usage("indiquez le catalogue à vérifier".to_owned())),
        },
        Some("new") => Ok(Command::New { path: words.next().map(Into::into) }),
        Some("agents") if options.model => Ok(Command::Model { path: words.next().map(Into::into) }),
        Some("agents") => match words.next() {
            Some(path) => Ok(Command::Agents { path: path.into(), on: options.on.clone(), strict: options.strict }),
            None => Err(Failure::Usage("indiquez le tableau des agents, ou --modele".to_owned())),
        },
        Some("schema") => Ok(Command::Schema { of: schema(words)?, path: words.next().map(Into::into) }),
        Some("schemas") => match words.next() {
            Some(folder) => Ok(Command::Schemas(folder.into())),
            None => Err(Failure::Usage("indiquez le dossier où écrire les schémas".to_owned())),
        },
        Some("rulebook") => book(words.next().map(Into::into)),
        Some("aide" | "help") => Ok(Command::Help),
        _ => Err(Failure::Usage(format!("commande inconnue : « {} »", name.display()))),
    }
}

/// A catalogue that is named here by mistake must not be written over.
fn book(path: Option<PathBuf>) -> Result<Command, Failure> {
    if path.as_ref().is_some_and(|path| path.extension().is_none_or(|end| !end.eq_ignore_ascii_case("md"))) {
        let sentence =
            "le livret s’écrit dans un fichier dont le nom finit par .md ; le catalogue se donne après --catalogue";
        return Err(Failure::Usage(sentence.to_owned()));
    }
    Ok(Command::Rulebook { path })
}

fn schema(words: &mut impl Iterator<Item = OsString>) -> Result<Described, Failure> {
    let name = words.next().unwrap_or_default();
    if name == "error" {
        return Ok(Described::Wire(Document::Error));
    }
    let Some(operation) = name.to_str().and_then(Operation::from_code) else {
        let known = Operation::ALL.map(Operation::code).join(", ");
        return Err(Failure::Usage(format!("indiquez de quoi donner le schéma : {known} ou error")));
    };
    let side = words.next();
    match side.as_deref().and_then(OsStr::to_str) {
        Some("request") => Ok(Described::Wire(Document::Request(operation))),
        Some("result") => Ok(Described::Wire(Document::Result(operation))),
        Some("document") if operation == Operation::Catalogue => Ok(Described::Catalogue),
        None if side.is_none() => Ok(Described::Wire(Document::Request(operation))),
        _ => Err(Failure::Usage(
            "un schéma est celui de la demande, request, du résultat, result, ou du catalogue d’un centre, catalogue \
             document"
                .to_owned(),
        )),
    }
}

/// The reader's sentences are in English; these say the same.
fn usage(error: &lexopt::Error) -> Failure {
    use lexopt::Error;

    Failure::Usage(match error {
        Error::MissingValue { option } => {
            format!("il manque une valeur après « {} »", option.as_deref().unwrap_or_default())
        }
        Error::UnexpectedOption(option) => format!("option inconnue : « {option} »"),
        Error::UnexpectedValue { option, .. } => format!("l’option « {option} » ne prend pas de valeur"),
        Error::UnexpectedArgument(word) | Error::NonUnicodeValue(word) => {
            format!("argument inattendu : « {} »", word.display())
        }
        Error::ParsingFailed { value, .. } => format!("valeur illisible : « {value} »"),
        Error::Custom(_) => "arguments illisibles".to_owned(),
    })
}
