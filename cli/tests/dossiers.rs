//! Every dossier of the examples, and the rule book, read again as their readers do: typography, plain words, length,
//! abbreviations.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, missing_docs)]

#[path = "../../core/tests/support/french.rs"]
mod french;
mod support;

use std::path::Path;

use french::{abbreviations, explains, faults};
use support::{bilan, cases, printed, text};

/// How wide the pages are made here.
const WIDTH: usize = 100;

/// Where the value of a named field begins.
const VALUES: usize = 18;

/// The texts of a page, each whole, in the order in which they are read.
fn texts(page: &str) -> Vec<String> {
    let mut rows: Vec<Row> = Vec::new();
    for line in page.lines() {
        let cells = cells(line);
        let going_on = match (rows.last(), &cells[..]) {
            (Some(row), [(column, piece)]) if row.goes_on(*column, piece) => Some((*column, piece.clone())),
            _ => None,
        };
        match (going_on, rows.last_mut()) {
            (Some((column, piece)), Some(row)) => row.add(column, &piece),
            _ => rows.push(Row { end: line.chars().count(), cells }),
        }
    }
    let marks = ['✓', '·', '▲', '╍', '━', '┈', '─', '├', '┤', '╌'];
    // What stands between « · » is an enumeration, item by item.
    let cells: Vec<String> = rows.into_iter().flat_map(|row| row.cells).map(|(_, text)| text).collect();
    let items = cells.iter().flat_map(|cell| cell.split('·')).map(|item| item.trim_matches(marks).trim().to_owned());
    items.filter(|item| item.contains(char::is_alphabetic)).collect()
}

#[derive(Default)]
struct Row {
    /// Where its last line ends.
    end: usize,
    /// Where each cell begins, and what it says.
    cells: Vec<(usize, String)>,
}

impl Row {
    /// Whether a line with one piece at that column is a further line of this row.
    fn goes_on(&self, column: usize, piece: &str) -> bool {
        let Some((first, _)) = self.cells.first() else { return false };
        let is_there = self.cells.iter().any(|(other, _)| *other == column);
        // Paragraphs and values go on to the edge: a line that has room for the next word ends them.
        let next = piece.split([' ', '\u{a0}']).next().unwrap_or_default().chars().count();
        let is_full = self.end + 1 + next > WIDTH;
        is_there && (is_full || *first < column && column != VALUES)
    }

    fn add(&mut self, column: usize, piece: &str) {
        self.end = column + piece.chars().count();
        for (_, text) in self.cells.iter_mut().filter(|(other, _)| *other == column) {
            text.push(' ');
            text.push_str(piece);
        }
    }
}

/// The cells of a line, which two spaces keep apart, each with its column.
fn cells(line: &str) -> Vec<(usize, String)> {
    let mut cells = Vec::new();
    let mut column = 0;
    for piece in line.split("  ") {
        let text = piece.trim_start_matches(' ');
        if !text.is_empty() {
            cells.push((column + piece.chars().count() - text.chars().count(), text.to_owned()));
        }
        column += piece.chars().count() + 2;
    }
    cells
}

fn dossier(case: &Path) -> String {
    let output = bilan(&["simulate", case.to_str().unwrap()]).env("COLUMNS", WIDTH.to_string()).output().unwrap();
    text(&output.stdout)
}

fn dossiers() -> Vec<(String, Vec<String>)> {
    let named = |case: &Path| case.file_stem().unwrap().to_string_lossy().into_owned();
    let found: Vec<_> = cases().iter().map(|case| (named(case), texts(&dossier(case)))).collect();
    assert!(found.len() > 20 && found.iter().all(|(_, texts)| texts.len() > 50));
    found
}

#[test]
fn every_sentence_of_a_dossier_is_well_typeset_plain_and_short() {
    let mut wrong = Vec::new();
    for (case, texts) in dossiers() {
        // Digests are written as they are compared.
        for text in texts.iter().filter(|text| !text.contains("sha256:")) {
            wrong.extend(faults(text).into_iter().map(|fault| format!("{case}: {fault}: {text}")));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn an_abbreviation_is_spelled_out_the_first_time_that_a_dossier_has_it() {
    let mut wrong = Vec::new();
    for (case, texts) in dossiers() {
        let mut known: Vec<&str> = Vec::new();
        for text in &texts {
            for abbreviation in abbreviations(text) {
                // The centre is named whole at the top. A price is no place to explain its tax: the page does it further on.
                let is_explained = match abbreviation {
                    "CDG29" => texts[1] == "Centre de Gestion du Finistère",
                    "TTC" => case.starts_with("employeur") || texts.iter().any(|text| explains(text, "TTC")),
                    _ => known.contains(&abbreviation) || explains(text, abbreviation),
                };
                if !is_explained {
                    wrong.push(format!("{case}: {abbreviation}: {text}"));
                }
                known.push(abbreviation);
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_reader_meets_what_the_case_calls_for() {
    for (case, said) in [
        ("auxiliaire-de-soins-usure", &["À préciser", "À demander", "Bilan prévention"][..]),
        ("agent-des-routes-dos", &["Aptitude avec restrictions", "Ils peuvent renseigner sur votre santé."]),
        ("fonctionnaire-en-ppr", &["Cette déclinaison convient à une situation indiquée", "plus court que les 4 à 6"]),
        (
            "sapeur-pompier-volontaire-rente",
            &["18 h en moyenne ; à égalité avec d’autres", "2 besoins sur 2 ; à égalité avec d’autres"],
        ),
        ("deux-ans-avant-la-retraite", &["Bilan horizon", "il vaut de 17 h à 18 h sans la réunion de démarrage"]),
        ("contractuelle-rqth", &["À renouveler", "jusqu’au renouvellement", "Coach certifiée"]),
        ("allocation-temporaire-invalidite", &["titre d’allocation temporaire d’invalidité (ATI)"]),
        (
            "incapacite-huit-pour-cent",
            &["À savoir", "taux d’incapacité permanente inférieur à 10 %", "n’est pas limitative"],
        ),
        ("envie-de-changer", &["Bilan évolution", "À voir avec une conseillère ou un conseiller"]),
        ("retour-de-conge-parental", &["Bilan évolution, 20 h", "non publié par le centre"]),
    ] {
        let path = cases().into_iter().find(|path| path.file_stem().unwrap() == case).unwrap();
        let page = texts(&dossier(&path)).join("\n").replace('\u{a0}', " ");
        for words in said {
            assert!(page.contains(words), "{case}: {words}\n{page}");
        }
        assert!(page.contains("elles peuvent renseigner sur votre situation"), "{case}");
    }
}

#[test]
fn the_rule_book_is_well_typeset_plain_and_short_and_explains_its_abbreviations() {
    let book = printed(&["rulebook"], b"");
    // Codes and addresses are no French.
    let without_codes = |line: &str| line.split('`').step_by(2).collect::<Vec<_>>().join("code");
    let without_addresses = |line: &str| {
        let pieces = line.split("(<");
        pieces.map(|piece| piece.split_once(">)").map_or(piece, |(_, after)| after).to_owned()).collect::<String>()
    };
    // The title of a text stands to the letter, and its note explains it.
    let title = "tout au long de la vie des agents de la FPT";
    let mut wrong = Vec::new();
    for (number, line) in book.lines().enumerate() {
        let line = without_addresses(&without_codes(line));
        for cell in line.split('|').map(|cell| cell.trim().trim_start_matches(['#', '-', ' '])) {
            let digest = cell.contains("sha256:");
            let found = faults(cell).into_iter().filter(|_| !digest && cell.contains(char::is_alphabetic));
            wrong.extend(found.map(|fault| format!("{}: {fault}: {cell}", number + 1)));
            let unknown = abbreviations(cell).into_iter().filter(|found| !explains(&book, found) && *found != "CDG29");
            let unknown = unknown.filter(|found| {
                *found != "FPT" || !book.contains("FPT\u{a0}: fonction publique") || !book.contains(title)
            });
            wrong.extend(unknown.map(|abbreviation| format!("{}: {abbreviation}: {cell}", number + 1)));
        }
    }
    assert!(book.lines().count() > 500 && wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_page_is_read_cell_by_cell_and_each_whole() {
    let full = "mot ".repeat(24).trim_end().to_owned();
    let page = format!(
        "Titre                Centre\n━━━━\n  Prix            gratuit\n                  sur devis\n  {full}\n  suite. Fin\n  Autre\n   1  Une étape et    1 h\n      sa suite\n"
    );
    let expected = [
        "Titre",
        "Centre",
        "Prix",
        "gratuit",
        "sur devis",
        &format!("{full} suite. Fin"),
        "Autre",
        "Une étape et sa suite",
        "1 h",
    ];
    assert_eq!(texts(&page), expected);
}

#[test]
fn a_page_bears_the_name_of_its_service_and_calls_what_is_done_without_a_counsellor_by_no_other_name() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/catalogues");
    for (offer, case, there, absent) in [
        (
            "a-trois-niveaux.json",
            r#""variant":"information""#,
            &["Entretien d’information  "][..],
            &["Bilan professionnel"][..],
        ),
        (
            "f-court-et-long.json",
            r#""variant":"long""#,
            &["Bilan avec immersion  ", "en accompagnement, et 18 h en autonomie en plus"],
            &["ravail personnel en plus"],
        ),
        (
            "f-court-et-long.json",
            r#""variant":"court""#,
            &["puis un suivi le 29 juin 2027."],
            &["puis un suivi à partir"],
        ),
        (
            "f-court-et-long.json",
            r#""variant":"long","hours":4,"fixed":{"retour":0,"synthese":0}"#,
            &[
                "après le 29 décembre 2026",
                "« Enquêtes sur le terrain » et « Immersion dans un autre service » viennent après la dernière séance",
            ],
            &["jusqu’au 29 décembre 2026"],
        ),
        (
            "f-court-et-long.json",
            r#""variant":"court","hours":8,"fixed":{"rencontre1":0}"#,
            &["jusqu’au 1er décembre 2026"],
            &[],
        ),
    ] {
        let case = format!(r#"{{"on":"2026-11-23",{case},"calendar":{{"exchangesOn":"2026-12-01"}}}}"#);
        let path = folder.join(offer);
        let page =
            printed(&["simulate", "--catalogue", path.to_str().unwrap()], case.as_bytes()).replace('\u{a0}', " ");
        let flat = page.split_whitespace().collect::<Vec<_>>().join(" ");
        for part in there {
            assert!(page.contains(part) || flat.contains(part), "{case}: {part}\n{page}");
        }
        for part in absent {
            assert!(!page.contains(part), "{case}: {part}\n{page}");
        }
    }
}

#[test]
fn a_bilan_that_is_free_for_everyone_is_told_free_though_the_case_names_no_employer() {
    // Who has no tariff asks for a quote, and may pay.
    let some_pay = support::catalogue("gratuit-pour-certains.json", |document| {
        document["tariffs"][0]["clients"] = vec!["affiliee"].into();
        document["tariffs"][0]["price"] = "free".into();
    });
    let free = support::catalogue("gratuit-pour-tous.json", |document| {
        document["tariffs"][0].as_object_mut().unwrap().remove("clients");
        document["tariffs"][0]["price"] = "free".into();
    });
    let case = br#"{"on":"2026-11-23","variant":"evolution","audience":"employer"}"#;
    for (catalogue, there, absent) in [
        (free, ["Gratuit.", "Gratuit, quel que soit l’employeur."], ["de sa réception", "pas de prix"]),
        (some_pay, ["de sa réception", "pas de prix"], ["Gratuit.", "Gratuit, quel que soit l’employeur."]),
    ] {
        let page = text(&support::run(&["simulate", "--catalogue", catalogue.to_str().unwrap()], case).stdout);
        for part in there {
            assert!(page.contains(part), "{part}\n{page}");
        }
        for part in absent {
            assert!(!page.contains(part), "{part}\n{page}");
        }
    }
}
