//! Catalogues: one to start from, all their faults at once, what a new edition changes, several of them for lines.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod support;

use std::fs;
use std::path::Path;

use bilan_professionnel::Catalogue;
use serde_json::{Value, json};
use support::{catalogue, file, printed, run, said, text};

#[test]
fn the_document_to_start_from_loads_and_serves_every_command() {
    let document = printed(&["new"], b"");
    let report = Catalogue::check(document.as_bytes());
    assert!(report.is_sound() && report.warnings.is_empty(), "{report:?}");
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("nouveau.json");
    drop(fs::remove_file(&path));
    let path = path.to_str().unwrap();
    let output = run(&["new", path], b"");
    assert_eq!((output.status.code(), fs::read_to_string(path).unwrap()), (Some(0), document));
    assert!(said(&output.stderr).contains("bilan check"));
    assert!(said(&run(&["new", path], b"").stderr).contains("existe déjà"));
    let book = printed(&["rulebook", "--catalogue", path], b"");
    assert!(book.contains("Lectures à confirmer") && !book.contains("CDG29"));
    let case =
        br#"{"on":"2026-11-23","needs":["faireLePoint"],"client":"affiliee","calendar":{"exchangesOn":"2026-12-01"}}"#;
    assert!(printed(&["simulate", "--catalogue", path], case).contains("1\u{a0}500,00"));
}

#[test]
fn every_offer_among_the_examples_is_sound_and_has_a_rule_book_of_its_own() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/catalogues");
    let mut seen = 0;
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        let path = path.to_str().unwrap();
        assert!(printed(&["check", path], b"").contains("aucune faute"), "{path}");
        let book = printed(&["rulebook", "--catalogue", path], b"");
        for foreign in ["CDG29", "Finistère", "Quimper", "Brest", "2\u{a0}040", "métropol"] {
            assert!(!book.contains(foreign), "{path}: {foreign}");
        }
        seen += 1;
    }
    assert!(seen >= 6);
}

#[test]
fn all_faults_are_told_at_once_each_with_its_place() {
    let faulty = "{\n  \"id\": 1,\n  \"edition\": \"x\",\n  \"surprise\": true\n}\n";
    let path = file("fautif.json", faulty);
    let output = run(&["check", path.to_str().unwrap()], b"");
    assert_eq!((output.status.code(), output.stderr.is_empty()), (Some(1), true));
    let page = text(&output.stdout);
    assert!(page.contains("fautif.json:2:9\u{a0}: id\u{a0}: "), "{page}");
    assert!(page.contains("fautif.json:4:") && page.contains("surprise"), "{page}");
    let report = Catalogue::check(faulty.as_bytes());
    assert!(report.faults.len() > 3);
    assert_eq!(page.lines().count(), report.faults.len() + 1);
    assert!(page.contains(&format!("{}\u{a0}fautes", report.faults.len())), "{page}");
    let document: Value =
        serde_json::from_str(&text(&run(&["check", "--json", "-"], faulty.as_bytes()).stdout)).unwrap();
    assert_eq!(document["faults"].as_array().unwrap().len(), report.faults.len());
    // A mark before the document is no fault, and moves nothing.
    let marked = [b"\xef\xbb\xbf", faulty.as_bytes()].concat();
    assert_eq!(run(&["check", "-"], &marked).stdout, run(&["check", "-"], faulty.as_bytes()).stdout);
    assert!(said(&run(&["check"], b"").stderr).contains("indiquez le catalogue à vérifier"));
}

#[test]
fn a_line_names_its_catalogue_among_those_loaded() {
    let named = |id: &str, amount: &str| {
        let path = catalogue(&format!("{id}.json"), |document| {
            document["id"] = json!(id);
            document["tariffs"][0]["price"]["reference"]["amount"] = json!(amount);
        });
        format!("--catalogue={}", path.display())
    };
    let (one, two) = (named("un", "1000.00"), named("deux", "2000.00"));
    let line = |catalogue: &str| {
        format!(r#"{{"operation":"quote",{catalogue}"request":{{"variant":"horizon","client":"affiliee"}}}}"#)
    };
    let input = [line(""), line(r#""catalogue":"deux","#), line(r#""catalogue":"un","#)].join("\n");
    let answers = printed(&["lines", &one, &two], input.as_bytes());
    let amounts: Vec<&str> = answers
        .lines()
        .map(|line| {
            if line.contains("1000.00") {
                "un"
            } else if line.contains("2000.00") {
                "deux"
            } else {
                line
            }
        })
        .collect();
    assert_eq!(amounts, ["un", "deux", "un"]);
    let unknown = run(&["lines", &one, &two], line(r#""catalogue":"cdg29","#).as_bytes());
    assert!(text(&unknown.stdout).starts_with(r#"{"error":{"code":"unknownCode","path":"catalogue""#));
    assert!(printed(&["lines"], line(r#""catalogue":"cdg29","#).as_bytes()).contains("2040.50"));
    let twice = run(&["lines", &one, &one], b"");
    assert!(said(&twice.stderr).contains("deux catalogues portent le même nom, « un »"));
    let elsewhere = run(&["plan", &one, &two], b"{}");
    assert_eq!(elsewhere.status.code(), Some(2));
    assert!(said(&elsewhere.stderr).contains("--catalogue ne se répète que pour lines"));
}

#[test]
fn the_difference_names_the_parts_of_version_2() {
    let after = catalogue("parties-nouvelles.json", |document| {
        document["edition"] = json!("2027-01");
        document["clients"][1]["label"] = json!("Autre collectivité");
        document["variants"][0]["objective"] = json!("faireLePoint");
        document["variants"][0]["steps"][1]["tools"] = json!(["cartes"]);
        document["course"]["holidays"] = json!({ "zone": "alsaceMoselle", "goodFriday": true });
        document["course"]["delay"] = json!({ "days": 30 });
        document["information"][0]["title"] = json!("Autre titre");
        document["readings"][0]["sentence"] = json!("Autre lecture.");
        document["tariffs"][0]["tax"] = json!("exempt");
    });
    let page = printed(&["diff", after.to_str().unwrap()], b"");
    for path in [
        "clients[nonAffiliee].label",
        "variants[evolution].objective",
        "variants[evolution].steps[analyseDemande].tools",
        "course.holidays",
        "course.delay",
        "information[presentation].title",
        "readings[demarrageCompte].sentence",
        "tariffs[0].tax",
    ] {
        assert!(page.contains(&format!("  {path}")), "{path}\n{page}");
    }
}
