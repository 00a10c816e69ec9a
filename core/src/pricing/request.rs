//! What is asked of a price.

use serde::{Deserialize, Serialize};

use crate::plan::{self, FixedHours};
use crate::values::{Date, Hours};

/// What is asked: a variant and its hours, or a whole plan; for whom, and when.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "QuoteRequest"))]
#[non_exhaustive]
pub struct Request {
    /// Code of a variant of the catalogue; may be left out where the plan has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    /// The total of the example plan to price, in hours; a multiple of the catalogue's granularity, by default the
    /// variant's stated total. Not allowed beside `plan`.
    #[serde(default, deserialize_with = "crate::values::optional_total", skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// The plan to price, where it is another than the example of so many hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<PlanToPrice>,
    /// Code of a client of the catalogue.
    pub client: String,
    /// The day of the price; needed where the tariffs that could apply are dated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
}

/// A plan request whose variant may be left out, since the quote has it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PlanToPrice {
    /// Code of a variant of the catalogue: the quote's, if both have one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    /// The total, in hours; a multiple of the catalogue's granularity, by default the variant's stated total.
    #[serde(default, deserialize_with = "crate::values::optional_total", skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// Whether the kickoff meeting is held; by default it is, if the variant has one that is not fixed at 0 hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kickoff_meeting: Option<bool>,
    /// Hours of some steps, 64 at most, multiples of the catalogue's granularity from 0 to 40; 0 drops the step.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "FixedHours::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<FixedHours>"))]
    pub fixed: FixedHours,
}

impl PlanToPrice {
    /// Makes the plan request of that variant.
    pub(super) fn of_variant(&self, variant: &str) -> plan::Request {
        let Self { hours, kickoff_meeting, fixed, .. } = self.clone();
        plan::Request { variant: variant.to_owned(), hours, kickoff_meeting, fixed }
    }
}

impl From<plan::Request> for PlanToPrice {
    fn from(request: plan::Request) -> Self {
        let plan::Request { variant, hours, kickoff_meeting, fixed } = request;
        Self { variant: Some(variant), hours, kickoff_meeting, fixed }
    }
}

impl Request {
    /// Asks for the price of a variant's example plan, at its stated total, for a client of the catalogue.
    #[must_use]
    pub fn new(variant: impl Into<String>, client: impl Into<String>) -> Self {
        Self { variant: Some(variant.into()), client: client.into(), ..Self::default() }
    }

    /// Asks for the price of that very plan.
    #[must_use]
    pub fn of_plan(plan: plan::Request, client: impl Into<String>) -> Self {
        Self { plan: Some(plan.into()), client: client.into(), ..Self::default() }
    }

    /// Sets the total of the example plan, in hours; a multiple of the granularity.
    #[must_use]
    pub const fn hours(mut self, hours: Hours) -> Self {
        self.hours = Some(hours);
        self
    }

    /// Sets the day of the price; needed where tariffs are dated.
    #[must_use]
    pub const fn on(mut self, day: Date) -> Self {
        self.on = Some(day);
        self
    }
}
