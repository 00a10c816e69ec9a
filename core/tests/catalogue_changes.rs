//! A catalogue as data: what changes to the CDG29's document are refused, all faults at once, accepted, and seen in its
//! digest.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use bilan_professionnel::catalogue::Report;
use bilan_professionnel::{Catalogue, Error};
use serde_json::{Value, json};

fn document() -> Value {
    serde_json::from_slice(include_bytes!("../src/catalogue/cdg29.json")).unwrap()
}

fn parse(document: &Value) -> Result<Catalogue, Error> {
    Catalogue::parse(document.to_string().as_bytes())
}

fn faults(report: &Report) -> Vec<(&str, &str)> {
    report.faults.iter().map(|fault| (fault.code, fault.path.as_str())).collect()
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

/// A tariff of évolution for affiliated collectivities, in force between two days.
fn dated(from: &str, to: &str) -> Value {
    json!({ "variants": ["evolution"], "clients": ["affiliee"], "from": from, "to": to, "price": "free" })
}

/// The same, whatever the day, for some hours.
fn package(min: f64, max: f64, amount: &str) -> Value {
    json!({ "variants": ["evolution"], "hours": { "min": min, "max": max }, "price": { "flat": { "amount": amount } } })
}

fn step(code: &str) -> Value {
    json!({ "code": code, "label": "Étape", "hours": { "min": 1, "max": 2 }, "modes": ["entretien"] })
}

fn many(count: usize, element: impl Fn(usize) -> Value) -> Value {
    (0..count).map(element).collect()
}

/// What is changed in the CDG29's catalogue, and the one fault that names it: code and path.
type Row = (&'static str, Change, &'static str, &'static str);

/// Codes and paths of faults or warnings.
type Expected = &'static [(&'static str, &'static str)];

#[rustfmt::skip]
#[expect(clippy::too_many_lines, reason = "a table")]
fn single_faults() -> Vec<Row> {
    let labelled = |index: usize| json!({ "code": format!("code{index}"), "label": "Libellé" });
    let reference = |hours: f64, amount: &str| json!({ "reference": { "hours": hours, "amount": amount } });
    let hourly = |rate: &str| json!({ "hourly": { "rate": rate, "bills": "all" } });
    vec![
        ("inverted hours of a step", Set("/variants/0/steps/1/hours", json!({ "min": 2, "max": 1 })), "invertedRange", "variants[0].steps[1].hours"),
        ("hours off any grid", Set("/variants/0/steps/1/hours/min", json!(1.2)), "hoursGranularity", "variants[0].steps[1].hours.min"),
        ("hours off the half-hour grid", Set("/variants/0/steps/1/hours/min", json!(1.25)), "hoursGranularity", "variants[0].steps[1].hours.min"),
        ("negative hours", Set("/variants/0/steps/1/hours/min", json!(-1)), "hoursOutOfRange", "variants[0].steps[1].hours.min"),
        ("hours as text", Set("/variants/0/steps/1/hours/max", json!("2")), "wrongType", "variants[0].steps[1].hours.max"),
        ("a step without hours", Set("/variants/0/steps/1/hours/min", json!(0)), "hoursOutOfRange", "variants[0].steps[1].hours.min"),
        ("a step longer than 40 h", Set("/variants/0/steps/1/hours/max", json!(40.5)), "hoursOutOfRange", "variants[0].steps[1].hours.max"),
        ("a range without its upper bound", Remove("/variants/0/steps/1/hours/max"), "missingField", "variants[0].steps[1].hours.max"),
        ("hours as a list of two", Set("/variants/0/steps/1/hours", json!([1, 2])), "wrongType", "variants[0].steps[1].hours"),
        ("the same step twice", Repeat("/variants/3/steps", 1), "duplicateCode", "variants[3].steps[10].code"),
        ("the same variant twice", Repeat("/variants", 4), "duplicateCode", "variants[5].code"),
        ("the same client twice", Repeat("/clients", 0), "duplicateCode", "clients[2].code"),
        ("the same need twice", Repeat("/needs", 0), "duplicateCode", "needs[16].code"),
        ("the same mode twice", Repeat("/modes", 3), "duplicateCode", "modes[5].code"),
        ("the same cover twice", Repeat("/covers", 2), "duplicateCode", "covers[5].code"),
        ("the same preliminary twice", Repeat("/course/before", 0), "duplicateCode", "course.before[4].code"),
        ("the same site twice", Repeat("/course/sites", 0), "duplicateCode", "course.sites[2].code"),
        ("the same remote form twice", Repeat("/course/remote", 0), "duplicateCode", "course.remote[2].code"),
        ("the same companion twice", Repeat("/accompaniment", 1), "duplicateCode", "accompaniment[2].code"),
        ("the same topic twice", Repeat("/information", 1), "duplicateCode", "information[16].code"),
        ("the same link twice", Repeat("/links", 1), "duplicateCode", "links[6].code"),
        ("the same text twice", Repeat("/texts", 3), "duplicateCode", "texts[4].code"),
        ("the same reading twice", Repeat("/readings", 3), "duplicateCode", "readings[13].code"),
        ("the same final document twice", Repeat("/settlement/documents", 1), "duplicateCode", "settlement.documents[2].code"),
        ("two passages for a situation", Repeat("/funding/passages", 1), "duplicateCode", "funding.passages[11].situation"),
        ("a variant serving a need twice", Repeat("/variants/2/needs", 0), "duplicateCode", "variants[2].needs[7]"),
        ("a step with the same mode twice", Repeat("/variants/0/steps/2/modes", 0), "duplicateCode", "variants[0].steps[2].modes[2]"),
        ("a tariff pricing a variant twice", Repeat("/tariffs/0/variants", 3), "duplicateCode", "tariffs[0].variants[4]"),
        ("a tariff for a client twice", Repeat("/tariffs/0/clients", 0), "duplicateCode", "tariffs[0].clients[1]"),
        ("a cadence twice", Repeat("/course/cadences", 0), "duplicateCode", "course.cadences[2]"),
        ("a need that is not defined", Set("/variants/3/needs/0", json!("voyager")), "unknownCode", "variants[3].needs[0]"),
        ("an objective that is no need of the variant", Set("/variants/3/objective", json!("evoluer")), "unknownCode", "variants[3].objective"),
        ("a situation that is not listed", Set("/variants/1/suits/0", json!("grippe")), "unknownCode", "variants[1].suits[0]"),
        ("a passage on a situation that is not listed", Set("/funding/passages/0/situation", json!("grippe")), "unknownCode", "funding.passages[0].situation"),
        ("a mode that is not defined", Set("/variants/3/steps/6/modes/1", json!("theatre")), "unknownCode", "variants[3].steps[6].modes[1]"),
        ("a cover that is not defined", Set("/tariffs/1/covers/0", json!("repas")), "unknownCode", "tariffs[1].covers[0]"),
        ("a client that is not defined", Set("/tariffs/1/clients/0", json!("tous")), "unknownCode", "tariffs[1].clients[0]"),
        ("a tariff of a variant that is not defined", Set("/tariffs/0/variants/2", json!("retraite")), "unknownCode", "tariffs[0].variants[2]"),
        ("a companion of a variant that is not defined", Set("/accompaniment/1/variants/0", json!("coaching")), "unknownCode", "accompaniment[1].variants[0]"),
        ("a link to a variant that is not defined", Set("/links/1/variants/0", json!("coaching")), "unknownCode", "links[1].variants[0]"),
        ("a form of kickoff that does not exist", Set("/variants/0/steps/0/kickoff", json!("maybe")), "unknownCode", "variants[0].steps[0].kickoff"),
        ("a form of price that does not exist", Set("/tariffs/0/price", json!("cheap")), "unknownCode", "tariffs[0].price"),
        ("a tax that does not exist", Set("/tariffs/0/tax", json!("reverse")), "unknownCode", "tariffs[0].tax"),
        ("a cadence that does not exist", Set("/course/cadences/0", json!("daily")), "unknownCode", "course.cadences[0]"),
        ("a zone that does not exist", Set("/course/holidays", json!({ "zone": "bretagne" })), "unknownCode", "course.holidays.zone"),
        ("billed hours that do not exist", Set("/tariffs/0/price", json!({ "hourly": { "rate": "1.00", "bills": "some" } })), "unknownCode", "tariffs[0].price.hourly.bills"),
        ("counted hours that do not exist", Set("/variants/0/counts", json!("none")), "unknownCode", "variants[0].counts"),
        ("a stated total below the steps", Set("/variants/0/statedHours", json!(17.5)), "totalOutOfReach", "variants[0].statedHours"),
        ("a stated total above the steps", Set("/variants/3/statedHours", json!(25)), "totalOutOfReach", "variants[3].statedHours"),
        ("a stated total off the half-hour grid", Set("/variants/3/statedHours", json!(20.25)), "hoursGranularity", "variants[3].statedHours"),
        ("a granularity of ten minutes", Set("/granularity", json!(0.1)), "outOfRange", "granularity"),
        ("a granularity as text", Set("/granularity", json!("0.5")), "wrongType", "granularity"),
        ("a kickoff after the first step", Set("/variants/0/steps/12/kickoff", json!("optional")), "outOfRange", "variants[0].steps[12].kickoff"),
        ("a kickoff worked alone", Set("/variants/0/steps/0/modes", json!(["autonomie"])), "outOfRange", "variants[0].steps[0].kickoff"),
        ("a coach in work done alone", Set("/variants/0/steps/6/coach", json!(true)), "outOfRange", "variants[0].steps[6].coach"),
        ("a step both accompanied and alone", Set("/variants/0/steps/2/modes/1", json!("autonomie")), "outOfRange", "variants[0].steps[2].modes"),
        ("a follow-up worked alone", Set("/variants/0/steps/6/after", json!({ "months": 6 })), "outOfRange", "variants[0].steps[6].after"),
        ("a follow-up of nothing", Set("/variants/0/steps/1/after", json!({ "months": 6 })), "outOfRange", "variants[0].steps[1].after"),
        ("a kickoff as a follow-up", Set("/variants/0/steps/0/after", json!({ "months": 6 })), "outOfRange", "variants[0].steps[0].after"),
        ("a follow-up after no month", Set("/variants/0/steps/12/after", json!({ "months": 0 })), "outOfRange", "variants[0].steps[12].after.months"),
        ("a follow-up after more than two years", Set("/variants/0/steps/12/after", json!({ "months": 25 })), "outOfRange", "variants[0].steps[12].after.months"),
        ("a step without a mode", Set("/variants/0/steps/2/modes", json!([])), "outOfRange", "variants[0].steps[2].modes"),
        ("a variant without a step", Set("/variants/1/steps", json!([])), "outOfRange", "variants[1].steps"),
        ("a tariff of no variant", Set("/tariffs/0/variants", json!([])), "outOfRange", "tariffs[0].variants"),
        ("a tariff for no client", Set("/tariffs/0/clients", json!([])), "outOfRange", "tariffs[0].clients"),
        ("a topic without a sentence", Set("/information/0/sentences", json!([])), "outOfRange", "information[0].sentences"),
        ("a list of steps too long", Set("/variants/0/steps", many(65, |index| step(&format!("etape{index}")))), "outOfRange", "variants[0].steps"),
        ("a list of sites too long", Set("/course/sites", many(201, labelled)), "outOfRange", "course.sites"),
        ("two tariffs of a variant", Set("/tariffs/1/variants", json!(["developpement", "horizon"])), "overlappingTariffs", "tariffs[1]"),
        ("a dated tariff beside an undated one", Set("/tariffs/1", dated("2027-01-01", "2027-12-31")), "overlappingTariffs", "tariffs[1]"),
        ("two dated tariffs that share one day", Set("/tariffs", json!([dated("2026-01-01", "2026-12-31"), dated("2026-12-31", "2027-12-31")])), "overlappingTariffs", "tariffs[1]"),
        ("a dated tariff inside another one", Set("/tariffs", json!([dated("2026-06-01", "2026-06-30"), dated("2026-01-01", "2026-12-31")])), "overlappingTariffs", "tariffs[1]"),
        ("a tariff for all clients beside one for some", Set("/tariffs/1", json!({ "variants": ["evolution"], "price": "free" })), "overlappingTariffs", "tariffs[1]"),
        ("two packages that share their hours", Set("/tariffs", json!([package(18.0, 20.0, "1.00"), package(20.0, 22.0, "2.00")])), "overlappingTariffs", "tariffs[1]"),
        ("the dates of a tariff inverted", Set("/tariffs", json!([dated("2027-01-01", "2026-12-31")])), "invertedRange", "tariffs[0].to"),
        ("the hours of a tariff inverted", Set("/tariffs", json!([package(20.0, 18.0, "1.00")])), "invertedRange", "tariffs[0].hours"),
        ("the hours of a tariff off the grid", Set("/tariffs", json!([package(18.25, 20.0, "1.00")])), "hoursGranularity", "tariffs[0].hours.min"),
        ("reference hours off the grid", Set("/tariffs/0/price", reference(18.25, "2040.50")), "hoursGranularity", "tariffs[0].price.reference.hours"),
        ("a unit off the grid", Set("/tariffs/0/price", json!({ "unit": { "hours": 3.25, "amount": "1.00" } })), "hoursGranularity", "tariffs[0].price.unit.hours"),
        ("a unit of no hours", Set("/tariffs/0/price", json!({ "unit": { "hours": 0, "amount": "1.00" } })), "hoursOutOfRange", "tariffs[0].price.unit.hours"),
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
        ("an hourly rate that does not say what it bills", Set("/tariffs/0/price", json!({ "hourly": { "rate": "1.00" } })), "missingField", "tariffs[0].price.hourly.bills"),
        ("a negative hourly rate", Set("/tariffs/0/price", hourly("-1.00")), "outOfRange", "tariffs[0].price.hourly.rate"),
        ("a negative fixed part", Set("/tariffs/0/price", json!({ "hourly": { "rate": "1.00", "bills": "all", "fixed": [{ "label": "Remise", "amount": "-5.00" }] } })), "outOfRange", "tariffs[0].price.hourly.fixed[0].amount"),
        ("a price of no form", Set("/tariffs/0/price", json!({})), "outOfRange", "tariffs[0].price"),
        ("a price of a form that does not exist", Set("/tariffs/0/price", json!({ "daily": { "rate": "1.00" } })), "unknownField", "tariffs[0].price.daily"),
        ("a price as a number", Set("/tariffs/0/price", json!(2040.5)), "wrongType", "tariffs[0].price"),
        ("a price of two forms", Set("/tariffs/0/price/flat", json!({ "amount": "1.00" })), "outOfRange", "tariffs[0].price"),
        ("a tax rate above 100", Set("/tariffs/0/tax", json!({ "excluded": { "rate": 120 } })), "outOfRange", "tariffs[0].tax.excluded.rate"),
        ("a tax rate of three decimals", Set("/tariffs/0/tax", json!({ "excluded": { "rate": 20.125 } })), "outOfRange", "tariffs[0].tax.excluded.rate"),
        ("a form of kickoff as an object", Set("/variants/0/steps/0/kickoff", json!({ "optional": null })), "wrongType", "variants[0].steps[0].kickoff"),
        ("clients as text", Set("/tariffs/0/clients", json!("affiliee")), "wrongType", "tariffs[0].clients"),
        ("an unknown member of the document", Set("/logo", json!("cdg29.svg")), "unknownField", "logo"),
        ("an unknown member of a step", Set("/variants/0/steps/1/optional", json!(true)), "unknownField", "variants[0].steps[1].optional"),
        ("an unknown member of a tariff", Set("/tariffs/0/discount", json!("0.00")), "unknownField", "tariffs[0].discount"),
        ("a document without clients", Set("/clients", json!([])), "outOfRange", "clients"),
        ("a centre without a name", Remove("/centre/name"), "missingField", "centre.name"),
        ("a passage without a source", Remove("/funding/passages/4/source"), "missingField", "funding.passages[4].source"),
        ("a purpose that is null", Set("/variants/4/purpose", Value::Null), "missingField", "variants[4].purpose"),
        ("a catalogue without an edition", Set("/edition", json!("")), "outOfRange", "edition"),
        ("a catalogue without a name", Set("/id", json!(" ")), "outOfRange", "id"),
        ("an edition as a number", Set("/edition", json!(2026)), "wrongType", "edition"),
        ("an empty label", Set("/variants/0/label", json!("\u{a0}")), "outOfRange", "variants[0].label"),
        ("an empty source", Set("/variants/0/source", json!("")), "outOfRange", "variants[0].source"),
        ("a label of more than 2000 letters", Set("/variants/0/label", json!("a".repeat(2001))), "outOfRange", "variants[0].label"),
        ("a code with an accent", Set("/course/sites/1/code", json!("éloigné")), "outOfRange", "course.sites[1].code"),
        ("a code that begins with a capital", Set("/course/sites/0/code", json!("Reunion")), "outOfRange", "course.sites[0].code"),
        ("a code that begins with a digit", Set("/links/0/code", json!("1erLien")), "outOfRange", "links[0].code"),
        ("a code with a hyphen", Set("/information/0/code", json!("bilan-evolution")), "outOfRange", "information[0].code"),
        ("an empty code", Set("/variants/0/steps/1/code", json!("")), "outOfRange", "variants[0].steps[1].code"),
        ("a code of 65 letters", Set("/texts/0/code", json!("a".repeat(65))), "outOfRange", "texts[0].code"),
        ("a delay of more than a year", Set("/course/delay", json!({ "weeks": 53 })), "outOfRange", "course.delay.weeks"),
        ("a delay of 367 days", Set("/course/delay", json!({ "days": 367 })), "outOfRange", "course.delay.days"),
        ("a negative delay", Set("/course/delay", json!({ "weeks": -4 })), "outOfRange", "course.delay.weeks"),
        ("half a week of delay", Set("/course/delay", json!({ "weeks": 3.5 })), "wrongType", "course.delay.weeks"),
        ("a delay in days and in weeks", Set("/course/delay/days", json!(28)), "outOfRange", "course.delay"),
        ("a delay in nothing", Set("/course/delay", json!({})), "outOfRange", "course.delay"),
        ("a usual duration inverted", Set("/course/usual/maxMonths", json!(3)), "invertedRange", "course.usual.maxMonths"),
        ("a usual duration of more than two years", Set("/course/usual/maxMonths", json!(25)), "outOfRange", "course.usual.maxMonths"),
        ("a usual duration of no month", Set("/course/usual", json!({ "minMonths": 0, "maxMonths": 0 })), "outOfRange", "course.usual.maxMonths"),
        ("sessions of more than 8 h", Set("/course/maxSessionHours", json!(8.5)), "hoursOutOfRange", "course.maxSessionHours"),
        ("sessions without hours", Set("/course/maxSessionHours", json!(0)), "hoursOutOfRange", "course.maxSessionHours"),
        ("sessions shorter than the grid", Set("/course/maxSessionHours", json!(0.25)), "hoursOutOfRange", "course.maxSessionHours"),
        ("a variant's sessions shorter than the grid", Set("/variants/0/course", json!({ "maxSessionHours": 0.25 })), "hoursOutOfRange", "variants[0].course.maxSessionHours"),
        ("a variant's usual duration inverted", Set("/variants/2/course", json!({ "usual": { "minMonths": 3, "maxMonths": 2 } })), "invertedRange", "variants[2].course.usual.maxMonths"),
        ("a variant with holidays of its own", Set("/variants/2/course", json!({ "holidays": { "zone": "guyane" } })), "unknownField", "variants[2].course.holidays"),
        ("Good Friday in Brittany", Set("/course/holidays", json!({ "zone": "metropole", "goodFriday": true })), "outOfRange", "course.holidays.goodFriday"),
        ("a closure that ends before it begins", Set("/course/closures", json!([{ "from": "2026-12-24", "to": "2026-12-23" }])), "outOfRange", "course.closures[0].to"),
        ("a yearly closure of a year", Set("/course/closures", json!([{ "from": "2026-01-01", "to": "2027-01-01", "yearly": true }])), "outOfRange", "course.closures[0].to"),
        ("a term of payment of more than a year", Set("/settlement/dueDays", json!(366)), "outOfRange", "settlement.dueDays"),
        ("a text signed on a day that does not exist", Set("/texts/0/date", json!("1983-02-30")), "outOfRange", "texts[0].date"),
        ("an address without https", Set("/texts/0/url", json!("http://www.legifrance.gouv.fr")), "outOfRange", "texts[0].url"),
        ("an address that runs code", Set("/links/0/url", json!("javascript:alert(1)")), "outOfRange", "links[0].url"),
        ("an address with a space", Set("/links/0/url", json!("https://exemple.fr/a b")), "outOfRange", "links[0].url"),
        ("a need as a list of two", Set("/needs/3", json!(["explorerPistes", "Explorer"])), "wrongType", "needs[3]"),
        ("a tool that is null", Set("/variants/0/steps/2/tools/0", Value::Null), "wrongType", "variants[0].steps[2].tools[0]"),
        ("variants as an object", Set("/variants", json!({})), "wrongType", "variants"),
        ("a centre without a variant", Set("/variants", json!([])), "outOfRange", "variants"),
        ("a text larger than 1 MiB", Set("/course/accessibility", json!("a".repeat(1 << 20))), "tooLarge", ""),
    ]
}

#[test]
fn a_wrong_catalogue_is_refused_where_it_is_wrong_and_for_nothing_else() {
    let mut wrong = Vec::new();
    for (name, change, code, path) in single_faults() {
        let mut changed = document();
        apply(&mut changed, change);
        let report = Catalogue::check(changed.to_string().as_bytes());
        if faults(&report) != [(code, path)] {
            wrong.push(format!("{name}: {:?}", report.faults));
            continue;
        }
        let error = parse(&changed).err().unwrap_or_else(|| unreachable!("{name}: accepted"));
        let sentence = error.to_string();
        assert_eq!((error.code(), error.path(), &report.faults[0].message), (code, path, &sentence), "{name}");
        assert!(sentence.ends_with('.') && sentence.starts_with(char::is_uppercase), "{name}: {sentence}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Controls, marks of direction, separators of lines, spaces without width: in every text of the document.
#[test]
fn no_text_holds_a_character_that_cannot_be_seen() {
    let texts =
        ["/variants/0/label", "/variants/0/steps/1/label", "/information/0/sentences/0", "/centre/name", "/edition"];
    let hidden = [
        '\u{0}', '\t', '\n', '\r', '\u{1b}', '\u{7f}', '\u{85}', '\u{9f}', '\u{61c}', '\u{200b}', '\u{200e}',
        '\u{200f}', '\u{2028}', '\u{2029}', '\u{202a}', '\u{202e}', '\u{2066}', '\u{2069}', '\u{feff}',
    ];
    for pointer in texts {
        for character in hidden {
            let mut changed = document();
            *changed.pointer_mut(pointer).unwrap() = json!(format!("avant{character}après"));
            let report = Catalogue::check(changed.to_string().as_bytes());
            assert_eq!((report.faults.len(), report.faults[0].code), (1, "outOfRange"), "{pointer} {character:?}");
            assert!(report.faults[0].message.contains(&format!("U+{:04X}", u32::from(character))));
        }
        let mut changed = document();
        *changed.pointer_mut(pointer).unwrap() = json!("à l’œil : « ½ » — …\u{a0}\u{202f}<b>");
        assert!(parse(&changed).is_ok(), "{pointer}");
    }
}

/// Several faults at once, each told once, in the order of the document; and none that another one alone brings about.
#[test]
fn all_faults_are_told_at_once_and_no_other() {
    let rows: Vec<(&str, Vec<Change>, Expected)> = vec![
        (
            "a code mended elsewhere is not doubted twice",
            vec![Set("/modes/1/code", json!("Entretien"))],
            &[("outOfRange", "modes[1].code")],
        ),
        (
            "a list that is missing does not make its references unknown",
            vec![Remove("/clients")],
            &[("missingField", "clients")],
        ),
        (
            "hours at fault do not put the total in doubt",
            vec![Set("/variants/0/steps/4/hours", json!("deux à quatre"))],
            &[("wrongType", "variants[0].steps[4].hours")],
        ),
        (
            "two faults of one tariff and one of another",
            vec![
                Set("/tariffs/0/price/reference/amount", json!("2 040,50 €")),
                Set("/tariffs/0/prix", json!(3)),
                Set("/tariffs/1/variants/0", json!("coaching")),
            ],
            &[
                ("wrongType", "tariffs[0].price.reference.amount"),
                ("unknownField", "tariffs[0].prix"),
                ("unknownCode", "tariffs[1].variants[0]"),
            ],
        ),
        (
            "faults of form and of sense together",
            vec![
                Set("/edition", json!("")),
                Set("/variants/1/needs/0", json!("voyager")),
                Remove("/variants/2/label"),
                Set("/variants/3/statedHours", json!(99)),
                Set("/course/usual/minMonths", json!(7)),
                Set("/links/0/url", json!("www.cdg29.bzh")),
            ],
            &[
                ("outOfRange", "edition"),
                ("unknownCode", "variants[1].needs[0]"),
                ("missingField", "variants[2].label"),
                ("totalOutOfReach", "variants[3].statedHours"),
                ("invertedRange", "course.usual.maxMonths"),
                ("outOfRange", "links[0].url"),
            ],
        ),
    ];
    for (name, changes, expected) in rows {
        let mut changed = document();
        for change in changes {
            apply(&mut changed, change);
        }
        let report = Catalogue::check(changed.to_string().as_bytes());
        // serde_json sorts members: faults are compared as sets, and their order by their places.
        let mut found = faults(&report);
        let mut expected = expected.to_vec();
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{name}");
        let places: Vec<_> = report.faults.iter().map(|fault| (fault.line, fault.column)).collect();
        assert!(places.is_sorted(), "{name}: {places:?}");
        assert!(report.warnings.is_empty() && report.summary.is_none());
    }
}

#[test]
fn a_fault_is_shown_at_its_line_and_counted_as_people_count() {
    let text = include_str!("../src/catalogue/cdg29.json").replace("\"statedHours\": 20,", "\"statedHours\": 200,");
    let report = Catalogue::check(text.as_bytes());
    let line = text.lines().position(|line| line.contains("200,")).unwrap() + 1;
    let [fault] = report.faults.as_slice() else { unreachable!("{:?}", report.faults) };
    assert_eq!((fault.line, fault.column, fault.place.as_str()), (line, 22, "déclinaison n°\u{a0}4, statedHours"));

    let twice = r#"[{ "variants": ["evolution"], "price": "free" }, { "variants": ["evolution"], "price": "free" }]"#;
    let mut changed = document();
    changed["tariffs"] = serde_json::from_str(twice).unwrap();
    let report = Catalogue::check(changed.to_string().as_bytes());
    let [fault] = report.faults.as_slice() else { unreachable!("{:?}", report.faults) };
    assert_eq!((fault.path.as_str(), fault.place.as_str()), ("tariffs[1]", "tarif n°\u{a0}2"));
    assert!(fault.message.starts_with("Les tarifs n°\u{a0}1 et n°\u{a0}2 "), "{}", fault.message);
}

#[test]
fn a_member_that_stands_twice_is_shown_where_it_stands_again() {
    let text = "{\n  \"id\": \"a\",\n  \"edition\": \"1\",\n  \"id\": \"b\"\n}";
    let report = Catalogue::check(text.as_bytes());
    let found: Vec<_> = report.faults.iter().map(|fault| (fault.code, fault.path.as_str(), fault.line)).collect();
    assert_eq!(
        found,
        [
            ("duplicateField", "id", 4),
            ("missingField", "centre", 5),
            ("missingField", "clients", 5),
            ("missingField", "modes", 5),
            ("missingField", "variants", 5),
        ]
    );
}

#[test]
fn a_text_that_is_no_document_is_refused() {
    for (text, code, place) in [
        (&b"{\n  \"id\" \"a\" }"[..], "invalidJson", (2, 8)),
        (b"", "invalidJson", (1, 1)),
        (b"{\n\"id\":\"\xff\"}", "invalidUtf8", (2, 7)),
        (b"[]", "wrongType", (1, 1)),
        (b"null", "wrongType", (1, 1)),
        (b"{\"id\":\"a\",\"id\":\"b\"}", "duplicateField", (1, 11)),
        (b"{}", "missingField", (1, 2)),
    ] {
        let error = Catalogue::parse(text).err().map(|error| error.code());
        assert_eq!(error, Some(code), "{}", String::from_utf8_lossy(text));
        let report = Catalogue::check(text);
        assert_eq!(report.faults[0].code, code);
        assert_eq!((report.faults[0].line, report.faults[0].column), place, "{}", String::from_utf8_lossy(text));
    }
}

#[test]
fn a_mark_of_windows_before_a_file_is_no_fault() {
    let marked = ["\u{feff}".as_bytes(), include_bytes!("../src/catalogue/cdg29.json")].concat();
    assert!(Catalogue::check(&marked).is_sound());
}

#[test]
fn what_another_centre_may_change_is_accepted() {
    let edges = [
        Set("/$schema", json!("catalogue.document.json")),
        Set("/course/delay", json!({ "days": 0 })),
        Set("/course/delay", json!({ "weeks": 52, "days": null })),
        Set("/course/usual/minMonths", json!(0)),
        Set("/course/usual/minMonths", json!(6)),
        Set("/course/usual/maxMonths", json!(24)),
        Set("/course/usual", Value::Null),
        Set("/course/cadences", json!(["monthly"])),
        Set("/course/holidays", json!({ "zone": "alsaceMoselle", "goodFriday": true })),
        Set("/course/closures", json!([{ "from": "2026-12-21", "to": "2027-01-05", "yearly": true }])),
        Set("/course/maxSessionHours", json!(0.5)),
        Set("/course/maxSessionHours", json!(8)),
        Set("/course", Value::Null),
        Set("/settlement/dueDays", json!(0)),
        Set("/settlement/dueDays", json!(365)),
        Set("/settlement", Value::Null),
        Set("/funding", Value::Null),
        Set("/granularity", json!(0.25)),
        Set("/tariffs", json!([])),
        Set("/tariffs", json!([dated("2026-01-01", "2026-06-30"), dated("2026-07-01", "2026-07-01")])),
        Set("/tariffs", json!([package(18.0, 20.0, "1.00"), package(20.5, 22.0, "2.00")])),
        Set("/tariffs/0/price", json!({ "unit": { "hours": 3.5, "amount": "200.00", "label": "demi-journée" } })),
        Set("/tariffs/0/price", json!({ "flat": { "amount": "0.00" }, "unit": null })),
        Set("/tariffs/0/tax", json!({ "excluded": { "rate": 8.5 } })),
        Set("/tariffs/0/tax", json!("exempt")),
        Set("/variants/0/needs", json!(["evoluer"])),
        Set("/variants/0/statedHours", json!(30)),
        Set("/variants/0/steps/1/hours/max", json!(40)),
        Set("/variants/0/steps/1/coach", Value::Null),
        Set("/variants/0/steps/0/kickoff", Value::Null),
        Set("/variants/0/steps/12/after", json!({ "months": 6 })),
        Set("/variants/0/course", json!({ "delay": { "days": 0 }, "cadences": ["monthly"] })),
        Set("/accompaniment/1/variants", Value::Null),
        Set("/texts/0/code", json!("a".repeat(64))),
        Set("/links/0/url", json!("https://www.exemple.fr/livret.pdf")),
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
fn what_may_not_be_meant_is_told_without_a_refusal() {
    let rows: Vec<(Vec<Change>, Expected)> = vec![
        (vec![], &[("clientWithoutTariff", "clients[1]")]),
        (
            vec![
                Set("/tariffs/1/clients", json!(["affiliee", "nonAffiliee"])),
                Remove("/variants/0/needs"),
                Remove("/variants/0/objective"),
            ],
            &[("unusedCode", "needs[0]"), ("variantWithoutNeed", "variants[0]")],
        ),
        (
            vec![Set("/tariffs", json!([{ "variants": ["horizon"], "price": "free" }])), Set("/covers", json!([]))],
            &[
                ("variantWithoutTariff", "variants[0]"),
                ("variantWithoutTariff", "variants[1]"),
                ("variantWithoutTariff", "variants[2]"),
                ("variantWithoutTariff", "variants[3]"),
            ],
        ),
        (
            vec![Set("/tariffs/0/price/reference/hours", json!(31)), Set("/tariffs/0/clients", Value::Null)],
            &[("unreachableHours", "tariffs[0].price.reference.hours")],
        ),
        (
            vec![
                Set("/tariffs/1/clients", Value::Null),
                Set("/information/0/sentences/0", json!(format!("{}fin.", "mot ".repeat(30)))),
                Set("/modes/4/code", json!("coaching")),
            ],
            &[("longSentence", "information[0].sentences[0]")],
        ),
        (
            // The last session of a variant becomes personal work; that of another, a follow-up after personal work.
            vec![
                Set("/tariffs/1/clients", Value::Null),
                Set("/variants/0/steps/12/modes", json!(["autonomie"])),
                Set("/variants/1/steps/10/modes", json!(["autonomie"])),
                Set("/variants/1/steps/11/after", json!({ "months": 6 })),
                Set("/variants/2/steps/12/after", json!({ "months": 6 })),
            ],
            &[("workAfterLastSession", "variants[0].steps[12]"), ("workAfterLastSession", "variants[1].steps[10]")],
        ),
        (
            vec![
                Set("/tariffs/1/clients", Value::Null),
                Set("/course/delay", json!({ "days": 28 })),
                Set("/variants/0/course", json!({ "delay": { "weeks": 2 }, "cadences": [] })),
                Set("/course/cadences", json!(["weekly"])),
                Set(
                    "/variants/1/course",
                    json!({ "usual": { "minMonths": 1, "maxMonths": 2 }, "cadences": ["weekly"] }),
                ),
                Set("/course/maxSessionHours", json!(2)),
                Set("/variants/2/course", json!({ "maxSessionHours": 1 })),
            ],
            &[
                ("courseSaidTwice", "variants[0].course.delay"),
                ("courseSaidTwice", "variants[1].course.cadences"),
                ("courseSaidTwice", "variants[1].course.usual"),
                ("courseSaidTwice", "variants[2].course.maxSessionHours"),
            ],
        ),
    ];
    for (changes, expected) in rows {
        let mut changed = document();
        for change in changes {
            apply(&mut changed, change);
        }
        let report = Catalogue::check(changed.to_string().as_bytes());
        assert!(report.is_sound(), "{:?}", report.faults);
        let mut found: Vec<_> = report.warnings.iter().map(|w| (w.code, w.path.as_str())).collect();
        found.sort_unstable();
        assert_eq!(found, expected);
        let summary = report.summary.unwrap();
        assert_eq!((summary.id.as_str(), summary.variants, summary.steps), ("cdg29", 5, 61));
    }
}

#[test]
fn any_figure_label_or_order_of_a_list_changes_the_digest() {
    for change in [
        Set("/edition", json!("2027-01")),
        Set("/variants/0/steps/1/hours/max", json!(2.5)),
        Set("/variants/0/steps/1/label", json!("Analyse de la demande")),
        Set("/tariffs/0/price/reference/amount", json!("2040.51")),
        Set("/course/delay/weeks", json!(5)),
        Set("/course/delay", json!({ "days": 28 })),
        Set("/settlement/payee", json!("perception de Quimper")),
        Set("/readings/0/sentence", json!("Une autre lecture.")),
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
