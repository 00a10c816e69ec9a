//! Sessions on a calendar, and what is to be known of them.

use serde::Serialize;

use crate::values::{Date, Hours};

/// Sessions on a calendar.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "ScheduleResult"))]
#[non_exhaustive]
pub struct Schedule<'c> {
    /// The first day the delay allows.
    pub earliest_start: Date,
    /// Day of the first session.
    pub starts_on: Date,
    /// Day of the last session, follow-up included.
    pub ends_on: Date,
    /// Whether the sessions before any follow-up last as usual, from 4 to 6 calendar months at the CDG29; none where the
    /// centre announces no duration.
    pub within_usual_duration: Option<bool>,
    /// Sessions, by date.
    pub sessions: Vec<Session<'c>>,
    /// Personal work of the agent, in the order of the plan.
    pub autonomous: Vec<PersonalWork<'c>>,
    /// Days to remember, by date.
    pub milestones: Vec<Milestone>,
    /// What departs from the usual.
    pub warnings: Vec<Warning>,
    /// The calendar in one French sentence.
    pub explanation: String,
}

/// One session with a counsellor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Session<'c> {
    /// Its day.
    pub date: Date,
    /// Code of the step.
    pub step: &'c str,
    /// How long it is.
    pub hours: Hours,
}

/// Personal work of the agent, between two sessions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PersonalWork<'c> {
    /// Code of the step.
    pub step: &'c str,
    /// How long it takes.
    pub hours: Hours,
    /// From the session before it, or the last exchange where it comes before all of them.
    pub from: Date,
    /// To the session after it; its own first day where none follows, since nothing then says when it ends.
    pub to: Date,
}

/// A day to remember.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Milestone {
    /// What it is.
    pub code: MilestoneCode,
    /// French label.
    pub label: &'static str,
    /// Its day.
    pub date: Date,
}

/// Days to remember.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum MilestoneCode {
    /// Last exchange before the start.
    Exchanges,
    /// Tripartite kickoff meeting.
    KickoffMeeting,
    /// First day the delay allows.
    EarliestStart,
    /// First session.
    FirstSession,
    /// First session of a follow-up, some months after the session before it.
    FollowUp,
    /// Last session.
    LastSession,
}

impl MilestoneCode {
    pub(super) const fn on(self, date: Date) -> Milestone {
        let label = match self {
            Self::Exchanges => "Dernier échange préalable",
            Self::KickoffMeeting => "Réunion de démarrage",
            Self::EarliestStart => "Démarrage possible à partir de ce jour",
            Self::FirstSession => "Première séance",
            Self::FollowUp => "Séance de suivi",
            Self::LastSession => "Dernière séance",
        };
        Milestone { code: self, label, date }
    }
}

/// What departs from the usual: allowed, and said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "ScheduleWarning"))]
#[non_exhaustive]
pub struct Warning {
    /// What it is.
    pub code: WarningCode,
    /// One French sentence.
    pub message: String,
}

/// Kinds of warnings on a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "ScheduleWarningCode"))]
#[non_exhaustive]
pub enum WarningCode {
    /// It ends before the usual duration.
    ShorterThanUsual,
    /// It ends after the usual duration.
    LongerThanUsual,
    /// The last exchange, and so the kickoff meeting, is on a Saturday, a Sunday or a closed day.
    ExchangesOnClosedDay,
    /// Personal work comes after the last session: nothing follows it, or a follow-up some months later alone does.
    WorkAfterLastSession,
}
