//! What took place: the sessions attended, the personal work done, the invoice.

use serde::{Deserialize, Serialize};

use crate::limits::{MAX_ATTENDANCE, MAX_PERSONAL_WORK, MIN_HOURS};
use crate::values::{Date, Hours, hours_between, optional_hours_between};

/// What took place: sessions attended, personal work done, and the receipt of the invoice.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "AttendanceRequest"))]
#[non_exhaustive]
pub struct Request {
    /// Sessions that took place, in any order; the kickoff meeting too, with its step, if it was held.
    #[serde(default, deserialize_with = "crate::json::null_is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Attended>>"))]
    pub attended: Vec<Attended>,
    /// Hours of personal work actually done, a multiple of 0.25 from 0 to 2,560; left out where they are not counted.
    #[serde(default, deserialize_with = "personal_work", skip_serializing_if = "Option::is_none")]
    pub autonomous_hours: Option<Hours>,
    /// Day on which the funder received the invoice, if it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invoice_received_on: Option<Date>,
}

/// A session that took place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Attended {
    /// Its day.
    pub date: Date,
    /// Hours actually done, a multiple of 0.25 from 0.25 to 24.
    #[serde(deserialize_with = "attended_hours")]
    pub hours: Hours,
    /// Code of the accompanied step of the plan that it belongs to; needed for the kickoff meeting alone, which counts
    /// among the hours planned only where it was held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
}

fn attended_hours<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Hours, D::Error> {
    hours_between(deserializer, MIN_HOURS, MAX_ATTENDANCE)
}

fn personal_work<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Hours>, D::Error> {
    optional_hours_between(deserializer, Hours::ZERO, MAX_PERSONAL_WORK)
}

impl Request {
    /// Makes a request in which nothing has taken place.
    #[must_use]
    pub const fn new() -> Self {
        Self { attended: Vec::new(), autonomous_hours: None, invoice_received_on: None }
    }

    /// Adds a session that took place, of a quarter of an hour to 24 h.
    #[must_use]
    pub fn attended(mut self, date: Date, hours: Hours) -> Self {
        self.attended.push(Attended { date, hours, step: None });
        self
    }

    /// Adds a session that took place, of a quarter of an hour to 24 h, and says which step of the plan it belongs to.
    #[must_use]
    pub fn attended_step(mut self, date: Date, hours: Hours, step: impl Into<String>) -> Self {
        self.attended.push(Attended { date, hours, step: Some(step.into()) });
        self
    }

    /// Sets the hours of personal work actually done, 2,560 at most.
    #[must_use]
    pub const fn autonomous_hours(mut self, hours: Hours) -> Self {
        self.autonomous_hours = Some(hours);
        self
    }

    /// Sets the day on which the funder received the invoice.
    #[must_use]
    pub const fn invoice_received_on(mut self, day: Date) -> Self {
        self.invoice_received_on = Some(day);
        self
    }
}
