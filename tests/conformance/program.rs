//! The program under test: `bilan lines`, once for each catalogue file.

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};
use std::thread;

use bilan_professionnel::Catalogue;
use bilan_professionnel::wire::{answer_line, error_document};

use super::tests_dir;
use super::vectors::Vector;

/// The line answered to every vector, in the same order. Catalogues that a vector changes are read by the library here.
pub(crate) fn answer_all(vectors: &[Vector]) -> Vec<String> {
    let mut answers: Vec<String> = vectors.iter().map(|vector| by_library(vector).unwrap_or_default()).collect();
    let whole = |vector: &&Vector| vector.change.is_none();
    let catalogues: BTreeSet<_> = vectors.iter().filter(whole).map(|vector| vector.catalogue.as_deref()).collect();
    for catalogue in catalogues {
        let asked = |vector: &Vector| vector.change.is_none() && vector.catalogue.as_deref() == catalogue;
        let places = || (0..vectors.len()).filter(|place| asked(&vectors[*place]));
        let input = places().flat_map(|place| vectors[place].line.iter().copied().chain([b'\n'])).collect();
        let output = run(catalogue, input);
        let lines: Vec<&str> = output.lines().collect();
        assert_eq!(lines.len(), places().count(), "one answer a line, for the catalogue {catalogue:?}");
        for (place, line) in places().zip(lines) {
            line.clone_into(&mut answers[place]);
        }
    }
    answers
}

fn by_library(vector: &Vector) -> Option<String> {
    Some(match Catalogue::parse(&vector.changed()?) {
        Ok(catalogue) => answer_line(&catalogue, &vector.line),
        Err(error) => error_document(&error),
    })
}

fn run(catalogue: Option<&str>, input: Vec<u8>) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bilan"));
    if let Some(file) = catalogue {
        command.arg("--catalogue").arg(tests_dir().join("catalogues").join(file));
    }
    let mut child =
        command.arg("lines").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program bilan");
    let mut stdin = child.stdin.take().expect("its standard input");
    // Answers come while lines still go in: one thread writes, this one reads.
    let writer = thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().expect("the answers of bilan");
    writer.join().expect("the thread that writes").expect("bilan reads all its lines");
    String::from_utf8(output.stdout).expect("answers in UTF-8")
}
