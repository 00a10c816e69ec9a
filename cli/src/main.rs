//! `bilan`: the bilan professionnel on the command line, from one case to a whole dossier.

#![forbid(unsafe_code)]

mod command;
mod diff;
mod failure;
mod input;
mod lines;
mod output;
mod render;
mod rulebook;
mod schemas;
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

fn run(Invocation { catalogue, command }: Invocation) -> Result<(), Failure> {
    let loaded = catalogue.map(|path| input::catalogue(&path)).transpose()?;
    let catalogue = loaded.as_ref().unwrap_or_else(|| Catalogue::embedded());
    match command {
        Command::Answer { operation, source } => answer(catalogue, operation, &source),
        Command::Dossier { source } => output::print_page(&render::dossier(catalogue, &source, output::width())?),
        Command::Lines { strict } => lines::run(catalogue, strict),
        Command::Diff { after, requests, json } => {
            diff::run(catalogue, &input::catalogue(&after)?, requests.as_ref(), json)
        }
        Command::Schema(document) => output::print(&schemas::pretty(document)?),
        Command::Schemas(folder) => schemas::write_all(&folder),
        Command::Rulebook => output::print(&rulebook::rulebook(catalogue)?),
        Command::Help => output::print(command::HELP),
        Command::Version => output::print(&format!("bilan {}\n", env!("CARGO_PKG_VERSION"))),
    }
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
