//! One table of hostile texts in every place where a text comes in: refused with the contract's code and path, or kept
//! as it is, and no message shows what cannot be seen.

#![cfg(feature = "wire")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

#[path = "support/hostile_texts.rs"]
mod hostile_texts;
#[path = "support/requests.rs"]
#[allow(dead_code, reason = "its part of them")]
mod requests;

use std::collections::BTreeSet;

use bilan_professionnel::Catalogue;
use bilan_professionnel::limits::{MAX_CODE, MAX_DOCUMENT_BYTES};
use bilan_professionnel::wire::{Operation, answer, answer_line};
use hostile_texts::hostile_texts;
use requests::{asked, path, sound};
use serde_json::{Value, json};

#[test]
fn every_place_of_a_request_refuses_a_hostile_text_with_its_code_and_its_path() {
    let mut operations = BTreeSet::new();
    for place in hostile_texts::places() {
        let operation = Operation::ALL.into_iter().find(|operation| operation.code() == place.operation).unwrap();
        operations.insert(place.operation.clone());
        for hostile in hostile_texts() {
            let expected = Err((place.code.clone(), place.path.replace('§', &hostile.path)));
            let request = place.with(&hostile.text);
            assert_eq!(asked(operation, &request), expected, "{}: {operation} {}", hostile.name, place.path);
        }
    }
    // Every operation reads a text.
    assert_eq!(operations.len(), Operation::ALL.len());
}

#[test]
fn a_line_refuses_a_hostile_text_in_its_own_members() {
    for hostile in hostile_texts() {
        let text = json!(hostile.text);
        for (line, code, path) in [
            (format!(r#"{{"operation":{text},"request":{{}}}}"#), "unknownCode", "operation".to_owned()),
            (format!(r#"{{"operation":"plan","catalogue":{text},"request":{{}}}}"#), "unknownCode", "catalogue".into()),
            (format!(r#"{{"operation":"plan",{text}:1,"request":{{}}}}"#), "unknownField", hostile.path.clone()),
        ] {
            let answer: Value = serde_json::from_str(&answer_line(Catalogue::embedded(), line.as_bytes())).unwrap();
            let found = (&answer["error"]["code"], &answer["error"]["path"]);
            assert_eq!(found, (&json!(code), &json!(path)), "{}", hostile.name);
        }
    }
}

fn document() -> Value {
    serde_json::from_slice(include_bytes!("../src/catalogue/cdg29.json")).unwrap()
}

/// One place of every kind in which a catalogue holds a text that is free: not a code, a date, an amount, an address.
fn text_places() -> Vec<String> {
    let document = document();
    let mut kinds = BTreeSet::new();
    let mut found = requests::places(&document);
    found.retain(|place| {
        let kind: Vec<&str> = place.split('/').filter(|part| part.parse::<usize>().is_err()).collect();
        let is_first = document.pointer(place).unwrap().is_string() && kinds.insert(kind.join("/"));
        is_first && Catalogue::check(&with(std::slice::from_ref(place), "Un texte.")).is_sound()
    });
    found
}

fn with(places: &[String], text: &str) -> Vec<u8> {
    let mut document = document();
    for place in places {
        *document.pointer_mut(place).unwrap() = json!(text);
    }
    document.to_string().into_bytes()
}

#[test]
fn every_text_of_a_catalogue_is_refused_at_its_place_or_kept_as_it_is() {
    let places = text_places();
    assert!(places.len() >= 40, "{places:?}");
    for hostile in hostile_texts() {
        // A document with the longest text everywhere is too large.
        let places = if hostile.text.len() > 10_000 { &places[..1] } else { &places };
        let paths: BTreeSet<String> = places.iter().map(|place| path(place)).collect();
        let report = Catalogue::check(&with(places, &hostile.text));
        let found: BTreeSet<String> = report.faults.iter().map(|fault| fault.path.clone()).collect();
        assert!(report.faults.iter().all(|fault| fault.code == "outOfRange"), "{}", hostile.name);
        if hostile.label.is_some() {
            assert_eq!(found, paths, "{}", hostile.name);
        } else if hostile.text.chars().count() <= MAX_CODE {
            assert_eq!(found, BTreeSet::new(), "{}", hostile.name);
        } else {
            // Names are shorter than sentences.
            assert!(found.len() < paths.len() / 2 && found.is_subset(&paths), "{}", hostile.name);
        }
    }
}

#[test]
fn a_text_that_is_accepted_comes_out_as_it_is_wherever_it_is_shown() {
    for hostile in hostile_texts().into_iter().filter(|hostile| hostile.label.is_none()) {
        let mut document = document();
        document["variants"][0]["label"] = json!(hostile.text);
        document["variants"][0]["steps"][1]["label"] = json!(hostile.text);
        document["variants"][0]["steps"][2]["tools"] = json!([hostile.text]);
        document["settlement"]["payee"] = json!(hostile.text);
        let Ok(catalogue) = Catalogue::parse(document.to_string().as_bytes()) else {
            assert!(hostile.text.chars().count() > MAX_CODE, "{}", hostile.name);
            continue;
        };
        let ask = |operation, request: &str| sound(answer(&catalogue, operation, request.as_bytes())).unwrap();
        let plan = ask(Operation::Plan, r#"{"variant":"evolution"}"#);
        assert_eq!(plan["label"], json!(hostile.text), "{}", hostile.name);
        assert_eq!(plan["steps"][1]["label"], json!(hostile.text), "{}", hostile.name);
        assert_eq!(plan["steps"][2]["tools"], json!([hostile.text]), "{}", hostile.name);
        let settle = ask(Operation::Settle, r#"{"plan":{"variant":"evolution"},"invoiceReceivedOn":"2027-06-10"}"#);
        assert_eq!(settle["payment"]["payee"], json!(hostile.text), "{}", hostile.name);
        assert_eq!(ask(Operation::Catalogue, "{}")["variants"][0]["label"], json!(hostile.text), "{}", hostile.name);
    }
}

#[test]
fn a_legal_code_is_a_code_whatever_it_means_elsewhere() {
    // A document with the longest text wherever a code stands is too large.
    for hostile in hostile_texts().into_iter().filter(|hostile| hostile.text.len() < 10_000) {
        let code = &hostile.text;
        let written = json!(code).to_string();
        let document = ["\"evolution\"", "\"analyseDemande\"", "\"evoluer\"", "\"affiliee\""]
            .into_iter()
            .fold(document().to_string(), |document, renamed| document.replace(renamed, &written));
        let catalogue = Catalogue::parse(document.as_bytes());
        if !hostile.is_code {
            let (found, _) = sound(catalogue.map(|_| "{}".to_owned())).unwrap_err();
            let expected = if document.len() > MAX_DOCUMENT_BYTES { "tooLarge" } else { "outOfRange" };
            assert_eq!(found, expected, "{}", hostile.name);
            continue;
        }
        let catalogue = catalogue.unwrap_or_else(|error| unreachable!("{}: {error}", hostile.name));
        let ask = |operation, request: String| sound(answer(&catalogue, operation, request.as_bytes()));
        let plan = ask(Operation::Plan, format!(r#"{{"variant":"{code}","fixed":{{"{code}":1}}}}"#)).unwrap();
        assert_eq!((&plan["variant"], &plan["steps"][1]["code"]), (&json!(code), &json!(code)));
        assert_eq!(plan["steps"][1]["hours"], json!(1));
        let quote = ask(Operation::Quote, format!(r#"{{"variant":"{code}","client":"{code}"}}"#)).unwrap();
        assert_eq!(quote["client"], json!(code));
        let refused = ask(Operation::Plan, format!(r#"{{"variant":"{code}","fixed":{{"{code}":99}}}}"#));
        assert_eq!(refused, Err(("hoursOutOfRange".into(), format!("fixed.{code}"))));
    }
}
