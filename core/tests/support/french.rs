//! Rules that every sentence which people read observes: typography, plain words, length, abbreviations.

#![allow(dead_code, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

/// What is wrong with a text, by rule.
pub(crate) fn faults(text: &str) -> Vec<String> {
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
    faults.extend(one_sided(text));
    faults
}

/// A counsellor of whom only one gender is said. « La conseillère », and « Conseillère » as a title, is the person whom the
/// centre's page names.
fn one_sided(text: &str) -> Option<String> {
    let plain = text.replace('\u{a0}', " ").to_lowercase();
    let words: Vec<&str> = plain.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let woman = |word: &str| word == "conseillère" || word == "conseillères";
    let man = |word: &str| word == "conseiller" || word == "conseillers";
    let beside = |place: usize, is_other: &dyn Fn(&str) -> bool| {
        let near = words.get(place.saturating_sub(4)..words.len().min(place + 5)).unwrap_or_default();
        near.iter().any(|word| is_other(word))
    };
    let one_gender = words.iter().enumerate().any(|(place, word)| {
        let named = *word == "conseillère" && (place == 0 || words[place - 1] == "la");
        man(word) && !beside(place, &woman) || woman(word) && !named && !beside(place, &man)
    });
    one_gender.then(|| "a counsellor of one gender: say « une conseillère ou un conseiller »".to_owned())
}

/// A blank line ends one too.
pub(crate) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n").flat_map(|paragraph| paragraph.split_inclusive(['.', '!', '?', '…']))
}

/// Words that a worried reader should not meet, and words that promise what nobody may promise.
pub(crate) fn forbidden(text: &str) -> Vec<String> {
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
    let is_there = |word: &str| {
        // « 660,00 € » is not « 0,00 € ».
        let begins_apart =
            |place: usize| !word.starts_with('0') || !plain[..place].ends_with(|c: char| c.is_ascii_digit());
        plain.match_indices(&word.to_lowercase()).any(|(place, _)| begins_apart(place))
    };
    let found = WORDS.iter().filter(|(word, _)| is_there(word));
    found.map(|(word, why)| format!("« {word} »: {why}")).collect()
}

/// Abbreviations: words of two capitals or more, digits allowed.
pub(crate) fn abbreviations(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| word.chars().filter(|c| c.is_uppercase()).count() >= 2 && !word.chars().any(char::is_lowercase))
        .collect()
}

/// Whether an abbreviation stands beside the words that it abbreviates: « … (FIPHFP) », « FPT : … », or is the short
/// name of the centre that has just been named.
pub(crate) fn explains(text: &str, abbreviation: &str) -> bool {
    text.contains(&format!("({abbreviation})"))
        || text.starts_with(&format!("{abbreviation}\u{a0}:"))
        || text.contains(&format!("{abbreviation} ("))
}

/// A text whose quotations are a word each: what is quoted is somebody else's.
pub(crate) fn without_quotations(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, quoted)) = rest.split_once("«\u{a0}") {
        plain.push_str(before);
        plain.push_str("«\u{a0}mot\u{a0}»");
        rest = quoted.split_once("\u{a0}»").map_or("", |(_, after)| after);
    }
    plain + rest
}
