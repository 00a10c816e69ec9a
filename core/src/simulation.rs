//! One case in, one dossier out: everything the case has the data for.

use serde::{Deserialize, Serialize};

use crate::catalogue::Catalogue;
use crate::error::{Error, Problem};
use crate::funding::{self, Answers, Assessment, Proofs};
use crate::orientation::{self, Recommendation};
use crate::plan::{self, FixedHours, Plan};
use crate::pricing::{self, Quote};
use crate::schedule::{self, Calendar, Schedule};
use crate::values::{Date, Hours};

/// One agent's case. Only `on` is required, and one of `variant` and `needs`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Case {
    /// The day of the assessment and of the price.
    pub on: Date,
    /// What the agent wants.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<String>>"))]
    pub needs: Vec<String>,
    /// The variant chosen; by default the one that serves most needs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    /// Code of a client of the catalogue; without it, no quote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<String>,
    /// What is known of the agent.
    #[serde(default, deserialize_with = "crate::json::null_is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Answers>"))]
    pub facts: Answers,
    /// Last day on which the proof of a fact is valid.
    #[serde(default, deserialize_with = "crate::json::null_is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Proofs>"))]
    pub valid_until: Proofs,
    /// Total hours, a multiple of 0.5; by default the variant's stated total.
    #[serde(default, deserialize_with = "crate::values::optional_total", skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// Whether the tripartite kickoff meeting is held; by default, if the variant has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kickoff_meeting: Option<bool>,
    /// Hours of some steps; 0 drops the step.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "FixedHours::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<FixedHours>"))]
    pub fixed: FixedHours,
    /// When; without it, no calendar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<Calendar>,
}

impl Case {
    /// A case assessed on that day: choose a variant or say what the agent needs.
    #[must_use]
    pub fn new(on: Date) -> Self {
        Self {
            on,
            needs: Vec::new(),
            variant: None,
            client: None,
            facts: Answers::new(),
            valid_until: Proofs::default(),
            hours: None,
            kickoff_meeting: None,
            fixed: FixedHours::new(),
            calendar: None,
        }
    }

    /// The agent wants this.
    #[must_use]
    pub fn need(mut self, need: impl Into<String>) -> Self {
        self.needs.push(need.into());
        self
    }

    /// That variant is chosen.
    #[must_use]
    pub fn variant(mut self, variant: impl Into<String>) -> Self {
        self.variant = Some(variant.into());
        self
    }

    /// Sets the client: a code of the catalogue; without it the dossier has no quote.
    #[must_use]
    pub fn client(mut self, client: impl Into<String>) -> Self {
        self.client = Some(client.into());
        self
    }

    /// This is known of the agent.
    #[must_use]
    pub const fn facts(mut self, facts: Answers) -> Self {
        self.facts = facts;
        self
    }

    /// With that total.
    #[must_use]
    pub const fn hours(mut self, hours: Hours) -> Self {
        self.hours = Some(hours);
        self
    }

    /// On that calendar.
    #[must_use]
    pub fn calendar(mut self, calendar: Calendar) -> Self {
        self.calendar = Some(calendar);
        self
    }
}

/// All the answers to a case.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Dossier<'c> {
    /// The variants ranked, if needs were given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recommendation: Option<Recommendation<'c>>,
    /// Might the FIPHFP pay?
    pub funding: Assessment,
    /// Steps and hours.
    pub plan: Plan<'c>,
    /// The price, if the client was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<Quote<'c>>,
    /// The sessions, if a calendar was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule: Option<Schedule<'c>>,
}

/// The whole dossier of a case.
///
/// ```
/// use bilan_professionnel::simulation::{Case, simulate};
/// use bilan_professionnel::{Catalogue, schedule::Calendar};
///
/// let case = Case::new("2026-11-23".parse()?)
///     .need("faireLePoint")
///     .client("affiliee")
///     .calendar(Calendar::new("2026-12-01".parse()?));
/// let dossier = simulate(Catalogue::embedded(), &case)?;
/// assert_eq!(dossier.plan.variant, "evolution");
/// assert_eq!(dossier.quote.and_then(|quote| quote.amount).map(|amount| amount.to_string()), Some("2040.50".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// Those of the operations it calls, at the path of the case's member at fault; [`Problem::MissingField`] at `variant`
/// without a variant or a need.
pub fn simulate<'c>(catalogue: &'c Catalogue, case: &Case) -> Result<Dossier<'c>, Error> {
    let recommendation = if case.needs.is_empty() {
        None
    } else {
        Some(orientation::recommend(catalogue, &orientation::Request { needs: case.needs.clone() })?)
    };
    let recommended = recommendation.as_ref().and_then(|found| found.ranking.first()).map(|best| best.variant);
    let variant = case.variant.as_deref().or(recommended).ok_or_else(|| Problem::MissingField.at("variant"))?;

    let (hours, kickoff_meeting, fixed) = (case.hours, case.kickoff_meeting, case.fixed.clone());
    let plan = plan::plan(catalogue, &plan::Request { variant: variant.to_owned(), hours, kickoff_meeting, fixed })?;
    let quote = match &case.client {
        None => None,
        Some(client) => Some(pricing::quote_plan(catalogue, &plan, client, Some(case.on))?),
    };
    let schedule = match &case.calendar {
        None => None,
        Some(calendar) => {
            Some(schedule::schedule(catalogue, &plan, calendar).map_err(|error| error.within("calendar"))?)
        }
    };
    // A calendar that ends before the assessment has no bearing on the proofs.
    let until = schedule.as_ref().map(|schedule| schedule.ends_on).filter(|end| *end >= case.on);
    let request = funding::Request { on: case.on, until, facts: case.facts, valid_until: case.valid_until };
    Ok(Dossier { recommendation, funding: funding::assess(&request)?, plan, quote, schedule })
}
