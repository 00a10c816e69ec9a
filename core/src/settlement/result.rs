//! What the funder receives at the end, and when it pays.

use serde::Serialize;

use crate::catalogue::Labelled;
use crate::values::{Date, Hours};

/// What the funder receives, and when it pays.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "SettleResult"))]
#[non_exhaustive]
pub struct Settlement<'c> {
    /// What the certificate of attendance says.
    pub attendance: Attendance,
    /// When to pay and to whom, once the invoice is received; none for a variant that is free for everyone.
    pub payment: Option<Payment<'c>>,
    /// Odd facts, recorded all the same.
    pub warnings: Vec<Warning>,
    /// Documents sent to the funder.
    pub documents: &'c [Labelled],
    /// Where this comes from.
    pub source: Option<&'c str>,
    /// The certificate and the payment in French sentences.
    pub explanation: String,
}

/// What the certificate of attendance says: hours with a counsellor and hours of personal work, apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Attendance {
    /// Hours with a counsellor; the kickoff meeting counts among those planned only where it was held.
    pub accompanied: Accompanied,
    /// Hours of personal work.
    pub autonomous: Autonomous,
    /// Number of sessions that took place.
    pub sessions: usize,
    /// Day of the first one.
    pub first_on: Option<Date>,
    /// Day of the last one.
    pub last_on: Option<Date>,
    /// Whether the accompanied hours done are at least those planned.
    pub complete: bool,
}

/// Hours with a counsellor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Accompanied {
    /// Hours of the plan.
    pub planned: Hours,
    /// Hours actually done.
    pub done: Hours,
}

/// Hours of personal work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Autonomous {
    /// Hours of the plan.
    pub planned: Hours,
    /// Hours actually done; none where they were not counted.
    pub done: Option<Hours>,
}

/// When to pay, and to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Payment<'c> {
    /// Day on which the invoice was received.
    pub received_on: Date,
    /// Last day to pay.
    pub due_on: Date,
    /// To whose order, if the centre says so.
    pub payee: Option<&'c str>,
}

/// An odd fact: recorded, and said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "SettleWarning"))]
#[non_exhaustive]
pub struct Warning {
    /// What it is.
    pub code: WarningCode,
    /// The member of the request that it is about, the first of them if there are several: `attended[3]`.
    pub path: String,
    /// One French sentence.
    pub message: String,
}

/// Kinds of warnings on a certificate or an invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "SettleWarningCode"))]
#[non_exhaustive]
pub enum WarningCode {
    /// More accompanied hours, or more personal work, than planned.
    MoreThanPlanned,
    /// More than 8 h on one day.
    LongDay,
    /// A session on a Saturday, a Sunday, a public holiday or in a closure of the centre.
    ClosedDay,
    /// The invoice was received before the last session.
    InvoiceBeforeEnd,
    /// A required kickoff meeting, or a follow-up some months later, of which no session attended is one.
    MissingMeeting,
}
