//! The rule book says every rule that is applied.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod support;

use std::fs;
use std::path::Path;

use bilan_professionnel::catalogue::Price;
use bilan_professionnel::funding::{Fact, Situation, rules_in_force};
use bilan_professionnel::{Catalogue, french};
use serde_json::json;
use support::markdown::rendered;
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
        for article in situation.articles() {
            let named = format!("[{}, {}](<{}>)", article.code, article.article, article.url);
            assert!(section.contains(&named), "{situation:?}: {named}");
        }
        assert!(!section.contains("Textes\u{a0}: ."), "{situation:?}");
        for condition in situation.alternatives().iter().copied().flatten() {
            let named = format!("{} (`{}`)", condition.fact.answered(condition.holds), condition.fact.code());
            assert!(section.contains(&named), "{situation:?}: {named}");
        }
        for verdict in ["**remplie**", "**indéterminée**", "**non remplie**"] {
            assert!(section.contains(verdict), "{situation:?} has an example {verdict}");
        }
    }
}

#[test]
fn examples_stand_at_the_edge() {
    let book = book().replace('\u{a0}', " ");
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
        "à préciser** | expiré\u{a0}: à renouveler |",
        "possible** | à renouveler avant la fin du bilan |",
        "possible** | à renouveler avant la fin du bilan |",
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
                section.contains(&format!("| {} | `{}` |", bound(&step.label), step.code)),
                "{} {}",
                variant.code,
                step.code
            );
        }
        assert!(
            section.contains(&format!("| {} en moyenne |", french::hours(variant.stated_hours))),
            "{}",
            variant.code
        );
        let source = bound(variant.source.as_deref().unwrap());
        assert!(section.contains(&bound(&variant.purpose)) && section.contains(&source), "{}", variant.code);
        for objective in &variant.objectives {
            assert!(section.contains(&format!("- {}", bound(objective))), "{objective}");
        }
    }
    for need in &offer.needs {
        assert!(book.contains(&format!("| {} | `{}` |", bound(&need.label), need.code)), "{}", need.code);
    }
    let tariffs = section(&book, "Tarifs").join("\n");
    for tariff in &offer.tariffs {
        if let Price::Reference(reference) = &tariff.price {
            let (amount, hours) = (french::euros(reference.amount), french::hours(reference.hours));
            assert!(tariffs.contains(&format!("| {amount} TTC pour {hours} |")));
        }
    }
    for text in &offer.texts {
        assert!(book.contains(&bound(&text.title)), "{}", text.code);
    }
}

#[test]
fn totals_are_those_of_the_centre_s_page() {
    let book = book();
    for (variant, totals) in [
        ("evolution", "| 13 | 18 h à 30 h | 17 h à 29 h | 4 h | 18 h en moyenne |"),
        ("prevention", "| 12 | 16 h à 26 h | 15 h à 25 h | 4 h | 18 h en moyenne |"),
        ("reorientation", "| 13 | 18 h à 30 h | 17 h à 29 h | 4 h | 18 h en moyenne |"),
        (
            "developpement",
            "| 10 | 15 h 30 à 24 h 30 | non proposé, cette réunion est obligatoire | 0 h | 20 h en moyenne |",
        ),
        ("horizon", "| 13 | 18 h à 30 h | 17 h à 29 h | 4 h | 18 h en moyenne |"),
    ] {
        let section = section(&book, &format!("(`{variant}`)")).join("\n").replace('\u{a0}', " ");
        assert!(section.contains(totals), "{variant}: {totals}");
    }
}

#[test]
fn the_last_section_is_signed_for_one_edition_of_the_catalogue_and_of_the_rules() {
    let book = book();
    let catalogue = Catalogue::embedded();
    let signed = section(&book, "Validation").join("\n");
    let rules = rules_in_force("2026-12-01".parse().unwrap());
    for line in [
        catalogue.offer().edition.as_str(),
        catalogue.digest(),
        rules.edition.as_str(),
        rules.digest.as_str(),
        "Nom et fonction",
        "Date",
        "Signature",
    ] {
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

/// A text as the book writes it: no line breaks before a colon.
fn bound(text: &str) -> String {
    [" ;", " :", " ?", " !", " »"]
        .into_iter()
        .fold(text.replace("« ", "«\u{a0}"), |text, loose| text.replace(loose, &loose.replace(' ', "\u{a0}")))
}

#[test]
fn another_centre_s_tariffs_are_written_in_every_form() {
    let path = support::catalogue("autres-tarifs.json", |catalogue| {
        catalogue["edition"] = json!("essai");
        catalogue["tariffs"] = json!([
            { "variants": ["evolution"], "price": "free", "source": "essai" },
            { "variants": ["prevention"], "clients": ["affiliee"], "from": "2026-01-01", "to": "2026-12-31",
              "price": { "hourly": { "rate": "95.40", "bills": "accompanied",
                                     "fixed": [{ "label": "Tests | forfait", "amount": "120.00" }] } },
              "source": "essai" },
            { "variants": ["horizon"], "from": "2027-01-01",
              "price": { "reference": { "hours": 18, "amount": "1500.00" } }, "source": "essai" },
            { "variants": ["reorientation"], "price": { "flat": { "amount": "645.00" } }, "tax": "exempt" },
            { "variants": ["developpement"], "tax": { "excluded": { "rate": 20 } },
              "price": { "unit": { "hours": 3.5, "amount": "200.00", "label": "demi-journée" } } }
        ]);
    });
    let book = printed(&["rulebook", "--catalogue", path.to_str().unwrap()], b"").replace('\u{a0}', " ");
    for expected in [
        "| Bilan évolution | toutes | tous | sans limite de date | gratuit |",
        "| du 1er janvier 2026 au 31 décembre 2026 | 95,40 € TTC l’heure avec une conseillère ou un conseiller ; Tests \\| \
         forfait : 120,00 € TTC |",
        "| Bilan horizon | toutes | tous | à partir du 1er janvier 2027 | 1 500,00 € TTC pour 18 h |",
        "| 645,00 € net de taxe, quelles que soient les heures |",
        "| 200,00 € HT (taxe : 20 %) par demi-journée commencée de 3 h 30 |",
        "Prestation gratuite.",
        "| essai |",
    ] {
        assert!(book.contains(expected), "{expected}");
    }
}

#[test]
fn every_reading_has_a_box_to_tick() {
    let book = book();
    let readings = section(&book, "Lectures à confirmer").join("\n");
    let offer = Catalogue::embedded().offer();
    for reading in &offer.readings {
        let row = format!("| ☐ | {} | {} |", bound(&reading.sentence), bound(reading.source.as_deref().unwrap()));
        assert!(readings.contains(&row), "{row}");
    }
    for variant in &offer.variants {
        assert!(readings.contains(&format!("| ☐ | {}\u{a0}: son objectif propre est", variant.label)), "{readings}");
        let suits = readings.contains(&format!("| ☐ | {}\u{a0}: convient dans la situation", variant.label));
        assert_eq!(suits, !variant.suits.is_empty(), "{}", variant.code);
    }
    // What the catalogue says itself is not said again.
    assert_eq!(readings.matches("même jour de la semaine").count(), 1);
}

#[test]
fn a_centre_that_says_nothing_of_its_own_gets_the_readings_that_concern_it_and_nothing_of_the_cdg29() {
    let path = support::catalogue("sans-lectures.json", |catalogue| {
        for member in ["readings", "funding", "information", "links", "texts", "accompaniment"] {
            catalogue[member] = serde_json::Value::Null;
        }
        catalogue["id"] = json!("cdg00");
        catalogue["centre"] = json!({ "name": "Centre de gestion d’ailleurs" });
        catalogue["tariffs"] = json!([{ "variants": ["evolution"], "price": "free" }]);
        catalogue["settlement"] = json!({});
        catalogue["course"] = json!({ "holidays": { "zone": "reunion" }, "cadences": ["monthly"] });
        for variant in catalogue["variants"].as_array_mut().unwrap() {
            variant["source"] = serde_json::Value::Null;
        }
    });
    let book = printed(&["rulebook", "--catalogue", path.to_str().unwrap()], b"");
    let readings = section(&book, "Lectures à confirmer").join("\n");
    assert!(readings.contains("même jour de la semaine") && readings.contains("compte à part le travail personnel"));
    for foreign in ["quatorze jours", "montant publié", "Un justificatif expiré"] {
        assert!(!readings.contains(foreign), "{foreign}");
    }
    for foreign in ["CDG29", "Finistère", "Quimper", "2\u{a0}040", "FIPHFP pourrait", "métropol"] {
        assert!(!book.contains(foreign), "{foreign}");
    }
    assert!(book.contains("Abolition de l’esclavage"));
}

#[test]
fn whatever_a_text_of_the_catalogue_holds_it_is_read_as_it_is() {
    let hostile = [
        "<!-- caché",
        "<b>gras</b> & &amp; &lt;",
        "[lien](https://example.org) ![image](x)",
        "`code` ``double`` ``` triple",
        "*gras* _italique_ ~~barré~~ $x$",
        "# titre",
        "- liste",
        "+ liste",
        "1. liste",
        "12) liste",
        "> citation",
        "---",
        "===",
        "| cellule | autre |",
        "a\\",
        "\\| b \\* c",
        "[^1] [ ] [x]",
        "    bloc",
        "https://example.org www.example.org",
        "fin \\",
    ];
    let mut shown = 0;
    for (number, text) in hostile.into_iter().enumerate() {
        let path = support::catalogue(&format!("hostile-{number}.json"), |catalogue| {
            let variant = &mut catalogue["variants"][0];
            variant["purpose"] = json!(text);
            variant["label"] = json!(text);
            variant["objectives"] = json!([text]);
            variant["steps"][1]["label"] = json!(text);
            variant["steps"][2]["tools"] = json!([text]);
            variant["source"] = json!(text);
            catalogue["settlement"]["payee"] = json!(text);
            catalogue["settlement"]["request"] = json!(text);
            catalogue["information"][0] = json!({ "code": "x", "title": text, "sentences": [text], "source": text });
            catalogue["readings"][0]["sentence"] = json!(text);
            catalogue["texts"][0]["title"] = json!(text);
            catalogue["edition"] = json!(text);
        });
        let output = support::run(&["rulebook", "--catalogue", path.to_str().unwrap()], b"");
        if output.status.code() == Some(1) {
            // The catalogue's own check refuses such a text.
            continue;
        }
        let seen = rendered(&support::text(&output.stdout));
        let expected = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(seen.matches(&expected).count() >= 12, "{text}: {}", seen.matches(&expected).count());
        shown += 1;
    }
    assert!(shown >= 15, "{shown}");
    assert!(rendered(&book()).contains("Lectures à confirmer"));
}

/// A free interview, for everybody, at a centre that says nothing else.
const FREE: &str = r#"{
  "id": "cdgLibre", "edition": "1", "centre": { "name": "Centre de l’Exemple" },
  "clients": [{ "code": "tous", "label": "Tous" }],
  "modes": [{ "code": "entretien", "label": "Entretien", "accompanied": true }],
  "variants": [{ "code": "information", "label": "Information", "purpose": "Poser ses questions.", "statedHours": 0.5,
    "steps": [{ "code": "entretien", "label": "Entretien", "hours": { "min": 0.5, "max": 0.5 }, "modes": ["entretien"] }] }],
  "tariffs": [{ "variants": ["information"], "price": "free" }],
  "course": { "cadences": ["monthly"] }
}"#;

#[test]
fn a_book_holds_nothing_that_its_centre_has_no_use_for() {
    let path = support::file("livret-gratuit.json", FREE);
    let book = printed(&["rulebook", "--catalogue", path.to_str().unwrap()], b"").replace('\u{a0}', " ");
    for foreign in [
        "Une facture se règle",
        "une facture reçue le",
        "La réunion de démarrage",
        "Les autres étapes accompagnées",
        "quinzaine",
        "sort de la durée annoncée",
        "Bimensuel",
    ] {
        assert!(!book.contains(foreign), "{foreign}");
    }
    for own in ["« Chaque mois » veut dire toutes les quatre semaines.", "| gratuit |"] {
        assert!(book.contains(own), "{own}");
    }
    // A package has its hours, and no longer « quelles que soient les heures ».
    let package = FREE.replace(
        r#""price": "free""#,
        r#""hours": { "min": 0.5, "max": 0.5 }, "price": { "flat": { "amount": "45.00" } }"#,
    );
    let path = support::file("livret-forfait.json", &package);
    let book = printed(&["rulebook", "--catalogue", path.to_str().unwrap()], b"").replace('\u{a0}', " ");
    assert!(book.contains("| 30 min | sans limite de date | 45,00 € TTC, forfait |"), "{book}");
    assert!(book.contains("Une facture se règle dans les 30 jours de sa réception."));
}

#[test]
fn a_book_goes_into_a_file_and_replaces_nothing_but_a_book() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("livrets");
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).unwrap();
    let written = folder.join("livret.md");
    let into = |path: &Path| support::run(&["rulebook", path.to_str().unwrap()], b"");
    for _ in 0..2 {
        let output = into(&written);
        assert_eq!((output.status.code(), output.stdout.is_empty()), (Some(0), true));
        assert!(support::said(&output.stderr).contains("livret.md est écrit."));
        assert_eq!(fs::read_to_string(&written).unwrap(), printed(&["rulebook"], b""));
    }
    let notes = folder.join("notes.md");
    fs::write(&notes, "Mes notes").unwrap();
    assert!(support::said(&into(&notes).stderr).contains("existe déjà"));
    // A catalogue that is named without --catalogue is neither read nor lost.
    let catalogue = folder.join("centre.json");
    fs::write(&catalogue, FREE).unwrap();
    let output = into(&catalogue);
    assert_eq!(output.status.code(), Some(2));
    assert!(support::said(&output.stderr).contains("le catalogue se donne après --catalogue"));
    assert_eq!(
        (fs::read_to_string(&notes).unwrap().as_str(), fs::read_to_string(&catalogue).unwrap().as_str()),
        ("Mes notes", FREE)
    );
}
