//! When and where a bilan takes place: delay, usual duration, sessions, closed days.

use serde::{Deserialize, Serialize};

use super::offer::Labelled;
use crate::values::{Date, Hours};

/// Before, during and around the sessions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Course {
    /// Time between the last exchange and the effective start, at least; absent: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delay: Option<Delay>,
    /// Usual duration; absent: there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usual: Option<UsualDuration>,
    /// The longest session, from a quarter of an hour to 8 h; absent: 2 h.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_session_hours: Option<Hours>,
    /// The cadences offered; absent or empty: weekly and fortnightly.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Spacing>>"))]
    pub cadences: Vec<Spacing>,
    /// Public holidays observed; absent: those of the mainland.
    #[serde(default, deserialize_with = "crate::json::null_is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Holidays>"))]
    pub holidays: Holidays,
    /// Periods in which the centre is closed.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<CentreClosure>>"))]
    pub closures: Vec<CentreClosure>,
    /// What comes before the start, in order.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Labelled>>"))]
    pub before: Vec<Labelled>,
    /// Places where it takes place.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Labelled>>"))]
    pub sites: Vec<Labelled>,
    /// Remote forms.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Labelled>>"))]
    pub remote: Vec<Labelled>,
    /// Accessibility and adaptations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accessibility: Option<String>,
    /// On working time or not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub working_time: Option<String>,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

impl Course {
    /// The longest session where the catalogue says none: 2 h.
    pub const USUAL_SESSION: Hours = Hours::from_whole(2);
}

/// What a variant has of its own; what is absent is the centre's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct VariantCourse {
    /// Time between the last exchange and the effective start, at least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delay: Option<Delay>,
    /// Usual duration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usual: Option<UsualDuration>,
    /// The longest session, from a quarter of an hour to 8 h.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_session_hours: Option<Hours>,
    /// The cadences offered.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Spacing>>"))]
    pub cadences: Vec<Spacing>,
}

/// A time that must pass: an object whose only key is `days` or `weeks`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Delay {
    /// In days, from 0 to 366.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
    /// In weeks, from 0 to 52.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weeks: Option<u32>,
}

impl Delay {
    /// Gives the delay in days.
    #[must_use]
    pub fn in_days(self) -> u32 {
        self.days.or_else(|| self.weeks.map(|weeks| weeks.saturating_mul(7))).unwrap_or(0)
    }
}

/// A usual duration, in calendar months: `minMonths` ≤ `maxMonths`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct UsualDuration {
    /// At least so many months, from 0 to 24.
    pub min_months: u32,
    /// At most so many months, from 1 to 24.
    pub max_months: u32,
}

/// The spacing of sessions that a centre offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Spacing {
    /// At least 7 days.
    Weekly,
    /// At least 14 days.
    Fortnightly,
    /// At least 28 days.
    Monthly,
}

impl Spacing {
    /// Gives the least number of days from one session to the next.
    #[must_use]
    pub const fn days(self) -> u32 {
        match self {
            Self::Weekly => 7,
            Self::Fortnightly => 14,
            Self::Monthly => 28,
        }
    }
}

/// The public holidays that a centre observes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Holidays {
    /// Where the centre is.
    pub zone: Zone,
    /// In Alsace-Moselle, whether Good Friday is observed, as where there is a Protestant church; by default not.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>"))]
    pub good_friday: bool,
}

impl Holidays {
    /// The public holidays of a zone; in Alsace-Moselle without Good Friday.
    #[must_use]
    pub const fn of(zone: Zone) -> Self {
        Self { zone, good_friday: false }
    }

    /// With Good Friday, which only Alsace-Moselle knows.
    #[must_use]
    pub const fn with_good_friday(mut self) -> Self {
        self.good_friday = true;
        self
    }
}

/// A part of France with public holidays of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Zone {
    /// The mainland without Alsace and Moselle.
    #[default]
    Metropole,
    /// Bas-Rhin, Haut-Rhin and Moselle.
    AlsaceMoselle,
    /// Guadeloupe.
    Guadeloupe,
    /// Martinique.
    Martinique,
    /// Guyane.
    Guyane,
    /// La Réunion.
    Reunion,
    /// Mayotte.
    Mayotte,
    /// Saint-Martin.
    SaintMartin,
    /// Saint-Barthélemy.
    SaintBarthelemy,
}

impl Zone {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Metropole,
        Self::AlsaceMoselle,
        Self::Guadeloupe,
        Self::Martinique,
        Self::Guyane,
        Self::Reunion,
        Self::Mayotte,
        Self::SaintMartin,
        Self::SaintBarthelemy,
    ];
}

/// A period in which the centre is closed, both days included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CentreClosure {
    /// First day closed.
    pub from: Date,
    /// Last day closed.
    pub to: Date,
    /// Whether the same days are closed every year, before and after; the period is then shorter than a year.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>"))]
    pub yearly: bool,
}
