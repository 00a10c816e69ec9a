//! What the embedded catalogue says of the CDG29's offer, against the tables of the page; and what its digest is of.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use bilan_professionnel::catalogue::{Kickoff, Labelled, Price, Variant};
use bilan_professionnel::{Catalogue, Hours, HoursRange};
use serde_json::{Value, json};

const CDG29: &[u8] = include_bytes!("../src/catalogue/cdg29.json");
#[cfg(feature = "wire")]
const OTHER_CENTRE: &[u8] = include_bytes!("../../tests/catalogues/autre-centre.json");

fn document() -> Value {
    serde_json::from_slice(CDG29).unwrap()
}

fn hours(hours: f64) -> Hours {
    Hours::from_f64(hours).unwrap()
}

/// The table of the domain, section 1: steps, hours with and without the kickoff, alone, stated.
#[test]
fn the_variants_have_the_steps_and_hours_of_the_page() {
    let offer = Catalogue::embedded().offer();
    let table = [
        ("evolution", 13, (18.0, 30.0), Some((17.0, 29.0)), 4.0, 18.0),
        ("prevention", 12, (16.0, 26.0), Some((15.0, 25.0)), 4.0, 18.0),
        ("reorientation", 13, (18.0, 30.0), Some((17.0, 29.0)), 4.0, 18.0),
        ("developpement", 10, (15.5, 24.5), None, 0.0, 20.0),
        ("horizon", 13, (18.0, 30.0), Some((17.0, 29.0)), 4.0, 18.0),
    ];
    assert_eq!(offer.variants.len(), table.len());
    for (variant, (code, steps, with_kickoff, without_kickoff, alone, stated)) in offer.variants.iter().zip(table) {
        let bounds = |range: HoursRange| (range.min().as_f64(), range.max().as_f64());
        assert_eq!((variant.code.as_str(), variant.steps.len()), (code, steps));
        assert_eq!(bounds(variant.range()), with_kickoff, "{code}");
        let (kickoff, presence) = variant.kickoff().unwrap();
        let (min, max) = bounds(variant.range());
        let shortened = (min - kickoff.hours.min().as_f64(), max - kickoff.hours.max().as_f64());
        assert_eq!((presence == Kickoff::Optional).then_some(shortened), without_kickoff, "{code}");
        assert_eq!(variant.stated_hours, hours(stated), "{code}");
        let autonomous = variant.steps.iter().filter(|step| !Catalogue::embedded().is_accompanied(step));
        assert_eq!(autonomous.map(|step| step.hours.max()).sum::<Hours>(), hours(alone), "{code}");
    }
}

/// A step, its modes, and for each variant its fewest and most hours, if the variant has it.
type Row = (&'static str, &'static [&'static str], [Option<(f64, f64)>; 5]);

/// The table of the domain, section 1, row by row.
#[test]
fn every_step_has_the_hours_of_the_page_in_every_variant() {
    const ONE: Option<(f64, f64)> = Some((1.0, 1.0));
    const ONE_TWO: Option<(f64, f64)> = Some((1.0, 2.0));
    const TWO: Option<(f64, f64)> = Some((2.0, 2.0));
    const TWO_FOUR: Option<(f64, f64)> = Some((2.0, 4.0));
    let table: [Row; 17] = [
        ("reunionDemarrage", &["reunion"], [ONE; 5]),
        ("analyseDemande", &["entretien"], [ONE_TWO; 5]),
        ("axesTravail", &["entretien"], [None, None, None, ONE_TWO, None]),
        ("analyseParcours", &["entretien", "travailAccompagne"], [ONE_TWO, None, ONE_TWO, ONE_TWO, ONE_TWO]),
        (
            "identificationCompetences",
            &["entretien", "travailAccompagne"],
            [TWO_FOUR, ONE_TWO, TWO_FOUR, TWO_FOUR, TWO_FOUR],
        ),
        ("profilPersonnalite", &["entretien", "travailAccompagne"], [TWO_FOUR; 5]),
        ("pistes", &["entretien", "travailAccompagne"], [ONE_TWO, ONE_TWO, ONE_TWO, None, ONE_TWO]),
        ("misesEnSituation", &["entretien", "coaching"], [None, None, None, Some((4.5, 4.5)), None]),
        ("projection", &["entretien", "coaching"], [None, None, None, ONE_TWO, None]),
        ("bilanAccompagnement", &["entretien", "coaching"], [None, None, None, ONE_TWO, None]),
        ("recherches", &["autonomie"], [TWO, TWO, TWO, None, TWO]),
        ("analyseRecherches", &["entretien"], [ONE_TWO, ONE_TWO, ONE_TWO, None, ONE_TWO]),
        ("demarchesTerrain", &["autonomie"], [TWO, TWO, TWO, None, TWO]),
        ("analyseProjets", &["entretien", "travailAccompagne"], [TWO_FOUR, TWO_FOUR, TWO_FOUR, None, TWO_FOUR]),
        ("planAction", &["entretien", "travailAccompagne"], [ONE_TWO, ONE_TWO, ONE_TWO, None, ONE_TWO]),
        ("synthese", &["entretien", "travailAccompagne"], [ONE_TWO, ONE_TWO, ONE_TWO, None, ONE_TWO]),
        ("reunionCloture", &["reunion"], [ONE; 5]),
    ];
    for (place, variant) in Catalogue::embedded().offer().variants.iter().enumerate() {
        let expected: Vec<_> =
            table.iter().filter_map(|(code, modes, row)| Some((*code, *modes, row[place]?))).collect();
        let found = variant.steps.iter().map(|step| {
            (step.code.as_str(), step.modes.clone(), (step.hours.min().as_f64(), step.hours.max().as_f64()))
        });
        for (found, (code, modes, hours)) in found.zip(&expected) {
            assert_eq!((found.0, found.2), (*code, *hours), "{}", variant.code);
            assert_eq!(found.1, *modes, "{} of {}", code, variant.code);
        }
        assert_eq!(variant.steps.len(), expected.len(), "{}", variant.code);
    }
}

#[test]
fn only_developpement_has_coached_steps_and_a_required_kickoff() {
    let coached = |variant: &Variant| -> Vec<String> {
        variant.steps.iter().filter(|step| step.coach).map(|step| step.code.clone()).collect()
    };
    for variant in &Catalogue::embedded().offer().variants {
        let developpement = variant.code == "developpement";
        let expected: &[&str] = if developpement {
            &["profilPersonnalite", "misesEnSituation", "projection", "bilanAccompagnement"]
        } else {
            &[]
        };
        assert_eq!(coached(variant), expected, "{}", variant.code);
        let kickoff = variant.kickoff().map(|(step, kickoff)| (step.code.as_str(), kickoff));
        let presence = if developpement { Kickoff::Required } else { Kickoff::Optional };
        assert_eq!(kickoff, Some(("reunionDemarrage", presence)), "{}", variant.code);
    }
}

/// The table of the domain, section 2.
#[test]
fn every_need_is_served_by_the_variants_of_the_page() {
    let table = [
        ("faireLePoint", "x x x – x"),
        ("identifierRessources", "x x x x x"),
        ("mieuxSeComprendre", "x x x x x"),
        ("explorerPistes", "x x x – x"),
        ("construireProjet", "x x x – x"),
        ("retrouverDynamique", "x – x – x"),
        ("analyserUsure", "– x – – –"),
        ("preserverSante", "– x – – –"),
        ("composerAvecRestrictions", "– – x – –"),
        ("situerCompetences", "– – – x –"),
        ("comprendreFonctionnement", "– – – x –"),
        ("depasserBlocages", "– – – x –"),
        ("seProjeter", "– – – x –"),
        ("preparerFinDeCarriere", "– – – – x"),
        ("transmettre", "– – – – x"),
    ];
    let offer = Catalogue::embedded().offer();
    let served = |need: &str| -> String {
        let marks: Vec<&str> =
            offer.variants.iter().map(|variant| if variant.serves(need) { "x" } else { "–" }).collect();
        marks.join(" ")
    };
    let found: Vec<(&str, String)> = offer.needs.iter().map(|need| (need.code.as_str(), served(&need.code))).collect();
    assert_eq!(found, table.map(|(need, marks)| (need, marks.to_owned())));
}

#[test]
fn the_price_delay_duration_and_terms_are_those_of_the_page() {
    let offer = Catalogue::embedded().offer();
    for variant in &offer.variants {
        let tariff = |affiliated| {
            let mut tariffs = offer.tariffs.iter().filter(move |tariff| tariff.prices(&variant.code, affiliated));
            (tariffs.next().unwrap(), tariffs.next())
        };
        let (affiliated, second) = tariff(true);
        let expected = if variant.code == "developpement" { 20.0 } else { 18.0 };
        let Price::Reference(reference) = &affiliated.price else { unreachable!("{}", variant.code) };
        assert_eq!((reference.hours, reference.amount.to_string()), (hours(expected), "2040.50".to_owned()));
        assert_eq!(second, None);
        assert_eq!(tariff(false).0.price, Price::OnQuote, "{}", variant.code);
        assert_eq!(
            affiliated.covers,
            ["accompagnement", "preparation", "reunionCloture", "testsQuestionnaires", "fraisGestion"]
        );
    }
    let course = &offer.course;
    assert_eq!((course.delay_weeks, course.min_months, course.max_months), (4, 4, 6));
    assert_eq!(course.max_session_hours, hours(2.0));
    let labels = |list: &[Labelled]| -> Vec<String> { list.iter().map(|item| item.label.clone()).collect() };
    assert_eq!(labels(&course.sites), ["Quimper", "Brest"]);
    assert_eq!(course.remote.len(), 2);
    assert_eq!((offer.settlement.due_days, offer.settlement.payee.as_str()), (30, "perception de Quimper municipale"));
    let dates: Vec<String> = offer.texts.iter().map(|text| text.date.to_string()).collect();
    assert_eq!(dates, ["1983-07-13", "1984-01-26", "2007-12-26", "2017-04-10"]);
}

#[test]
fn every_block_that_carries_a_figure_names_its_source() {
    fn walk(value: &Value, path: &str, sources: &mut usize) {
        match value {
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    walk(item, &format!("{path}[{index}]"), sources);
                }
            }
            Value::Object(members) => {
                if let Some(source) = members.get("source") {
                    assert!(source.as_str().is_some_and(|text| !text.trim().is_empty()), "{path}");
                    *sources += 1;
                    return;
                }
                for (key, member) in members {
                    assert!(!member.is_number(), "{path}.{key}: a figure without a source");
                    walk(member, &format!("{path}.{key}"), sources);
                }
            }
            _ => {}
        }
    }
    let mut sources = 0;
    walk(&document(), "", &mut sources);
    // The centre, five variants, three tariffs, the course, two companions, the settlement.
    assert_eq!(sources, 13);
}

#[test]
fn the_order_of_keys_and_white_space_do_not_change_the_digest() {
    /// The document with the keys of every object in the opposite order.
    fn reversed(value: &Value) -> String {
        match value {
            Value::Array(items) => format!("[ {} ]", items.iter().map(reversed).collect::<Vec<_>>().join(" ,\n")),
            Value::Object(members) => {
                let mut members: Vec<String> =
                    members.iter().map(|(key, member)| format!("{} : {}", json!(key), reversed(member))).collect();
                members.reverse();
                format!("{{\n{} }}", members.join(" ,\t"))
            }
            other => other.to_string(),
        }
    }
    let shuffled = Catalogue::parse(reversed(&document()).as_bytes()).unwrap();
    assert_eq!(&shuffled, Catalogue::embedded());
}

#[cfg(feature = "wire")]
mod digest {
    use std::collections::BTreeMap;

    use bilan_professionnel::Catalogue;
    use bilan_professionnel::wire::{Operation, answer};
    use serde_json::{Value, json};
    use sha2::{Digest, Sha256};

    use super::{CDG29, OTHER_CENTRE};

    /// Compact JSON with sorted keys, which for whole and half numbers and plain text is RFC 8785.
    fn canonical(value: &Value) -> String {
        match value {
            Value::Array(items) => format!("[{}]", items.iter().map(canonical).collect::<Vec<_>>().join(",")),
            Value::Object(members) => {
                let sorted: BTreeMap<&String, &Value> = members.iter().collect();
                let members = sorted.into_iter().map(|(key, member)| format!("{}:{}", json!(key), canonical(member)));
                format!("{{{}}}", members.collect::<Vec<_>>().join(","))
            }
            other => other.to_string(),
        }
    }

    #[test]
    fn the_digest_is_that_of_what_the_operation_catalogue_gives() {
        for text in [CDG29, OTHER_CENTRE] {
            let catalogue = Catalogue::parse(text).unwrap();
            let answer = answer(&catalogue, Operation::Catalogue, b"{}").unwrap();
            let canonical = canonical(&serde_json::from_str(&answer).unwrap());
            let hexadecimal =
                Sha256::digest(&canonical).iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
            assert_eq!(catalogue.digest(), format!("sha256:{hexadecimal}"));
            // What the operation gives is a catalogue, and the same one.
            assert_eq!(Catalogue::parse(answer.as_bytes()), Ok(catalogue));
        }
    }
}
