//! The schema, the table of forms, the types and an independent validator agree.

#![allow(clippy::indexing_slicing, clippy::similar_names, reason = "documents of known form")]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde_json::{Value, json};

use super::super::{Form, Kind, OFFER, examine};
use super::{WORDS, schema};
use crate::Catalogue;
use crate::catalogue::offer::Offer;
use crate::json;

/// Every form, by its name.
fn forms() -> BTreeMap<&'static str, &'static Form> {
    fn inner(kind: &'static Kind, forms: &mut BTreeMap<&'static str, &'static Form>) {
        match kind {
            Kind::Object(held) | Kind::Either(_, held) => form(held, forms),
            Kind::List(of, ..) | Kind::Distinct(of, ..) => inner(of, forms),
            _ => {}
        }
    }
    fn form(form: &'static Form, forms: &mut BTreeMap<&'static str, &'static Form>) {
        if forms.insert(form.name, form).is_none() {
            form.members.iter().for_each(|member| inner(&member.kind, forms));
        }
    }
    let mut forms = BTreeMap::new();
    form(&OFFER, &mut forms);
    forms
}

#[test]
fn every_member_has_its_words_and_nothing_else_has() {
    let mut expected: BTreeSet<(&str, &str)> = BTreeSet::new();
    for (name, form) in forms() {
        expected.insert((name, ""));
        expected.extend(form.members.iter().map(|member| (name, member.name)));
    }
    let found: Vec<(&str, &str)> = WORDS.iter().map(|words| (words.form, words.member)).collect();
    assert_eq!(found.iter().copied().collect::<BTreeSet<_>>(), expected);
    assert_eq!(found.len(), expected.len());
    for words in WORDS {
        assert!(words.description.ends_with('.'), "{}.{}", words.form, words.member);
    }
}

#[test]
fn every_example_fits_its_member() {
    let root = schema().to_value();
    let (mut members, mut examples) = (serde_json::Map::new(), serde_json::Map::new());
    for words in WORDS.iter().filter(|words| !words.example.is_empty()) {
        let form = if words.form == "Offer" { "#".to_owned() } else { format!("#/$defs/{}", words.form) };
        let name = format!("{}.{}", words.form, words.member);
        members.insert(name.clone(), json!({ "$ref": format!("{form}/properties/{}", words.member) }));
        examples.insert(name, serde_json::from_str(words.example).unwrap_or_default());
    }
    members.extend(root["properties"].as_object().cloned().unwrap_or_default());
    let all = json!({ "$defs": root["$defs"], "properties": members });
    let validator = jsonschema::options().should_validate_formats(true).build(&all);
    let validator = validator.unwrap_or_else(|error| unreachable!("{error}"));
    let examples = Value::Object(examples);
    let wrong: Vec<String> =
        validator.iter_errors(&examples).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(wrong, [] as [String; 0]);
}

/// The types and the table name the same members, required and optional.
#[test]
fn the_table_of_forms_is_that_of_the_types() {
    let settings = schemars::generate::SchemaSettings::draft2020_12().for_deserialize();
    let types = settings.into_generator().into_root_schema_for::<Offer>().to_value();
    for (name, form) in forms() {
        let of_type = match name {
            "Offer" => &types,
            "StepHours" | "TariffHours" => &types["$defs"]["HoursRange"],
            // Their types are codes or objects of one member.
            "Price" | "Tax" => continue,
            _ => &types["$defs"][name],
        };
        let members = |value: &Value| -> BTreeSet<String> {
            value["properties"].as_object().into_iter().flatten().map(|(key, _)| key.clone()).collect()
        };
        let required: BTreeSet<&str> =
            of_type["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        assert_eq!(members(of_type), form.members.iter().map(|member| member.name.to_owned()).collect(), "{name}");
        let expected = form.members.iter().filter(|member| member.required).map(|member| member.name);
        assert_eq!(required, expected.collect(), "{name}");
    }
}

/// A document that has every member of every form.
fn complete() -> Value {
    let mut document: Value = serde_json::from_slice(crate::catalogue::embedded::DOCUMENT).unwrap_or_default();
    document["$schema"] = json!("catalogue.document.json");
    document["granularity"] = json!(0.25);
    document["centre"]["contact"] = json!({ "phone": "01", "email": "a@b", "address": "ici" });
    document["links"][0]["url"] = json!("https://exemple.fr/a");
    document["texts"][0]["url"] = json!("https://exemple.fr/b");
    document["variants"][0]["counts"] = json!("all");
    document["variants"][0]["steps"][12]["after"] = json!({ "months": 6 });
    document["variants"][0]["course"] = json!({
        "delay": { "days": 3 }, "usual": { "minMonths": 1, "maxMonths": 2 }, "maxSessionHours": 1.5, "cadences": ["monthly"]
    });
    document["course"]["holidays"] = json!({ "zone": "alsaceMoselle", "goodFriday": true });
    document["course"]["closures"] = json!([{ "from": "2026-12-21", "to": "2027-01-05", "yearly": true }]);
    document["tariffs"] = json!([
        { "variants": ["evolution"], "clients": ["affiliee"], "hours": { "min": 0, "max": 18 }, "from": "2026-01-01",
          "to": "2026-12-31", "price": { "flat": { "amount": "1.00" } }, "tax": "exempt", "source": "ici" },
        { "variants": ["prevention"], "price": { "reference": { "hours": 18, "amount": "2.00" } }, "indicative": false,
          "tax": { "excluded": { "rate": 8.5 } }, "covers": ["preparation"] },
        { "variants": ["horizon"], "price": { "hourly": { "rate": "3.00", "bills": "all",
          "fixed": [{ "label": "part", "amount": "4.00" }] } } },
        { "variants": ["developpement"], "price": { "unit": { "hours": 3.5, "amount": "5.00", "label": "demi-journée" } } },
        { "variants": ["reorientation"], "price": "free" }
    ]);
    document
}

#[test]
fn the_complete_document_has_every_member_of_every_form() {
    fn walk(value: &Value, members: &mut BTreeSet<String>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| walk(item, members)),
            Value::Object(object) => {
                members.extend(object.keys().cloned());
                object.values().for_each(|value| walk(value, members));
            }
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    walk(&complete(), &mut found);
    let all = forms().into_values().flat_map(|form| form.members).map(|member| member.name.to_owned());
    assert_eq!(found, all.collect());
    let report = Catalogue::check(complete().to_string().as_bytes());
    assert!(report.is_sound(), "{:?}", report.faults);
}

/// The same document with one element of each kind in every list: what an element says again is left out.
fn small() -> Value {
    fn shapes(value: &Value, path: &str, found: &mut BTreeSet<String>) {
        found.insert(path.to_owned());
        match value {
            Value::Array(items) => items.iter().for_each(|item| shapes(item, &format!("{path}/-"), found)),
            Value::Object(members) => {
                members.iter().for_each(|(key, value)| shapes(value, &format!("{path}/{key}"), found));
            }
            _ => {}
        }
    }
    fn cut(value: &mut Value) {
        match value {
            Value::Array(items) => {
                let mut seen = BTreeSet::new();
                items.retain(|item| {
                    let before = seen.len();
                    shapes(item, "", &mut seen);
                    seen.len() > before
                });
                items.iter_mut().for_each(cut);
            }
            Value::Object(members) => members.values_mut().for_each(cut),
            _ => {}
        }
    }
    let mut document = complete();
    cut(&mut document);
    document
}

/// Every place of a document, as a pointer.
fn places(value: &Value, pointer: &str, found: &mut Vec<String>) {
    found.push(pointer.to_owned());
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                places(item, &format!("{pointer}/{index}"), found);
            }
        }
        Value::Object(members) => {
            for (key, member) in members {
                places(member, &format!("{pointer}/{key}"), found);
            }
        }
        _ => {}
    }
}

/// What happens to a place.
#[derive(Clone, Debug)]
enum Change {
    Replace(Value),
    Remove,
    Add,
    Repeat(usize),
}

/// Values at the edges of every kind, and changes of form.
fn changes() -> Vec<Change> {
    let texts = [
        "",
        " ",
        "\u{a0}",
        "a",
        "aB9",
        "Ab",
        "é",
        "a\u{200b}b",
        "a\nb",
        "2026-02-28",
        "2026-02-29",
        "2024-02-29",
        "1583-01-01",
        "1582-12-31",
        "9999-12-31",
        "2026-2-3",
        "2026-13-01",
        "12.50",
        "-0.00",
        "-1.00",
        "0012.50",
        "999999999.99",
        "1000000000.00",
        "1.5",
        "https://a",
        "https://",
        "https://a b",
        "http://a",
        "free",
        "exempt",
        "all",
        "weekly",
        "optional",
        "rqth",
        "metropole",
        "evolution",
    ];
    let numbers = [
        json!(0),
        json!(-1),
        json!(1),
        json!(4.0),
        json!(0.25),
        json!(0.3),
        json!(0.5),
        json!(2),
        json!(8),
        json!(8.25),
        json!(12.5),
        json!(20.01),
        json!(20.001),
        json!(24),
        json!(25),
        json!(40),
        json!(40.25),
        json!(52),
        json!(53),
        json!(100),
        json!(101),
        json!(365),
        json!(366),
        json!(367),
        json!(1_000_000),
        json!(1_000_000.25),
        json!(1e300),
        json!(4_294_967_296_u64),
    ];
    let others = [
        Value::Null,
        json!(true),
        json!([]),
        json!({}),
        json!(["a", "a"]),
        json!(["a", 1]),
        json!({ "min": 1, "max": 1 }),
        json!({ "days": 1, "weeks": 1 }),
        json!({ "flat": null, "unit": { "hours": 1, "amount": "1.00" } }),
    ];
    let long = [64, 65, 2000, 2001].map(|length| Value::from("c".repeat(length)));
    let accents = [2000, 2001].map(|length| Value::from("é".repeat(length)));
    let values = texts.map(Value::from).into_iter().chain(numbers).chain(others).chain(long).chain(accents);
    let repeats = [1, 15, 16, 63, 64, 199, 200].map(Change::Repeat);
    let form = [Change::Remove, Change::Add].into_iter().chain(repeats);
    values.map(Change::Replace).chain(form).collect()
}

fn apply(document: &mut Value, place: &str, change: &Change) {
    let (parent, key) = place.rsplit_once('/').unwrap_or_default();
    match change {
        Change::Remove => match document.pointer_mut(parent) {
            Some(Value::Object(members)) => drop(members.remove(key)),
            Some(Value::Array(items)) => {
                if let Some(index) = key.parse().ok().filter(|index: &usize| *index < items.len()) {
                    items.remove(index);
                }
            }
            _ => {}
        },
        Change::Add => {
            if let Some(Value::Object(members)) = document.pointer_mut(place) {
                members.insert("inconnu".into(), json!(1));
            }
        }
        Change::Repeat(times) => {
            if let Some(Value::Array(items)) = document.pointer_mut(place)
                && let Some(last) = items.last().cloned()
            {
                items.extend(std::iter::repeat_n(last, *times));
            }
        }
        Change::Replace(value) => {
            if let Some(found) = document.pointer_mut(place) {
                *found = value.clone();
            }
        }
    }
}

/// What an independent validator and the reader disagree on, if they do. Bounds in their order are no matter of schemas.
fn disagreement(validator: &jsonschema::Validator, document: &Value) -> Option<String> {
    let text = document.to_string();
    let read = json::read(text.as_bytes()).ok()?;
    let examination = examine(&OFFER, read.root());
    let faults: Vec<_> = examination.faults.iter().filter(|error| error.code() != "invertedRange").collect();
    if faults.is_empty() != validator.is_valid(document) {
        let refusals: Vec<String> = validator.iter_errors(document).map(|error| error.to_string()).collect();
        return Some(format!("{faults:?} {refusals:?}"));
    }
    // Whatever was wrong, the mended document can be read as an offer.
    let mended = json::write(&examination.mended).and_then(|mended| json::decode::<Offer>(mended.root()));
    mended.err().map(|error| format!("{error:?}"))
}

fn validator() -> jsonschema::Validator {
    let options = jsonschema::options().should_validate_formats(true);
    options.build(&schema().to_value()).unwrap_or_else(|error| unreachable!("{error}"))
}

/// An independent validator accepts a document exactly where the reader finds its form right: at every place one change
/// out of five, another one at each place.
#[test]
fn the_schema_accepts_what_the_reader_accepts() {
    let (validator, document, changes) = (validator(), small(), changes());
    assert_eq!(disagreement(&validator, &document), None);
    let mut all = Vec::new();
    places(&document, "", &mut all);
    let mut wrong = Vec::new();
    for (number, place) in all.iter().enumerate() {
        let is_list = document.pointer(place).is_some_and(Value::is_array);
        let chosen = changes.iter().skip(number % 5).step_by(5);
        for change in chosen.filter(|change| is_list || !matches!(change, Change::Repeat(_))) {
            let mut changed = document.clone();
            apply(&mut changed, place, change);
            let found = disagreement(&validator, &changed);
            wrong.extend(found.map(|found| format!("{place} {change:?}: {found}")));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), all.len(), wrong.join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(100) })]

    #[test]
    fn the_schema_accepts_what_the_reader_accepts_after_several_changes(
        chosen in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 2..6),
    ) {
        static VALIDATOR: std::sync::OnceLock<jsonschema::Validator> = std::sync::OnceLock::new();
        let (mut document, changes) = (small(), changes());
        for (place, change) in chosen {
            let mut all = Vec::new();
            places(&document, "", &mut all);
            apply(&mut document, place.get(&all).as_str(), change.get(&changes));
        }
        prop_assert_eq!(disagreement(VALIDATOR.get_or_init(validator), &document), None);
    }
}
