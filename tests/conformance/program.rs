//! The program under test: `bilan lines`, once for each catalogue.

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};
use std::thread;

use super::tests_dir;
use super::vectors::Vector;

/// The line answered to every vector, in the same order.
pub(crate) fn answer_all(vectors: &[Vector]) -> Vec<String> {
    let mut answers = vec![String::new(); vectors.len()];
    let catalogues: BTreeSet<Option<&str>> = vectors.iter().map(|vector| vector.catalogue.as_deref()).collect();
    for catalogue in catalogues {
        let places = || (0..vectors.len()).filter(|place| vectors[*place].catalogue.as_deref() == catalogue);
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
