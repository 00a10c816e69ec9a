//! Public holidays of France, by zone.
//!
//! Sources: code du travail, L3133-1 (the eleven national holidays), L3134-13 (Bas-Rhin, Haut-Rhin and Moselle) and
//! L3422-2 (the days that commemorate the abolition of slavery, which the loi n° 83-550 of 30 June 1983 made holidays and
//! the décret n° 83-1003 of 23 November 1983 dates).
//!
//! What is only usage is not here: a centre that closes on another day, as on 28 May in Saint-Martin, where the texts
//! say 27 May, writes a yearly closure in its catalogue.

mod easter;

pub use self::easter::easter;
use crate::catalogue::{Holidays, Zone};
use crate::values::Date;

/// A public holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Holiday {
    /// 1 January.
    JourDeLAn,
    /// Two days before Easter, in Alsace-Moselle where it is observed.
    VendrediSaint,
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
    /// Overseas, the day that commemorates the abolition of slavery, on another date in each zone.
    AbolitionEsclavage,
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
    /// 26 December, in Alsace-Moselle.
    LendemainDeNoel,
}

impl Holiday {
    /// Gives the French label.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::JourDeLAn => "Jour de l’An",
            Self::VendrediSaint => "Vendredi saint",
            Self::LundiDePaques => "Lundi de Pâques",
            Self::FeteDuTravail => "Fête du Travail",
            Self::Victoire1945 => "Victoire de 1945",
            Self::Ascension => "Ascension",
            Self::LundiDePentecote => "Lundi de Pentecôte",
            Self::AbolitionEsclavage => "Abolition de l’esclavage",
            Self::FeteNationale => "Fête nationale",
            Self::Assomption => "Assomption",
            Self::Toussaint => "Toussaint",
            Self::Armistice1918 => "Armistice de 1918",
            Self::Noel => "Noël",
            Self::LendemainDeNoel => "Lendemain de Noël",
        }
    }

    /// Gives the article of the code du travail that makes the day a holiday.
    #[must_use]
    pub const fn article(self) -> &'static str {
        match self {
            Self::VendrediSaint => "code du travail, article L3134-13, 2°",
            Self::LendemainDeNoel => "code du travail, article L3134-13, 12°",
            Self::AbolitionEsclavage => "code du travail, article L3422-2",
            _ => "code du travail, article L3133-1",
        }
    }
}

/// Gives the holiday that falls on a day where those holidays are observed, by the law in force today, whatever the year.
///
/// Where two fall on the same day, as Ascension on 1 May, the one of a fixed date is given.
///
/// ```
/// use bilan_professionnel::catalogue::{Holidays, Zone};
/// use bilan_professionnel::schedule::{Holiday, holiday};
///
/// let mainland = Holidays::of(Zone::Metropole);
/// assert_eq!(holiday("2027-03-29".parse()?, mainland), Some(Holiday::LundiDePaques));
/// assert_eq!(holiday("2027-12-20".parse()?, mainland), None);
/// assert_eq!(holiday("2027-12-20".parse()?, Holidays::of(Zone::Reunion)), Some(Holiday::AbolitionEsclavage));
/// # Ok::<(), bilan_professionnel::DateError>(())
/// ```
#[must_use]
pub fn holiday(date: Date, observed: Holidays) -> Option<Holiday> {
    let alsace_moselle = observed.zone == Zone::AlsaceMoselle;
    let day = (date.month(), date.day());
    match day {
        (1, 1) => Some(Holiday::JourDeLAn),
        (5, 1) => Some(Holiday::FeteDuTravail),
        (5, 8) => Some(Holiday::Victoire1945),
        (7, 14) => Some(Holiday::FeteNationale),
        (8, 15) => Some(Holiday::Assomption),
        (11, 1) => Some(Holiday::Toussaint),
        (11, 11) => Some(Holiday::Armistice1918),
        (12, 25) => Some(Holiday::Noel),
        (12, 26) if alsace_moselle => Some(Holiday::LendemainDeNoel),
        _ if Some(day) == abolition(observed.zone) => Some(Holiday::AbolitionEsclavage),
        // Easter lies between 22 March and 25 April, Whit Monday 50 days later at most.
        (3..=6, _) => match date.days_since(easter(date.year())?) {
            -2 if alsace_moselle && observed.good_friday => Some(Holiday::VendrediSaint),
            1 => Some(Holiday::LundiDePaques),
            39 => Some(Holiday::Ascension),
            50 => Some(Holiday::LundiDePentecote),
            _ => None,
        },
        _ => None,
    }
}

/// Gives the holidays of a year where those holidays are observed, by date; none outside the years 1583 to 9999.
///
/// ```
/// use bilan_professionnel::catalogue::{Holidays, Zone};
/// use bilan_professionnel::schedule::holidays_of_year;
///
/// assert_eq!(holidays_of_year(2027, Holidays::of(Zone::AlsaceMoselle).with_good_friday()).count(), 13);
/// ```
pub fn holidays_of_year(year: i32, observed: Holidays) -> impl Iterator<Item = (Date, Holiday)> {
    let days = std::iter::successors(Date::new(year, 1, 1), |date| date.plus_days(1));
    days.take_while(move |date| date.year() == year)
        .filter_map(move |date| holiday(date, observed).map(|holiday| (date, holiday)))
}

/// The month and the day on which a zone commemorates the abolition of slavery (L3422-2, 1° to 6°).
const fn abolition(zone: Zone) -> Option<(u32, u32)> {
    match zone {
        Zone::Metropole | Zone::AlsaceMoselle => None,
        Zone::Mayotte => Some((4, 27)),
        Zone::Martinique => Some((5, 22)),
        Zone::Guadeloupe | Zone::SaintMartin => Some((5, 27)),
        Zone::Guyane => Some((6, 10)),
        Zone::SaintBarthelemy => Some((10, 9)),
        Zone::Reunion => Some((12, 20)),
    }
}
