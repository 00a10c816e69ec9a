//! Easter, on which three or four holidays depend.

use crate::values::Date;

/// Gives Easter Sunday of a year from 1583 to 9999, by the Gregorian computus in whole numbers; none for another year.
#[must_use]
#[expect(clippy::arithmetic_side_effects, reason = "no step leaves an i32 for a year of four digits")]
pub fn easter(year: i32) -> Option<Date> {
    if !(Date::MIN_YEAR..=Date::MAX_YEAR).contains(&year) {
        return None;
    }
    let golden = year % 19;
    let century = year / 100;
    // Days by which the Gregorian calendar has left the Julian one, and the moon's cycle that of 19 years.
    let solar = century - century / 4;
    let lunar = (8 * century + 13) / 25;
    let epact = (19 * golden + solar - lunar + 15) % 30;
    // The two exceptions keep the paschal moon at 18 April at the latest, and never twice in 19 years.
    let moon = epact - (epact / 28) * (1 - (29 / (epact + 1)) * ((21 - golden) / 11));
    let sunday = moon - (year + year / 4 + moon + 2 - century + century / 4) % 7;
    let month = 3 + (sunday + 40) / 44;
    let day = sunday + 28 - 31 * (month / 4);
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?)
}
