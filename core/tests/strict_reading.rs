//! Nothing is guessed, coerced or dropped: members unknown, twice, absent or `null`, at every level of every request.

#![cfg(feature = "wire")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

#[path = "support/requests.rs"]
mod requests;

use bilan_professionnel::wire::{MAX_REQUEST, Operation, answer, answer_line, answer_line_among};
use bilan_professionnel::{Catalogue, Hours, Problem};
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

/// The first fault in the order of the document is the one told, whatever its kind.
#[test]
fn the_first_fault_of_a_document_is_the_one_told() {
    let table = [
        (Operation::Quote, r#"{"client":1,"couleur":2,"client":3}"#, "wrongType", "client"),
        (Operation::Quote, r#"{"couleur":2,"client":1}"#, "unknownField", "couleur"),
        (Operation::Quote, r#"{"client":"affiliee","client":3,"couleur":2}"#, "duplicateField", "client"),
        (Operation::Schedule, r#"{"exchangesOn":"hier","plan":{"variant":"autre"}}"#, "wrongType", "exchangesOn"),
        (Operation::Schedule, r#"{"plan":{"variant":"autre"},"exchangesOn":"hier"}"#, "unknownVariant", "plan.variant"),
        (Operation::Schedule, r#"{"couleur":1,"plan":{"variant":"autre"}}"#, "unknownField", "couleur"),
        (Operation::Schedule, r#"{"plan":null,"exchangesOn":"2026-12-01"}"#, "missingField", "plan"),
        (Operation::Schedule, r#"{"plan":{"variant":"evolution"},"plan":1}"#, "duplicateField", "plan"),
        (Operation::Replay, r#"{"record":[],"case":[]}"#, "wrongType", "record"),
        (Operation::Replay, r#"{"case":[],"record":[]}"#, "wrongType", "case"),
        (Operation::Replay, "{}", "missingField", "case"),
    ];
    for (operation, request, code, path) in table {
        let refusal = asked(operation, request).map(|_| ());
        assert_eq!(refusal, Err((code.into(), path.into())), "{operation}: {request}");
    }
}

#[test]
fn a_rate_is_judged_by_its_digits() {
    let rate = |text: &str| {
        let request = format!(r#"{{"on":"2026-12-01","facts":{{"tauxIncapacitePermanente":{text}}}}}"#);
        asked(Operation::Funding, request).map(|_| ())
    };
    let refused = Err(("outOfRange".to_owned(), "facts.tauxIncapacitePermanente".to_owned()));
    assert_eq!(rate("10.00"), Ok(()));
    assert_eq!(rate("9.9999999999999999"), refused);
    assert_eq!(rate("10.00000000000000001"), refused);
}

#[test]
fn a_path_names_a_member_as_it_was_written_and_a_message_shows_nothing_unseen() {
    let refusal = |request: String| answer(Catalogue::embedded(), Operation::Plan, request.as_bytes()).unwrap_err();
    let code = "x".repeat(64);
    let error = refusal(format!(r#"{{"variant":"evolution","fixed":{{"{code}":1}}}}"#));
    assert_eq!(error.path(), format!("fixed.{code}"));
    let error = refusal(format!(r#"{{"{code}":1}}"#));
    assert_eq!(error.path(), code);
    let error = refusal(r#"{"a\u202eb":1}"#.into());
    assert_eq!(error.path(), "a\\u{202e}b");
    // The name of a member is no index, whatever it is, and a name of no letter is one.
    for (key, path) in [("[0]", "fixed.[0]"), ("[", "fixed.["), ("", "fixed."), (".", "fixed..")] {
        assert_eq!(refusal(format!(r#"{{"variant":"evolution","fixed":{{"{key}":1}}}}"#)).path(), path);
        assert_eq!(refusal(format!(r#"{{"variant":"evolution","fixed":{{"{key}":1,"{key}":1}}}}"#)).path(), path);
    }
    let error = refusal(r#"{"variant":"evolution","hours":"a\u202e\u0007b"}"#.into());
    assert!(error.to_string().contains("a\\u{202e}\\u{7}b"), "{error}");
    let error = answer(Catalogue::embedded(), Operation::Catalogue, br#"{"a":1}"#).unwrap_err();
    assert_eq!(error.to_string(), "Ce champ n’est pas prévu ici\u{a0}; aucun champ n’est admis ici.");
}

#[test]
fn hours_off_the_grid_are_told_the_grid_of_the_catalogue_and_hours_done_a_quarter() {
    let grid = |operation: Operation, request: &str| {
        let error = answer(Catalogue::embedded(), operation, request.as_bytes()).unwrap_err();
        match *error.problem() {
            Problem::HoursGranularity { granularity } => (error.path().to_owned(), granularity),
            _ => unreachable!("{error}"),
        }
    };
    let plan = r#""plan":{"variant":"evolution"}"#;
    assert_eq!(grid(Operation::Plan, r#"{"variant":"evolution","hours":18.1}"#), ("hours".into(), Hours::HALF));
    assert_eq!(
        grid(Operation::Settle, r#"{"plan":{"variant":"evolution","hours":18.1}}"#),
        ("plan.hours".into(), Hours::HALF)
    );
    assert_eq!(
        grid(Operation::Settle, &format!(r#"{{{plan},"attended":[{{"date":"2027-01-12","hours":1.1}}]}}"#)),
        ("attended[0].hours".into(), Hours::QUARTER)
    );
    assert_eq!(
        grid(Operation::Schedule, &format!(r#"{{{plan},"exchangesOn":"2026-12-01","maxSessionHours":1.1}}"#)),
        ("maxSessionHours".into(), Hours::HALF)
    );
}

#[test]
fn a_line_may_name_one_of_several_catalogues() {
    let mut document: Value = serde_json::from_slice(include_bytes!("../src/catalogue/cdg29.json")).unwrap();
    document["id"] = json!("cdg00");
    document["edition"] = json!("autre");
    let other = Catalogue::parse(document.to_string().as_bytes()).unwrap();
    let both = [Catalogue::embedded(), &other];
    let edition = |catalogue: &str| {
        let line = format!(r#"{{{catalogue}"operation":"catalogue","request":{{}}}}"#);
        let answer: Value = serde_json::from_str(&answer_line_among(&both, line.as_bytes())).unwrap();
        if answer["error"].is_null() { answer["edition"].clone() } else { answer["error"].clone() }
    };
    let first = json!(Catalogue::embedded().offer().edition);
    assert_eq!(edition(""), first);
    assert_eq!(edition(r#""catalogue":null,"#), first);
    assert_eq!(edition(r#""catalogue":"cdg29","#), first);
    assert_eq!(edition(r#""catalogue":"cdg00","#), json!("autre"));
    for (member, code) in [("\"autre\"", "unknownCode"), ("1", "wrongType")] {
        let error = edition(&format!("\"catalogue\":{member},"));
        assert_eq!((&error["code"], &error["path"]), (&json!(code), &json!("catalogue")));
    }
    let none = answer_line_among(&[], br#"{"operation":"plan","catalogue":"cdg29","request":{}}"#);
    assert!(none.contains("unknownCode") && none.contains("aucun code n’est admis ici"), "{none}");
}

#[test]
fn a_line_without_a_request_or_an_operation_misses_it() {
    let table = [
        (r#"{"operation":"plan"}"#, "missingField", "request"),
        (r#"{"operation":"plan","request":null}"#, "missingField", "request"),
        (r#"{"operation":null,"request":{}}"#, "missingField", "operation"),
        (r#"{"request":{}}"#, "missingField", "operation"),
        (r#"{"operation":"dance","request":{}}"#, "unknownCode", "operation"),
        (r#"{"operation":"plan","request":{},"couleur":1}"#, "unknownField", "couleur"),
        (r#"{"operation":"plan","request":{},"request":{}}"#, "duplicateField", "request"),
        ("[]", "wrongType", ""),
        ("\u{feff}{}", "invalidJson", ""),
    ];
    for (line, code, path) in table {
        let answer: Value = serde_json::from_str(&answer_line(Catalogue::embedded(), line.as_bytes())).unwrap();
        assert_eq!((&answer["error"]["code"], &answer["error"]["path"]), (&json!(code), &json!(path)), "{line}");
    }
    // A request of a line may be as large and as deep as one without.
    let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    for (request, code) in [
        (nested(32), "wrongType"),
        (nested(33), "invalidJson"),
        (format!("{{{}}}", " ".repeat(MAX_REQUEST - 2)), "missingField"),
        (format!("{{{}}}", " ".repeat(MAX_REQUEST - 1)), "tooLarge"),
    ] {
        let line = format!(r#"{{"operation":"plan","request":{request}}}"#);
        let answer: Value = serde_json::from_str(&answer_line(Catalogue::embedded(), line.as_bytes())).unwrap();
        assert_eq!(answer["error"]["code"], json!(code), "{request:.40}");
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
            r#"{"case":{"on":"2026-11-23","variant":"evolution"},"record":["0.1.0",2,["",""],["","",""],"",""]}"#
                .into(),
            "record",
        ),
    ];
    for (operation, request, path) in table {
        let refusal = asked(operation, &request).map(|_| ());
        assert_eq!(refusal, Err(("wrongType".into(), path.into())), "{operation}: {request}");
    }
}
