//! A variant (*déclinaison*) of the bilan and the steps of its example plan.

use serde::{Deserialize, Serialize};

use super::course::VariantCourse;
use crate::values::{Hours, HoursRange};

/// One variant (*déclinaison*) of the bilan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Variant {
    /// Stable code.
    pub code: String,
    /// French label.
    pub label: String,
    /// What it is for, in one sentence.
    pub purpose: String,
    /// The stated total, a target never derived from the steps.
    pub stated_hours: Hours,
    /// Whether the stated total is an average, and is shown as one.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>"))]
    pub average: bool,
    /// Which hours the stated total and the totals of plans count; by default all of them.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Counts::is_all")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Counts>"))]
    pub counts: Counts,
    /// The need that is the variant's own objective.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objective: Option<String>,
    /// The situations of the FIPHFP's list that the variant suits.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<String>>"))]
    pub suits: Vec<String>,
    /// The needs it serves.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<String>>"))]
    pub needs: Vec<String>,
    /// What it lets the agent do, in short sentences.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<String>>"))]
    pub objectives: Vec<String>,
    /// The example plan, in order.
    pub steps: Vec<Step>,
    /// Its own delay, usual duration, longest session or cadences, where they differ from the centre's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub course: Option<VariantCourse>,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// Which hours a variant's total counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Counts {
    /// Hours with the counsellor and hours of personal work.
    #[default]
    All,
    /// Hours with the counsellor alone.
    Accompanied,
}

impl Counts {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes the member by reference")]
    fn is_all(&self) -> bool {
        *self == Self::All
    }
}

/// One step of a variant's example plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Step {
    /// Stable code.
    pub code: String,
    /// French label.
    pub label: String,
    /// The label that an employer reads, where the other one says something of the agent's health; by default the label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_label: Option<String>,
    /// Hours of the example.
    pub hours: HoursRange,
    /// Ways of working; all accompanied, or none.
    pub modes: Vec<String>,
    /// Tools of the step: tests, questionnaires, grids.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<String>>"))]
    pub tools: Vec<String>,
    /// Whether a certified coach takes part; by default not.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>"))]
    pub coach: bool,
    /// The kickoff meeting, which takes place on the day of the last exchange, if this step is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kickoff: Option<Kickoff>,
    /// The least time from the session before it, for a follow-up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<After>,
}

/// Whether a variant can do without its kickoff meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Kickoff {
    /// Held if the employer wishes.
    Optional,
    /// Always held.
    Required,
}

/// The least time from the session before a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct After {
    /// Calendar months, from 1 to 24.
    pub months: u32,
}

impl Variant {
    /// Finds the step of that code.
    #[must_use]
    pub fn step(&self, code: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.code == code)
    }

    /// Finds the kickoff meeting, if the variant has one, and whether it can be left out.
    #[must_use]
    pub fn kickoff(&self) -> Option<(&Step, Kickoff)> {
        self.steps.iter().find_map(|step| step.kickoff.map(|kickoff| (step, kickoff)))
    }

    /// Tells whether the variant serves that need.
    #[must_use]
    pub fn serves(&self, need: &str) -> bool {
        self.needs.iter().any(|served| served == need)
    }
}

impl Step {
    /// Gives the label that an employer reads: the public one where there is one.
    #[must_use]
    pub fn label_for_employer(&self) -> &str {
        self.public_label.as_deref().unwrap_or(&self.label)
    }
}
