//! French as it is written for people, beyond what the library does.

use bilan_professionnel::{HoursRange, french};

/// « 1 séance », « 13 séances », « 100 000 agents ».
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{}\u{a0}{}", figures(number), if number < 2 { one } else { many })
}

/// A number of five figures or more is read by threes.
fn figures(number: usize) -> String {
    let figures = number.to_string();
    if figures.len() < 5 {
        return figures;
    }
    let mut grouped = String::new();
    for (place, figure) in figures.chars().enumerate() {
        if place > 0 && figures.len().saturating_sub(place).is_multiple_of(3) {
            grouped.push('\u{a0}');
        }
        grouped.push(figure);
    }
    grouped
}

/// « 1 h à 2 h », « 2 h ».
pub(crate) fn range(hours: HoursRange) -> String {
    if hours.min() == hours.max() {
        french::hours(hours.min())
    } else {
        format!("{} à {}", french::hours(hours.min()), french::hours(hours.max()))
    }
}

/// The same text, where a line cannot break before such a mark, inside guillemets, inside a number or before its unit.
pub(crate) fn unbroken(text: &str) -> String {
    let marks = [(" ;", "\u{a0};"), (" :", "\u{a0}:"), (" ?", "\u{a0}?"), (" !", "\u{a0}!"), (" ·", "\u{a0}·")];
    let guillemets = [(" »", "\u{a0}»"), ("« ", "«\u{a0}")];
    let text =
        marks.into_iter().chain(guillemets).fold(text.to_owned(), |text, (loose, bound)| text.replace(loose, bound));
    let mut bound = String::with_capacity(text.len());
    for (place, letter) in text.char_indices() {
        let after = text.get(place.saturating_add(1)..).unwrap_or_default();
        let is_in_number =
            letter == ' ' && bound.ends_with(|last: char| last.is_ascii_digit()) && goes_with_number(after);
        bound.push(if is_in_number { '\u{a0}' } else { letter });
    }
    bound
}

/// Whether a text begins with a unit, or with the next three digits of a number.
fn goes_with_number(text: &str) -> bool {
    const UNITS: [&str; 10] = ["h", "heure", "heures", "min", "jour", "jours", "semaine", "semaines", "mois", "fois"];
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let word = text.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    digits == 3 || text.starts_with(['€', '%']) || UNITS.contains(&word)
}

/// The same text without what a terminal obeys or does not show: control characters, separators of lines, marks that
/// turn the direction of writing, invisible letters. Catalogues and requests may hold some.
pub(crate) fn printable(text: &str) -> String {
    text.chars().map(|letter| if is_hidden(letter) { '\u{fffd}' } else { letter }).collect()
}

fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::{count, printable, unbroken};

    #[test]
    fn a_number_keeps_its_unit_and_its_digits_on_its_line() {
        for (loose, bound) in [
            ("de 4 à 6 mois", "de 4 à 6_mois"),
            ("1 h 30, 2 jours", "1_h 30, 2_jours"),
            ("Total de 1 000 h", "Total de 1_000_h"),
            ("2 040,50 € ou 10 %", "2_040,50_€ ou 10_%"),
            ("le 4 décembre 2026 à Brest", "le 4 décembre 2026 à Brest"),
            ("2 hommes, 3 moisissures", "2 hommes, 3 moisissures"),
            ("Vu : « oui »", "Vu_: «_oui_»"),
        ] {
            assert_eq!(unbroken(loose).replace('\u{a0}', "_"), bound);
        }
    }

    #[test]
    fn a_count_agrees_and_is_read_by_threes() {
        for (number, expected) in [
            (0, "0 agent"),
            (1, "1 agent"),
            (2, "2 agents"),
            (1_000, "1000 agents"),
            (100_000, "100 000 agents"),
            (1_234_567, "1 234 567 agents"),
        ] {
            assert_eq!(count(number, "agent", "agents").replace('\u{a0}', " "), expected);
        }
    }

    #[test]
    fn what_a_terminal_obeys_or_hides_is_replaced() {
        for hidden in
            ['\u{1b}', '\r', '\n', '\u{9b}', '\u{202e}', '\u{2066}', '\u{200b}', '\u{2028}', '\u{feff}', '\u{e0041}']
        {
            assert_eq!(printable(&format!("a{hidden}b")), "a\u{fffd}b", "{hidden:?}");
        }
        for shown in ["é", "’", "\u{a0}", "\u{202f}", "œ", "€", "…"] {
            assert_eq!(printable(shown), shown);
        }
    }
}
