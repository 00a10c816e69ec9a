//! A plan: its steps, their hours, and what departs from the example.

use serde::Serialize;

use crate::catalogue::{Counts, Kickoff, Step, Variant};
use crate::values::{Hours, HoursRange};

/// Steps and hours.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "PlanResult"))]
#[non_exhaustive]
pub struct Plan<'c> {
    /// Code of the variant.
    pub variant: &'c str,
    /// French label of the variant.
    pub label: &'c str,
    /// The total, in hours, among those that the variant counts.
    pub hours: Hours,
    /// Which hours the total counts.
    pub counts: Counts,
    /// Whether the total is the stated one by default and is an average, to be shown as one.
    ///
    /// Source: page of the CDG29, passage on the number of hours (« en moyenne »).
    pub average: bool,
    /// Whether the kickoff meeting is held.
    pub kickoff_meeting: bool,
    /// The totals that these choices can reach.
    pub range: HoursRange,
    /// The steps, in the order of the variant, without those that are dropped.
    pub steps: Vec<PlannedStep<'c>>,
    /// Hours with the counsellor, hours alone, and those of the kickoff meeting.
    pub totals: Totals,
    /// Choices that depart from the example.
    pub warnings: Vec<Warning<'c>>,
    /// The variant whose example the plan is made from.
    #[serde(skip)]
    pub(crate) example: &'c Variant,
}

impl<'c> Plan<'c> {
    /// Finds the planned step of that code; a dropped step has none.
    #[must_use]
    pub fn step(&self, code: &str) -> Option<&PlannedStep<'c>> {
        self.steps.iter().find(|step| step.code == code)
    }

    /// Lists the steps of the variant that the plan does without, the kickoff meeting included where it is not held.
    pub fn dropped(&self) -> impl Iterator<Item = &'c Step> {
        self.example.steps.iter().filter(|step| self.step(&step.code).is_none())
    }

    /// Tells whether the plan has every step of the variant but perhaps an optional kickoff meeting, each within its
    /// range in the example.
    #[must_use]
    pub fn follows_example(&self) -> bool {
        self.dropped().all(|step| step.kickoff == Some(Kickoff::Optional))
            && self.steps.iter().all(|step| step.range.contains(step.hours))
    }
}

/// One step of a plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PlannedStep<'c> {
    /// Code of the step.
    pub code: &'c str,
    /// French label.
    pub label: &'c str,
    /// Its hours in this plan.
    pub hours: Hours,
    /// Its hours in the example.
    pub range: HoursRange,
    /// Ways of working, by their codes.
    pub modes: &'c [String],
    /// Tools of the step, by their French labels: tests, questionnaires, grids.
    pub tools: &'c [String],
    /// Whether a certified coach takes part.
    pub coach: bool,
    /// Whether a counsellor is present; otherwise the agent works alone.
    pub accompanied: bool,
    /// Whether the step is the kickoff meeting, which takes place before the delay, and whether it could be left out:
    /// an optional one is called « facultative » wherever the plan is shown. Null for any other step.
    pub kickoff: Option<Kickoff>,
}

/// Hours with the counsellor, hours alone, and those of the kickoff meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Totals {
    /// Hours with the counsellor, the kickoff meeting included.
    pub accompanied: Hours,
    /// Hours of personal work.
    pub autonomous: Hours,
    /// Hours of the kickoff meeting; 0 where it is not held.
    pub kickoff: Hours,
}

impl Totals {
    /// Gives the hours with the counsellor, the kickoff meeting excluded.
    #[must_use]
    pub const fn accompanied_without_kickoff(self) -> Hours {
        self.accompanied.minus(self.kickoff)
    }

    /// Gives all the hours, personal work included.
    #[must_use]
    pub const fn all(self) -> Hours {
        self.accompanied.plus(self.autonomous)
    }

    pub(super) fn of(steps: &[PlannedStep<'_>]) -> Self {
        let sum = |counts: &dyn Fn(&PlannedStep<'_>) -> bool| {
            steps.iter().filter(|step| counts(step)).map(|step| step.hours).sum()
        };
        Self {
            accompanied: sum(&|step| step.accompanied),
            autonomous: sum(&|step| !step.accompanied),
            kickoff: sum(&|step| step.kickoff.is_some()),
        }
    }
}

/// A choice that departs from the example: allowed, and said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "PlanWarning"))]
#[non_exhaustive]
pub struct Warning<'c> {
    /// What it is.
    pub code: WarningCode,
    /// Code of the step concerned.
    pub step: &'c str,
    /// One French sentence.
    pub message: String,
}

/// Kinds of warnings on a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "PlanWarningCode"))]
#[non_exhaustive]
pub enum WarningCode {
    /// A step has other hours than in the example, or is dropped.
    OutsideExampleRange,
}
