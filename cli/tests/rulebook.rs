//! The rule book says every rule that is applied.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod support;

use bilan_professionnel::catalogue::Price;
use bilan_professionnel::funding::{Fact, Situation};
use bilan_professionnel::{Catalogue, french};
use serde_json::json;
use support::printed;

fn book() -> String {
    printed(&["rulebook"], b"")
}

/// The lines of the section under that heading, to the next one.
fn section<'b>(book: &'b str, heading: &str) -> Vec<&'b str> {
    let lines = book.lines().skip_while(|line| !(line.starts_with('#') && line.contains(heading))).skip(1);
    lines.take_while(|line| !line.starts_with('#')).collect()
}

#[test]
fn every_fact_and_situation_is_there_with_its_question_its_conditions_and_its_source() {
    let book = book();
    for fact in Fact::ALL {
        assert!(book.contains(&format!("| `{}` | {} |", fact.code(), fact.question())), "{fact:?}");
    }
    for situation in Situation::ALL {
        let section = section(&book, &format!("{} (`{}`)", situation.label(), situation.code())).join("\n");
        assert!(section.contains(&format!("Source : {}.", situation.source())), "{situation:?}");
        for condition in situation.alternatives().iter().copied().flatten() {
            let named = format!("{} (`{}`)", condition.fact.name(condition.holds), condition.fact.code());
            assert!(section.contains(&named), "{situation:?}: {named}");
        }
        for verdict in ["**remplie**", "**indéterminée**", "**non remplie**"] {
            assert!(section.contains(verdict), "{situation:?} has an example {verdict}");
        }
    }
}

#[test]
fn examples_stand_at_the_edge() {
    let book = book();
    for (situation, answers, verdict) in [
        ("accidentOuMaladie", "10 % | oui", "remplie"),
        ("accidentOuMaladie", "9,5 % | oui", "non remplie"),
        ("accidentOuMaladie", "10 % | inconnu", "indéterminée"),
        ("restrictionsAptitude", "oui | non", "non remplie"),
        ("restrictionsAptitude", "inconnu | non", "non remplie"),
        ("rqth", "inconnu", "indéterminée"),
        // Whatever the status is.
        ("reclassement", "inconnu | oui | oui", "remplie"),
        ("reclassement", "inconnu | oui | non", "indéterminée"),
        ("reclassement", "fonctionnaire | non | oui", "non remplie"),
        ("reclassement", "contractuel | inconnu | oui", "remplie"),
    ] {
        let row = format!("| {answers} | **{verdict}** |");
        let section = section(&book, &format!("(`{situation}`)"));
        assert!(section.iter().any(|line| line.starts_with(&row)), "{situation}: {row}");
    }
}

#[test]
fn a_dated_proof_is_shown_on_the_days_that_matter() {
    let book = book();
    let rows: Vec<&str> =
        section(&book, "Justificatifs datés").into_iter().filter(|line| line.starts_with("| ")).collect();
    let ends: Vec<&str> = rows.iter().skip(2).map(|row| row.split_once("| **").unwrap().1).collect();
    let expected = [
        "hors liste** | expiré |",
        "possible** | à renouveler |",
        "possible** | à renouveler |",
        "possible** | aucun |",
    ];
    assert_eq!(ends, expected);
}

#[test]
fn every_variant_step_need_and_tariff_is_there() {
    let book = book();
    let catalogue = Catalogue::embedded();
    let offer = catalogue.offer();
    for variant in &offer.variants {
        let section = section(&book, &format!("{} (`{}`)", variant.label, variant.code)).join("\n");
        for step in &variant.steps {
            assert!(
                section.contains(&format!("| {} | `{}` |", step.label, step.code)),
                "{} {}",
                variant.code,
                step.code
            );
        }
        assert!(section.contains(&format!("| {} |", french::hours(variant.stated_hours))), "{}", variant.code);
        assert!(section.contains(&variant.purpose) && section.contains(&variant.source), "{}", variant.code);
    }
    for need in &offer.needs {
        assert!(book.contains(&format!("| {} | `{}` |", need.label, need.code)), "{}", need.code);
    }
    let tariffs = section(&book, "Tarifs").join("\n");
    for tariff in &offer.tariffs {
        if let Price::Reference(reference) = &tariff.price {
            let (amount, hours) = (french::euros(reference.amount), french::hours(reference.hours));
            assert!(tariffs.contains(&format!("| {amount} pour {hours} |")));
        }
    }
    for text in &offer.texts {
        assert!(book.contains(&text.title), "{}", text.code);
    }
}

#[test]
fn totals_are_those_of_the_centre_s_page() {
    let book = book();
    for (variant, totals) in [
        ("evolution", "| 13 | 18 h à 30 h | 17 h à 29 h | 4 h | 18 h |"),
        ("prevention", "| 12 | 16 h à 26 h | 15 h à 25 h | 4 h | 18 h |"),
        ("reorientation", "| 13 | 18 h à 30 h | 17 h à 29 h | 4 h | 18 h |"),
        ("developpement", "| 10 | 15 h 30 à 24 h 30 | non proposé, cette réunion est obligatoire | 0 h | 20 h |"),
        ("horizon", "| 13 | 18 h à 30 h | 17 h à 29 h | 4 h | 18 h |"),
    ] {
        let section = section(&book, &format!("(`{variant}`)")).join("\n").replace('\u{a0}', " ");
        assert!(section.contains(totals), "{variant}: {totals}");
    }
}

#[test]
fn the_last_section_is_signed_for_one_edition_of_the_catalogue() {
    let book = book();
    let catalogue = Catalogue::embedded();
    let signed = section(&book, "Validation").join("\n");
    for line in [catalogue.offer().edition.as_str(), catalogue.digest(), "Nom", "Date", "Signature"] {
        assert!(signed.contains(line), "{line}");
    }
    assert!(book.lines().rev().take_while(|line| !line.starts_with('#')).any(|line| line.contains("Signature")));
}

#[test]
fn funding_is_never_called_a_right() {
    let book = book();
    for promise in ["a droit", "avez droit", "sera financé", "est accordé"] {
        assert!(!book.contains(promise), "{promise}");
    }
}

#[test]
fn tables_have_as_many_cells_in_every_row() {
    let book = book();
    let mut width = None;
    for line in book.lines() {
        let cells = line.starts_with('|').then(|| line.matches(" | ").count());
        if cells.is_some() && width.is_some() {
            assert_eq!(cells, width, "{line}");
        }
        width = cells;
    }
}

#[test]
fn another_centre_s_tariffs_are_written_in_every_form() {
    let path = support::catalogue("autres-tarifs.json", |catalogue| {
        catalogue["edition"] = json!("essai");
        catalogue["tariffs"] = json!([
            { "variants": ["evolution"], "price": "free", "source": "essai" },
            { "variants": ["prevention"], "affiliated": true, "from": "2026-01-01", "to": "2026-12-31",
              "price": { "hourly": { "rate": "95.40", "fixed": [{ "label": "Tests | forfait", "amount": "120.00" }] } },
              "source": "essai" },
            { "variants": ["horizon"], "from": "2027-01-01",
              "price": { "reference": { "hours": 16, "amount": "1500.00" } }, "source": "essai" }
        ]);
    });
    let book = printed(&["rulebook", "--catalogue", path.to_str().unwrap()], b"").replace('\u{a0}', " ");
    for expected in [
        "| Bilan évolution | toutes | sans limite de date | gratuit |",
        "| Bilan prévention | affiliées | du 1er janvier 2026 au 31 décembre 2026 | 95,40 € l’heure ; Tests \\| forfait : 120,00 € |",
        "| Bilan horizon | toutes | à partir du 1er janvier 2027 | 1 500,00 € pour 16 h |",
        "Prestation gratuite.",
        "entre 1 500,00 € et 1 687,50 € TTC",
        "| Édition | essai |",
    ] {
        assert!(book.contains(expected), "{expected}");
    }
}
