//! From a request to what is priced.

use super::figures::optional_kickoff;
use super::{PlanToPrice, Request};
use crate::catalogue::{Catalogue, Price, Tariff, Variant};
use crate::error::{Error, Problem};
use crate::limits::MAX_STEP;
use crate::plan::{self, Plan, on_the_grid};
use crate::values::Hours;

/// What a request asks the price of.
pub(super) enum Asked<'c> {
    /// A plan.
    Plan(Plan<'c>),
    /// A total that the example plan of the variant cannot have.
    Total(&'c Variant, Hours),
}

impl<'c> Asked<'c> {
    pub(super) fn of(catalogue: &'c Catalogue, request: &Request) -> Result<Self, Error> {
        let variant = request.variant.as_deref().map(|code| catalogue.variant(code)).transpose()?;
        match (&request.plan, request.hours, variant) {
            (Some(_), Some(_), _) => {
                let sentence = "Indiquez soit les heures, soit le plan, qui a les siennes.";
                Err(Problem::Contradiction { sentence }.at("hours"))
            }
            (Some(plan), None, variant) => planned(catalogue, variant, plan).map(Self::Plan),
            (None, _, None) => Err(Problem::missing().at("variant")),
            (None, None, Some(variant)) => plan::plan(catalogue, &plan::Request::new(&variant.code)).map(Self::Plan),
            (None, Some(hours), Some(variant)) => example(catalogue, variant, hours),
        }
    }
}

/// Makes the plan that a request carries, of the request's variant if it names one.
fn planned<'c>(catalogue: &'c Catalogue, variant: Option<&Variant>, plan: &PlanToPrice) -> Result<Plan<'c>, Error> {
    let code = match (variant, &plan.variant) {
        (Some(variant), Some(code)) if variant.code != *code => {
            catalogue.variant(code).map_err(|error| error.within("plan"))?;
            let sentence = "Le plan doit être celui de la déclinaison dont le prix est demandé.";
            return Err(Problem::Contradiction { sentence }.at("variant").within("plan"));
        }
        (Some(variant), _) => &variant.code,
        (None, Some(code)) => code,
        (None, None) => return Err(Problem::missing().at("variant")),
    };
    plan::plan(catalogue, &plan.of_variant(code)).map_err(|error| error.within("plan"))
}

/// Makes the example plan of a total, where the example has one.
fn example<'c>(catalogue: &'c Catalogue, variant: &'c Variant, hours: Hours) -> Result<Asked<'c>, Error> {
    on_the_grid(catalogue, hours).map_err(|problem| problem.at("hours"))?;
    let (min, max) = (catalogue.offer().granularity, variant.steps.iter().map(|_| MAX_STEP).sum());
    if hours < min || hours > max {
        return Err(Problem::HoursOutOfRange { min, max }.at("hours"));
    }
    match plan::plan(catalogue, &plan::Request::new(&variant.code).hours(hours)) {
        Ok(plan) => Ok(Asked::Plan(plan)),
        Err(error) if matches!(error.problem(), Problem::BudgetInfeasible { .. }) => Ok(Asked::Total(variant, hours)),
        Err(error) => Err(error),
    }
}

/// Makes the plan that a total out of reach means where it is the reference hours less those of an optional kickoff
/// meeting: the plan without that meeting.
pub(super) fn without_kickoff<'c>(
    catalogue: &'c Catalogue,
    variant: &Variant,
    hours: Hours,
    tariff: Option<&Tariff>,
) -> Option<Plan<'c>> {
    let (Some(Tariff { price: Price::Reference(reference), .. }), Some(kickoff)) = (tariff, optional_kickoff(variant))
    else {
        return None;
    };
    let less_kickoff = reference.hours.minus(kickoff.max())..=reference.hours.minus(kickoff.min());
    if !less_kickoff.contains(&hours) {
        return None;
    }
    plan::plan(catalogue, &plan::Request::new(&variant.code).hours(hours).without_kickoff()).ok()
}
