//! What people write in a cell, read without a guess.

use bilan_professionnel::funding::{Answers, Fact, FactKind, Statut};
use bilan_professionnel::{Date, Percent};

use super::Cell;

/// A text without what does not count: case, accents, form of apostrophes and spaces.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        let plain = match letter {
            'à' | 'â' | 'ä' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'î' | 'ï' => 'i',
            'ô' | 'ö' => 'o',
            'ù' | 'û' | 'ü' => 'u',
            'ç' => 'c',
            '’' | '‘' | 'ʼ' | '´' | '`' => '\'',
            // Letters written in two parts, as on a Mac.
            '\u{300}'..='\u{36f}' | '\u{200b}' | '\u{feff}' => continue,
            'œ' => {
                folded.push('o');
                'e'
            }
            letter if letter.is_whitespace() => ' ',
            letter => letter,
        };
        if plain != ' ' || !folded.ends_with(' ') {
            folded.push(plain);
        }
    }
    folded.trim().to_owned()
}

/// Whether a cell says that nothing is known.
fn is_unknown(folded: &str) -> bool {
    matches!(folded, "" | "?" | "inconnu" | "inconnue" | "ne sait pas" | "nsp" | "n.s.p." | "-" | "–" | "—")
}

/// The answers with what the cell says of a fact.
///
/// # Errors
/// What is to be written, where it cannot be read.
pub(super) fn answer(answers: Answers, fact: Fact, cell: &Cell) -> Result<Answers, &'static str> {
    let text = match cell {
        Cell::Text(text) => folded(text),
        _ => String::new(),
    };
    if matches!(cell, Cell::Text(_)) && is_unknown(&text) {
        return Ok(answers);
    }
    match fact.kind() {
        FactKind::YesNo => yes_no(cell, &text).map(|holds| answers.flag(fact, holds)),
        FactKind::Percent => percent(cell, &text).map(|percent| answers.percent(fact, percent)),
        FactKind::Status => status(&text).map(|status| answers.status(fact, status)),
    }
}

fn yes_no(cell: &Cell, text: &str) -> Result<bool, &'static str> {
    match (cell, text) {
        (Cell::Flag(holds), _) => Ok(*holds),
        (Cell::Number(1.0), _) | (_, "oui" | "o" | "vrai" | "true" | "yes" | "x" | "1" | "✓" | "✔") => Ok(true),
        (Cell::Number(0.0), _) | (_, "non" | "n" | "faux" | "false" | "no" | "0") => Ok(false),
        _ => Err("écrivez oui, non ou ?"),
    }
}

fn percent(cell: &Cell, text: &str) -> Result<Percent, &'static str> {
    const EXPECTED: &str = "écrivez un taux de 0 à 100, avec deux décimales au plus, par exemple 12,5";
    match cell {
        // A spreadsheet keeps 12,5 % as 0,125: which of the two was meant cannot be seen.
        Cell::Number(number) if *number > 0.0 && *number <= 1.0 => {
            Err("ce nombre peut être un pourcentage ou une fraction : écrivez le taux en texte, par exemple 12,5 %")
        }
        Cell::Number(number) => Percent::try_from(*number).map_err(|_| EXPECTED),
        Cell::Text(_) => {
            let number = text.strip_suffix('%').unwrap_or(text).trim().replace(',', ".");
            let decimal = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
            if decimal { number.parse().map_err(|_| EXPECTED) } else { Err(EXPECTED) }
        }
        _ => Err(EXPECTED),
    }
}

fn status(text: &str) -> Result<Statut, &'static str> {
    match text {
        "fonctionnaire" => Ok(Statut::Fonctionnaire),
        "contractuel" | "contractuelle" => Ok(Statut::Contractuel),
        _ => Err("écrivez fonctionnaire, contractuel ou ?"),
    }
}

/// The day that a cell says, if it says one.
///
/// # Errors
/// What is to be written, where it cannot be read.
pub(super) fn day(cell: &Cell) -> Result<Option<Date>, &'static str> {
    match cell {
        Cell::Day(day) => Ok(Some(*day)),
        Cell::Text(text) => {
            let text = folded(text);
            if is_unknown(&text) { Ok(None) } else { written_day(&text).map(Some) }
        }
        _ => Err(DAY),
    }
}

const DAY: &str = "écrivez une date, par exemple 31/01/2027";
const NO_SUCH_DAY: &str = "il faut un jour qui existe, par exemple 31/01/2027";
const WEEKDAY: &str = "ce jour de la semaine n’est pas celui de la date";

/// « 2027-01-31 », « 31/01/2027 », « 1er février 2027 », « dimanche 31 janvier 2027 », « 31/01/2027 00:00 » as software
/// writes it; a year has four digits.
fn written_day(text: &str) -> Result<Date, &'static str> {
    let text = MIDNIGHT.iter().find_map(|midnight| text.strip_suffix(midnight)).unwrap_or(text);
    let parts: Vec<&str> = text.split(['/', '-', '.', ' ']).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [first, month, last] => day_of(text, first, month, last),
        // The name of a day that is not that of the date is no slip to choose for.
        [name, first, month, last] => {
            let weekday = WEEKDAYS.iter().position(|weekday| weekday == name).ok_or(DAY)?;
            let day = day_of(text, first, month, last)?;
            let found = usize::try_from(day.weekday().num_days_from_monday());
            if found == Ok(weekday) { Ok(day) } else { Err(WEEKDAY) }
        }
        _ => Err(DAY),
    }
}

fn day_of(text: &str, first: &str, month: &str, last: &str) -> Result<Date, &'static str> {
    let (year, day) = if first.len() == 4 && text.contains('-') { (first, last) } else { (last, first) };
    let day = day.strip_suffix("er").unwrap_or(day);
    let digits = |text: &str, most: usize| {
        let digits = (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        if digits { text.parse::<u32>().ok() } else { None }
    };
    let month = MONTHS
        .iter()
        .position(|name| *name == month)
        .map_or_else(|| digits(month, 2), |place| u32::try_from(place).ok().and_then(|place| place.checked_add(1)))
        .ok_or(DAY)?;
    let year = if year.len() == 4 { digits(year, 4) } else { None };
    let year = year.and_then(|year| i32::try_from(year).ok()).ok_or(DAY)?;
    Date::new(year, month, digits(day, 2).ok_or(DAY)?).ok_or(NO_SUCH_DAY)
}

/// The hour that a day without one is exported with.
const MIDNIGHT: [&str; 6] = [" 00:00", " 00:00:00", "t00:00:00", " 0:00", " 0:00:00", "t00:00:00z"];

const WEEKDAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

const MONTHS: [&str; 12] = [
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[test]
    fn a_yes_and_a_no_are_read_as_people_write_them_and_nothing_else_is() {
        for (cell, expected) in [
            (text("oui"), Ok(Some(true))),
            (text(" OUI\u{a0}"), Ok(Some(true))),
            (text("x"), Ok(Some(true))),
            (text("Non"), Ok(Some(false))),
            (text("n"), Ok(Some(false))),
            (text(""), Ok(None)),
            (text("?"), Ok(None)),
            (text("Ne sait pas"), Ok(None)),
            (Cell::Flag(true), Ok(Some(true))),
            (Cell::Number(0.0), Ok(Some(false))),
            (text("peut-être"), Err(())),
            (text("oui ?"), Err(())),
            (Cell::Number(2.0), Err(())),
            (Cell::Broken, Err(())),
        ] {
            let read = answer(Answers::new(), Fact::Rqth, &cell).map(|answers| answers.facts().get(Fact::Rqth));
            assert_eq!(read.map_err(|_| ()), expected, "{cell:?}");
        }
    }

    #[test]
    fn a_rate_is_read_with_a_comma_or_a_point_and_a_fraction_is_no_rate() {
        for (cell, expected) in [
            (text("12,5"), Some("12.5")),
            (text("12.5"), Some("12.5")),
            (text("12,50\u{202f}%"), Some("12.5")),
            (text("100%"), Some("100")),
            (text("0"), Some("0")),
            (text("0,5"), Some("0.5")),
            (Cell::Number(12.5), Some("12.5")),
            (Cell::Number(0.0), Some("0")),
            (Cell::Number(0.125), None),
            (Cell::Number(1.0), None),
            (text("12,555"), None),
            (text("101"), None),
            (text("-1"), None),
            (text("1e1"), None),
            (text("dix"), None),
            (text("1 2"), None),
        ] {
            let fact = Fact::TauxIncapacitePermanente;
            let read = answer(Answers::new(), fact, &cell).ok().and_then(|answers| answers.percent_of(fact));
            assert_eq!(read.map(|percent| percent.to_string()).as_deref(), expected, "{cell:?}");
        }
    }

    #[test]
    fn a_day_is_read_as_people_write_it_and_a_short_year_is_not_guessed() {
        for (cell, expected) in [
            (text("31/01/2027"), Ok(Some("2027-01-31"))),
            (text("2027-01-31"), Ok(Some("2027-01-31"))),
            (text("31-1-2027"), Ok(Some("2027-01-31"))),
            (text("31.01.2027"), Ok(Some("2027-01-31"))),
            (text("1er février 2027"), Ok(Some("2027-02-01"))),
            (text("15 AOÛT 2027"), Ok(Some("2027-08-15"))),
            (text("dimanche 31 janvier 2027"), Ok(Some("2027-01-31"))),
            (text("31/01/2027 00:00"), Ok(Some("2027-01-31"))),
            (text("2027-01-31T00:00:00"), Ok(Some("2027-01-31"))),
            (text("?"), Ok(None)),
            (text("lundi 31 janvier 2027"), Err(())),
            (text("31/01/2027 14:30"), Err(())),
            (text("le 31 janvier 2027"), Err(())),
            (text("31-janv-27"), Err(())),
            (text("31/01/27"), Err(())),
            (text("30/02/2027"), Err(())),
            (text("01/31/2027"), Err(())),
            (text("2027"), Err(())),
            (Cell::Number(46418.0), Err(())),
        ] {
            let read = day(&cell).map_err(|_| ()).map(|day| day.map(|day| day.to_string()));
            assert_eq!(read, expected.map(|day| day.map(str::to_owned)), "{cell:?}");
        }
    }
}
