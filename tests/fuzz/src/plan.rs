//! What is true of any plan.

use bilan_professionnel::plan::{Plan, Request, plan};
use bilan_professionnel::{Catalogue, Hours, Problem};

use crate::{answer, canary};

const HALF_HOUR: Hours = Hours::from_half_hours(1);

/// The plan of a request, if it has one; either way as it must be.
pub fn planned<'c>(catalogue: &'c Catalogue, request: &Request) -> Option<Plan<'c>> {
    match plan(catalogue, request) {
        Ok(mut plan) => {
            if canary::planted() {
                plan.hours = plan.hours.plus(HALF_HOUR);
            }
            check(catalogue, request, &plan);
            Some(plan)
        }
        Err(error) => {
            answer::refusal(&error);
            if let Problem::BudgetInfeasible { min, max } = *error.problem() {
                for bound in [min, max] {
                    let possible = plan(catalogue, &request.clone().hours(bound.as_f64()));
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
    assert_eq!(sum, plan.hours, "the hours of the steps add up: {plan:?}");
    assert_eq!(plan.totals.accompanied.plus(plan.totals.autonomous), sum, "{plan:?}");
    assert!(plan.range.contains(plan.hours), "{plan:?}");
    let asked = request.hours.unwrap_or(variant.stated_hours.as_f64());
    assert_eq!(plan.hours.as_f64(), asked, "{plan:?}");
    assert_eq!(plan.kickoff_meeting, plan.steps.iter().any(|step| step.kickoff));

    let with_kickoff = request.kickoff_meeting.unwrap_or(true);
    let fixed = |code: &str| request.fixed.get(code);
    let kept = variant.steps.iter().filter(|step| with_kickoff || step.kickoff.is_none());
    let expected: Vec<_> = kept.filter(|step| fixed(&step.code) != Some(0.0)).collect();
    assert!(expected.iter().map(|step| &step.code).eq(plan.steps.iter().map(|step| step.code)), "{plan:?}");
    for (step, planned) in expected.iter().zip(&plan.steps) {
        match fixed(&step.code) {
            Some(hours) => assert_eq!(planned.hours.as_f64(), hours, "{plan:?}"),
            None => assert!(step.hours.contains(planned.hours), "{plan:?}"),
        }
    }
    let departs = |code: &str| {
        let range = variant.step(code).expect("a step of the variant").hours;
        fixed(code).is_some_and(|hours| !(range.min().as_f64()..=range.max().as_f64()).contains(&hours))
    };
    let departing = variant.steps.iter().map(|step| step.code.as_str()).filter(|code| departs(code));
    assert!(departing.eq(plan.warnings.iter().map(|warning| warning.step)), "{plan:?}");

    let more = plan.hours.plus(HALF_HOUR);
    if plan.range.contains(more) {
        let larger = self::plan(catalogue, &request.clone().hours(more.as_f64())).expect("a total within range");
        for (step, larger) in plan.steps.iter().zip(&larger.steps) {
            assert!(larger.code == step.code && larger.hours >= step.hours, "half an hour more takes from {step:?}");
        }
    }
}
