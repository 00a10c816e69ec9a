//! Nothing is guessed, coerced or dropped: members unknown, twice, absent or `null`, at every level of every request.

#![cfg(feature = "wire")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

#[path = "support/requests.rs"]
mod requests;

use bilan_professionnel::wire::Operation;
use requests::{asked, complete, path, places, written};
use serde_json::{Value, json};

/// The members of all objects in a document, as JSON pointers.
fn members(document: &Value) -> Vec<String> {
    let is_member = |place: &String| {
        place.rsplit_once('/').is_some_and(|(parent, _)| document.pointer(parent).is_some_and(Value::is_object))
    };
    places(document).into_iter().filter(is_member).collect()
}

/// A document without one member of one of its objects.
fn without(document: &Value, place: &str) -> Value {
    let (parent, key) = place.rsplit_once('/').unwrap();
    let mut document = document.clone();
    document.pointer_mut(parent).and_then(Value::as_object_mut).unwrap().remove(key).unwrap();
    document
}

#[test]
fn complete_requests_are_answered() {
    for (operation, request) in complete() {
        assert!(asked(operation, request.to_string()).is_ok(), "{operation}");
    }
}

#[test]
fn a_member_that_stands_twice_is_refused_at_every_level() {
    for (operation, request) in complete() {
        for place in members(&request) {
            let value = request.pointer(&place).unwrap();
            let key = json!(place.rsplit_once('/').unwrap().1);
            for again in [value.to_string(), "null".into(), "[{}]".into()] {
                let twice = written(&request, &place, &format!("{value},{key}:{again}"));
                assert_eq!(
                    asked(operation, &twice),
                    Err(("duplicateField".into(), path(&place))),
                    "{operation}: {twice}"
                );
            }
        }
    }
}

#[test]
fn a_member_that_the_contract_does_not_know_is_refused_at_every_level() {
    for (operation, request) in complete() {
        for place in places(&request).into_iter().filter(|place| request.pointer(place).unwrap().is_object()) {
            let mut more = request.clone();
            more.pointer_mut(&place).unwrap()["tailleDeChemise"] = json!(1);
            let code = if place.ends_with("/fixed") { "unknownStep" } else { "unknownField" };
            let at = path(&format!("{place}/tailleDeChemise"));
            assert_eq!(asked(operation, more.to_string()), Err((code.into(), at)), "{operation}");
        }
    }
}

#[test]
fn null_and_absent_mean_the_same_for_every_member() {
    let comparable = |answer: Result<Value, (String, String)>| {
        answer.map(|mut document| {
            // The digest of the request is that of the document as it was written.
            if let Some(record) = document.get_mut("record").and_then(Value::as_object_mut) {
                record.remove("request");
            }
            document
        })
    };
    for (operation, request) in complete() {
        for place in members(&request) {
            let absent = comparable(asked(operation, without(&request, &place).to_string()));
            let null = comparable(asked(operation, written(&request, &place, "null")));
            assert_eq!(null, absent, "{operation}: {}", path(&place));
        }
    }
}

#[test]
fn a_list_of_values_never_stands_for_an_object() {
    let plan = r#""plan":{"variant":"evolution"}"#;
    let table = [
        (Operation::Catalogue, "[]".to_owned(), ""),
        (Operation::Recommend, r#"[["faireLePoint"]]"#.into(), ""),
        (Operation::Funding, r#"["2026-12-01",null,{},{}]"#.into(), ""),
        (Operation::Plan, r#"["evolution",18,true,{}]"#.into(), ""),
        (Operation::Quote, r#"["evolution",18,true,null]"#.into(), ""),
        (Operation::Schedule, r#"{"plan":["evolution",18,true,{}],"exchangesOn":"2026-12-01"}"#.into(), "plan"),
        (
            Operation::Schedule,
            format!(r#"{{{plan},"exchangesOn":"2026-12-01","closures":[["2027-01-01","2027-01-02"]]}}"#),
            "closures[0]",
        ),
        (Operation::Settle, format!(r#"{{{plan},"attended":[["2027-01-12",1]]}}"#), "attended[0]"),
        (Operation::Simulate, r#"["2026-11-23",[],"evolution",null,{},{},18,null,{},null]"#.into(), ""),
        (
            Operation::Simulate,
            r#"{"on":"2026-11-23","variant":"evolution","calendar":["2026-12-01",null,null,null,[],null]}"#.into(),
            "calendar",
        ),
        (
            Operation::Replay,
            r#"{"case":{"on":"2026-11-23","variant":"evolution"},"record":["0.1.0",1,["","",""],"",""]}"#.into(),
            "record",
        ),
    ];
    for (operation, request, path) in table {
        let refusal = asked(operation, &request).map(|_| ());
        assert_eq!(refusal, Err(("wrongType".into(), path.into())), "{operation}: {request}");
    }
}
