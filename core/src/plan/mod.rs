//! The steps of a bilan and their hours, inside a budget.

mod fixed;
mod share;

use serde::{Deserialize, Serialize};

pub use self::fixed::FixedHours;
use crate::catalogue::{Catalogue, Kickoff, Step, Variant};
use crate::error::{Error, Problem};
use crate::values::{Hours, HoursRange};

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
    /// Total hours, a multiple of 0.5; by default the variant's stated total.
    #[serde(default, deserialize_with = "crate::values::optional_total", skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// Whether the tripartite kickoff meeting is held; by default, if the variant has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kickoff_meeting: Option<bool>,
    /// Hours of some steps, 64 at most, multiples of 0.5 from 0 to 40; 0 drops the step.
    #[serde(default, deserialize_with = "crate::json::null_is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<FixedHours>"))]
    pub fixed: FixedHours,
}

impl Request {
    /// The example plan of that variant.
    #[must_use]
    pub fn new(variant: impl Into<String>) -> Self {
        Self { variant: variant.into(), ..Self::default() }
    }

    /// With that total.
    #[must_use]
    pub const fn hours(mut self, hours: Hours) -> Self {
        self.hours = Some(hours);
        self
    }

    /// Without the tripartite kickoff meeting.
    #[must_use]
    pub const fn without_kickoff(mut self) -> Self {
        self.kickoff_meeting = Some(false);
        self
    }

    /// With exactly so many hours for that step; 0 drops it.
    #[must_use]
    pub fn fix(mut self, step: impl Into<String>, hours: Hours) -> Self {
        self.fixed.insert(step.into(), Some(hours));
        self
    }
}

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
    /// Total hours.
    pub hours: Hours,
    /// Whether the kickoff meeting is held.
    pub kickoff_meeting: bool,
    /// The totals that these choices can reach.
    pub range: HoursRange,
    /// The steps, in order.
    pub steps: Vec<PlannedStep<'c>>,
    /// Hours with a counsellor and hours alone.
    pub totals: Totals,
    /// Choices that depart from the example.
    pub warnings: Vec<Warning<'c>>,
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
    /// Ways of working.
    pub modes: &'c [String],
    /// Whether a certified coach takes part.
    pub coach: bool,
    /// Whether a counsellor is present; otherwise the agent works alone.
    pub accompanied: bool,
    /// Whether it is the kickoff meeting, which takes place before the delay.
    #[serde(skip)]
    pub kickoff: bool,
}

/// Hours with a counsellor and hours alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Totals {
    /// Hours with a counsellor.
    pub accompanied: Hours,
    /// Hours alone.
    pub autonomous: Hours,
}

/// A choice that departs from the example: allowed, and said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

/// Makes a plan: fixed steps have exactly their hours, the others share what is left.
///
/// Each of the others has at least the minimum of its range. The half hours left go one by one to the step with the
/// highest claim, by the method of Sainte-Laguë (Webster) with the width of each range as its weight: fair, since the
/// share of each step follows its width without favouring wide or narrow ranges, and steady, since half an hour more
/// in total is one more turn of the same division and never takes time from any step.
///
/// # Errors
/// At the path of the choice at fault: [`Problem::UnknownVariant`], [`Problem::UnknownStep`],
/// [`Problem::KickoffRequired`], [`Problem::KickoffNotOffered`], [`Problem::HoursGranularity`],
/// [`Problem::HoursOutOfRange`] for a fixed step, and [`Problem::BudgetInfeasible`], with what is possible, for a
/// total out of reach.
pub fn plan<'c>(catalogue: &'c Catalogue, request: &Request) -> Result<Plan<'c>, Error> {
    let variant = catalogue.variant(&request.variant)?;
    let chosen = choose_steps(variant, request)?;
    let range: HoursRange = chosen.iter().map(Chosen::range).sum();
    let total = total(request, variant, range)?;

    let widths: Vec<u32> = chosen
        .iter()
        .map(|step| step.range().width().quarters() / catalogue.offer().granularity.quarters().max(1))
        .collect();
    let extra =
        share::share(&widths, total.minus(range.min()).quarters() / catalogue.offer().granularity.quarters().max(1));
    let planned = chosen.iter().zip(extra).map(|(chosen, extra)| {
        let hours = chosen.range().min().plus(catalogue.offer().granularity.times(extra));
        planned_step(catalogue, chosen.step, hours)
    });
    let steps: Vec<PlannedStep<'c>> = planned.filter(|step| !step.hours.is_zero()).collect();

    let sum = |accompanied| steps.iter().filter(|step| step.accompanied == accompanied).map(|step| step.hours).sum();
    Ok(Plan {
        variant: &variant.code,
        label: &variant.label,
        hours: total,
        kickoff_meeting: steps.iter().any(|step| step.kickoff),
        range,
        totals: Totals { accompanied: sum(true), autonomous: sum(false) },
        warnings: chosen.iter().filter_map(Chosen::warning).collect(),
        steps,
    })
}

/// A step of the variant that the request keeps, with its hours if they are fixed.
struct Chosen<'c> {
    step: &'c Step,
    fixed: Option<Hours>,
}

impl<'c> Chosen<'c> {
    fn range(&self) -> HoursRange {
        self.fixed.map_or(self.step.hours, HoursRange::exactly)
    }

    fn warning(&self) -> Option<Warning<'c>> {
        let hours = self.fixed.filter(|hours| !self.step.hours.contains(*hours))?;
        let (min, max) =
            (crate::values::french::hours(self.step.hours.min()), crate::values::french::hours(self.step.hours.max()));
        let example = if min == max { min } else { format!("{min} à {max}") };
        let message = if hours.is_zero() {
            format!("Étape retirée ; le parcours type lui donne {example}.")
        } else {
            format!("{} au lieu de {example} dans le parcours type.", crate::values::french::hours(hours))
        };
        Some(Warning { code: WarningCode::OutsideExampleRange, step: &self.step.code, message })
    }
}

fn choose_steps<'c>(variant: &'c Variant, request: &Request) -> Result<Vec<Chosen<'c>>, Error> {
    match (variant.kickoff(), request.kickoff_meeting) {
        (None, Some(true)) => return Err(Problem::KickoffNotOffered.at("kickoffMeeting")),
        (Some((_, Kickoff::Required)), Some(false)) => return Err(Problem::KickoffRequired.at("kickoffMeeting")),
        _ => {}
    }
    let with_kickoff = request.kickoff_meeting.unwrap_or(true);
    let kept = || variant.steps.iter().filter(move |step| with_kickoff || step.kickoff.is_none());

    for (code, hours) in request.fixed.iter() {
        let at = |problem: Problem| problem.at(shortened(code)).within("fixed");
        let Some(step) = kept().find(|step| step.code == code) else {
            let expected = kept().map(|step| step.code.as_str()).collect::<Vec<_>>().join(", ");
            return Err(at(Problem::UnknownStep { found: shortened(code), expected }));
        };
        let Some(hours) = hours else { continue };
        if step.kickoff == Some(Kickoff::Required) && hours.is_zero() {
            return Err(at(Problem::KickoffRequired));
        }
    }
    let fixed = |step: &Step| request.fixed.get(&step.code);
    Ok(kept().map(|step| Chosen { step, fixed: fixed(step) }).collect())
}

fn total(request: &Request, variant: &Variant, range: HoursRange) -> Result<Hours, Error> {
    let infeasible = Problem::BudgetInfeasible { min: range.min(), max: range.max() };
    let total = request.hours.unwrap_or(variant.stated_hours);
    if range.contains(total) { Ok(total) } else { Err(infeasible.at("hours")) }
}

fn planned_step<'c>(catalogue: &'c Catalogue, step: &'c Step, hours: Hours) -> PlannedStep<'c> {
    PlannedStep {
        code: &step.code,
        label: &step.label,
        hours,
        range: step.hours,
        modes: &step.modes,
        coach: step.coach,
        accompanied: catalogue.is_accompanied(step),
        kickoff: step.kickoff.is_some(),
    }
}

fn shortened(code: &str) -> String {
    code.chars().take(40).collect()
}
