//! The whole answers, byte for byte.

use std::collections::BTreeMap;
use std::fs;

use super::{Answered, tests_dir};

/// Compares the answers with the files of `expected/`, or with `BLESS=1` writes these anew.
pub(crate) fn check(answered: &[Answered]) -> Vec<String> {
    let mut subjects: BTreeMap<&str, Vec<&Answered>> = BTreeMap::new();
    for one in answered {
        subjects.entry(&one.vector.subject).or_default().push(one);
    }
    let folder = tests_dir().join("conformance/expected");
    if std::env::var_os("BLESS").is_some_and(|value| value == "1") {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("the folder of answers");
        for (subject, answered) in &subjects {
            let lines: String = answered.iter().flat_map(|one| [one.line.as_str(), "\n"]).collect();
            fs::write(folder.join(format!("{subject}.jsonl")), lines).expect("a file of answers");
        }
    }
    let mut faults = Vec::new();
    for (subject, answered) in &subjects {
        let kept = fs::read_to_string(folder.join(format!("{subject}.jsonl"))).unwrap_or_default();
        let mut kept = kept.lines();
        for one in answered {
            let line = kept.next().unwrap_or_default();
            if line != one.line {
                faults.push(format!(
                    "{}: another answer than the one kept\n  kept  {line}\n  found {}",
                    one.vector, one.line
                ));
            }
        }
        faults.extend(kept.map(|line| format!("{subject}.jsonl: an answer to no vector: {line}")));
    }
    for file in fs::read_dir(&folder).into_iter().flatten().flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        if !name.strip_suffix(".jsonl").is_some_and(|subject| subjects.contains_key(subject)) {
            faults.push(format!("expected/{name}: no vectors of that subject"));
        }
    }
    faults
}
