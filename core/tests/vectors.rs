//! The conformance vectors, answered by the library itself: every byte as in `tests/conformance/expected`.

#![cfg(feature = "wire")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::indexing_slicing, clippy::arithmetic_side_effects, dead_code, missing_docs)]

#[path = "../../tests/conformance/vectors.rs"]
mod vectors;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use bilan_professionnel::wire::{answer_line, error_document};
use bilan_professionnel::{Catalogue, Error};

/// The folder `tests/` of the repository.
pub(crate) fn tests_dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests")
}

fn catalogue(vector: &vectors::Vector) -> Result<Catalogue, Error> {
    match (vector.changed(), &vector.catalogue) {
        (Some(document), _) => Catalogue::parse(&document),
        (None, Some(file)) => Catalogue::parse(&fs::read(tests_dir().join("catalogues").join(file)).unwrap()),
        (None, None) => Ok(Catalogue::embedded().clone()),
    }
}

#[test]
fn every_vector_has_its_whole_answer() {
    let mut expected: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let all = vectors::all();
    for vector in &all {
        let kept = expected.entry(vector.subject.clone()).or_insert_with(|| {
            let file = tests_dir().join(format!("conformance/expected/{}.jsonl", vector.subject));
            fs::read_to_string(file).unwrap().lines().rev().map(str::to_owned).collect()
        });
        let answer = match catalogue(vector) {
            Ok(catalogue) => answer_line(&catalogue, &vector.line),
            Err(error) => error_document(&error),
        };
        assert_eq!(kept.pop(), Some(answer), "{vector}");
    }
    assert!(all.len() > 500 && expected.values().all(Vec::is_empty));
}
