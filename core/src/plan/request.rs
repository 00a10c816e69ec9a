//! What is asked of a plan.

use serde::{Deserialize, Serialize};

use super::FixedHours;
use crate::values::Hours;

/// What is asked: a variant, a total, choices.
///
/// ```
/// use bilan_professionnel::{Catalogue, Hours, plan};
///
/// let request = plan::Request::new("evolution").hours(Hours::from_whole(20)).without_kickoff().fix("recherches", Hours::ZERO);
/// let plan = plan::plan(Catalogue::embedded(), &request)?;
/// assert_eq!(plan.hours.to_string(), "20");
/// assert_eq!(plan.warnings[0].step, "recherches");
/// # Ok::<(), bilan_professionnel::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "PlanRequest"))]
#[non_exhaustive]
pub struct Request {
    /// Code of a variant of the catalogue.
    pub variant: String,
    /// The total, in hours, among those that the variant counts; a multiple of the catalogue's granularity, by default
    /// the variant's stated total.
    #[serde(default, deserialize_with = "crate::values::optional_total", skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// Whether the kickoff meeting is held; by default it is, if the variant has one that is not fixed at 0 hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kickoff_meeting: Option<bool>,
    /// Hours of some steps, 64 at most, multiples of the catalogue's granularity from 0 to 40; 0 drops the step.
    #[serde(default, deserialize_with = "crate::json::null_is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<FixedHours>"))]
    pub fixed: FixedHours,
}

impl Request {
    /// Asks for the example plan of a variant, at its stated total.
    #[must_use]
    pub fn new(variant: impl Into<String>) -> Self {
        Self { variant: variant.into(), ..Self::default() }
    }

    /// Sets the total, in hours; a multiple of the granularity.
    #[must_use]
    pub const fn hours(mut self, hours: Hours) -> Self {
        self.hours = Some(hours);
        self
    }

    /// Says whether the kickoff meeting is held.
    #[must_use]
    pub const fn kickoff_meeting(mut self, held: bool) -> Self {
        self.kickoff_meeting = Some(held);
        self
    }

    /// Leaves the kickoff meeting out.
    #[must_use]
    pub const fn without_kickoff(self) -> Self {
        self.kickoff_meeting(false)
    }

    /// Fixes the hours of a step, a multiple of the granularity from 0 to 40; 0 drops it.
    #[must_use]
    pub fn fix(mut self, step: impl Into<String>, hours: Hours) -> Self {
        self.fixed.insert(step.into(), Some(hours));
        self
    }
}
