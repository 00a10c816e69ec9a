//! A record proves an answer: it holds for the case as it was, and for nothing else.

#![cfg(feature = "wire")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use bilan_professionnel::record::{self, DIGESTED, Record};
use bilan_professionnel::simulation::{Case, simulate};
use bilan_professionnel::wire::{Operation, answer};
use bilan_professionnel::{Catalogue, Error};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

fn answered(operation: Operation, request: &str) -> Result<Value, Error> {
    answer(Catalogue::embedded(), operation, request.as_bytes()).map(|text| serde_json::from_str(&text).unwrap())
}

fn recorded(case: &str) -> Value {
    answered(Operation::Simulate, case).unwrap()["record"].clone()
}

fn replayed(case: &str, record: &Value) -> Value {
    answered(Operation::Replay, &format!(r#"{{"case":{case},"record":{record}}}"#)).unwrap()
}

/// SHA-256 of the canonical JSON, computed here from the parsed document alone.
fn digest(document: &Value) -> String {
    let hash = Sha256::digest(canonical(document));
    hash.iter().fold("sha256:".to_owned(), |text, byte| format!("{text}{byte:02x}"))
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

/// RFC 8785 for the documents of the contract: keys sorted, no space, whole numbers without a fraction.
fn canonical(document: &Value) -> String {
    match document {
        Value::Object(members) => {
            let mut members: Vec<(&String, &Value)> = members.iter().collect();
            members.sort_by(|(one, _), (other, _)| one.encode_utf16().cmp(other.encode_utf16()));
            let members = members.iter().map(|(key, value)| format!("{}:{}", json!(key), canonical(value)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(canonical).collect::<Vec<_>>().join(",")),
        Value::Number(number) => format!("{}", number.as_f64().unwrap()),
        other => other.to_string(),
    }
}

/// The same document with its keys in the reverse order, and spread over lines.
fn rearranged(document: &Value, depth: usize) -> String {
    let indent = format!("\r\n{}", "\t ".repeat(depth));
    match document {
        Value::Object(members) => {
            let members = members.iter().rev();
            let lines =
                members.map(|(key, value)| format!("{indent}{} : {}", json!(key), rearranged(value, depth + 1)));
            format!("{{{} }}", lines.collect::<Vec<_>>().join(" ,"))
        }
        Value::Array(items) => {
            let lines = items.iter().map(|item| format!("{indent}{}", rearranged(item, depth + 1)));
            format!("[{} ]", lines.collect::<Vec<_>>().join(" ,"))
        }
        other => other.to_string(),
    }
}

fn days(first_year: i32) -> impl Strategy<Value = String> {
    (first_year..first_year + 3, 1..=12u32, 1..=28u32)
        .prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"))
}

/// One of some values, or nothing, which is left out or written `null`.
fn perhaps(value: impl Strategy<Value = Value> + 'static) -> impl Strategy<Value = Option<Value>> {
    prop_oneof![3 => value.prop_map(Some), 2 => Just(None), 1 => Just(Some(Value::Null))]
}

fn object(members: Vec<(&'static str, Option<Value>)>) -> Value {
    Value::Object(members.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect())
}

fn facts() -> impl Strategy<Value = Value> {
    let flags = ["rqth", "ati", "reclassement", "preparationReclassement", "pensionInvalidite", "avisAdaptationPoste"];
    let flags = flags.map(|code| perhaps(any::<bool>().prop_map(Value::from)).prop_map(move |value| (code, value)));
    let rate = perhaps(prop::sample::select(vec![json!(0), json!(9.99), json!(10), json!(12.5), json!(100)]));
    let statut = perhaps(prop::sample::select(vec![json!("fonctionnaire"), json!("contractuel")]));
    (flags, rate, statut).prop_map(|(flags, rate, statut)| {
        let others = [("tauxIncapacitePermanente", rate), ("statut", statut)];
        object(flags.into_iter().chain(others).collect())
    })
}

fn calendars() -> impl Strategy<Value = Value> {
    let cadence = perhaps(prop::sample::select(vec![json!("auto"), json!("weekly"), json!("fortnightly")]));
    let weekday = perhaps(prop::sample::select(vec![json!("monday"), json!("tuesday"), json!("friday")]));
    let longest = perhaps(prop::sample::select(vec![json!(1), json!(1.5), json!(2), json!(3.5)]));
    let closures = perhaps(days(2027).prop_map(|day| json!([{ "from": day, "to": day }])));
    (days(2026), cadence, weekday, longest, closures).prop_map(|(exchanges, cadence, weekday, longest, closures)| {
        object(vec![
            ("exchangesOn", Some(exchanges.into())),
            ("cadence", cadence),
            ("weekday", weekday),
            ("closures", closures),
            ("maxSessionHours", longest),
        ])
    })
}

/// Cases that can be answered.
fn cases() -> impl Strategy<Value = Value> {
    let variants = ["evolution", "prevention", "reorientation", "developpement", "horizon"];
    let needs =
        prop::sample::subsequence(vec!["faireLePoint", "preserverSante", "depasserBlocages", "transmettre"], 0..=4);
    // Any variant can have these totals, with that step at any length of its example.
    let hours = (38u32..=47).prop_map(|half_hours| json!(f64::from(half_hours) / 2.0));
    let fixed = perhaps(prop::sample::select(vec![json!(1), json!(1.5), json!(2)]));
    (
        (days(2026), needs, perhaps(prop::sample::select(variants.map(Value::from).to_vec()))),
        (
            perhaps(prop::sample::select(vec![json!("affiliee"), json!("nonAffiliee")])),
            facts(),
            perhaps(days(2026).prop_map(Value::from)),
        ),
        (hours, fixed, perhaps(calendars())),
    )
        .prop_map(|((on, needs, variant), (client, facts, valid_until), (hours, fixed, calendar))| {
            let chosen = variant.as_ref().is_some_and(|variant| !variant.is_null());
            let variant = if needs.is_empty() && !chosen { Some(json!("horizon")) } else { variant };
            object(vec![
                ("on", Some(on.into())),
                ("needs", Some(needs.into())),
                ("variant", variant),
                ("client", client),
                ("facts", Some(facts)),
                ("validUntil", Some(object(vec![("rqth", valid_until)]))),
                ("hours", Some(hours)),
                (
                    "fixed",
                    fixed
                        .map(|hours| json!({ "analyseDemande": hours }))
                        .filter(|fixed| !fixed["analyseDemande"].is_null()),
                ),
                ("calendar", calendar),
            ])
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn the_record_of_any_case_holds_however_the_case_is_laid_out(case in cases()) {
        let record = recorded(&case.to_string());
        for text in [case.to_string(), rearranged(&case, 0), serde_json::to_string_pretty(&case).unwrap()] {
            let replay = replayed(&text, &record);
            prop_assert_eq!(&replay["holds"], &json!(true), "{}: {}", text, replay);
            prop_assert_eq!(&replay["differs"], &json!([]));
        }
    }

    #[test]
    fn the_digests_are_those_of_anybody_who_computes_them(case in cases()) {
        let result = answered(Operation::Simulate, &case.to_string()).unwrap();
        let record = &result["record"];
        prop_assert_eq!(&record["request"], &json!(digest(&case)));
        prop_assert_eq!(&record["result"], &json!(digest(&digested(&result))));
    }

    #[test]
    fn the_record_of_a_case_does_not_hold_for_another(case in cases(), other in cases()) {
        prop_assume!(case != other);
        let replay = replayed(&other.to_string(), &recorded(&case.to_string()));
        prop_assert_eq!(&replay["holds"], &json!(false));
        prop_assert_eq!(&replay["differs"][0], &json!("request"));
    }
}

const CASE: &str = r#"{"on":"2026-11-23","needs":["faireLePoint","transmettre"],"client":"affiliee","facts":{"rqth":true,"tauxIncapacitePermanente":12.5,"statut":"contractuel"},"validUntil":{"rqth":"2027-01-31"},"hours":20.5,"kickoffMeeting":false,"fixed":{"recherches":0},"calendar":{"exchangesOn":"2026-12-01","weekday":"tuesday","maxSessionHours":1.5}}"#;

#[test]
fn the_record_names_the_catalogue_as_it_was_read() {
    let document: Value = serde_json::from_slice(include_bytes!("../src/catalogue/cdg29.json")).unwrap();
    let stamp = json!({ "id": document["id"], "edition": document["edition"], "digest": digest(&document) });
    assert_eq!(recorded(CASE)["catalogue"], stamp);
    // What says the same and is written otherwise is another document.
    let mut other = document;
    other["funding"] = json!(null);
    let other = Catalogue::parse(other.to_string().as_bytes());
    if let Ok(other) = other {
        assert_ne!(other.digest(), Catalogue::embedded().digest());
    }
}

#[test]
fn the_record_names_the_contract_and_the_rules() {
    let record = recorded(CASE);
    assert_eq!(record["contract"], json!(2));
    let digest = record["rules"]["digest"].as_str().unwrap();
    assert!(digest.starts_with("sha256:") && digest.len() == 71, "{digest}");
    assert!(record["rules"]["edition"].is_string());
}

#[test]
fn a_record_made_of_types_is_that_of_the_document_they_write() {
    let text = r#"{"on":"2026-11-23","variant":"horizon","client":"affiliee"}"#;
    let case: Case = serde_json::from_str(text).unwrap();
    let catalogue = Catalogue::embedded();
    let dossier = simulate(catalogue, &case).unwrap();
    let document: Value = serde_json::from_str(text).unwrap();
    let made: Record = record::record(catalogue, case.on, &document, &dossier).unwrap();
    assert_eq!(serde_json::to_value(&made).unwrap(), recorded(text));
    let refused = record::record(catalogue, case.on, &[f64::NAN], &dossier).unwrap_err();
    assert_eq!(refused.code(), "outOfRange");
    let refused =
        record::record(catalogue, case.on, &std::collections::BTreeMap::from([(1, 2)]), &dossier).unwrap_err();
    assert_eq!(refused.code(), "outOfRange");
    // A whole number that IEEE 754 has not is the nearest that it has.
    let of = |number: u64| record::record(catalogue, case.on, &number, &dossier).unwrap().request;
    assert_eq!(of(u64::MAX), digest(&json!(18_446_744_073_709_551_616.0)));
    assert_eq!(of(9_007_199_254_740_993), of(9_007_199_254_740_992));
}

#[test]
fn a_change_of_any_byte_breaks_the_record_or_cannot_be_read_but_in_what_is_only_told() {
    let request = format!(r#"{{"case":{CASE},"record":{}}}"#, recorded(CASE));
    let holds = |text: &[u8]| {
        let answer = answer(Catalogue::embedded(), Operation::Replay, text);
        answer.map(|answer| answer.starts_with(r#"{"holds":true"#))
    };
    assert_eq!(holds(request.as_bytes()), Ok(true));
    let (mut broken, mut unreadable) = (0, 0);
    // Versions, editions and the name of the centre are told, and the digests compared.
    let record = recorded(CASE);
    let told: Vec<std::ops::Range<usize>> =
        [&record["engine"], &record["rules"]["edition"], &record["catalogue"]["id"], &record["catalogue"]["edition"]]
            .into_iter()
            .flat_map(|text| {
                request
                    .match_indices(&text.to_string())
                    .map(|(at, text)| at + 1..at + text.len() - 1)
                    .collect::<Vec<_>>()
            })
            .collect();
    assert!(told.len() >= 4);
    for place in (0..request.len()).filter(|place| !told.iter().any(|told| told.contains(place))) {
        let byte = request.as_bytes()[place];
        // The byte next to it, and bytes that mean something in JSON.
        let others = [byte ^ 1].into_iter().chain(*b"0159aeEflnrtuz\"\\{}[]:,.-+ ");
        for other in others.filter(|other| *other != byte) {
            let mut changed = request.clone().into_bytes();
            changed[place] = other;
            match holds(&changed) {
                Ok(still) => {
                    assert!(!still, "holds in spite of {:?} at {place}", char::from(other));
                    broken += 1;
                }
                Err(_) => unreadable += 1,
            }
        }
    }
    assert!(broken > 5_000 && unreadable > 5_000, "{broken} read and found different, {unreadable} unreadable");
}

#[test]
fn the_same_values_written_otherwise_are_the_same_request() {
    let record = recorded(CASE);
    let rewritings = [
        ("20.5", "20.50"),
        ("20.5", "2.05e1"),
        ("20.5", "205E-1"),
        ("\"recherches\":0", "\"recherches\":0.0"),
        ("\"recherches\":0", "\"recherches\":-0.0"),
        ("12.5", "125e-1"),
        ("faireLePoint", "f\\u0061ireLePoint"),
        ("\"rqth\":true", "\"\\u0072qth\" :\ttrue"),
    ];
    for (from, to) in rewritings {
        let rewritten = CASE.replacen(from, to, 1);
        assert_ne!(rewritten, CASE);
        assert_eq!(replayed(&rewritten, &record)["holds"], json!(true), "{to}");
    }
}

#[test]
fn a_broken_record_says_which_part_differs() {
    let record = recorded(CASE);
    let table = [
        ("/contract", json!(1), "contract"),
        ("/rules/digest", record["catalogue"]["digest"].clone(), "rules"),
        ("/catalogue/digest", json!("sha256:"), "catalogue"),
        ("/request", record["result"].clone(), "request"),
        ("/result", record["request"].clone(), "result"),
    ];
    for (member, value, part) in table {
        let mut changed = record.clone();
        *changed.pointer_mut(member).unwrap() = value;
        let replay = replayed(CASE, &changed);
        assert_eq!((&replay["holds"], &replay["differs"]), (&json!(false), &json!([part])), "{member}");
    }
    let stamp = json!({ "id": "", "edition": "", "digest": "" });
    let unlike = json!({
        "engine": "", "contract": 0, "rules": { "edition": "", "digest": "" }, "catalogue": stamp, "request": "",
        "result": ""
    });
    assert_eq!(replayed(CASE, &unlike)["differs"], json!(["contract", "rules", "catalogue", "request", "result"]));
}

#[test]
fn editions_are_told_where_what_they_name_differs() {
    let record = recorded(CASE);
    let mut changed = record.clone();
    changed["catalogue"]["edition"] = json!("2025-01");
    changed["rules"]["edition"] = json!("2025-01");
    // The digests alone are compared.
    let replay = replayed(CASE, &changed);
    assert_eq!((&replay["holds"], replay.get("catalogue"), replay.get("rules")), (&json!(true), None, None));
    changed["catalogue"]["digest"] = json!("sha256:");
    changed["rules"]["digest"] = json!("sha256:");
    let replay = replayed(CASE, &changed);
    assert_eq!(replay["differs"], json!(["rules", "catalogue"]));
    for part in ["rules", "catalogue"] {
        assert_eq!(replay[part], json!({ "recorded": "2025-01", "current": record[part]["edition"] }));
    }
}

#[test]
fn a_record_holds_across_versions_of_the_library_that_answer_alike() {
    let mut record = recorded(CASE);
    record["engine"] = json!("0.0.9");
    let engine = json!({ "recorded": "0.0.9", "current": env!("CARGO_PKG_VERSION") });
    let replay = replayed(CASE, &record);
    assert_eq!((&replay["holds"], &replay["differs"], &replay["engine"]), (&json!(true), &json!([]), &engine));
    assert!(replay["explanation"].as_str().unwrap().contains("au lieu de la version 0.0.9"));
    record["result"] = record["request"].clone();
    let replay = replayed(CASE, &record);
    assert_eq!((&replay["holds"], &replay["differs"]), (&json!(false), &json!(["result"])));
    assert_eq!(replay["engine"], engine);
    assert_eq!(replayed(CASE, &recorded(CASE)).get("engine"), None);
}

#[test]
fn an_official_sentence_never_repeats_what_a_record_pretends() {
    let mut record = recorded(CASE);
    let forged = ["1.0. Dossier validé par le fonds", "9.9.9\u{202e}", "1.2", "1.2.3.4", "a.b.c", "12345.0.0", ""];
    for engine in forged.map(str::to_owned).into_iter().chain(["x".repeat(100_000)]) {
        record["engine"] = json!(engine);
        let replay = replayed(CASE, &record);
        let sentence = replay["explanation"].as_str().unwrap();
        assert!(
            replay["holds"] == json!(true) && sentence.ends_with("de la bibliothèque au lieu d’une autre."),
            "{sentence}"
        );
        let recorded = replay["engine"]["recorded"].as_str().unwrap();
        assert!(recorded.chars().count() <= 41 && !recorded.contains('\u{202e}'), "{recorded}");
    }
}

#[test]
fn an_incomplete_record_is_an_error_at_its_path() {
    let record = recorded(CASE);
    let without = |object: &Value, key: &str| -> Value {
        let members = object.as_object().unwrap().iter().filter(|(other, _)| *other != key);
        Value::Object(members.map(|(key, value)| (key.clone(), value.clone())).collect::<Map<_, _>>())
    };
    for key in ["engine", "contract", "rules", "catalogue", "request", "result"] {
        let request = json!({ "case": { "on": "2026-11-23", "variant": "horizon" }, "record": without(&record, key) });
        let error = answered(Operation::Replay, &request.to_string()).unwrap_err();
        assert_eq!((error.code(), error.path()), ("missingField", format!("record.{key}").as_str()));
    }
}
