//! The table of hostile texts through all that the program writes: each comes out as text and nothing else, or is refused.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

#[path = "../../core/tests/support/hostile_texts.rs"]
mod hostile_texts;
mod support;

use std::fs;
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx, open_workbook};
use hostile_texts::{HostileText, hostile_texts};
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};
use support::markdown::rendered;
use support::{printed, run, said, text};

const CASE: &[u8] = br#"{"on":"2026-11-23","needs":["faireLePoint"],"variant":"evolution","client":"affiliee",
    "calendar":{"exchangesOn":"2026-12-01"}}"#;

/// A text as a reader sees it: spaces of every width are one.
fn seen(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Nothing that a terminal obeys, or does not show.
fn is_harmless(text: &str) -> bool {
    let hidden = |letter: char| {
        matches!(letter, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
    };
    !text.chars().any(|letter| (letter.is_control() && letter != '\n') || hidden(letter))
}

fn document() -> Value {
    serde_json::from_str(&printed(&["catalogue"], b"{}")).unwrap()
}

/// The embedded catalogue with a text wherever the rule book and the dossier show one.
fn with(mut document: Value, hostile: &HostileText) -> PathBuf {
    let text = &hostile.text;
    let variant = &mut document["variants"][0];
    variant["purpose"] = json!(text);
    variant["label"] = json!(text);
    variant["objectives"] = json!([text]);
    variant["steps"][1]["label"] = json!(text);
    variant["steps"][2]["tools"] = json!([text]);
    variant["source"] = json!(text);
    document["settlement"]["payee"] = json!(text);
    document["settlement"]["request"] = json!(text);
    document["information"][0] = json!({ "code": "x", "title": text, "sentences": [text], "source": text });
    document["readings"][0]["sentence"] = json!(text);
    document["texts"][0]["title"] = json!(text);
    if text.chars().count() <= 64 {
        document["edition"] = json!(text);
    }
    support::file("hostile-texts.json", &document.to_string())
}

/// A catalogue with a text is refused in one harmless sentence, or every page that is made from it shows the text.
#[test]
fn pages_made_from_a_catalogue_show_its_texts_as_they_are_or_its_faults() {
    let document = document();
    let mut shown = 0;
    for hostile in hostile_texts() {
        let path = with(document.clone(), &hostile);
        let path = path.to_str().unwrap();
        if hostile.label.is_some() {
            for arguments in [&["rulebook", "--catalogue", path][..], &["simulate", "--catalogue", path]] {
                let output = run(arguments, CASE);
                let sentence = text(&output.stderr);
                assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{}", hostile.name);
                assert!(is_harmless(&sentence) && sentence.lines().count() == 1, "{}: {sentence:?}", hostile.name);
            }
            let output = run(&["check", path], b"");
            let page = text(&output.stdout);
            assert!(
                is_harmless(&page) && page.contains("1:") && output.status.code() == Some(1),
                "{}: {page:?}",
                hostile.name
            );
            continue;
        }
        let expected = seen(&hostile.text);
        let book = rendered(&printed(&["rulebook", "--catalogue", path], b""));
        assert!(book.matches(&expected).count() >= 12, "{}: {}", hostile.name, book.matches(&expected).count());
        let output = run(&["simulate", "--catalogue", path], CASE);
        let page = text(&output.stdout);
        assert!(output.status.success() && is_harmless(&page), "{}", hostile.name);
        // A longer text is cut into lines beside other cells.
        if hostile.text.chars().count() <= 30 {
            assert!(seen(&page).contains(&expected), "{}: {page}", hostile.name);
        }
        shown += 1;
    }
    assert!(shown >= 50, "{shown}");
    assert!(rendered(&printed(&["rulebook"], b"")).contains("Lectures à confirmer"));
}

#[test]
fn what_is_said_of_a_request_is_one_harmless_sentence() {
    for hostile in hostile_texts() {
        for request in [json!({ "on": hostile.text }), json!({ "on": "2026-11-23", "variant": hostile.text })] {
            let output = run(&["simulate"], request.to_string().as_bytes());
            let sentence = text(&output.stderr);
            assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{}", hostile.name);
            assert!(is_harmless(&sentence) && sentence.lines().count() == 1, "{}: {sentence:?}", hostile.name);
        }
        let argument = hostile.text.replace('\0', "\u{1}");
        if argument.len() < 4_096 {
            let output = run(&["simulate", &format!("./absent/{argument}")], b"");
            let sentence = text(&output.stderr);
            assert!(is_harmless(&sentence) && output.status.code() == Some(1), "{}: {sentence:?}", hostile.name);
        }
    }
}

/// Texts that can stand in a cell: a table in text holds no NUL, and a spreadsheet no more than so many characters.
fn cells() -> Vec<HostileText> {
    hostile_texts()
        .into_iter()
        .filter(|hostile| !hostile.text.contains('\0') && hostile.text.chars().count() < 32_000)
        .collect()
}

fn table(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("textes-hostiles");
    fs::create_dir_all(&folder).unwrap();
    folder.join(name)
}

/// Assesses a table of agents that bear these texts as names: all of them are assessed.
fn assessed(path: &Path) {
    let output = run(&["agents", "--on", "2026-11-23", path.to_str().unwrap()], b"");
    let told = said(&output.stderr);
    assert!(output.status.success() && told.contains(&format!("{} agents évalués", cells().len())), "{told}");
}

#[test]
fn a_spreadsheet_of_results_holds_names_as_texts_that_nothing_runs() {
    let path = table("agents.csv");
    let mut writer =
        csv::WriterBuilder::new().delimiter(b';').quote_style(csv::QuoteStyle::Always).from_path(&path).unwrap();
    writer.write_record(["Agent", "rqth"]).unwrap();
    for hostile in cells() {
        writer.write_record([hostile.text.as_str(), "oui"]).unwrap();
    }
    writer.flush().unwrap();
    assessed(&path);
    let results = fs::read(path.with_extension("resultats.csv")).unwrap();
    let results = results.strip_prefix(b"\xef\xbb\xbf").unwrap();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(results);
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), cells().len());
    for (row, hostile) in rows.iter().zip(cells()) {
        let name = &row[0];
        // A line ends in one way in a table, and the spaces around a cell do not count.
        let expected = hostile.text.replace("\r\n", "\n").replace('\r', "\n");
        let expected = expected.trim();
        assert!(name == expected || name.strip_prefix('\'') == Some(expected), "{}: {name:?}", hostile.name);
        assert_eq!(&row[2], "possible", "{}", hostile.name);
        for cell in row {
            assert!(
                !cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']),
                "{}: {cell}",
                hostile.name
            );
        }
    }
}

#[test]
fn a_workbook_of_results_holds_names_as_texts() {
    let path = table("agents.xlsx");
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, title) in (0_u16..).zip(["Agent", "rqth"]) {
        sheet.write_string(0, column, title).unwrap();
    }
    for (row, hostile) in (1_u32..).zip(cells()) {
        sheet.write_string(row, 0, hostile.text).unwrap();
        sheet.write_string(row, 1, "oui").unwrap();
    }
    workbook.save(&path).unwrap();
    assessed(&path);
    // As the reader of workbooks reads the table that was given, so it reads the results.
    let column = |path: &Path| {
        let mut workbook: Xlsx<_> = open_workbook(path).unwrap();
        let name = workbook.sheet_names()[0].clone();
        let range = workbook.worksheet_range(&name).unwrap();
        range.rows().skip(1).map(|row| row[0].clone()).collect::<Vec<_>>()
    };
    let (given, found) = (column(&path), column(&path.with_extension("resultats.xlsx")));
    assert_eq!(found.len(), cells().len());
    for ((given, found), hostile) in given.iter().zip(&found).zip(cells()) {
        assert_eq!(found.to_string(), given.to_string().trim(), "{}", hostile.name);
        assert!(matches!(found, Data::String(_)) || hostile.text.trim().is_empty(), "{}: {found:?}", hostile.name);
    }
}

#[test]
fn a_cell_or_a_title_that_cannot_be_read_is_told_in_harmless_sentences() {
    for hostile in cells().into_iter().filter(|hostile| !hostile.text.trim().is_empty()) {
        for (titles, row) in [(["Agent", "rqth"], ["A", &hostile.text]), (["rqth", &hostile.text], ["oui", "oui"])] {
            let path = table("illisible.csv");
            let mut writer = csv::WriterBuilder::new()
                .delimiter(b';')
                .quote_style(csv::QuoteStyle::Always)
                .from_path(&path)
                .unwrap();
            writer.write_record(titles).unwrap();
            writer.write_record(row).unwrap();
            writer.flush().unwrap();
            let output = run(&["agents", "--on", "2026-11-23", path.to_str().unwrap()], b"");
            let told = text(&output.stderr);
            assert!(is_harmless(&told) && told.chars().count() < 1_000, "{}: {told:?}", hostile.name);
        }
    }
}
