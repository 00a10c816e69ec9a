//! `bilan agents`: workbooks as people save them, days as they write them, and files that are no table.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, missing_docs)]

mod support;

use std::fs;
use std::path::Path;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use support::tables::{assessed, first_sheet, folder, sheet};
use support::{run, said, text};

const TITLES: [&str; 5] = ["Agent", "rqth", "Taux d’incapacité permanente", "Rente d’incapacité permanente", "statut"];

/// The agents of every workbook: a met situation, a rate, no answer.
const AGENTS: [[&str; 5]; 3] = [
    ["Zoé Le Goff", "oui", "", "", "fonctionnaire"],
    ["Loïc", "non", "12,5", "oui", "contractuelle"],
    ["Maël", "", "?", "", ""],
];

/// Writes the table as texts, its titles in that row and from that column.
fn table(sheet: &mut Worksheet, row: u32, column: u16) {
    for (line, cells) in (row..).zip(std::iter::once(&TITLES).chain(&AGENTS)) {
        for (place, cell) in (column..).zip(cells) {
            if !cell.is_empty() {
                sheet.write_string(line, place, *cell).unwrap();
            }
        }
    }
}

/// A form of the table: its name, and what writes it.
type Saved = (&'static str, fn(&mut Worksheet));

#[rustfmt::skip]
const WORKBOOKS: &[Saved] = &[
    ("textes", |sheet| table(sheet, 0, 0)),
    ("note-au-dessus", |sheet| {
        sheet.write_string(0, 0, "Agents du service, novembre 2026").unwrap();
        table(sheet, 2, 0);
    }),
    ("tableau-decale", |sheet| table(sheet, 3, 2)),
    ("vrai-faux", |sheet| {
        table(sheet, 0, 0);
        sheet.write_boolean(1, 1, true).unwrap().write_boolean(2, 1, false).unwrap();
    }),
    ("un-zero", |sheet| {
        table(sheet, 0, 0);
        sheet.write_number(1, 1, 1).unwrap().write_number(2, 1, 0).unwrap();
    }),
    ("croix", |sheet| {
        table(sheet, 0, 0);
        sheet.write_string(1, 1, "x").unwrap();
    }),
    ("nombre", |sheet| {
        table(sheet, 0, 0);
        sheet.write_number(2, 2, 12.5).unwrap();
    }),
    ("pour-cent-en-texte", |sheet| {
        table(sheet, 0, 0);
        sheet.write_string(2, 2, "12,5\u{a0}%").unwrap();
    }),
    ("formules", |sheet| {
        table(sheet, 0, 0);
        sheet.write_formula(1, 1, Formula::new("=IF(TRUE,\"oui\",\"non\")").set_result("oui")).unwrap();
        sheet.write_formula(2, 2, Formula::new("=10+2.5").set_result("12.5")).unwrap();
    }),
    ("titre-sur-deux-lignes", |sheet| {
        table(sheet, 0, 0);
        sheet.write_string(0, 2, "Taux d’incapacité\npermanente").unwrap();
    }),
    ("titres-en-capitales", |sheet| {
        table(sheet, 0, 0);
        for (place, title) in (0..).zip(TITLES) {
            sheet.write_string(0, place, title.to_uppercase().replace('’', "'")).unwrap();
        }
    }),
    ("cellules-mises-en-forme", |sheet| {
        table(sheet, 0, 0);
        let bold = Format::new().set_bold();
        for row in 0..60 {
            for column in 0..12 {
                if row > 3 || column > 4 {
                    sheet.write_blank(row, column, &bold).unwrap();
                }
            }
        }
    }),
    ("colonne-masquee", |sheet| {
        table(sheet, 0, 0);
        sheet.set_column_hidden(2).unwrap();
    }),
    ("filtre-et-volets", |sheet| {
        table(sheet, 0, 0);
        sheet.autofilter(0, 0, 3, 4).unwrap();
        sheet.set_freeze_panes(1, 0).unwrap();
    }),
    ("texte-enrichi", |sheet| {
        table(sheet, 0, 0);
        let (bold, plain) = (Format::new().set_bold(), Format::new());
        sheet.write_rich_string(2, 0, &[(&bold, "Lo"), (&plain, "ïc")]).unwrap();
    }),
    ("espaces", |sheet| {
        table(sheet, 0, 0);
        sheet.write_string(1, 1, " Oui\u{a0}").unwrap();
    }),
];

#[test]
fn workbooks_as_people_save_them_give_the_same_results() {
    let folder = folder("classeurs");
    let mut files: Vec<(String, usize)> = Vec::new();
    for (name, write) in WORKBOOKS {
        let path = folder.join(format!("{name}.xlsx"));
        sheet(&path, write);
        files.push((path.to_str().unwrap().to_owned(), 3));
    }
    // Blank rows between agents, another sheet behind, and the endings that Windows and macros give.
    let path = folder.join("lignes-vides.xlsx");
    sheet(&path, |sheet| {
        for (row, cells) in [0, 2, 5, 9].into_iter().zip(std::iter::once(&TITLES).chain(&AGENTS)) {
            for (column, cell) in (0..).zip(cells) {
                sheet.write_string(row, column, *cell).unwrap();
            }
        }
    });
    files.push((path.to_str().unwrap().to_owned(), 3));
    let path = folder.join("deux-feuilles.xlsx");
    let mut workbook = Workbook::new();
    table(workbook.add_worksheet(), 0, 0);
    workbook.add_worksheet().write_string(0, 0, "Brouillon").unwrap();
    workbook.save(&path).unwrap();
    files.push((path.to_str().unwrap().to_owned(), 3));
    for name in ["CAPITALES.XLSX", "macros.xlsm"] {
        let copy = folder.join(name);
        fs::copy(folder.join("textes.xlsx"), &copy).unwrap();
        files.push((copy.to_str().unwrap().to_owned(), 3));
    }
    assert!(files.len() >= 20);
    for (file, agents) in files {
        let path = Path::new(&file);
        let output = run(&["agents", "--on", "2026-11-23", &file], b"");
        let told = said(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{file}: {told}");
        assert_eq!(told.lines().count(), 1, "{file}: {told}");
        let rows = first_sheet(&path.with_extension("resultats.xlsx"));
        assert_eq!(rows.len(), agents + 1, "{file}");
        let found: Vec<(&str, &str)> = rows[1..].iter().map(|row| (row[0].as_str(), row[2].as_str())).collect();
        assert_eq!(found, [("Zoé Le Goff", "possible"), ("Loïc", "possible"), ("Maël", "à préciser")], "{file}");
        assert_eq!(rows[2][3], "Accident du travail ou maladie professionnelle", "{file}");
    }
}

/// The same last day, however it is written; and what must be told rather than guessed.
#[test]
fn a_day_is_the_same_however_people_and_software_write_it() {
    let folder = folder("jours");
    let same = [
        "31/01/2027",
        "31-01-2027",
        "31.01.2027",
        "31/1/2027",
        "2027-01-31",
        " 31/01/2027 ",
        "31 janvier 2027",
        "31 JANVIER 2027",
        "31\u{a0}janvier\u{a0}2027",
        "dimanche 31 janvier 2027",
        "31/01/2027 00:00",
        "31/01/2027 00:00:00",
        "2027-01-31T00:00:00",
        "2027-01-31 00:00:00",
    ];
    let unread = ["31/01/27", "30/02/2027", "01/31/2027", "lundi 31 janvier 2027", "janvier 2027", "2027", "bientôt"];
    let lines = |days: &[&str]| days.iter().map(|day| format!("\"{day}\";oui\n")).collect::<Vec<_>>().concat();
    let path = folder.join("jours.csv");
    fs::write(&path, format!("validUntil.rqth;rqth\n{}{}", lines(&same), lines(&unread))).unwrap();
    let (output, rows) = assessed(&path);
    let told = said(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{told}");
    assert_eq!(rows.len(), 1 + same.len() + unread.len());
    for (day, row) in same.iter().zip(&rows[1..]) {
        assert_eq!(row[1], "possible", "{day}: {row:?}");
        assert!(row[5].replace('\u{a0}', " ").contains("31 janvier 2027"), "{day}: {row:?}");
    }
    for ((day, row), line) in unread.iter().zip(&rows[1 + same.len()..]).zip(2 + same.len()..) {
        assert_eq!(row[1], "à corriger", "{day}: {row:?}");
        assert!(told.contains(&format!("ligne {line}, colonne « validUntil.rqth » : « {day} »")), "{day}: {told}");
    }
    // A workbook's days, with and without an hour.
    let path = folder.join("jours.xlsx");
    sheet(&path, |sheet| {
        sheet.write_string(0, 0, "validUntil.rqth").unwrap().write_string(0, 1, "rqth").unwrap();
        for (row, form) in (1..).zip(["dd/mm/yyyy", "yyyy-mm-dd", "dddd d mmmm yyyy", "d-mmm-yy", "dd/mm/yyyy hh:mm"]) {
            let day = ExcelDateTime::from_ymd(2027, 1, 31).unwrap();
            sheet.write_datetime_with_format(row, 0, &day, &Format::new().set_num_format(form)).unwrap();
            sheet.write_string(row, 1, "oui").unwrap();
        }
        sheet.write_string(6, 0, "31/01/2027").unwrap().write_string(6, 1, "oui").unwrap();
    });
    let output = run(&["agents", "--on", "2026-11-23", path.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(0), "{}", said(&output.stderr));
    let rows = first_sheet(&path.with_extension("resultats.xlsx"));
    assert_eq!(rows.len(), 7);
    for row in &rows[1..] {
        assert!(row[5].replace('\u{a0}', " ").contains("31 janvier 2027"), "{row:?}");
    }
}

#[test]
fn a_file_that_is_no_table_says_how_to_save_it() {
    let folder = folder("pas-un-tableau");
    for (name, bytes, sentence) in [
        (
            "calc.ods",
            &b"PK\x03\x04\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet"[..],
            "enregistrez-le en .xlsx ou en .csv",
        ),
        ("ancien.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0", "enregistrez-le en .xlsx ou en .csv"),
        ("protege.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0", "enregistrez-le en .xlsx, sans mot de passe"),
        ("vide.xlsx", b"", "ce classeur ne se lit pas"),
    ] {
        let path = folder.join(name);
        fs::write(&path, bytes).unwrap();
        let output = run(&["agents", "--on", "2026-11-23", path.to_str().unwrap()], b"");
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert!(said(&output.stderr).contains(sentence), "{name}: {}", said(&output.stderr));
        assert!(text(&output.stdout).is_empty());
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "{name}: nothing is left beside it");
        fs::remove_file(&path).unwrap();
    }
}
