//! Every sentence that people read, read again by rule: typography, plain words, length, abbreviations.
//!
//! A source of texts is a name and its texts, each with its place: to have others read, add them to `sources`.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, missing_docs)]

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

/// What is wrong with a text, by rule.
fn faults(text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let characters: Vec<char> = text.chars().collect();
    for (place, character) in characters.iter().enumerate() {
        let before = place.checked_sub(1).map(|place| characters[place]);
        let after = characters.get(place + 1).copied();
        let spaced = |neighbour: Option<char>| matches!(neighbour, Some('\u{a0}' | '\u{202f}'));
        match character {
            // « https:// » and hours as 10:30 are no punctuation.
            ':' if after == Some('/') => {}
            ':' | ';' | '?' | '!' | '»' if !spaced(before) => {
                faults.push(format!("« {character} » without a no-break space before"));
            }
            '«' if !spaced(after) => faults.push("« « » without a no-break space after".into()),
            '€' | '%' if !spaced(before) => faults.push(format!("« {character} » without a no-break space before")),
            '\'' => faults.push("a straight apostrophe".into()),
            '"' => faults.push("straight quotation marks".into()),
            ' ' | '\u{a0}' if matches!(after, Some(' ' | '\u{a0}' | '\u{202f}')) => faults.push("two spaces".into()),
            ' ' if before.is_some_and(|c| c.is_ascii_digit()) => {
                let digits = characters[place + 1..].iter().take_while(|c| c.is_ascii_digit()).count();
                if digits == 3 {
                    faults.push("a plain space inside a number".into());
                }
                let unit: String = characters[place + 1..].iter().take_while(|c| c.is_alphabetic()).collect();
                if ["h", "heure", "heures", "min", "mois", "semaines", "jours"].contains(&unit.as_str()) {
                    faults.push(format!("a plain space before « {unit} »"));
                }
            }
            ' ' if place == 0 || after.is_none() => faults.push("a space at an end".into()),
            '.' if matches!(characters.get(place + 1..place + 3), Some(['.', '.'])) => {
                faults.push("three points for an ellipsis".into());
            }
            _ => {}
        }
    }
    for sentence in sentences(text) {
        let words = sentence.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
        if words > 30 {
            faults.push(format!("a sentence of {words} words"));
        }
    }
    faults.extend(forbidden(text));
    faults
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '!', '?', '…'])
}

/// Words that a worried reader should not meet, and words that promise what nobody may promise.
fn forbidden(text: &str) -> Vec<String> {
    const WORDS: [(&str, &str); 20] = [
        ("hors de la liste", "say « à voir avec une conseillère ou un conseiller »"),
        ("rubrique", "the page has none"),
        ("droit au financement", "funding is a possibility"),
        ("sera financé", "funding is a possibility"),
        ("le mieux", "equals are told"),
        ("éligible", "plain words"),
        ("bénéficiaire ", "say « l’agent » or « vous »"),
        ("il faudrait être", "nobody should be a victim"),
        ("handicapé moteur", "plain words"),
        ("invalide ", "of a person"),
        ("usager", "say « l’agent » or « vous »"),
        ("visio ", "say « visioconférence »"),
        ("mail", "say « courriel » or « messagerie électronique »"),
        ("feedback", "French"),
        ("planning", "French"),
        ("coacher", "French"),
        ("0,00 €", "say « gratuit »"),
        ("France métropolitaine", "says nothing to most readers"),
        ("Cité par", "agreement with what is cited"),
        ("l’agent, c’est vous", "speak to the reader"),
    ];
    let plain = text.replace('\u{a0}', " ").to_lowercase() + " ";
    let found = WORDS.iter().filter(|(word, _)| plain.contains(&word.to_lowercase()));
    found.map(|(word, why)| format!("« {word} »: {why}")).collect()
}

/// Abbreviations: words of two capitals or more, digits allowed.
fn abbreviations(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| word.chars().filter(|c| c.is_uppercase()).count() >= 2 && !word.chars().any(char::is_lowercase))
        .collect()
}

/// Whether an abbreviation stands beside the words that it abbreviates: « … (FIPHFP) », « FPT : … », or is the short
/// name of the centre that has just been named.
fn explains(text: &str, abbreviation: &str) -> bool {
    text.contains(&format!("({abbreviation})"))
        || text.starts_with(&format!("{abbreviation}\u{a0}:"))
        || text.contains(&format!("{abbreviation} ("))
}

#[test]
fn every_text_is_well_typeset_plain_and_short() {
    let mut wrong = Vec::new();
    for source in sources() {
        assert!(source.texts.len() > 10, "{}", source.name);
        for (place, text) in &source.texts {
            let quoted = QUOTED.iter().any(|member| place.ends_with(&format!(".{member}")));
            // What is quoted to the letter keeps its length.
            let found = faults(text).into_iter().filter(|fault| !(quoted && fault.starts_with("a sentence")));
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
        for (place, found) in &source.texts {
            for abbreviation in abbreviations(found) {
                let of_the_centre =
                    named.contains(abbreviation) || (abbreviation == "CDG29" && source.name == "docs/passages.md");
                let explained = source.texts.iter().any(|(_, other)| explains(other, abbreviation));
                if !of_the_centre && !explained && !in_the_table(source.name, abbreviation) {
                    wrong.push(format!("{} {place}: « {abbreviation} » is not explained: {found}", source.name));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The table of passages is for who keeps the catalogue up, beside the catalogue that explains these.
fn in_the_table(source: &str, abbreviation: &str) -> bool {
    source == "docs/passages.md" && ["FIPHFP", "TTC"].contains(&abbreviation)
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
    ] {
        let found = faults(text).join(", ");
        assert!(found.contains(rule), "{text}: {found}");
    }
    assert!(!faults(&"mot ".repeat(31)).is_empty());
    assert_eq!(abbreviations("Le FIPHFP, la RQTH et l’AAH d’Angers en 2027."), ["FIPHFP", "RQTH", "AAH"]);
    assert!(explains("Le fonds (FIPHFP) paie.", "FIPHFP") && !explains("Le FIPHFP paie.", "FIPHFP"));
    assert_eq!(faults("Le bilan\u{a0}: 18\u{a0}heures, «\u{a0}en moyenne\u{a0}»."), Vec::<String>::new());
}
