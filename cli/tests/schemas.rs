//! The committed schemas are those that the program writes.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use bilan_professionnel::wire::Operation;
use support::{printed, run};

/// The schemas as the program writes them, by file name.
fn written(folder: &str) -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    drop(fs::remove_dir_all(&folder));
    printed(&["schemas", folder.to_str().unwrap()], b"");
    files(&folder)
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read_to_string(entry.path()).unwrap())).collect()
}

#[test]
fn the_committed_schemas_are_those_of_the_types() {
    let (written, committed) =
        (written("written"), files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/schemas")));
    let remedy = "run: cargo run -p bilan -- schemas core/schemas";
    assert!(committed.keys().eq(written.keys()), "core/schemas has other files; {remedy}");
    for (name, text) in &written {
        assert!(committed[name] == *text, "core/schemas/{name} is out of date; {remedy}");
    }
}

#[test]
fn one_schema_is_printed_as_it_is_written() {
    let written = written("one-by-one");
    let mut left: BTreeSet<&String> = written.keys().collect();
    let mut same = |arguments: &[&str], name: &str| {
        assert!(printed(arguments, b"") == written[name], "{arguments:?}");
        left.retain(|kept| *kept != name);
    };
    for operation in Operation::ALL.map(Operation::code) {
        same(&["schema", operation], &format!("{operation}.request.json"));
        same(&["schema", operation, "request"], &format!("{operation}.request.json"));
        same(&["schema", operation, "result"], &format!("{operation}.result.json"));
    }
    same(&["schema", "error"], "error.json");
    same(&["schema", "catalogue", "document"], "catalogue.document.json");
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn the_schema_of_a_catalogue_is_written_into_a_new_file_and_accepts_every_offer_of_the_examples() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("schema-seul.json");
    drop(fs::remove_file(&path));
    let arguments = ["schema", "catalogue", "document", path.to_str().unwrap()];
    assert_eq!(run(&arguments, b"").status.code(), Some(0));
    assert!(support::said(&run(&arguments, b"").stderr).contains("existe déjà"));
    let schema = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/catalogues");
    for (name, text) in files(&folder) {
        let mut document: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert!(validator.is_valid(&document), "{name}");
        document["tariffs"][0]["price"] = "gratuit".into();
        assert!(!validator.is_valid(&document), "{name}");
    }
    assert_eq!(run(&["schema", "plan", "document"], b"").status.code(), Some(2));
}

#[test]
fn every_case_is_valid_for_the_schema_of_its_request() {
    let schema = serde_json::from_str(&printed(&["schema", "simulate"], b"")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for case in support::cases() {
        let document = serde_json::from_str(&fs::read_to_string(&case).unwrap()).unwrap();
        assert!(validator.is_valid(&document), "{}", case.display());
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_said_in_a_sentence() {
    let taken = support::file("taken", "");
    let output = run(&["schemas", taken.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(support::text(&output.stderr).contains("c’est un fichier, il faut un dossier"));
}
