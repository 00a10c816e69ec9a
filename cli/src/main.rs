//! `bilan`: the bilan professionnel on the command line, from one case to a whole dossier.

#![deny(unsafe_code)]

mod agents;
mod check;
mod command;
mod diff;
mod failure;
mod input;
mod lines;
mod output;
mod render;
mod rulebook;
mod schemas;
mod start;
mod text_file;
mod words;

use std::process::ExitCode;

use bilan_professionnel::Catalogue;
use bilan_professionnel::wire::{self, Operation};

use crate::command::{Command, Invocation};
use crate::failure::Failure;
use crate::input::Source;

fn main() -> ExitCode {
    match output::check().and_then(|()| command::parse(lexopt::Parser::from_env())).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

fn run(Invocation { catalogues, command }: Invocation) -> Result<(), Failure> {
    let loaded = catalogues.iter().map(|path| input::catalogue(path)).collect::<Result<Vec<_>, _>>()?;
    let catalogue = loaded.first().unwrap_or_else(|| Catalogue::embedded());
    match command {
        Command::Answer { operation, source } => answer(catalogue, operation, &source),
        Command::Dossier { source } => output::print_page(&render::dossier(catalogue, &source, output::width())?),
        Command::Lines { strict } => lines::run(&all(&loaded)?, strict),
        Command::Diff { after, requests, json } => {
            diff::run(catalogue, &input::catalogue(&after)?, requests.as_ref(), json)
        }
        Command::Check { source, json } => check::run(&source, json),
        Command::New { path } => start::write(path.as_deref()),
        Command::Agents { path, on, strict } => agents::run(catalogue, &path, on.as_deref(), strict),
        Command::Model { path } => agents::write_model(path.as_deref()),
        Command::Schema { of, path } => schemas::write(of, path.as_deref()),
        Command::Schemas(folder) => schemas::write_all(&folder),
        Command::Rulebook { path } => rulebook::write(catalogue, path.as_deref()),
        Command::Help => output::print(command::HELP),
        Command::Version => output::print(&format!("bilan {}\n", env!("CARGO_PKG_VERSION"))),
    }
}

/// The catalogues that a line may name; the first is meant where it names none.
fn all(loaded: &[Catalogue]) -> Result<Vec<&Catalogue>, Failure> {
    for (place, catalogue) in loaded.iter().enumerate() {
        let id = &catalogue.offer().id;
        if loaded.iter().take(place).any(|other| other.offer().id == *id) {
            return Err(Failure::Told(format!(
                "deux catalogues portent le même nom, « {id} » : une ligne ne saurait nommer le second."
            )));
        }
    }
    Ok(if loaded.is_empty() { vec![Catalogue::embedded()] } else { loaded.iter().collect() })
}

/// Prints the result or the error document: the bytes that every host gives, and a line break.
fn answer(catalogue: &Catalogue, operation: Operation, source: &Source) -> Result<(), Failure> {
    match wire::answer(catalogue, operation, &input::request(operation, source)?) {
        Ok(result) => output::print(&format!("{result}\n")),
        Err(error) => {
            output::print(&format!("{}\n", wire::error_document(&error)))?;
            Err(Failure::Answered)
        }
    }
}
