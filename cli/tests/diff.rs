//! `bilan diff`: what a new edition of the catalogue changes, and for which requests.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod support;

use serde_json::{Value, json};
use support::{catalogue, file, printed, run, said};

const REQUESTS: &str = r#"{"operation":"quote","request":{"variant":"horizon","client":"affiliee"}}
{"operation":"quote","request":{"variant":"horizon","client":"nonAffiliee"}}
not a request
{"operation":"simulate","request":{"on":"2026-11-23","variant":"evolution","client":"affiliee"}}
"#;

/// The next edition: another price.
fn next(name: &str) -> String {
    let path = catalogue(name, |document| {
        document["edition"] = json!("2027-01");
        document["tariffs"][0]["price"]["reference"]["amount"] = json!("2100.00");
    });
    path.to_str().unwrap().to_owned()
}

#[test]
fn the_page_names_what_changes_and_each_request_that_gets_another_answer() {
    let next = next("diff-page.json");
    let page = printed(&["diff", &next, "-"], REQUESTS.as_bytes());
    for part in [
        "cdg29, édition 2026-11 → cdg29, édition 2027-01",
        "  tariffs[0].price.reference.amount\n  -  2040.50\n  +  2100.00\n",
        "Ligne 1, quote",
        "Ligne 4, simulate",
        "  quote.amount\n  -  2040.50\n  +  2100.00\n",
        "2\u{a0}réponses changent, sur 4\u{a0}demandes.",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert!(!page.contains("Ligne 2") && !page.contains("Ligne 3") && !page.contains('\u{1b}'), "{page}");
    // From a file as from the standard input; without requests, the catalogues alone.
    let requests = file("diff-requests.jsonl", REQUESTS);
    assert_eq!(printed(&["diff", &next, requests.to_str().unwrap()], b""), page);
    assert!(page.starts_with(&printed(&["diff", &next], b"")));
}

#[test]
fn json_gives_a_document_a_line() {
    let lines = printed(&["diff", "--json", &next("diff-json.json"), "-"], REQUESTS.as_bytes());
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((&lines[0]["before"]["edition"], &lines[0]["after"]["edition"]), (&json!("2026-11"), &json!("2027-01")));
    let amount = json!({ "path": "tariffs[0].price.reference.amount", "before": "2040.50", "after": "2100.00" });
    assert!(lines[0]["changes"].as_array().unwrap().contains(&amount), "{}", lines[0]);
    assert_eq!(lines[1..].iter().map(|line| &line["line"]).collect::<Vec<_>>(), [&json!(1), &json!(4)]);
    assert_eq!(lines[1]["changes"][0], json!({ "path": "amount", "before": "2040.50", "after": "2100.00" }));
}

#[test]
fn the_same_catalogue_changes_nothing_and_a_change_under_the_same_name_is_pointed_out() {
    let same = catalogue("diff-same.json", |_| {});
    let page = printed(&["diff", same.to_str().unwrap(), "-"], REQUESTS.as_bytes());
    assert!(page.contains("les deux catalogues disent la même chose"), "{page}");
    assert!(page.contains("Aucune réponse ne change, sur 4\u{a0}demandes."), "{page}");
    let renamed = catalogue("diff-silent.json", |document| document["centre"]["shortName"] = json!("CDG 29"));
    let page = printed(&["diff", renamed.to_str().unwrap()], b"");
    assert!(page.contains("▲  Le contenu change, mais l’édition porte le même nom"), "{page}");
    // The other way round, with --catalogue as the edition before.
    let back = printed(&["--catalogue", renamed.to_str().unwrap(), "diff", same.to_str().unwrap()], b"");
    assert!(back.contains("  centre.shortName\n  -  CDG 29\n  +  CDG29\n"), "{back}");
}

#[test]
fn a_catalogue_that_is_missing_or_refused_is_said_so() {
    let wrong = catalogue("diff-wrong.json", |document| document["variants"][0]["statedHours"] = json!(99));
    for (arguments, status, sentence) in [
        (vec!["diff"], 2, "indiquez le catalogue"),
        (vec!["diff", "absent.json"], 1, "absent.json : introuvable"),
        (vec!["diff", wrong.to_str().unwrap()], 1, "variants[0].statedHours"),
        (vec!["diff", "--json", wrong.to_str().unwrap(), "absent.jsonl"], 1, "variants[0].statedHours"),
    ] {
        let output = run(&arguments, b"");
        assert_eq!(output.status.code(), Some(status), "{arguments:?}");
        assert!(said(&output.stderr).contains(sentence), "{arguments:?}: {}", said(&output.stderr));
        assert!(output.stdout.is_empty());
    }
}

/// Tariffs have no code: they are paired by what they price.
#[test]
fn a_tariff_is_compared_with_what_it_has_become_wherever_it_stands() {
    let flat = |client: &str, amount: &str| json!({ "variants": ["evolution"], "clients": [client], "price": { "flat": { "amount": amount } } });
    let edition = |name: &str, tariffs: Vec<Value>| {
        let path = catalogue(name, |document| {
            document["edition"] = json!(name);
            document["covers"] = json!([]);
            document["tariffs"] = json!(tariffs);
        });
        path.to_str().unwrap().to_owned()
    };
    let dated = |mut tariff: Value, member: &str, day: &str| {
        tariff[member] = json!(day);
        tariff
    };
    let (one, two) = (flat("affiliee", "100.00"), flat("nonAffiliee", "200.00"));
    let before = edition("tarifs-avant.json", vec![one.clone(), two.clone()]);
    let paths = |after: Vec<Value>| {
        let after = edition("tarifs-apres.json", after);
        let line = printed(&["diff", "--json", "--catalogue", &before, &after], b"");
        let found: Value = serde_json::from_str(&line).unwrap();
        let changes = found["changes"].as_array().unwrap();
        changes
            .iter()
            .map(|it| it["path"].as_str().unwrap().to_owned())
            .filter(|path| path != "edition")
            .collect::<Vec<_>>()
    };
    let next_year = dated(flat("affiliee", "110.00"), "from", "2027-01-01");
    let this_year = dated(one.clone(), "to", "2026-12-31");
    for (name, after, expected) in [
        (
            "inserted at the head",
            vec![next_year.clone(), this_year.clone(), two.clone()],
            &["tariffs[1].to", "tariffs[0]"][..],
        ),
        ("inserted behind", vec![this_year.clone(), next_year, two.clone()], &["tariffs[0].to", "tariffs[1]"]),
        ("another amount", vec![flat("affiliee", "110.00"), two.clone()], &["tariffs[0].price.flat.amount"]),
        (
            "another form",
            vec![json!({ "variants": ["evolution"], "clients": ["affiliee"], "price": "free" }), two.clone()],
            &["tariffs[0].price"],
        ),
        ("the first is gone", vec![two.clone()], &["tariffs[0]"]),
        ("both change places", vec![two, one], &["tariffs"]),
    ] {
        assert_eq!(paths(after), expected, "{name}");
    }
}
