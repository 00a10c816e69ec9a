//! Plans inside a budget: every half hour of every variant of the CDG29, and random choices of steps.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, clippy::float_cmp)]

use bilan_professionnel::catalogue::{Kickoff, Step, Variant};
use bilan_professionnel::plan::{Plan, Request, WarningCode, plan};
use bilan_professionnel::{Catalogue, Error, Hours, Problem};
use proptest::prelude::*;

fn made(request: &Request) -> Result<Plan<'static>, Error> {
    plan(Catalogue::embedded(), request)
}

fn variants() -> &'static [Variant] {
    &Catalogue::embedded().offer().variants
}

/// Half hours as the hours of a request.
fn hours(half_hours: u32) -> f64 {
    f64::from(half_hours) / 2.0
}

/// Every variant, with the kickoff meeting and, where it can be left out, without it.
fn choices() -> impl Iterator<Item = (&'static Variant, Request, Vec<&'static Step>)> {
    variants().iter().flat_map(|variant| {
        let with = Request::new(&variant.code);
        let optional = variant.kickoff().is_some_and(|(_, kickoff)| kickoff == Kickoff::Optional);
        let without = optional.then(|| with.clone().without_kickoff());
        [Some(with), without].into_iter().flatten().map(move |request| {
            let kept = |step: &&Step| request.kickoff_meeting.unwrap_or(true) || step.kickoff.is_none();
            let steps = variant.steps.iter().filter(kept).collect();
            (variant, request, steps)
        })
    })
}

/// Every feasible budget of every choice, with its plan.
fn budgets() -> impl Iterator<Item = (String, u32, Plan<'static>, Vec<&'static Step>)> {
    choices().flat_map(|(variant, request, steps)| {
        let sum = |bound: fn(&Step) -> u32| steps.iter().map(|step| bound(step)).sum::<u32>();
        let (min, max) = (sum(|step| step.hours.min().half_hours()), sum(|step| step.hours.max().half_hours()));
        (min..=max).map(move |budget| {
            let plan = made(&request.clone().hours(hours(budget))).unwrap();
            (
                format!("{} in {} h, kickoff {:?}", variant.code, hours(budget), request.kickoff_meeting),
                budget,
                plan,
                steps.clone(),
            )
        })
    })
}

#[test]
fn the_ranges_of_the_five_variants_are_those_of_the_page() {
    // Variant; steps; hours with the kickoff meeting, and without; hours alone; stated total.
    let table = [
        ("evolution", 13, (18.0, 30.0), Some((17.0, 29.0)), 4.0, 18.0),
        ("prevention", 12, (16.0, 26.0), Some((15.0, 25.0)), 4.0, 18.0),
        ("reorientation", 13, (18.0, 30.0), Some((17.0, 29.0)), 4.0, 18.0),
        ("developpement", 10, (15.5, 24.5), None, 0.0, 20.0),
        ("horizon", 13, (18.0, 30.0), Some((17.0, 29.0)), 4.0, 18.0),
    ];
    assert_eq!(variants().len(), table.len());
    for (code, steps, with, without, alone, stated) in table {
        let example = made(&Request::new(code)).unwrap();
        let range = |plan: &Plan<'_>| (plan.range.min().as_f64(), plan.range.max().as_f64());
        assert_eq!((example.steps.len(), range(&example)), (steps, with), "{code}");
        assert_eq!((example.totals.autonomous.as_f64(), example.hours.as_f64()), (alone, stated), "{code}");
        match (made(&Request::new(code).without_kickoff()), without) {
            (Ok(plan), without) => assert_eq!((plan.steps.len() + 1, Some(range(&plan))), (steps, without), "{code}"),
            (Err(error), without) => assert_eq!((error.code(), without), ("kickoffRequired", None), "{code}"),
        }
    }
}

#[test]
fn every_budget_within_the_range_is_met_exactly() {
    let mut count = 0;
    for (case, budget, plan, steps) in budgets() {
        assert_eq!(plan.hours, Hours::from_half_hours(budget), "{case}");
        assert_eq!(plan.steps.iter().map(|step| step.hours).sum::<Hours>(), plan.hours, "{case}");
        assert_eq!(plan.totals.accompanied.plus(plan.totals.autonomous), plan.hours, "{case}");
        let alone = plan.steps.iter().filter(|step| !step.accompanied).map(|step| step.hours).sum();
        assert_eq!(plan.totals.autonomous, alone, "{case}");
        assert!(plan.steps.iter().map(|step| step.code).eq(steps.iter().map(|step| step.code.as_str())), "{case}");
        for step in &plan.steps {
            assert!(step.range.contains(step.hours), "{case}: {} has {} h", step.code, step.hours);
        }
        assert_eq!(plan.kickoff_meeting, plan.steps.iter().any(|step| step.kickoff), "{case}");
        assert!(plan.warnings.is_empty(), "{case}");
        count += 1;
    }
    // Six choices with 24 half hours of play, two with 20, one with 18.
    assert_eq!(count, 6 * 25 + 2 * 21 + 19);
}

#[test]
fn half_an_hour_more_never_shortens_a_step() {
    let all: Vec<_> = budgets().collect();
    for pair in all.windows(2) {
        let [(_, fewer, before, _), (case, more, after, _)] = pair else { continue };
        if (before.variant, before.kickoff_meeting, *fewer + 1) == (after.variant, after.kickoff_meeting, *more) {
            for (before, after) in before.steps.iter().zip(&after.steps) {
                assert!(before.hours <= after.hours, "{case}: {} loses time", after.code);
            }
        }
    }
}

#[test]
fn shares_follow_the_width_of_the_ranges() {
    for (case, _, plan, _) in budgets() {
        // Width of each range and the share of the play it has, in half hours.
        let shares = || {
            let share = |step: &bilan_professionnel::plan::PlannedStep<'_>| {
                (step.range.width().half_hours(), step.hours.minus(step.range.min()).half_hours())
            };
            plan.steps.iter().map(share)
        };
        let (width, play) = shares().fold((0, 0), |(width, play), step| (width + step.0, play + step.1));
        for (mine, had) in shares() {
            for (theirs, has) in shares() {
                // Webster: nobody has a half hour to which somebody else has a higher claim.
                assert!(has == 0 || mine * (2 * has - 1) <= theirs * (2 * had + 1), "{case}: {mine} and {theirs}");
                assert!(mine != theirs || had.abs_diff(has) <= 1, "{case}: ranges of the same width");
            }
            assert!((had * width).abs_diff(mine * play) < width, "{case}: within half an hour of the proportion");
        }
    }
}

#[test]
fn a_budget_out_of_reach_is_refused_with_totals_that_are_within_reach() {
    for (variant, request, steps) in choices() {
        let range = steps.iter().map(|step| step.hours).sum::<bilan_professionnel::HoursRange>();
        let beyond = (0..200).filter(|budget| !range.contains(Hours::from_half_hours(*budget))).map(hours);
        for budget in beyond.chain([-0.5, -18.0, 1e6, 1e300, -1e300]) {
            let error = made(&request.clone().hours(budget)).unwrap_err();
            assert_eq!((error.code(), error.path()), ("budgetInfeasible", "hours"), "{} in {budget} h", variant.code);
            let (min, max) = error.problem().possible_hours().unwrap();
            assert_eq!((min, max), (range.min(), range.max()), "{} in {budget} h", variant.code);
            assert!(made(&request.clone().hours(min.as_f64())).is_ok());
            assert!(made(&request.clone().hours(max.as_f64())).is_ok());
        }
        for budget in [18.25, 0.1, f64::MIN_POSITIVE, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            let error = made(&request.clone().hours(budget)).unwrap_err();
            assert_eq!((error.code(), error.path()), ("hoursGranularity", "hours"), "{} in {budget} h", variant.code);
        }
    }
}

#[test]
fn every_stated_total_is_feasible_as_it_stands() {
    for (variant, request, _) in choices() {
        let plan = made(&request).unwrap();
        assert_eq!(plan.hours, variant.stated_hours);
        assert_eq!(plan, made(&request.clone().hours(variant.stated_hours.as_f64())).unwrap());
    }
    // For these three, 18 h with the kickoff meeting is the example at its shortest; without it, 1 h is left to share.
    for code in ["evolution", "reorientation", "horizon"] {
        let longer = |plan: &Plan<'_>| -> Vec<(String, f64)> {
            let extra =
                plan.steps.iter().map(|step| (step.code.to_owned(), step.hours.minus(step.range.min()).as_f64()));
            extra.filter(|(_, extra)| *extra > 0.0).collect()
        };
        assert_eq!(longer(&made(&Request::new(code)).unwrap()), []);
        let without = made(&Request::new(code).without_kickoff()).unwrap();
        assert_eq!(longer(&without).iter().map(|(_, extra)| extra).sum::<f64>(), 1.0);
    }
}

#[test]
fn the_kickoff_meeting_is_kept_unless_it_can_be_and_is_left_out() {
    let refused = |request: Request| {
        let error = made(&request).unwrap_err();
        (error.code(), error.path().to_owned())
    };
    for variant in variants() {
        let (kickoff, rule) = variant.kickoff().unwrap();
        let request = || Request::new(&variant.code);
        assert!(made(&request()).unwrap().kickoff_meeting);
        match rule {
            Kickoff::Optional => {
                let without = made(&request().without_kickoff()).unwrap();
                assert!(!without.kickoff_meeting && without.steps.iter().all(|step| step.code != kickoff.code));
                // Dropped as a step, it is not held either: the choice is the same, and said.
                let dropped = made(&request().fix(&kickoff.code, 0.0)).unwrap();
                assert_eq!((dropped.kickoff_meeting, &dropped.steps), (false, &without.steps));
                assert_eq!(dropped.warnings[0].step, kickoff.code);
                let absent = refused(request().without_kickoff().fix(&kickoff.code, 1.0));
                assert_eq!(absent, ("unknownStep", format!("fixed.{}", kickoff.code)));
            }
            Kickoff::Required => {
                assert_eq!(refused(request().without_kickoff()), ("kickoffRequired", "kickoffMeeting".into()));
                let dropped = refused(request().fix(&kickoff.code, 0.0));
                assert_eq!(dropped, ("kickoffRequired", format!("fixed.{}", kickoff.code)));
            }
        }
    }
}

#[test]
fn a_fixed_step_has_from_nothing_to_forty_hours_by_half_hours() {
    let table = [
        (-0.5, Err("hoursOutOfRange")),
        (-0.0, Ok(0)),
        (0.0, Ok(0)),
        (0.5, Ok(1)),
        (40.0, Ok(80)),
        (40.5, Err("hoursOutOfRange")),
        (1e300, Err("hoursOutOfRange")),
        (0.75, Err("hoursGranularity")),
        (f64::NAN, Err("hoursGranularity")),
        (f64::INFINITY, Err("hoursGranularity")),
    ];
    for (fixed, expected) in table {
        // The other steps at their shortest: 17 h.
        let total = if fixed.is_finite() { 17.0 + fixed.clamp(0.0, 40.0) } else { 18.0 };
        let found = made(&Request::new("evolution").hours(total).fix("synthese", fixed));
        let half_hours = found.map(|plan| {
            let step = plan.steps.iter().find(|step| step.code == "synthese");
            step.map_or(0, |step| step.hours.half_hours())
        });
        let found = half_hours.map_err(|error| {
            assert_eq!(error.path(), "fixed.synthese", "{fixed}");
            error.code()
        });
        assert_eq!(found, expected, "{fixed}");
    }
}

/// A variant, whether the kickoff meeting is held, hours for some steps, and where the total lies in what is possible.
fn chosen() -> impl Strategy<Value = (usize, bool, Vec<Option<u32>>, f64)> {
    let fixed = prop_oneof![4 => Just(None), 1 => Just(Some(0)), 3 => (1u32..=8).prop_map(Some), 1 => (9u32..=80).prop_map(Some)];
    (0..5usize, any::<bool>(), prop::collection::vec(fixed, 13), 0.0..=1.0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn fixed_steps_have_their_hours_and_the_others_share_the_rest((variant, kickoff, fixed, share) in chosen()) {
        let variant = &variants()[variant];
        let kickoff = kickoff || variant.kickoff().unwrap().1 == Kickoff::Required;
        let mut request = Request::new(&variant.code);
        if !kickoff {
            request = request.without_kickoff();
        }
        let (mut min, mut max, mut outside) = (0, 0, Vec::new());
        let mut expected = Vec::new();
        for (step, fixed) in variant.steps.iter().zip(fixed).filter(|(step, _)| kickoff || step.kickoff.is_none()) {
            let fixed = fixed.filter(|half_hours| *half_hours > 0 || step.kickoff != Some(Kickoff::Required));
            if let Some(half_hours) = fixed {
                request = request.fix(&step.code, hours(half_hours));
                if !step.hours.contains(Hours::from_half_hours(half_hours)) {
                    outside.push(step.code.as_str());
                }
            }
            let range = fixed.map_or((step.hours.min().half_hours(), step.hours.max().half_hours()), |fixed| (fixed, fixed));
            (min, max) = (min + range.0, max + range.1);
            if range != (0, 0) {
                expected.push((step.code.as_str(), range));
            }
        }
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let budget = min + (f64::from(max - min) * share).round() as u32;

        let made_plan = made(&request.clone().hours(hours(budget))).unwrap();
        prop_assert_eq!(made_plan.range.min().half_hours(), min);
        prop_assert_eq!(made_plan.range.max().half_hours(), max);
        prop_assert_eq!(made_plan.hours.half_hours(), budget);
        prop_assert_eq!(made_plan.steps.iter().map(|step| step.hours.half_hours()).sum::<u32>(), budget);
        prop_assert!(made_plan.steps.iter().map(|step| step.code).eq(expected.iter().map(|(code, _)| *code)));
        for (step, (code, (min, max))) in made_plan.steps.iter().zip(&expected) {
            prop_assert!((*min..=*max).contains(&step.hours.half_hours()), "{} has {}", code, step.hours);
        }
        prop_assert!(made_plan.warnings.iter().all(|warning| warning.code == WarningCode::OutsideExampleRange));
        prop_assert!(made_plan.warnings.iter().map(|warning| warning.step).eq(outside));

        if budget < max {
            let more = made(&request.clone().hours(hours(budget + 1))).unwrap();
            for (before, after) in made_plan.steps.iter().zip(&more.steps) {
                prop_assert!(before.hours <= after.hours, "{} loses time", before.code);
            }
        }
        for beyond in [hours(min) - 0.5, hours(max) + 0.5] {
            let error = made(&request.clone().hours(beyond)).unwrap_err();
            let problem = Problem::BudgetInfeasible { min: made_plan.range.min(), max: made_plan.range.max() };
            prop_assert_eq!((error.problem(), error.path()), (&problem, "hours"));
        }
    }
}
