//! Values as they are written in French, for people to read.

use chrono::Weekday;

use super::date::Date;
use super::euros::Euros;
use super::hours::Hours;

/// Writes hours and minutes: « 18 h », « 4 h 30 », « 15 min ».
///
/// ```
/// use bilan_professionnel::{Hours, french};
///
/// assert_eq!(french::hours(Hours::from_f64(4.5)?), "4\u{a0}h\u{a0}30");
/// # Ok::<(), bilan_professionnel::HoursError>(())
/// ```
#[must_use]
pub fn hours(hours: Hours) -> String {
    let (whole, minutes) = (hours.quarters() / 4, (hours.quarters() % 4).saturating_mul(15));
    match (whole, minutes) {
        (whole, 0) => format!("{whole}\u{a0}h"),
        (0, minutes) => format!("{minutes}\u{a0}min"),
        (whole, minutes) => format!("{whole}\u{a0}h\u{a0}{minutes}"),
    }
}

/// Gives the plural mark of what agrees with hours: « 1 h 30 réalisée », « 18 h réalisées », « 45 min réalisées ».
///
/// In French the plural begins at two: less than two hours take the singular, but minutes alone are many.
pub(crate) fn plural(hours: Hours) -> &'static str {
    let singular = hours.is_zero() || (Hours::ONE <= hours && hours < Hours::from_whole(2));
    if singular { "" } else { "s" }
}

/// Writes an amount: « 2 040,50 € ».
///
/// ```
/// use bilan_professionnel::french;
///
/// assert_eq!(french::euros("2040.50".parse()?), "2\u{a0}040,50\u{a0}€");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn euros(euros: Euros) -> String {
    let text = euros.to_string();
    let (units, cents) = text.split_once('.').unwrap_or((&text, "00"));
    let mut written = String::new();
    for (place, digit) in units.chars().enumerate() {
        let left = units.len().saturating_sub(place);
        if place > 0 && left % 3 == 0 {
            written.push('\u{a0}');
        }
        written.push(digit);
    }
    format!("{written},{cents}\u{a0}€")
}

/// Writes a day in full: « mardi 12 janvier 2027 ».
#[must_use]
pub fn date_with_weekday(date: Date) -> String {
    format!("{} {}", weekday(date.weekday()), self::date(date))
}

/// Writes a day: « 12 janvier 2027 », « 1er mai 2027 ».
///
/// ```
/// use bilan_professionnel::french;
///
/// assert_eq!(french::date("2027-05-01".parse()?), "1er\u{a0}mai\u{a0}2027");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn date(date: Date) -> String {
    let first = if date.day() == 1 { "er" } else { "" };
    format!("{}{first}\u{a0}{}\u{a0}{}", date.day(), month(date.month()), date.year())
}

/// Gives the name of a day of the week.
#[must_use]
pub const fn weekday(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "lundi",
        Weekday::Tue => "mardi",
        Weekday::Wed => "mercredi",
        Weekday::Thu => "jeudi",
        Weekday::Fri => "vendredi",
        Weekday::Sat => "samedi",
        Weekday::Sun => "dimanche",
    }
}

const fn month(month: u32) -> &'static str {
    match month {
        1 => "janvier",
        2 => "février",
        3 => "mars",
        4 => "avril",
        5 => "mai",
        6 => "juin",
        7 => "juillet",
        8 => "août",
        9 => "septembre",
        10 => "octobre",
        11 => "novembre",
        _ => "décembre",
    }
}

/// Adds the items to a sentence: « a », « a et b », « a, b et c », with `last` before the last one.
pub(crate) fn list<'a>(sentence: &mut String, items: impl Iterator<Item = &'a str>, last: &str) {
    let mut items = items.peekable();
    let mut first = true;
    while let Some(item) = items.next() {
        if !first {
            sentence.push_str(if items.peek().is_some() { ", " } else { last });
        }
        sentence.push_str(item);
        first = false;
    }
}
