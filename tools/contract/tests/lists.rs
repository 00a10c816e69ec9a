//! Nobody keeps a list of facts, situations, operations or error codes by hand: lists are copies, or are asked for.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "small numbers; names of our own files"
)]
#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use bilan_professionnel::contract::contract;

/// So many codes of one table in a run are a list: a request names fewer.
const FACTS: usize = 5;
const SITUATIONS: usize = 4;
const OPERATIONS: usize = 6;
const ERRORS: usize = 6;

/// The most characters between two codes of a run.
const GAP: usize = 60;

/// Files and folders that may list, and why.
const ALLOWED: &[(&str, &str)] = &[
    ("core/src/error.rs", "the declaration of the errors"),
    ("core/src/wire/operation.rs", "the declaration of the operations"),
    ("core/src/contract.rs", "which errors are those of a catalogue: declared there"),
    ("cli/src/help.txt", "the help of the program in French, which a test holds to the operations"),
    ("tests/oracle/", "the second reading of the rules, written anew on purpose"),
    ("core/tests/funding_exhaustive.rs", "the list as the law has it, against which every verdict is brute-forced"),
    ("core/tests/funding_proofs.rs", "the facts whose proof has no last day, read a second time"),
    ("core/tests/later_table/", "a table of the test's own, and its brute force"),
    ("core/tests/next_question.rs", "the order of the questions, worked out by hand"),
    ("core/tests/record.rs", "some facts, drawn at random"),
    ("tests/supply/snapshots/", "what was published, to which a change is compared"),
    ("tests/conformance/laws.rs", "one law an operation"),
    ("tests/fuzz/", "one law an operation"),
    ("bindings-c/dotnet/tests/ModelTests.cs", "one call an operation"),
    ("bindings-c/dotnet/tests/ChainTests.cs", "a dossier beside its parts, each of its own operation"),
    ("bindings-wasm/npm/tests/chains.mjs", "the same"),
    (
        "bindings-wasm/simulateur/src/concerns.ts",
        "the situations that a box in plain words stands for; the others are shown too",
    ),
    ("bindings-c/php/tests/OperationsTest.php", "the members of a dossier, some of which are called as operations"),
    ("bindings-c/tests/run", "an agent of whom every fact of the example's is denied on the command line"),
    ("bindings-wasm/SIZE.md", "figures measured once"),
    ("bindings-wasm/simulateur/unit/", "situations as the library tells them, for tests that do without it"),
    ("examples/dotnet/Agent.cs", "the columns of the file that the example reads"),
];

/// Names of a code in the languages of the repository, as one word without marks or capitals.
fn folded(word: &str) -> String {
    let bare =
        word.trim_start_matches("BILAN_FACT_").trim_start_matches("BILAN_SITUATION_").trim_start_matches("bilan_");
    bare.chars().filter(|letter| *letter != '_').flat_map(char::to_lowercase).collect()
}

/// The longest run of different codes of a table in a text, and the line where it begins.
fn longest_run(text: &str, codes: &BTreeSet<String>) -> (usize, usize) {
    let (mut best, mut run, mut start, mut end) = ((0, 0), BTreeSet::new(), 0, 0);
    let mut at = 0;
    for word in text.split_inclusive(|letter: char| !(letter.is_alphanumeric() || letter == '_')) {
        let here = at;
        at += word.len();
        let code = folded(word.trim_end_matches(|letter: char| !(letter.is_alphanumeric() || letter == '_')));
        if !codes.contains(&code) {
            continue;
        }
        if here.saturating_sub(end) > GAP || run.is_empty() {
            run.clear();
            start = here;
        }
        run.insert(code);
        end = at;
        if run.len() > best.0 {
            best = (run.len(), text[..start].lines().count());
        }
    }
    best
}

#[test]
fn no_list_of_codes_is_kept_by_hand() {
    let contract = contract();
    let fold = |codes: Vec<&str>| codes.into_iter().map(folded).collect::<BTreeSet<_>>();
    let tables = [
        ("facts", FACTS, fold(contract.facts.iter().map(|row| row.code).collect())),
        ("situations", SITUATIONS, fold(contract.situations.iter().map(|row| row.code).collect())),
        ("operations", OPERATIONS, fold(contract.operations.iter().map(|row| row.code).collect())),
        ("errors", ERRORS, fold(contract.errors.iter().map(|row| row.code).collect())),
    ];
    let copies: BTreeSet<String> = contract::all().expect("copies").into_iter().map(|file| file.path).collect();
    let mut found = Vec::new();
    let mut used = BTreeSet::new();
    for path in sources() {
        if copies.contains(&path) {
            continue;
        }
        let Ok(text) = std::fs::read_to_string(contract::root().join(&path)) else { continue };
        for (table, least, codes) in &tables {
            let (length, line) = longest_run(&text, codes);
            if length < *least {
                continue;
            }
            match ALLOWED.iter().find(|(allowed, _)| path.starts_with(allowed)) {
                Some((allowed, _)) => drop(used.insert(*allowed)),
                None => found.push(format!("{path}:{line}: a run of {length} {table}")),
            }
        }
    }
    assert!(
        found.is_empty(),
        "take these from the contract's copies, or say in ALLOWED why not:\n{}",
        found.join("\n")
    );
    let idle: Vec<_> = ALLOWED.iter().map(|(path, _)| *path).filter(|path| !used.contains(path)).collect();
    assert!(idle.is_empty(), "these need no exception any more: {idle:?}");
}

#[test]
fn a_run_is_found_in_each_language_and_a_request_is_none() {
    let codes: BTreeSet<String> = ["premierfait", "autrefait", "tiersfait"].map(str::to_owned).into();
    for list in [
        "'premierFait', 'autreFait', 'tiersFait'",
        "Fact::PremierFait,\n    Fact::AutreFait,\n    Fact::TiersFait,",
        "BILAN_FACT_PREMIER_FAIT = 1, BILAN_FACT_AUTRE_FAIT, BILAN_FACT_TIERS_FAIT",
    ] {
        assert_eq!(longest_run(list, &codes).0, 3, "{list}");
    }
    assert_eq!(longest_run(r#"{"facts":{"premierFait":true,"autreFait":false}}"#, &codes).0, 2);
}

/// The sources of the repository: data, such as vectors and cases, name codes because they are requests.
fn sources() -> Vec<String> {
    let listed = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(contract::root())
        .output()
        .expect("git lists the files");
    let listed = String::from_utf8(listed.stdout).expect("paths in UTF-8");
    let data = ["json", "jsonl", "csv", "lock", "gz", "svg", "dict"];
    listed
        .lines()
        .filter(|path| !Path::new(path).extension().is_some_and(|ending| data.iter().any(|data| ending == *data)))
        .map(str::to_owned)
        .collect()
}
