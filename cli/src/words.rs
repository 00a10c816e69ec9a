//! French as it is written for people, beyond what the library does.

use bilan_professionnel::{HoursRange, french};

/// « 1 séance », « 13 séances ».
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number}\u{a0}{}", if number < 2 { one } else { many })
}

/// « 1 h à 2 h », « 2 h ».
pub(crate) fn range(hours: HoursRange) -> String {
    if hours.min() == hours.max() {
        french::hours(hours.min())
    } else {
        format!("{} à {}", french::hours(hours.min()), french::hours(hours.max()))
    }
}

/// The same text, where a line cannot break before such a mark nor inside guillemets.
pub(crate) fn unbroken(text: &str) -> String {
    let marks = [(" ;", "\u{a0};"), (" :", "\u{a0}:"), (" ?", "\u{a0}?"), (" !", "\u{a0}!"), (" ·", "\u{a0}·")];
    let guillemets = [(" »", "\u{a0}»"), ("« ", "«\u{a0}")];
    marks.into_iter().chain(guillemets).fold(text.to_owned(), |text, (loose, bound)| text.replace(loose, bound))
}

/// The same text without control characters: catalogues and requests may hold some, and terminals obey them.
pub(crate) fn printable(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { '\u{fffd}' } else { letter }).collect()
}
