//! One case in, one dossier out: everything the case has the data for.

use serde::{Deserialize, Serialize};

use crate::catalogue::Catalogue;
use crate::error::{Error, Problem};
use crate::funding::{self, Answers, Assessment, Fact, Proofs};
use crate::orientation::{self, Recommendation};
use crate::plan::{self, FixedHours, Plan};
use crate::pricing::{self, Quote};
use crate::schedule::{self, Calendar, Schedule};
use crate::values::{Date, Hours, french};

/// One agent's case. Only `on` is required, and one of `variant` and `needs`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schema",
    schemars(extend(
        "if" = { "properties": { "audience": { "const": "employer" } }, "required": ["audience"] },
        "then" = {
            "properties": {
                "needs": { "maxItems": 0 },
                "facts": { "maxProperties": 0 },
                "validUntil": { "maxProperties": 0 },
                "asked": { "maxItems": 0 }
            }
        }
    ))
)]
#[non_exhaustive]
pub struct Case {
    /// The day of the assessment and of the price.
    pub on: Date,
    /// For whom the dossier is made; by default for the agent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
    /// What the agent wants.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<String>>"))]
    pub needs: Vec<String>,
    /// The variant chosen; by default the first of the ranking.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    /// Code of a client of the catalogue; without it, no quote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<String>,
    /// What is known of the agent.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Answers::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Answers>"))]
    pub facts: Answers,
    /// Last day on which the proof of a fact is valid.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Proofs::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Proofs>"))]
    pub valid_until: Proofs,
    /// Facts already put to the agent, which are not asked again.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Fact>>"))]
    pub asked: Vec<Fact>,
    /// Total hours, a multiple of the catalogue's granularity; by default the variant's stated total.
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

/// For whom a dossier is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Audience {
    /// For the agent: everything.
    Agent,
    /// For the employer: neither needs nor facts go in, neither funding nor a word on health comes out.
    Employer,
}

impl Case {
    /// Makes a case assessed on that day: choose a variant or say what the agent needs.
    #[must_use]
    pub fn new(on: Date) -> Self {
        Self {
            on,
            audience: None,
            needs: Vec::new(),
            variant: None,
            client: None,
            facts: Answers::new(),
            valid_until: Proofs::default(),
            asked: Vec::new(),
            hours: None,
            kickoff_meeting: None,
            fixed: FixedHours::new(),
            calendar: None,
        }
    }

    /// Adds a need of the agent: a code of the catalogue.
    #[must_use]
    pub fn need(mut self, need: impl Into<String>) -> Self {
        self.needs.push(need.into());
        self
    }

    /// Chooses a variant: a code of the catalogue; by default the first of the ranking.
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

    /// Sets what is known of the agent; by default nothing is.
    #[must_use]
    pub fn facts(mut self, facts: Answers) -> Self {
        self.facts = facts;
        self
    }

    /// Sets the last valid days of proofs; by default none has one.
    #[must_use]
    pub fn valid_until(mut self, proofs: Proofs) -> Self {
        self.valid_until = proofs;
        self
    }

    /// Sets the total, in hours; a multiple of the granularity, by default the variant's stated total.
    #[must_use]
    pub const fn hours(mut self, hours: Hours) -> Self {
        self.hours = Some(hours);
        self
    }

    /// Says whether the kickoff meeting is held; by default it is, if the variant has one.
    #[must_use]
    pub const fn kickoff_meeting(mut self, held: bool) -> Self {
        self.kickoff_meeting = Some(held);
        self
    }

    /// Fixes the hours of a step; 0 drops it.
    #[must_use]
    pub fn fix(mut self, step: impl Into<String>, hours: Hours) -> Self {
        self.fixed.insert(step.into(), Some(hours));
        self
    }

    /// Sets the calendar; without it the dossier has no sessions.
    #[must_use]
    pub fn calendar(mut self, calendar: Calendar) -> Self {
        self.calendar = Some(calendar);
        self
    }

    /// Gives the case that may be handed to the employer: the variant chosen, the client, the hours and the dates,
    /// without needs, facts, proofs or what could be guessed from them.
    ///
    /// ```
    /// use bilan_professionnel::funding::{Answers, Fact};
    /// use bilan_professionnel::simulation::{Case, simulate};
    /// use bilan_professionnel::Catalogue;
    ///
    /// let case = Case::new("2026-11-23".parse()?).need("faireLePoint").facts(Answers::new().flag(Fact::Rqth, true));
    /// let dossier = simulate(Catalogue::embedded(), &case)?;
    /// let handed_on = simulate(Catalogue::embedded(), &case.for_employer(dossier.plan.variant))?;
    /// assert!(handed_on.funding.is_none() && handed_on.recommendation.is_none());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn for_employer(&self, variant: impl Into<String>) -> Self {
        Self {
            audience: Some(Audience::Employer),
            variant: Some(variant.into()),
            needs: Vec::new(),
            facts: Answers::new(),
            valid_until: Proofs::default(),
            asked: Vec::new(),
            ..self.clone()
        }
    }

    fn is_for_employer(&self) -> bool {
        self.audience == Some(Audience::Employer)
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
    /// Might the FIPHFP pay? Never said to an employer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub funding: Option<Assessment>,
    /// Steps and hours.
    pub plan: Plan<'c>,
    /// The price of that plan, if the client was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<Quote<'c>>,
    /// The sessions, if a calendar was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule: Option<Schedule<'c>>,
    /// What does not fit together in the case.
    pub warnings: Vec<Warning>,
}

/// Something in the case that does not fit together: allowed, and said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "SimulateWarning"))]
#[non_exhaustive]
pub struct Warning {
    /// What it is.
    pub code: WarningCode,
    /// The member of the case concerned.
    pub path: &'static str,
    /// One French sentence.
    pub message: String,
}

/// Kinds of warnings on a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "SimulateWarningCode"))]
#[non_exhaustive]
pub enum WarningCode {
    /// The calendar ends before the day of the assessment.
    EndsBeforeAssessment,
}

/// Makes the whole dossier of a case.
///
/// Its parts are those that the operations of the same names give: the ranking with the facts, the quote of the plan
/// itself, the assessment until the end of the calendar.
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
/// without a variant or a need; [`Problem::UnknownField`] at a member that a case for the employer must not have.
pub fn simulate<'c>(catalogue: &'c Catalogue, case: &Case) -> Result<Dossier<'c>, Error> {
    if case.is_for_employer() {
        refuse_personal_members(case)?;
    }
    let recommendation = recommendation(catalogue, case)?;
    let recommended = recommendation.as_ref().and_then(|found| found.ranking.first()).map(|best| best.variant);
    let code = case.variant.as_deref().or(recommended).ok_or_else(|| Problem::missing().at("variant"))?;
    let variant = catalogue.variant(code)?;

    let (hours, kickoff_meeting, fixed) = (case.hours, case.kickoff_meeting, case.fixed.clone());
    let mut plan = plan::plan(catalogue, &plan::Request { variant: code.to_owned(), hours, kickoff_meeting, fixed })?;
    if case.is_for_employer() {
        for step in &mut plan.steps {
            step.label = variant.step(step.code).map_or(step.label, |step| step.label_for_employer());
        }
    }
    let quote = case.client.as_deref().map(|client| pricing::quote_plan(catalogue, &plan, client, Some(case.on)));
    let schedule = case
        .calendar
        .as_ref()
        .map(|calendar| schedule::schedule(catalogue, &plan, calendar).map_err(|error| error.within("calendar")));
    let (quote, schedule) = (quote.transpose()?, schedule.transpose()?);
    let ends_on = schedule.as_ref().map(|schedule| schedule.ends_on);
    let funding = if case.is_for_employer() { None } else { Some(assess(catalogue, case, variant, ends_on)?) };
    let warnings = ends_on.filter(|end| *end < case.on).map(ends_before_assessment).into_iter().collect();
    Ok(Dossier { recommendation, funding, plan, quote, schedule, warnings })
}

/// What goes to an employer is made without what is the agent's own.
fn refuse_personal_members(case: &Case) -> Result<(), Error> {
    let members = [
        ("needs", case.needs.is_empty()),
        ("facts", case.facts.is_empty()),
        ("validUntil", case.valid_until.is_empty()),
        ("asked", case.asked.is_empty()),
    ];
    match members.iter().find(|(_, is_empty)| !is_empty) {
        Some((member, _)) => Err(Problem::UnknownField {
            expected: "on, audience, variant, client, hours, kickoffMeeting, fixed, calendar".into(),
        }
        .at(*member)),
        None => Ok(()),
    }
}

fn recommendation<'c>(catalogue: &'c Catalogue, case: &Case) -> Result<Option<Recommendation<'c>>, Error> {
    if case.needs.is_empty() {
        return Ok(None);
    }
    let request = orientation::Request {
        needs: case.needs.clone(),
        on: Some(case.on),
        facts: case.facts,
        valid_until: case.valid_until,
    };
    orientation::recommend(catalogue, &request).map(Some)
}

/// A calendar that ends before the assessment has no bearing on the proofs.
fn assess(
    catalogue: &Catalogue,
    case: &Case,
    variant: &crate::catalogue::Variant,
    ends_on: Option<Date>,
) -> Result<Assessment, Error> {
    let request = funding::Request {
        on: case.on,
        until: ends_on.filter(|end| *end >= case.on),
        facts: case.facts,
        valid_until: case.valid_until,
        asked: case.asked.clone(),
    };
    funding::assess_for(&catalogue.course_of(variant), &request)
}

fn ends_before_assessment(end: Date) -> Warning {
    Warning {
        code: WarningCode::EndsBeforeAssessment,
        path: "calendar",
        message: format!(
            "Le calendrier se termine le {}, avant le jour de l’évaluation\u{a0}: vérifiez les dates.",
            french::date(end)
        ),
    }
}
