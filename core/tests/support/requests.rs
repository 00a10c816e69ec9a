//! Requests of the contract, with every member that it knows, and what is true of any answer.

use bilan_professionnel::funding::{Fact, FactKind};
use bilan_professionnel::wire::{Operation, answer, error_document};
use bilan_professionnel::{Catalogue, Error, ErrorCode};
use serde_json::{Map, Value, json};

/// An answer to a fact, as a request writes it.
fn answered(fact: Fact) -> Value {
    match fact.kind() {
        FactKind::YesNo => json!(fact.bit().trailing_zeros() % 3 != 1),
        FactKind::Percent => json!(12.5),
        FactKind::Status => json!("fonctionnaire"),
    }
}

/// A request of every operation, complete and answered without an error.
pub(crate) fn complete() -> Vec<(Operation, Value)> {
    let plan = json!({
        "variant": "evolution", "hours": 20, "kickoffMeeting": false, "fixed": { "analyseDemande": 1.5, "recherches": 0 }
    });
    let facts: Map<String, Value> =
        Fact::ALL.into_iter().map(|fact| (fact.code().to_owned(), answered(fact))).collect();
    let calendar = json!({
        "exchangesOn": "2026-12-01", "startOn": "2027-01-11", "cadence": "auto", "weekday": "tuesday",
        "closures": [{ "from": "2027-02-15", "to": "2027-02-26" }], "maxSessionHours": 2
    });
    let case = json!({
        "on": "2026-11-23", "needs": ["faireLePoint"], "variant": "evolution", "client": "affiliee", "facts": facts,
        "validUntil": { "rqth": "2027-01-31" }, "hours": 20, "kickoffMeeting": false,
        "fixed": { "analyseDemande": 1.5 }, "calendar": calendar
    });
    let digest = format!("sha256:{}", "0".repeat(64));
    let record = json!({
        "engine": "0.1.0", "contract": 2, "rules": { "edition": "2026-11", "digest": digest }, "catalogue": { "id": "cdg29", "edition": "2026-11", "digest": digest },
        "request": digest, "result": digest
    });
    let mut schedule = calendar.clone();
    schedule["plan"] = plan.clone();
    vec![
        (Operation::Catalogue, json!({})),
        (Operation::Recommend, json!({ "needs": ["preserverSante", "construireProjet"] })),
        (
            Operation::Funding,
            json!({ "on": "2026-12-01", "until": "2027-05-31", "facts": facts, "validUntil": { "rqth": "2027-01-31", "ati": "2026-01-31" } }),
        ),
        (Operation::Plan, plan.clone()),
        (Operation::Quote, json!({ "variant": "evolution", "hours": 20, "client": "affiliee", "on": "2026-12-01" })),
        (Operation::Schedule, schedule),
        (
            Operation::Settle,
            json!({ "plan": plan, "attended": [{ "date": "2027-01-12", "hours": 1 }], "invoiceReceivedOn": "2027-06-10" }),
        ),
        (Operation::Simulate, case.clone()),
        (Operation::Replay, json!({ "case": case, "record": record })),
    ]
}

/// The places of every value in a document, as JSON pointers, the whole document first.
pub(crate) fn places(document: &Value) -> Vec<String> {
    let below =
        |key: &str, value: &Value| places(value).into_iter().map(move |place| format!("/{key}{place}")).collect();
    let members: Vec<Vec<String>> = match document {
        Value::Object(members) => members.iter().map(|(key, value)| below(key, value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(index, item)| below(&index.to_string(), item)).collect(),
        _ => Vec::new(),
    };
    [vec![String::new()], members.concat()].concat()
}

/// The path of a place, as error documents write it: `calendar.closures[0].from`.
pub(crate) fn path(place: &str) -> String {
    place.split('/').skip(1).fold(String::new(), |path, part| match part.parse::<usize>() {
        Ok(index) => format!("{path}[{index}]"),
        Err(_) if path.is_empty() => part.to_owned(),
        Err(_) => format!("{path}.{part}"),
    })
}

/// A document as text, with one of its values written as told.
pub(crate) fn written(document: &Value, place: &str, text: &str) -> String {
    const MARK: &str = "here it is";
    let mut document = document.clone();
    *document.pointer_mut(place).unwrap() = json!(MARK);
    document.to_string().replace(&json!(MARK).to_string(), text)
}

/// The answer, or its code and path, once both are found to be well formed.
pub(crate) fn sound(answer: Result<String, Error>) -> Result<Value, (String, String)> {
    let error = match answer {
        Ok(text) => {
            let document: Value = serde_json::from_str(&text).unwrap();
            assert!(document.is_object(), "{text}");
            return Ok(document);
        }
        Err(error) => error,
    };
    let document: Value = serde_json::from_str(&error_document(&error)).unwrap();
    let member = |key: &str| document["error"][key].as_str().unwrap().to_owned();
    let (code, path, message) = (member("code"), member("path"), member("message"));
    // `internal` is a fault of the library.
    let known = ErrorCode::ALL.iter().any(|known| *known != ErrorCode::Internal && known.as_str() == code);
    assert!(known, "{document}");
    assert!(message.ends_with('.') && message.len() < 1_200 && path.len() < 700, "{code} {path:.40} {message:.60}");
    let unseen = |text: &str| text.chars().any(|c| c.is_control() || ('\u{2028}'..='\u{202e}').contains(&c));
    assert!(!unseen(&message) && !unseen(&path) && !message.contains(": ."), "{path} {message}");
    assert_eq!((error.code(), error.path(), error.to_string()), (code.as_str(), path.as_str(), message));
    Err((code, path))
}

pub(crate) fn asked(operation: Operation, request: impl AsRef<[u8]>) -> Result<Value, (String, String)> {
    sound(answer(Catalogue::embedded(), operation, request.as_ref()))
}
