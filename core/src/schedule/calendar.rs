//! What is asked of a calendar: days, spacing, closed periods.

use serde::{Deserialize, Serialize};

use crate::catalogue::Spacing;
use crate::limits::{MAX_SESSION, MIN_HOURS};
use crate::values::{Date, Hours, optional_hours_between};

/// When: the exchanges, a wish for the start, a cadence, closed periods.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Calendar {
    /// Day of the last exchange before the start; the kickoff meeting, if planned, is on it.
    pub exchanges_on: Date,
    /// No session before that day; at most two years after the exchanges.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_on: Option<Date>,
    /// Spacing of the sessions, whatever the centre usually offers; by default automatic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cadence: Option<Cadence>,
    /// Day of the week of all sessions; by default that of the first open day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekday: Option<Weekday>,
    /// Periods without sessions.
    #[serde(default, deserialize_with = "crate::json::null_is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Closure>>"))]
    pub closures: Vec<Closure>,
    /// The longest session, a multiple of the catalogue's granularity up to 8 h; by default that of the variant.
    #[serde(default, deserialize_with = "longest", skip_serializing_if = "Option::is_none")]
    pub max_session_hours: Option<Hours>,
}

fn longest<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Hours>, D::Error> {
    optional_hours_between(deserializer, MIN_HOURS, MAX_SESSION)
}

impl Calendar {
    /// Makes a calendar from the day of the last exchange on.
    #[must_use]
    pub const fn new(exchanges_on: Date) -> Self {
        let closures = Vec::new();
        Self { exchanges_on, start_on: None, cadence: None, weekday: None, closures, max_session_hours: None }
    }

    /// Sets the day before which there is no session, at most two years after the exchanges.
    #[must_use]
    pub const fn start_on(mut self, day: Date) -> Self {
        self.start_on = Some(day);
        self
    }

    /// Sets the spacing of the sessions.
    #[must_use]
    pub const fn cadence(mut self, cadence: Cadence) -> Self {
        self.cadence = Some(cadence);
        self
    }

    /// Sets the day of the week of all sessions.
    #[must_use]
    pub const fn weekday(mut self, weekday: Weekday) -> Self {
        self.weekday = Some(weekday);
        self
    }

    /// Adds a period without sessions, both days included.
    #[must_use]
    pub fn closed(mut self, from: Date, to: Date) -> Self {
        self.closures.push(Closure { from, to });
        self
    }

    /// Sets the longest session, a multiple of the catalogue's granularity up to 8 h.
    #[must_use]
    pub const fn max_session_hours(mut self, hours: Hours) -> Self {
        self.max_session_hours = Some(hours);
        self
    }
}

/// Spacing of the sessions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Cadence {
    /// The spacings that the centre offers, so that the bilan lasts as usual, as evenly as possible.
    #[default]
    Auto,
    /// At least 7 days.
    Weekly,
    /// At least 14 days.
    Fortnightly,
    /// At least 28 days.
    Monthly,
}

impl Cadence {
    /// Gives the spacing that is asked for; none if it is automatic.
    #[must_use]
    pub const fn spacing(self) -> Option<Spacing> {
        match self {
            Self::Auto => None,
            Self::Weekly => Some(Spacing::Weekly),
            Self::Fortnightly => Some(Spacing::Fortnightly),
            Self::Monthly => Some(Spacing::Monthly),
        }
    }
}

/// A working day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "the days speak for themselves")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
}

impl From<Weekday> for chrono::Weekday {
    fn from(weekday: Weekday) -> Self {
        match weekday {
            Weekday::Monday => Self::Mon,
            Weekday::Tuesday => Self::Tue,
            Weekday::Wednesday => Self::Wed,
            Weekday::Thursday => Self::Thu,
            Weekday::Friday => Self::Fri,
        }
    }
}

/// A period without sessions, both days included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Closure {
    /// First day closed.
    pub from: Date,
    /// Last day closed.
    pub to: Date,
}
