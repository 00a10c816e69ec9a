//! A catalogue as data: what changes to the CDG29's document are refused, accepted, and seen in its digest.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use bilan_professionnel::{Catalogue, Error};
use serde_json::{Value, json};

fn document() -> Value {
    serde_json::from_slice(include_bytes!("../src/catalogue/cdg29.json")).unwrap()
}

fn parse(document: &Value) -> Result<Catalogue, Error> {
    Catalogue::parse(document.to_string().as_bytes())
}

/// One change to the document.
enum Change {
    /// That member takes a value, or appears.
    Set(&'static str, Value),
    /// That member goes.
    Remove(&'static str),
    /// That element of a list is there once more, at the end.
    Repeat(&'static str, usize),
}

use Change::{Remove, Repeat, Set};

fn apply(document: &mut Value, change: Change) {
    match change {
        Set(pointer, value) => {
            let (parent, key) = pointer.rsplit_once('/').unwrap();
            match document.pointer_mut(parent).unwrap() {
                Value::Array(items) => items[key.parse::<usize>().unwrap()] = value,
                other => other[key] = value,
            }
        }
        Remove(pointer) => {
            let (parent, key) = pointer.rsplit_once('/').unwrap();
            document.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key).unwrap();
        }
        Repeat(pointer, index) => {
            let list = document.pointer_mut(pointer).unwrap().as_array_mut().unwrap();
            list.push(list[index].clone());
        }
    }
}

/// A tariff of evolution for affiliated collectivities, in force between two days.
fn dated(from: &str, to: &str) -> Value {
    json!({ "variants": ["evolution"], "affiliated": true, "from": from, "to": to, "price": "free", "source": "essai" })
}

/// A step like another, by its code.
fn step(code: &str) -> Value {
    json!({ "code": code, "label": "Étape", "hours": { "min": 1, "max": 2 }, "modes": ["entretien"] })
}

fn many(count: usize, element: impl Fn(usize) -> Value) -> Value {
    (0..count).map(element).collect()
}

/// What is changed in the CDG29's catalogue, and the error that names it: code and path.
#[rustfmt::skip]
#[expect(clippy::too_many_lines, reason = "a table")]
fn faults() -> Vec<(&'static str, Change, &'static str, &'static str)> {
    let labelled = |index: usize| json!({ "code": format!("code{index}"), "label": "Libellé" });
    let reference = |hours: f64, amount: &str| json!({ "reference": { "hours": hours, "amount": amount } });
    vec![
        ("inverted hours of a step", Set("/variants/0/steps/1/hours", json!({ "min": 2, "max": 1 })), "invertedRange", "variants[0].steps[1].hours"),
        ("hours off the half-hour grid", Set("/variants/0/steps/1/hours/min", json!(1.25)), "hoursGranularity", "variants[0].steps[1].hours.min"),
        ("negative hours", Set("/variants/0/steps/1/hours/min", json!(-1)), "outOfRange", "variants[0].steps[1].hours.min"),
        ("hours as text", Set("/variants/0/steps/1/hours/max", json!("2")), "wrongType", "variants[0].steps[1].hours.max"),
        ("a step without hours", Set("/variants/0/steps/1/hours", json!({ "min": 0, "max": 1 })), "hoursOutOfRange", "variants[0].steps[1].hours"),
        ("a step longer than 40 h", Set("/variants/0/steps/1/hours/max", json!(40.5)), "hoursOutOfRange", "variants[0].steps[1].hours"),
        ("a range without its upper bound", Remove("/variants/0/steps/1/hours/max"), "missingField", "variants[0].steps[1].hours.max"),
        ("the same step twice", Repeat("/variants/0/steps", 1), "duplicateCode", "variants[0].steps[13].code"),
        ("the same variant twice", Repeat("/variants", 4), "duplicateCode", "variants[5].code"),
        ("the same need twice", Repeat("/needs", 0), "duplicateCode", "needs[15].code"),
        ("the same mode twice", Repeat("/modes", 3), "duplicateCode", "modes[5].code"),
        ("the same cover twice", Repeat("/covers", 2), "duplicateCode", "covers[5].code"),
        ("the same site twice", Repeat("/course/sites", 0), "duplicateCode", "course.sites[2].code"),
        ("the same companion twice", Repeat("/accompaniment", 1), "duplicateCode", "accompaniment[2].code"),
        ("the same text twice", Repeat("/texts", 3), "duplicateCode", "texts[4].code"),
        ("the same final document twice", Repeat("/settlement/documents", 1), "duplicateCode", "settlement.documents[2].code"),
        ("a variant serving a need twice", Repeat("/variants/2/needs", 0), "duplicateCode", "variants[2].needs[7]"),
        ("a step with the same mode twice", Repeat("/variants/0/steps/2/modes", 0), "duplicateCode", "variants[0].steps[2].modes[2]"),
        ("a tariff pricing a variant twice", Repeat("/tariffs/0/variants", 3), "duplicateCode", "tariffs[0].variants[4]"),
        ("a need that is not defined", Set("/variants/3/needs/1", json!("voyager")), "unknownCode", "variants[3].needs[1]"),
        ("a mode that is not defined", Set("/variants/3/steps/6/modes/1", json!("theatre")), "unknownCode", "variants[3].steps[6].modes[1]"),
        ("a cover that is not defined", Set("/tariffs/1/covers/0", json!("repas")), "unknownCode", "tariffs[1].covers[0]"),
        ("a tariff of a variant that is not defined", Set("/tariffs/2/variants/2", json!("retraite")), "unknownCode", "tariffs[2].variants[2]"),
        ("a companion of a variant that is not defined", Set("/accompaniment/1/variants/0", json!("coaching")), "unknownCode", "accompaniment[1].variants[0]"),
        ("a form of kickoff that does not exist", Set("/variants/0/steps/0/kickoff", json!("maybe")), "unknownCode", "variants[0].steps[0].kickoff"),
        ("a form of price that does not exist", Set("/tariffs/0/price", json!("cheap")), "unknownCode", "tariffs[0].price"),
        ("a stated total below the steps", Set("/variants/0/statedHours", json!(17.5)), "totalOutOfReach", "variants[0].statedHours"),
        ("a stated total above the steps", Set("/variants/3/statedHours", json!(25)), "totalOutOfReach", "variants[3].statedHours"),
        ("a stated total off the half-hour grid", Set("/variants/3/statedHours", json!(20.2)), "hoursGranularity", "variants[3].statedHours"),
        ("a kickoff after the first step", Set("/variants/0/steps/12/kickoff", json!("optional")), "outOfRange", "variants[0].steps[12].kickoff"),
        ("a kickoff worked alone", Set("/variants/0/steps/0/modes", json!(["autonomie"])), "outOfRange", "variants[0].steps[0].modes"),
        ("a coach in work done alone", Set("/variants/0/steps/6/coach", json!(true)), "outOfRange", "variants[0].steps[6].modes"),
        ("a step both accompanied and alone", Set("/variants/0/steps/2/modes/1", json!("autonomie")), "outOfRange", "variants[0].steps[2].modes"),
        ("a step without a mode", Set("/variants/0/steps/2/modes", json!([])), "outOfRange", "variants[0].steps[2].modes"),
        ("a variant without a step", Set("/variants/1/steps", json!([])), "outOfRange", "variants[1].steps"),
        ("a centre without a variant", Set("/variants", json!([])), "outOfRange", "variants"),
        ("a tariff of no variant", Set("/tariffs/0/variants", json!([])), "outOfRange", "tariffs[0].variants"),
        ("a list of steps too long", Set("/variants/0/steps", many(65, |index| step(&format!("etape{index}")))), "outOfRange", "variants[0].steps"),
        ("a list of needs too long", Set("/needs", many(201, labelled)), "outOfRange", "needs"),
        ("a list of modes too long", Set("/variants/0/steps/1/modes", many(17, |_| json!("entretien"))), "outOfRange", "variants[0].steps[1].modes"),
        ("a list of tariffs too long", Set("/tariffs", many(201, |_| dated("2026-01-01", "2026-01-01"))), "outOfRange", "tariffs"),
        ("two undated tariffs of a variant", Set("/tariffs/1/variants", json!(["developpement", "horizon"])), "overlappingTariffs", "tariffs[1]"),
        ("a dated tariff beside an undated one", Set("/tariffs/1", dated("2027-01-01", "2027-12-31")), "overlappingTariffs", "tariffs[1]"),
        ("two dated tariffs that share one day", Set("/tariffs", json!([dated("2026-01-01", "2026-12-31"), dated("2026-12-31", "2027-12-31")])), "overlappingTariffs", "tariffs[1]"),
        ("a dated tariff inside another one", Set("/tariffs", json!([dated("2026-06-01", "2026-06-30"), dated("2026-01-01", "2026-12-31")])), "overlappingTariffs", "tariffs[1]"),
        ("a tariff for all beside one for affiliated collectivities", Set("/tariffs/2/affiliated", Value::Null), "overlappingTariffs", "tariffs[2]"),
        ("the dates of a tariff inverted", Set("/tariffs", json!([dated("2027-01-01", "2026-12-31")])), "invertedRange", "tariffs[0].to"),
        ("a tariff from a day that does not exist", Set("/tariffs", json!([dated("2027-02-29", "2027-12-31")])), "outOfRange", "tariffs[0].from"),
        ("a tariff dated in French", Set("/tariffs/0/to", json!("31/12/2027")), "wrongType", "tariffs[0].to"),
        ("a negative amount", Set("/tariffs/0/price", reference(18.0, "-2040.50")), "outOfRange", "tariffs[0].price.reference.amount"),
        ("an amount as a number", Set("/tariffs/0/price/reference/amount", json!(2040.5)), "wrongType", "tariffs[0].price.reference.amount"),
        ("an amount with one decimal", Set("/tariffs/0/price", reference(18.0, "2040.5")), "wrongType", "tariffs[0].price.reference.amount"),
        ("an amount with three decimals", Set("/tariffs/0/price", reference(18.0, "2040.500")), "wrongType", "tariffs[0].price.reference.amount"),
        ("an amount with a decimal comma", Set("/tariffs/0/price", reference(18.0, "2040,50")), "wrongType", "tariffs[0].price.reference.amount"),
        ("an amount of a thousand million", Set("/tariffs/0/price", reference(18.0, "1000000000.00")), "outOfRange", "tariffs[0].price.reference.amount"),
        ("a reference of no hours", Set("/tariffs/0/price", reference(0.0, "2040.50")), "hoursOutOfRange", "tariffs[0].price.reference.hours"),
        ("a reference without an amount", Remove("/tariffs/0/price/reference/amount"), "missingField", "tariffs[0].price.reference.amount"),
        ("a negative hourly rate", Set("/tariffs/0/price", json!({ "hourly": { "rate": "-1.00" } })), "outOfRange", "tariffs[0].price.hourly.rate"),
        ("a negative fixed part", Set("/tariffs/0/price", json!({ "hourly": { "rate": "1.00", "fixed": [{ "label": "Remise", "amount": "-5.00" }] } })), "outOfRange", "tariffs[0].price.hourly.fixed[0].amount"),
        ("a price of no form", Set("/tariffs/0/price", json!({})), "outOfRange", "tariffs[0].price"),
        ("a price of a form that does not exist", Set("/tariffs/0/price", json!({ "daily": { "rate": "1.00" } })), "unknownField", "tariffs[0].price.daily"),
        ("a price as a number", Set("/tariffs/0/price", json!(2040.5)), "wrongType", "tariffs[0].price"),
        ("a code with figures", Set("/tariffs/0/price", json!({ "free": "0.00" })), "unknownField", "tariffs[0].price.free"),
        ("a form of kickoff as an object", Set("/variants/0/steps/0/kickoff", json!({ "optional": null })), "wrongType", "variants[0].steps[0].kickoff"),
        ("a price of two forms", Set("/tariffs/0/price/hourly", json!({ "rate": "1.00" })), "outOfRange", "tariffs[0].price"),
        ("an affiliation as text", Set("/tariffs/0/affiliated", json!("oui")), "wrongType", "tariffs[0].affiliated"),
        ("an unknown member of the document", Set("/logo", json!("cdg29.svg")), "unknownField", "logo"),
        ("an unknown member of a step", Set("/variants/0/steps/1/optional", json!(true)), "unknownField", "variants[0].steps[1].optional"),
        ("an unknown member of a tariff", Set("/tariffs/0/discount", json!("0.00")), "unknownField", "tariffs[0].discount"),
        ("a document without tariffs", Remove("/tariffs"), "missingField", "tariffs"),
        ("a centre without a name", Remove("/centre/name"), "missingField", "centre.name"),
        ("a variant without a source", Remove("/variants/4/source"), "missingField", "variants[4].source"),
        ("a tariff without a source", Remove("/tariffs/2/source"), "missingField", "tariffs[2].source"),
        ("a source that is null", Set("/course/source", Value::Null), "missingField", "course.source"),
        ("a catalogue without an edition", Set("/edition", json!("")), "outOfRange", "edition"),
        ("a catalogue without a name", Set("/id", json!("")), "outOfRange", "id"),
        ("an edition as a number", Set("/edition", json!(2026)), "wrongType", "edition"),
        ("a code with an accent", Set("/covers/1/code", json!("préparation")), "outOfRange", "covers[1].code"),
        ("a code that begins with a capital", Set("/modes/0/code", json!("Reunion")), "outOfRange", "modes[0].code"),
        ("a code that begins with a digit", Set("/needs/0/code", json!("1erBesoin")), "outOfRange", "needs[0].code"),
        ("a code with a hyphen", Set("/variants/0/code", json!("bilan-evolution")), "outOfRange", "variants[0].code"),
        ("an empty code", Set("/variants/0/steps/1/code", json!("")), "outOfRange", "variants[0].steps[1].code"),
        ("a code of 65 letters", Set("/texts/0/code", json!("a".repeat(65))), "outOfRange", "texts[0].code"),
        ("a delay of more than a year", Set("/course/delayWeeks", json!(53)), "outOfRange", "course.delayWeeks"),
        ("a negative delay", Set("/course/delayWeeks", json!(-4)), "outOfRange", "course.delayWeeks"),
        ("half a week of delay", Set("/course/delayWeeks", json!(3.5)), "wrongType", "course.delayWeeks"),
        ("a usual duration inverted", Set("/course/maxMonths", json!(3)), "invertedRange", "course.maxMonths"),
        ("a usual duration of more than two years", Set("/course/maxMonths", json!(25)), "outOfRange", "course.maxMonths"),
        ("a usual duration of no month", Set("/course/maxMonths", json!(0)), "outOfRange", "course.maxMonths"),
        ("sessions of more than 8 h", Set("/course/maxSessionHours", json!(8.5)), "hoursOutOfRange", "course.maxSessionHours"),
        ("sessions without hours", Set("/course/maxSessionHours", json!(0)), "hoursOutOfRange", "course.maxSessionHours"),
        ("a term of payment of more than a year", Set("/settlement/dueDays", json!(366)), "outOfRange", "settlement.dueDays"),
        ("a text signed on a day that does not exist", Set("/texts/0/date", json!("1983-02-30")), "outOfRange", "texts[0].date"),
        ("hours as a list of two", Set("/variants/0/steps/1/hours", json!([1, 2])), "wrongType", "variants[0].steps[1].hours"),
        ("a need as a list of two", Set("/needs/3", json!(["explorerPistes", "Explorer"])), "wrongType", "needs[3]"),
        ("variants as an object", Set("/variants", json!({})), "wrongType", "variants"),
        ("a text larger than 1 MiB", Set("/course/accessibility", json!("a".repeat(1 << 20))), "tooLarge", ""),
    ]
}

#[test]
fn a_wrong_catalogue_is_refused_where_it_is_wrong() {
    for (name, change, code, path) in faults() {
        let mut changed = document();
        apply(&mut changed, change);
        let error = parse(&changed).err().unwrap_or_else(|| unreachable!("{name}: accepted"));
        assert_eq!((error.code(), error.path()), (code, path), "{name}: {error}");
        let sentence = error.to_string();
        assert!(sentence.ends_with('.') && sentence.starts_with(char::is_uppercase), "{name}: {sentence}");
    }
}

#[test]
fn a_text_that_is_no_document_is_refused() {
    for (text, code) in [
        (&b"{"[..], "invalidJson"),
        (b"", "invalidJson"),
        (b"{\"id\":\"\xff\"}", "invalidUtf8"),
        (b"[]", "wrongType"),
        (b"null", "wrongType"),
        (b"{\"id\":\"a\",\"id\":\"b\"}", "duplicateField"),
        (b"{}", "missingField"),
    ] {
        let error = Catalogue::parse(text).err().map(|error| error.code());
        assert_eq!(error, Some(code), "{}", String::from_utf8_lossy(text));
    }
}

#[test]
fn what_another_centre_may_change_is_accepted() {
    let edges = [
        Set("/course/delayWeeks", json!(0)),
        Set("/course/delayWeeks", json!(52)),
        Set("/course/minMonths", json!(0)),
        Set("/course/minMonths", json!(6)),
        Set("/course/maxMonths", json!(24)),
        Set("/course/maxSessionHours", json!(0.5)),
        Set("/course/maxSessionHours", json!(8)),
        Set("/settlement/dueDays", json!(0)),
        Set("/settlement/dueDays", json!(365)),
        Set("/tariffs", json!([])),
        Set("/tariffs", json!([dated("2026-01-01", "2026-06-30"), dated("2026-07-01", "2026-07-01")])),
        Set("/variants/0/needs", json!([])),
        Set("/variants/0/statedHours", json!(30)),
        Set("/variants/0/steps/1/hours/max", json!(40)),
        Set("/variants/0/steps/1/coach", Value::Null),
        Set("/variants/0/steps/0/kickoff", Value::Null),
        Set("/accompaniment/1/variants", Value::Null),
        Set("/texts/0/code", json!("a".repeat(64))),
        Set("/needs/0/code", json!("faireLePoint")),
    ];
    for (place, change) in edges.into_iter().enumerate() {
        let mut changed = document();
        apply(&mut changed, change);
        assert_eq!(parse(&changed).err(), None, "edge {place}");
    }
    let other_centre = include_bytes!("../../tests/catalogues/autre-centre.json");
    assert!(Catalogue::parse(other_centre).is_ok());
}

#[test]
fn any_figure_label_or_order_of_a_list_changes_the_digest() {
    for change in [
        Set("/edition", json!("2027-01")),
        Set("/variants/0/steps/1/hours/max", json!(2.5)),
        Set("/variants/0/steps/1/label", json!("Analyse de la demande")),
        Set("/tariffs/0/price/reference/amount", json!("2040.51")),
        Set("/course/delayWeeks", json!(5)),
        Set("/settlement/payee", json!("perception de Quimper")),
        Set("/needs", {
            let mut needs = document()["needs"].as_array().unwrap().clone();
            needs.reverse();
            needs.into()
        }),
    ] {
        let mut changed = document();
        apply(&mut changed, change);
        assert_ne!(parse(&changed).unwrap().digest(), Catalogue::embedded().digest());
    }
}
