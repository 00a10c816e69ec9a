//! The rule books of the worked offers: each says what its offer has, and nothing that it has no use for.

#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use std::path::Path;

use support::printed;

/// The rule book of one of the worked offers, its no-break spaces as spaces.
fn offer(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/catalogues").join(name);
    printed(&["rulebook", "--catalogue", path.to_str().unwrap()], b"").replace('\u{a0}', " ")
}

#[test]
fn each_offer_s_book_says_what_the_offer_has_and_no_more() {
    const TERM: &str = "Une facture se règle dans les 30 jours de sa réception.";
    const CADENCES: &str = "| ☐ | Les séances ont lieu chaque semaine ou tous les quatorze jours";
    let table: [(&str, &[&str], &[&str]); 6] = [
        (
            "a-trois-niveaux.json",
            // Without a part on the settlement, the term is the library's own: a reading to confirm.
            &[&format!("| ☐ | {TERM} |"), "| Étapes | Total possible | Total annoncé |"],
            &[
                "Demande et règlement",
                "L’attestation",
                "réunion de démarrage",
                "unité commencée",
                "autonomie",
                CADENCES,
            ],
        ),
        ("b-gratuit-confidentiel.json", &["Dont en autonomie"], &["acture", "unité commencée"]),
        (
            "c-par-strate.json",
            &[
                "la réunion de démarrage et une séance de 1 h 30",
                "2 h 30 réalisées sur 14 h 30 prévues",
                "réunion de démarrage obligatoire qui ne figure pas",
                "Un prix à l’heure est calculé",
                TERM,
            ],
            &["unité commencée", "Un suivi a lieu", "suivi qui n’a pas eu lieu", &format!("| ☐ | {TERM}")],
        ),
        ("d-demi-journees.json", &["une unité commencée est due"], &["Un prix à l’heure est calculé"]),
        ("e-outre-mer.json", &["| 21 décembre | 5 janvier | chaque année |"], &["unité commencée"]),
        (
            "f-court-et-long.json",
            &[
                "Un suivi a lieu autant de mois au moins après la séance précédente.",
                "en dehors de la durée d’usage et de la cadence automatique",
                "| Étapes | Total possible | En autonomie, en plus | Total annoncé |",
                CADENCES,
            ],
            &["réunion de démarrage", "Demande et règlement"],
        ),
    ];
    for (name, there, absent) in table {
        let book = offer(name);
        for part in there {
            assert!(book.contains(part), "{name}: {part}");
        }
        for part in absent {
            assert!(!book.contains(part), "{name}: {part}");
        }
    }
}
