//! What is true of any plan.

use bilan_professionnel::catalogue::Counts;
use bilan_professionnel::plan::{Plan, Request, plan};
use bilan_professionnel::{Catalogue, Hours, Problem};

use crate::{answer, canary};

/// The plan of a request, if it has one; either way as it must be.
pub fn planned<'c>(catalogue: &'c Catalogue, request: &Request) -> Option<Plan<'c>> {
    match plan(catalogue, request) {
        Ok(mut plan) => {
            if canary::planted() {
                plan.hours = plan.hours.plus(Hours::QUARTER);
            }
            check(catalogue, request, &plan);
            Some(plan)
        }
        Err(error) => {
            answer::refusal(&error);
            if let Problem::BudgetInfeasible { min, max } = *error.problem() {
                // A plan of no hours at all is none.
                for bound in [min, max].into_iter().filter(|bound| !bound.is_zero()) {
                    let possible = plan(catalogue, &request.clone().hours(bound));
                    assert!(possible.is_ok(), "{request:?} cannot have the {bound} h it is said to: {possible:?}");
                }
            }
            None
        }
    }
}

fn check(catalogue: &Catalogue, request: &Request, plan: &Plan<'_>) {
    let variant = catalogue.variant(&request.variant).expect("the variant of a plan");
    let sum: Hours = plan.steps.iter().map(|step| step.hours).sum();
    assert_eq!(plan.totals.all(), sum, "the hours of the steps add up: {plan:?}");
    let alone: Hours = plan.steps.iter().filter(|step| !step.accompanied).map(|step| step.hours).sum();
    assert_eq!(plan.totals.autonomous, alone, "{plan:?}");
    let counted = if variant.counts == Counts::All { sum } else { sum.minus(alone) };
    assert_eq!((plan.hours, plan.counts), (counted, variant.counts), "the total counts what it says: {plan:?}");
    let grid = catalogue.offer().granularity;
    assert!(plan.steps.iter().all(|step| step.hours.is_multiple_of(grid)), "{plan:?}");
    assert!(plan.range.contains(plan.hours), "{plan:?}");
    assert_eq!(plan.hours, request.hours.unwrap_or(variant.stated_hours), "{plan:?}");
    let kickoff = plan.steps.iter().find(|step| step.kickoff.is_some());
    assert_eq!(plan.kickoff_meeting, kickoff.is_some());
    assert_eq!(plan.totals.kickoff, kickoff.map_or(Hours::ZERO, |step| step.hours), "{plan:?}");

    let fixed = |code: &str| request.fixed.get(code);
    let with_kickoff = request.kickoff_meeting.unwrap_or(true);
    let hours = |plan: &Plan<'_>, code: &str| plan.step(code).map_or(Hours::ZERO, |step| step.hours);
    assert!(plan.steps.iter().all(|step| !step.hours.is_zero()), "a step of no hours: {plan:?}");
    let planned = variant.steps.iter().filter(|step| plan.step(&step.code).is_some());
    assert!(planned.map(|step| step.code.as_str()).eq(plan.steps.iter().map(|step| step.code)), "{plan:?}");
    for step in &variant.steps {
        let hours = hours(plan, &step.code);
        match fixed(&step.code) {
            Some(fixed) => assert_eq!(hours, fixed, "{plan:?}"),
            None if step.kickoff.is_some() && !with_kickoff => assert!(hours.is_zero(), "{plan:?}"),
            None => assert!(step.hours.contains(hours), "{plan:?}"),
        }
    }
    let departs = |code: &str| {
        let range = variant.step(code).expect("a step of the variant").hours;
        fixed(code).is_some_and(|hours| !range.contains(hours))
    };
    let departing = variant.steps.iter().map(|step| step.code.as_str()).filter(|code| departs(code));
    assert!(departing.eq(plan.warnings.iter().map(|warning| warning.step)), "{plan:?}");

    let more = plan.hours.plus(grid);
    if plan.range.contains(more) {
        let larger = self::plan(catalogue, &request.clone().hours(more)).expect("a total within range");
        for step in &plan.steps {
            assert!(hours(&larger, step.code) >= step.hours, "one unit more takes from {step:?}");
        }
    }
}
