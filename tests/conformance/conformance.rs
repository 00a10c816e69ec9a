//! The contract, case by case: every vector runs through `bilan lines`, and its answer must be the one expected.
//!
//! - `vectors/<subject>.json`: what is asked and what a counsellor expects, written by hand from the contract.
//! - `expected/<subject>.jsonl`: the whole answer to every case in order, byte for byte; every host must give the same.
//!
//! A change of a label or an explanation is meant or is a fault: run with `BLESS=1` to write the answers anew, and read
//! the difference. Expectations are never written by the program; the records that `rejeu.json` replays are those of the
//! first two answers of `simulation.jsonl`, to be copied from there when a label changes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::indexing_slicing, clippy::arithmetic_side_effects, clippy::float_cmp, missing_docs)]

mod coverage;
mod golden;
mod laws;
mod program;
mod schemas;
mod sha256;
mod subset;
mod vectors;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::Value;

use self::vectors::Vector;

/// A vector and what the program answered.
pub(crate) struct Answered {
    pub(crate) vector: Vector,
    /// The line of the answer, as written.
    pub(crate) line: String,
    /// The same, read.
    pub(crate) answer: Value,
}

impl Answered {
    /// Whether the answer is a result and not an error.
    pub(crate) fn succeeded(&self) -> bool {
        self.answer.get("error").is_none()
    }
}

/// All vectors with their answers, by subject and in the order of the files.
static ANSWERED: LazyLock<Vec<Answered>> = LazyLock::new(|| {
    let vectors = vectors::all();
    let lines = program::answer_all(&vectors);
    let answered = vectors.into_iter().zip(lines).map(|(vector, line)| {
        let answer = serde_json::from_str(&line).unwrap_or_else(|_| panic!("{vector}: not JSON: {line}"));
        Answered { vector, line, answer }
    });
    answered.collect()
});

/// The folder `tests/` of the repository.
pub(crate) fn tests_dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests")
}

#[test]
fn every_vector_has_the_answer_expected_and_the_contract_is_covered() {
    let schemas = schemas::Schemas::load();
    let mut faults = Vec::new();
    for answered in ANSWERED.iter() {
        let mut found = subset::mismatches(&answered.vector.expect, &answered.answer);
        if found.is_empty() {
            found.extend(schemas.faults(answered));
            found.extend(laws::broken(answered));
        }
        faults.extend(found.iter().map(|fault| format!("{}: {fault}", answered.vector)));
    }
    faults.extend(golden::check(&ANSWERED));
    faults.extend(coverage::gaps(&ANSWERED, &schemas));
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    // Written past the test harness, which keeps what a passing test prints to itself.
    let _ = writeln!(std::io::stdout(), "conformance: {} vectors passed", ANSWERED.len());
}

#[test]
fn names_of_vectors_are_unique_so_that_a_fault_names_its_case() {
    let mut names: Vec<&str> = ANSWERED.iter().map(|answered| answered.vector.name.as_str()).collect();
    names.sort_unstable();
    for pair in names.windows(2) {
        assert_ne!(pair[0], pair[1], "two vectors of the same name");
    }
}
