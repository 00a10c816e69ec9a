//! Public holidays of mainland France (code du travail, L3133-1).

use crate::values::Date;

/// A public holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holiday {
    /// 1 January.
    JourDeLAn,
    /// The day after Easter.
    LundiDePaques,
    /// 1 May.
    FeteDuTravail,
    /// 8 May.
    Victoire1945,
    /// 39 days after Easter.
    Ascension,
    /// 50 days after Easter.
    LundiDePentecote,
    /// 14 July.
    FeteNationale,
    /// 15 August.
    Assomption,
    /// 1 November.
    Toussaint,
    /// 11 November.
    Armistice1918,
    /// 25 December.
    Noel,
}

impl Holiday {
    /// All of them, in the order of the year.
    pub const ALL: [Self; 11] = [
        Self::JourDeLAn,
        Self::LundiDePaques,
        Self::FeteDuTravail,
        Self::Victoire1945,
        Self::Ascension,
        Self::LundiDePentecote,
        Self::FeteNationale,
        Self::Assomption,
        Self::Toussaint,
        Self::Armistice1918,
        Self::Noel,
    ];

    /// French label.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::JourDeLAn => "Jour de l’An",
            Self::LundiDePaques => "Lundi de Pâques",
            Self::FeteDuTravail => "Fête du Travail",
            Self::Victoire1945 => "Victoire de 1945",
            Self::Ascension => "Ascension",
            Self::LundiDePentecote => "Lundi de Pentecôte",
            Self::FeteNationale => "Fête nationale",
            Self::Assomption => "Assomption",
            Self::Toussaint => "Toussaint",
            Self::Armistice1918 => "Armistice de 1918",
            Self::Noel => "Noël",
        }
    }
}

/// The holiday that falls on that day, by the law in force today, whatever the year.
///
/// Ascension and a fixed holiday can fall on the same day: the fixed one is given.
///
/// ```
/// use bilan_professionnel::schedule::{Holiday, holiday};
///
/// assert_eq!(holiday("2027-03-29".parse()?), Some(Holiday::LundiDePaques));
/// # Ok::<(), bilan_professionnel::Problem>(())
/// ```
#[must_use]
pub fn holiday(date: Date) -> Option<Holiday> {
    match (date.month(), date.day()) {
        (1, 1) => Some(Holiday::JourDeLAn),
        (5, 1) => Some(Holiday::FeteDuTravail),
        (5, 8) => Some(Holiday::Victoire1945),
        (7, 14) => Some(Holiday::FeteNationale),
        (8, 15) => Some(Holiday::Assomption),
        (11, 1) => Some(Holiday::Toussaint),
        (11, 11) => Some(Holiday::Armistice1918),
        (12, 25) => Some(Holiday::Noel),
        // Easter lies between 22 March and 25 April, Whit Monday 50 days later at most.
        (3..=6, _) => match date.days_since(easter(date.year())?) {
            1 => Some(Holiday::LundiDePaques),
            39 => Some(Holiday::Ascension),
            50 => Some(Holiday::LundiDePentecote),
            _ => None,
        },
        _ => None,
    }
}

/// Easter Sunday of that year, from 1583 to 9999, by the Gregorian computus in whole numbers.
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
