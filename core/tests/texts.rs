//! Every sentence that people read, read again by rule: typography, plain words, length, abbreviations.
//!
//! A source of texts is a name and its texts, each with its place: to have others read, add them to `sources`. The pages that
//! the program `bilan` makes of them are read in its own tests.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, missing_docs)]

#[path = "support/french.rs"]
mod french;
#[path = "support/script_texts.rs"]
mod script_texts;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use bilan_professionnel::funding::{Fact, Situation};
use french::{abbreviations, explains, faults, without_quotations};
use serde_json::Value;

/// Texts that are read together: an abbreviation is explained once among them.
struct Source {
    name: &'static str,
    texts: Vec<(String, String)>,
}

/// Members of a catalogue that no person reads.
const UNREAD: [&str; 12] = [
    "$schema",
    "id",
    "edition",
    "code",
    "variants",
    "clients",
    "objective",
    "suits",
    "situation",
    "url",
    "email",
    "phone",
];

/// Members whose text is written by somebody else, to the letter.
const QUOTED: [&str; 1] = ["title"];

fn sources() -> Vec<Source> {
    let catalogues = [
        ("cdg29", include_str!("../src/catalogue/cdg29.json")),
        ("a-trois-niveaux", include_str!("../../examples/catalogues/a-trois-niveaux.json")),
        ("b-gratuit-confidentiel", include_str!("../../examples/catalogues/b-gratuit-confidentiel.json")),
        ("c-par-strate", include_str!("../../examples/catalogues/c-par-strate.json")),
        ("d-demi-journees", include_str!("../../examples/catalogues/d-demi-journees.json")),
        ("e-outre-mer", include_str!("../../examples/catalogues/e-outre-mer.json")),
        ("f-court-et-long", include_str!("../../examples/catalogues/f-court-et-long.json")),
    ];
    let of = |(name, text): (&'static str, &str)| {
        let mut texts = Vec::new();
        walk(&serde_json::from_str(text).unwrap(), "", "", &mut texts);
        Source { name, texts }
    };
    let mut sources: Vec<Source> = catalogues.into_iter().map(of).collect();
    sources.push(passages());
    sources.push(national());
    sources.push(answers());
    sources.push(simulator());
    #[cfg(feature = "schema")]
    sources.push(schema());
    sources
}

fn walk(value: &Value, path: &str, member: &str, texts: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) if !UNREAD.contains(&member) && is_sentence(text) => {
            texts.push((path.into(), text.clone()));
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(item, &format!("{path}[{index}]"), member, texts);
            }
        }
        Value::Object(members) => {
            for (key, value) in members {
                walk(value, &format!("{path}.{key}"), key, texts);
            }
        }
        _ => {}
    }
}

/// Codes, dates and amounts are no sentences.
fn is_sentence(text: &str) -> bool {
    let is_code = text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_alphanumeric())
        && text.contains(|c: char| !c.is_ascii_lowercase());
    !is_code && text.contains(char::is_alphabetic)
}

/// The cells and paragraphs of the table of passages, without what is code.
fn passages() -> Source {
    let mut texts = Vec::new();
    for (number, line) in include_str!("../../docs/passages.md").lines().enumerate() {
        let prose: String = line.split('`').step_by(2).collect::<Vec<_>>().join("code");
        let cells = prose.split('|').map(str::trim).filter(|cell| cell.contains(char::is_alphabetic));
        texts.extend(cells.map(|cell| (format!("line {}", number + 1), cell.to_owned())));
    }
    Source { name: "docs/passages.md", texts }
}

/// The national table: questions in two voices, help, documents, what was answered, labels.
fn national() -> Source {
    let mut texts = Vec::new();
    for fact in Fact::ALL {
        let said = [
            fact.question(),
            fact.question_about(),
            fact.document(),
            fact.name(),
            fact.answered(true),
            fact.answered(false),
        ];
        texts.extend(said.into_iter().chain(fact.help()).map(|text| (fact.code().to_owned(), text.to_owned())));
    }
    texts.extend(
        Situation::ALL.into_iter().map(|situation| (situation.code().to_owned(), situation.label().to_owned())),
    );
    Source { name: NATIONAL, texts }
}

const NATIONAL: &str = "core/src/funding/table.rs";

/// What answers say for themselves, errors and warnings among it: the vectors hold every code of each. What a message
/// quotes is the request's.
fn answers() -> Source {
    const SAID: [&str; 4] = ["message", "explanation", "procedure", "sentence"];
    fn said(value: &Value, member: &str, place: &str, texts: &mut BTreeMap<String, String>) {
        match value {
            Value::String(text) if SAID.contains(&member) => {
                texts.entry(without_quotations(text)).or_insert_with(|| place.to_owned());
            }
            Value::Array(items) => items.iter().for_each(|item| said(item, member, place, texts)),
            Value::Object(members) => members.iter().for_each(|(key, value)| said(value, key, place, texts)),
            _ => {}
        }
    }
    let mut texts = BTreeMap::new();
    for path in files(&repository().join("tests/conformance/expected"), "jsonl") {
        let subject = path.file_stem().unwrap().to_string_lossy().into_owned();
        for (number, line) in std::fs::read_to_string(&path).unwrap().lines().enumerate() {
            said(&serde_json::from_str(line).unwrap(), "", &format!("{subject}:{}", number + 1), &mut texts);
        }
    }
    Source { name: ANSWERS, texts: texts.into_iter().map(|(text, place)| (place, text)).collect() }
}

const ANSWERS: &str = "tests/conformance/expected";

/// The simulator's own words. Pieces are set side by side with values, so that a blank at an end is none.
fn simulator() -> Source {
    let folder = repository().join("bindings-wasm/simulateur/src");
    let mut texts = Vec::new();
    for path in files(&folder, "ts") {
        let name = path.strip_prefix(&folder).unwrap().display().to_string();
        let script = std::fs::read_to_string(&path).unwrap();
        if !name.starts_with("styles/") {
            texts.extend(script_texts::texts(&script).into_iter().map(|(line, text)| (format!("{name}:{line}"), text)));
        }
    }
    Source { name: SIMULATOR, texts }
}

const SIMULATOR: &str = "bindings-wasm/simulateur/src";

/// What a rule finds and a reader does not: where, which words, and why it is right.
const RIGHT: [(&str, &str, &str); 3] = [
    (SIMULATOR, "Répond le mieux", "said of a variant that has no equal, and of no other"),
    (ANSWERS, "au format AAAA-MM-JJ", "each letter stands for a figure of the example beside it"),
    ("docs/passages.md", "Une conseillère suit tout le bilan", "the person whom the page names"),
];

/// Abbreviations that need no words beside them, in that source.
const KNOWN: [(&str, &str, &str); 6] = [
    (ANSWERS, "TTC", "beside an amount; the catalogue spells it out under « Le prix et le devis »"),
    (ANSWERS, "HT", "beside an amount, as every invoice has it"),
    (ANSWERS, "TVA", "beside its rate, as every invoice has it"),
    (ANSWERS, "JSON", "told to who wrote the request: the name of its format"),
    (ANSWERS, "UTF", "told to who wrote the request: the name of its encoding"),
    (
        "docs/passages.md",
        "FIPHFP",
        "the table is for who keeps the catalogue up, beside the catalogue that explains it",
    ),
];

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The files of a folder with that ending, in the folders below too.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|found| found == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[cfg(feature = "schema")]
fn schema() -> Source {
    fn descriptions(value: &Value, path: &str, texts: &mut Vec<(String, String)>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| descriptions(item, path, texts)),
            Value::Object(members) => {
                for (key, value) in members {
                    match value {
                        Value::String(text) if key == "description" => texts.push((path.into(), text.clone())),
                        _ => descriptions(value, &format!("{path}.{key}"), texts),
                    }
                }
            }
            _ => {}
        }
    }
    let mut texts = Vec::new();
    descriptions(bilan_professionnel::Catalogue::document_schema().as_value(), "", &mut texts);
    Source { name: "catalogue.document.json", texts }
}

/// Whether the words are right in spite of the rules.
fn is_right(source: &Source, text: &str) -> bool {
    RIGHT.iter().any(|(name, words, _)| *name == source.name && text.contains(words))
}

#[test]
fn every_text_is_well_typeset_plain_and_short() {
    let mut wrong = Vec::new();
    for source in sources() {
        assert!(source.texts.len() > 10, "{}", source.name);
        for (place, text) in &source.texts {
            let quoted = QUOTED.iter().any(|member| place.ends_with(&format!(".{member}")));
            // What is quoted to the letter keeps its length; a piece of a template may end where a value goes on.
            let is_excused = |fault: &str| {
                quoted && fault.starts_with("a sentence")
                    || source.name == SIMULATOR && ["a space at an end", "two spaces"].contains(&fault)
            };
            let found = faults(text).into_iter().filter(|fault| !is_excused(fault) && !is_right(&source, text));
            wrong.extend(found.map(|fault| format!("{} {place}: {fault}: {text}", source.name)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_abbreviation_is_explained_where_it_is_read() {
    let mut wrong = Vec::new();
    for source in sources() {
        let text = |member: &str| source.texts.iter().find(|(place, _)| place == member).map(|(_, text)| text.as_str());
        // The centre's short name stands beside its full name; « CDG » stands for « centre de gestion », everywhere.
        let named = text(".centre.shortName").unwrap_or_default();
        // A question or an answer is read alone; pages are read whole.
        let is_read_alone = [NATIONAL, ANSWERS].contains(&source.name);
        for (place, found) in source.texts.iter().filter(|(_, text)| !is_right(&source, text)) {
            for abbreviation in abbreviations(found) {
                let of_the_centre =
                    named.contains(abbreviation) || (abbreviation == "CDG29" && source.name == "docs/passages.md");
                let explained = explains(found, abbreviation)
                    || !is_read_alone && source.texts.iter().any(|(_, other)| explains(other, abbreviation));
                let known = KNOWN.iter().any(|(name, known, _)| *name == source.name && *known == abbreviation);
                if !of_the_centre && !explained && !known {
                    wrong.push(format!("{} {place}: « {abbreviation} » is not explained: {found}", source.name));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// An exception that nothing needs any more would hide a fault to come.
#[test]
fn every_exception_is_needed() {
    let sources = sources();
    let of = |name: &str| sources.iter().find(|source| source.name == name).unwrap();
    for (name, words, _) in RIGHT {
        assert!(of(name).texts.iter().any(|(_, text)| text.contains(words)), "{name}: {words}");
    }
    for (name, abbreviation, _) in KNOWN {
        assert!(
            of(name).texts.iter().any(|(_, text)| abbreviations(text).contains(&abbreviation)),
            "{name}: {abbreviation}"
        );
    }
}

/// Who reads the funding alone, or the topic alone, has the fund's name in full.
#[test]
fn the_fund_is_spelled_out_wherever_it_is_named() {
    for source in sources().into_iter().filter(|source| source.name == "cdg29") {
        let named = source.texts.iter().filter(|(place, text)| text.contains("FIPHFP") && !place.ends_with(".source"));
        for (place, text) in named {
            assert!(
                text.contains("Fonds pour l’insertion des personnes handicapées dans la fonction publique (FIPHFP)"),
                "{place}: {text}"
            );
        }
    }
}

#[test]
fn the_rules_notice_what_they_are_for() {
    for (text, rule) in [
        ("Attention : ceci.", "no-break"),
        ("Attention\u{a0}: «ceci ».", "no-break"),
        ("L'agent.", "apostrophe"),
        ("Deux  espaces.", "two spaces"),
        ("2 040,50\u{a0}€", "inside a number"),
        ("18 heures.", "plain space before"),
        ("Il fait le mieux.", "le mieux"),
        ("La réponse est hors de la liste.", "hors de la liste"),
        ("Un conseiller vous répond.", "one gender"),
        ("Voyez une conseillère.", "one gender"),
    ] {
        let found = faults(text).join(", ");
        assert!(found.contains(rule), "{text}: {found}");
    }
    assert!(!faults(&"mot ".repeat(31)).is_empty());
    assert_eq!(abbreviations("Le FIPHFP, la RQTH et l’AAH d’Angers en 2027."), ["FIPHFP", "RQTH", "AAH"]);
    assert!(explains("Le fonds (FIPHFP) paie.", "FIPHFP") && !explains("Le FIPHFP paie.", "FIPHFP"));
    assert!(!faults("Il coûte 0,00\u{a0}€.").is_empty() && faults("Il coûte 660,00\u{a0}€.").is_empty());
    assert_eq!(without_quotations("Ici «\u{a0}l'autre : 'x'\u{a0}» suit."), "Ici «\u{a0}mot\u{a0}» suit.");
    let script = "// L'a\nconst a = 'Vu : non';\nhtml`<p class=\"à b\" title=\"Été ici\">À <b>${f('Écrit ; là')}</b>&nbsp;: ${1}</p>`; /* é */";
    let found: Vec<String> =
        script_texts::texts(script).into_iter().map(|(line, text)| format!("{line} {text}")).collect();
    assert_eq!(found, ["2 Vu : non", "3 Écrit ; là", "3 Été ici", "3 À mot\u{a0}: mot"]);
    for both in ["Voyez une conseillère ou un conseiller.", "Il complète le travail de la conseillère."] {
        assert_eq!(faults(both), Vec::<String>::new());
    }
    assert_eq!(faults("Le bilan\u{a0}: 18\u{a0}heures, «\u{a0}en moyenne\u{a0}»."), Vec::<String>::new());
}
