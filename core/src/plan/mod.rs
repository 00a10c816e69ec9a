//! The steps of a bilan and their hours, inside a budget.

mod choice;
mod fixed;
mod request;
mod result;
mod share;

pub(crate) use self::choice::on_the_grid;
use self::choice::{Chosen, choose};
pub use self::fixed::FixedHours;
pub use self::request::Request;
pub use self::result::{Plan, PlannedStep, Totals, Warning, WarningCode};
use crate::catalogue::{Catalogue, Variant};
use crate::error::{Error, Problem};
use crate::values::{Hours, HoursRange};

/// Makes a plan: fixed steps have exactly their hours, the others share what is left.
///
/// Each of the others has at least the minimum of its range. What is left goes unit by unit, a unit being the
/// catalogue's granularity, to the step with the highest claim: the width of its range divided by twice the units it
/// already has plus one, the first step of the variant among equals. This is the method of Sainte-Laguë (Webster). It
/// is fair, since the share of each step follows its width without favouring wide or narrow ranges, and steady, since
/// one unit more in total is one more turn of the same division and never takes time from any step.
///
/// Where a variant's total counts only the hours with the counsellor, so do the range and the sharing; a step of
/// personal work then has the fewest hours of the example, unless it is fixed.
///
/// The steps are an example that a counsellor may change: other hours than the example's, or a step dropped, bring a
/// warning and no error. Source: page of the CDG29, the table of each variant and the sentence before it.
///
/// # Errors
/// At the path of the choice at fault, in this order: [`Problem::UnknownVariant`]; [`Problem::HoursGranularity`] for a
/// total off the catalogue's grid; [`Problem::KickoffNotOffered`], [`Problem::KickoffRequired`] and
/// [`Problem::Contradiction`] where the kickoff meeting cannot be as asked; for a fixed step
/// [`Problem::UnknownStep`], [`Problem::HoursOutOfRange`] and [`Problem::HoursGranularity`];
/// [`Problem::BudgetInfeasible`], with what is possible, for a total out of reach or of no hours at all.
pub fn plan<'c>(catalogue: &'c Catalogue, request: &Request) -> Result<Plan<'c>, Error> {
    let variant = catalogue.variant(&request.variant)?;
    on_the_grid(catalogue, request.hours.unwrap_or_default()).map_err(|problem| problem.at("hours"))?;
    let chosen = choose(catalogue, variant, request)?;
    let range: HoursRange = chosen.iter().map(Chosen::counted_range).sum();
    let total = request.hours.unwrap_or(variant.stated_hours);
    if total.is_zero() || !range.contains(total) {
        return Err(Problem::BudgetInfeasible { min: range.min(), max: range.max() }.at("hours"));
    }
    Ok(share_out(catalogue, variant, &chosen, range, total, request.hours.is_none()))
}

/// Shares a total that is within reach.
fn share_out<'c>(
    catalogue: &Catalogue,
    variant: &'c Variant,
    chosen: &[Chosen<'c>],
    range: HoursRange,
    total: Hours,
    is_default: bool,
) -> Plan<'c> {
    let granularity = catalogue.offer().granularity;
    let units = |hours: Hours| hours.quarters().checked_div(granularity.quarters()).unwrap_or(0);
    let widths: Vec<u32> = chosen.iter().map(|step| units(step.range().width())).collect();
    let shares = share::share(&widths, units(total.minus(range.min())));
    let planned = chosen.iter().zip(shares).map(|(chosen, units)| {
        let Chosen { step, accompanied, .. } = *chosen;
        PlannedStep {
            code: &step.code,
            label: &step.label,
            hours: chosen.range().min().plus(granularity.times(units)),
            range: step.hours,
            modes: &step.modes,
            tools: &step.tools,
            coach: step.coach,
            accompanied,
            kickoff: step.kickoff,
        }
    });
    let steps: Vec<PlannedStep<'c>> = planned.filter(|step| !step.hours.is_zero()).collect();
    Plan {
        variant: &variant.code,
        label: &variant.label,
        hours: total,
        counts: variant.counts,
        average: is_default && variant.average,
        kickoff_meeting: steps.iter().any(|step| step.kickoff.is_some()),
        range,
        totals: Totals::of(&steps),
        warnings: chosen.iter().filter_map(Chosen::warning).collect(),
        steps,
        example: variant,
    }
}
