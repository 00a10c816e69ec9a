//! A new edition of a catalogue: what changed is named, nothing else is, and so is whose answer changes with it.

#![cfg(feature = "wire")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use std::sync::LazyLock;

use bilan_professionnel::edition::{self, Change};
use bilan_professionnel::record::DIGESTED;
use bilan_professionnel::wire::{Operation, answer, effects};
use bilan_professionnel::{Catalogue, Euros};
use serde_json::{Value, json};

/// The CDG29's document, as the operation `catalogue` gives it.
fn document() -> Value {
    serde_json::from_str(&answer(Catalogue::embedded(), Operation::Catalogue, b"{}").unwrap()).unwrap()
}

fn parse(document: &Value) -> Option<Catalogue> {
    Catalogue::parse(document.to_string().as_bytes()).ok()
}

/// The catalogue with that value at that JSON pointer; `null` removes.
fn with(pointer: &str, value: Value) -> Catalogue {
    let mut changed = document();
    *changed.pointer_mut(pointer).unwrap() = value;
    parse(&changed).unwrap_or_else(|| unreachable!("{pointer}"))
}

fn changes(after: &Catalogue) -> Vec<Change> {
    edition::changes(Catalogue::embedded(), after).unwrap()
}

fn paths(changes: &[Change]) -> Vec<&str> {
    changes.iter().map(|change| change.path.as_str()).collect()
}

/// Every text, number and boolean of a document: its JSON pointer, and its path by codes.
fn leaves(value: &Value, pointer: &str, path: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                leaves(value, &format!("{pointer}/{key}"), &path, found);
            }
        }
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                let name = item["code"].as_str().map_or_else(|| place.to_string(), str::to_owned);
                leaves(item, &format!("{pointer}/{place}"), &format!("{path}[{name}]"), found);
            }
        }
        _ => found.push((pointer.to_owned(), path.to_owned())),
    }
}

/// Other values for a leaf, the nearest first.
fn others(value: &Value) -> Vec<Value> {
    let mut others = candidates(value);
    others.retain(|other| other != value);
    others
}

fn candidates(value: &Value) -> Vec<Value> {
    match value {
        Value::Bool(held) => vec![json!(!held)],
        Value::Number(number) => {
            let number = number.as_f64().unwrap();
            [0.5, -0.5, 1.0, -1.0].map(|more| number + more).map(whole_where_it_is).to_vec()
        }
        Value::String(text) if text.parse::<Euros>().is_ok() => vec![json!("1999.99")],
        Value::String(text) => {
            let own = ["2001-01-01", "required", "optional"].into_iter().map(Value::from);
            let codes = ["needs", "modes", "variants", "covers"].into_iter().flat_map(codes);
            [json!(format!("{text} bis"))].into_iter().chain(own).chain(codes).collect()
        }
        _ => Vec::new(),
    }
}

fn codes(list: &str) -> Vec<Value> {
    static DOCUMENT: LazyLock<Value> = LazyLock::new(document);
    DOCUMENT[list].as_array().unwrap().iter().map(|item| item["code"].clone()).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "figures of a catalogue are small")]
fn whole_where_it_is(number: f64) -> Value {
    if number.fract() == 0.0 { json!(number as i64) } else { json!(number) }
}

const CASES: [&str; 3] = [
    r#"{"on":"2026-11-23","needs":["faireLePoint"],"client":"affiliee","calendar":{"exchangesOn":"2026-12-01"}}"#,
    r#"{"on":"2026-11-23","variant":"developpement","client":"nonAffiliee","facts":{"rqth":true}}"#,
    r#"{"on":"2026-11-23","variant":"horizon","client":"affiliee","hours":20}"#,
];

fn dossier(catalogue: &Catalogue, case: &str) -> Option<Value> {
    let text = answer(catalogue, Operation::Simulate, case.as_bytes()).ok()?;
    serde_json::from_str(&text).ok()
}

/// A result as its digest has it: of members that the contract names, at every level.
fn digested(result: &Value) -> Value {
    match result {
        Value::Object(members) => {
            let kept = members.iter().filter(|(key, _)| DIGESTED.contains(&key.as_str()));
            Value::Object(kept.map(|(key, value)| (key.clone(), digested(value))).collect())
        }
        Value::Array(items) => items.iter().map(digested).collect(),
        other => other.clone(),
    }
}

#[test]
fn any_figure_or_label_that_changes_is_named_and_nothing_else_is() {
    let before = document();
    let mut all = Vec::new();
    leaves(&before, "", "", &mut all);
    // A code is what an element is known by: an element of another code is another one.
    let all: Vec<_> = all.into_iter().filter(|(pointer, _)| !pointer.ends_with("/code")).collect();
    let mut named = 0;
    for (pointer, path) in &all {
        let old = before.pointer(pointer).unwrap();
        let changed = others(old).into_iter().find_map(|new| {
            let mut after = before.clone();
            *after.pointer_mut(pointer).unwrap() = new.clone();
            Some((parse(&after)?, new))
        });
        let Some((after, new)) = changed else { continue };
        let found = changes(&after);
        assert_eq!(paths(&found), [path], "{pointer}");
        // What is as it would be without being said is left out.
        for (told, is) in [(&found[0].before, old), (&found[0].after, &new)] {
            assert!(*told == Some(is.to_string()) || (told.is_none() && *is == json!(false)), "{pointer}: {told:?}");
        }
        named += 1;
    }
    // The others are references, a mode of a step say, which no single change leaves sound.
    assert!(named * 10 > all.len() * 8 && named > 250, "{named} of {}", all.len());
}

#[test]
fn a_record_from_before_says_that_the_catalogue_differs_and_the_result_where_it_does() {
    let before = document();
    let mut all = Vec::new();
    leaves(&before, "", "", &mut all);
    let (mut same, mut other) = (0, 0);
    for (pointer, _) in all {
        let Some(after) = others(before.pointer(&pointer).unwrap()).into_iter().find_map(|new| {
            let mut after = before.clone();
            *after.pointer_mut(&pointer).unwrap() = new;
            parse(&after)
        }) else {
            continue;
        };
        for case in CASES {
            let mut old = dossier(Catalogue::embedded(), case).unwrap();
            let record = old.as_object_mut().unwrap().remove("record").unwrap();
            let old = digested(&old);
            let replay = format!(r#"{{"case":{case},"record":{record}}}"#);
            let Some(new) = dossier(&after, case) else {
                // The case itself can no longer be answered: neither can it be replayed.
                assert!(answer(&after, Operation::Replay, replay.as_bytes()).is_err(), "{pointer}");
                continue;
            };
            let new = digested(&new);
            let parts = if old == new { json!(["catalogue"]) } else { json!(["catalogue", "result"]) };
            let answered = answer(&after, Operation::Replay, replay.as_bytes()).unwrap();
            let answered: Value = serde_json::from_str(&answered).unwrap();
            assert_eq!((&answered["holds"], &answered["differs"]), (&json!(false), &parts), "{pointer}: {case}");
            if old == new { same += 1 } else { other += 1 }
        }
    }
    assert!(same > 200 && other > 100, "{same} {other}");
}

#[test]
fn the_same_edition_changes_nothing_however_it_is_written() {
    let rewritten = serde_json::to_string_pretty(&document()).unwrap();
    let rewritten = Catalogue::parse(rewritten.as_bytes()).unwrap();
    assert_eq!(changes(&rewritten), []);
    assert_eq!(rewritten.digest(), Catalogue::embedded().digest());
}

#[test]
fn what_appears_goes_or_changes_places_is_named_by_its_code() {
    let before = document();
    let steps = |edit: fn(&mut Vec<Value>)| {
        let mut steps = before["variants"][1]["steps"].as_array().unwrap().clone();
        edit(&mut steps);
        with("/variants/1/steps", json!(steps))
    };
    let gone = changes(&steps(|steps| drop(steps.remove(2))));
    assert_eq!(paths(&gone), ["variants[prevention].steps[identificationCompetences]"]);
    assert_eq!((gone[0].before.is_some(), &gone[0].after), (true, &None));

    let new = changes(&steps(|steps| {
        steps.insert(
            2,
            json!({ "code": "visite", "label": "Visite", "hours": { "min": 1, "max": 1 }, "modes": ["entretien"] }),
        );
    }));
    assert_eq!(paths(&new), ["variants[prevention].steps[visite]"]);
    assert_eq!((&new[0].before, new[0].after.is_some()), (&None, true));

    assert_eq!(paths(&changes(&steps(|steps| steps.swap(2, 3)))), ["variants[prevention].steps"]);

    // A list without codes: what begins and ends alike is left out.
    let tariffs = before["tariffs"].as_array().unwrap();
    let dated = json!({ "variants": ["horizon"], "clients": ["affiliee"], "to": "2026-06-30", "price": "free", "covers": [], "source": "essai" });
    let mut after = before.clone();
    after["tariffs"] = json!([tariffs[0], dated, tariffs[1]]);
    after["tariffs"][0]["variants"] = json!(["evolution", "prevention", "reorientation"]);
    let found = changes(&parse(&after).unwrap());
    assert_eq!(paths(&found), ["tariffs[0].variants[3]", "tariffs[1]"]);
    assert_eq!(found[0].to_string(), r#"tariffs[0].variants[3] : "horizon" → ∅"#);
}

#[test]
fn a_new_tariff_changes_the_answers_it_prices_and_no_other() {
    let after = with("/tariffs/0/price/reference/amount", json!("2100.00"));
    let effects_of = |line: &str| effects(Catalogue::embedded(), &after, line.as_bytes()).unwrap();
    let table = [
        (
            r#"{"operation":"quote","request":{"variant":"horizon","client":"affiliee"}}"#,
            &["amount", "reference.amount", "explanation"][..],
        ),
        (
            r#"{"operation":"quote","request":{"variant":"horizon","client":"affiliee","hours":20}}"#,
            &["reference.amount", "indicative.low", "indicative.high", "explanation"],
        ),
        (r#"{"operation":"quote","request":{"variant":"horizon","client":"nonAffiliee"}}"#, &[]),
        (r#"{"operation":"plan","request":{"variant":"horizon"}}"#, &[]),
        (
            r#"{"operation":"simulate","request":{"on":"2026-11-23","variant":"horizon","client":"affiliee"}}"#,
            &["quote.amount", "quote.reference.amount", "quote.explanation"],
        ),
        (r#"{"operation":"simulate","request":{"on":"2026-11-23","variant":"horizon"}}"#, &[]),
        ("not a request", &[]),
    ];
    for (line, expected) in table {
        assert_eq!(paths(&effects_of(line)), expected, "{line}");
    }
}

#[test]
fn a_request_that_can_no_longer_be_answered_is_said_by_its_error_alone() {
    let mut steps = document()["variants"][0]["steps"].as_array().unwrap().clone();
    steps.truncate(12);
    let after = with("/variants/0/steps", json!(steps));
    let line = br#"{"operation":"plan","request":{"variant":"evolution","fixed":{"reunionCloture":1}}}"#;
    let embedded = Catalogue::embedded();
    let lost = effects(embedded, &after, line).unwrap();
    assert_eq!(paths(&lost), ["error"]);
    assert!(lost[0].after.as_deref().unwrap().starts_with(r#"{"code":"unknownStep""#));
    let found = effects(&after, embedded, line).unwrap();
    assert_eq!((paths(&found), &found[0].after), (vec!["error"], &None));
}
