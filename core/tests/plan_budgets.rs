//! Plans inside a budget: every half hour of every variant of the CDG29, and every unit of other centres' grids.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, missing_docs)]

#[path = "support/centres.rs"]
mod centres;

use bilan_professionnel::catalogue::{Counts, Kickoff, Step, Variant};
use bilan_professionnel::plan::{Plan, PlannedStep, Request, plan};
use bilan_professionnel::{Catalogue, Error, Hours, HoursRange};

use crate::centres::{centre, long_and_short, step, variant};

fn made(request: &Request) -> Result<Plan<'static>, Error> {
    plan(Catalogue::embedded(), request)
}

fn halves(half_hours: u32) -> Hours {
    Hours::HALF.times(half_hours)
}

/// Every variant of a catalogue, with the kickoff meeting and, where it can be left out, without it.
fn choices(catalogue: &Catalogue) -> impl Iterator<Item = (&Variant, Request, Vec<&Step>)> {
    catalogue.offer().variants.iter().flat_map(|variant| {
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

/// The hours of a choice that its total counts.
fn range(catalogue: &Catalogue, variant: &Variant, steps: &[&Step]) -> HoursRange {
    let counted = steps.iter().filter(|step| variant.counts == Counts::All || catalogue.is_accompanied(step));
    counted.map(|step| step.hours).sum()
}

/// Every feasible budget of every choice in a row, with its plan.
fn budgets(catalogue: &Catalogue) -> Vec<Vec<(String, Plan<'_>, Vec<&Step>)>> {
    let unit = catalogue.offer().granularity;
    let row = |(variant, request, steps): (&'_ Variant, Request, Vec<&'_ Step>)| {
        let range = range(catalogue, variant, &steps);
        let count = range.width().quarters() / unit.quarters();
        let budgets = (0..=count).map(|units| range.min().plus(unit.times(units)));
        budgets.map(|budget| (budget, request.clone().hours(budget))).collect::<Vec<_>>()
    };
    choices(catalogue)
        .map(|(variant, request, steps)| {
            let plans = row((variant, request, steps.clone())).into_iter().map(|(budget, request)| {
                let case = format!("{} in {budget} h, kickoff {:?}", variant.code, request.kickoff_meeting);
                (case, plan(catalogue, &request).unwrap(), steps.clone())
            });
            plans.collect()
        })
        .collect()
}

/// The CDG29's catalogue, and others on each grid that a catalogue can have.
fn catalogues() -> Vec<Catalogue> {
    let steps = |quarter: f64| {
        [
            step("demarrage", (1.0, 1.0), true, Some("optional")),
            step("entretiens", (3.0, 8.0 - quarter), true, None),
            step("recherches", (2.0, 4.0 + quarter), false, None),
            step("synthese", (1.0, 2.0), true, None),
        ]
    };
    let grid = |granularity: f64, quarter: f64| {
        centre(granularity, &["collectivite"], &[variant("bilan", 9.0, &steps(quarter))], &[])
    };
    vec![Catalogue::embedded().clone(), grid(0.25, 0.25), grid(0.5, 0.5), grid(1.0, 1.0), long_and_short()]
}

#[test]
fn the_ranges_of_the_five_variants_are_those_of_the_page() {
    // Variant; steps; hours with the kickoff meeting, and without, in half hours; hours alone; stated total.
    let table = [
        ("evolution", 13, (36, 60), Some((34, 58)), 4, 18),
        ("prevention", 12, (32, 52), Some((30, 50)), 4, 18),
        ("reorientation", 13, (36, 60), Some((34, 58)), 4, 18),
        ("developpement", 10, (31, 49), None, 0, 20),
        ("horizon", 13, (36, 60), Some((34, 58)), 4, 18),
    ];
    assert_eq!(Catalogue::embedded().offer().variants.len(), table.len());
    for (code, steps, with, without, alone, stated) in table {
        let example = made(&Request::new(code)).unwrap();
        let range = |plan: &Plan<'_>| (plan.range.min(), plan.range.max());
        let halves = |(min, max)| (halves(min), halves(max));
        assert_eq!((example.steps.len(), range(&example)), (steps, halves(with)), "{code}");
        assert_eq!(example.totals.autonomous, Hours::from_whole(alone), "{code}");
        assert_eq!((example.hours, example.average), (Hours::from_whole(stated), true), "{code}");
        match (made(&Request::new(code).without_kickoff()), without) {
            (Ok(plan), without) => {
                assert_eq!((plan.steps.len() + 1, Some(range(&plan))), (steps, without.map(halves)), "{code}");
            }
            (Err(error), without) => assert_eq!((error.code(), without), ("kickoffRequired", None), "{code}"),
        }
    }
}

#[test]
fn every_budget_within_the_range_is_met_exactly() {
    for catalogue in catalogues() {
        for (case, plan, steps) in budgets(&catalogue).into_iter().flatten() {
            let sum = |kept: &dyn Fn(&&PlannedStep<'_>) -> bool| -> Hours {
                plan.steps.iter().filter(kept).map(|step| step.hours).sum()
            };
            let counted = sum(&|step| plan.counts == Counts::All || step.accompanied);
            assert_eq!(counted, plan.hours, "{case}");
            assert_eq!(plan.totals.accompanied, sum(&|step| step.accompanied), "{case}");
            assert_eq!(plan.totals.autonomous, sum(&|step| !step.accompanied), "{case}");
            assert_eq!(plan.totals.kickoff, sum(&|step| step.kickoff.is_some()), "{case}");
            assert_eq!(plan.kickoff_meeting, plan.steps.iter().any(|step| step.kickoff.is_some()), "{case}");
            assert!(plan.steps.iter().map(|step| step.code).eq(steps.iter().map(|step| step.code.as_str())), "{case}");
            for step in &plan.steps {
                assert!(step.range.contains(step.hours), "{case}: {} has {} h", step.code, step.hours);
                assert!(step.hours.is_multiple_of(catalogue.offer().granularity), "{case}: {}", step.code);
            }
            assert!(plan.warnings.is_empty() && plan.follows_example() && !plan.average, "{case}");
        }
    }
    // Six choices with 24 half hours of play, two with 20, one with 18.
    let rows = budgets(Catalogue::embedded());
    assert_eq!(rows.iter().map(Vec::len).sum::<usize>(), 6 * 25 + 2 * 21 + 19);
}

#[test]
fn one_unit_more_in_total_never_takes_time_from_a_step() {
    for catalogue in catalogues() {
        for row in budgets(&catalogue) {
            for pair in row.windows(2) {
                let [(_, fewer, _), (case, more, _)] = pair else { continue };
                assert_eq!(fewer.hours.plus(catalogue.offer().granularity), more.hours, "{case}");
                for (before, after) in fewer.steps.iter().zip(&more.steps) {
                    assert!(before.hours <= after.hours, "{case}: {} loses time", after.code);
                }
            }
        }
    }
}

#[test]
fn shares_follow_the_width_of_the_ranges() {
    for catalogue in catalogues() {
        let units = |hours: Hours| hours.quarters() / catalogue.offer().granularity.quarters();
        for (case, plan, _) in budgets(&catalogue).into_iter().flatten() {
            // Width of each range, and the share of the play it has, in units.
            let sharing = plan.steps.iter().filter(|step| plan.counts == Counts::All || step.accompanied);
            let shares: Vec<(u32, u32)> =
                sharing.map(|step| (units(step.range.width()), units(step.hours.minus(step.range.min())))).collect();
            let (width, play) = shares.iter().fold((0, 0), |(width, play), step| (width + step.0, play + step.1));
            for (place, &(mine, had)) in shares.iter().enumerate() {
                for (other, &(theirs, has)) in shares.iter().enumerate() {
                    // Webster: nobody has a unit to which somebody else has a higher claim.
                    assert!(has == 0 || had >= mine || mine * (2 * has - 1) <= theirs * (2 * had + 1), "{case}");
                    assert!(mine != theirs || had.abs_diff(has) <= 1, "{case}: ranges of the same width");
                    assert!(mine != theirs || place > other || had >= has, "{case}: the first of equals is first");
                }
                assert!(
                    (had * width).abs_diff(mine * play) < width.max(1),
                    "{case}: within one unit of the proportion"
                );
            }
        }
    }
}

#[test]
fn the_example_of_the_contract_is_shared_as_it_says() {
    let request = Request::new("evolution").hours(Hours::from_whole(20)).without_kickoff();
    let plan = made(&request.fix("analyseDemande", halves(3)).fix("recherches", Hours::ZERO)).unwrap();
    assert_eq!((plan.range.min(), plan.range.max()), (halves(31), halves(53)));
    assert_eq!(plan.totals.accompanied, Hours::from_whole(18));
    assert_eq!((plan.totals.autonomous, plan.totals.kickoff), (Hours::from_whole(2), Hours::ZERO));
    // Nine half hours: one to each of the three wide ranges, then to each range in the order of the steps.
    let longer = |step: &PlannedStep<'_>| step.hours.minus(step.range.min()).quarters() / 2;
    let extras: Vec<(&str, u32)> = plan.steps.iter().map(|step| (step.code, longer(step))).collect();
    let expected = [
        ("analyseDemande", 1),
        ("analyseParcours", 1),
        ("identificationCompetences", 2),
        ("profilPersonnalite", 1),
        ("pistes", 1),
        ("analyseRecherches", 1),
        ("demarchesTerrain", 0),
        ("analyseProjets", 1),
        ("planAction", 1),
        ("synthese", 1),
        ("reunionCloture", 0),
    ];
    assert_eq!(extras, expected);
}

#[test]
fn a_budget_out_of_reach_is_refused_with_totals_that_are_within_reach() {
    for catalogue in catalogues() {
        let unit = catalogue.offer().granularity;
        for (variant, request, steps) in choices(&catalogue) {
            let range = range(&catalogue, variant, &steps);
            let beyond = (0..400).map(|units| unit.times(units)).filter(|budget| !range.contains(*budget));
            for budget in beyond.chain([Hours::MAX]) {
                let error = plan(&catalogue, &request.clone().hours(budget)).unwrap_err();
                assert_eq!(
                    (error.code(), error.path()),
                    ("budgetInfeasible", "hours"),
                    "{} in {budget} h",
                    variant.code
                );
                assert_eq!(error.problem().possible_hours(), Some((range.min(), range.max())), "{}", variant.code);
            }
            for reachable in [range.min(), range.max()] {
                assert!(plan(&catalogue, &request.clone().hours(reachable)).is_ok());
            }
        }
    }
}

#[test]
fn every_stated_total_is_feasible_as_it_stands() {
    for catalogue in catalogues() {
        for (variant, request, _) in choices(&catalogue) {
            let by_default = plan(&catalogue, &request).unwrap();
            assert_eq!((by_default.hours, by_default.average), (variant.stated_hours, variant.average));
            let asked = plan(&catalogue, &request.clone().hours(variant.stated_hours)).unwrap();
            assert_eq!(by_default.steps, asked.steps);
            assert!(!asked.average, "a total that is asked for is no average");
        }
    }
    // For these three, 18 h with the kickoff meeting is the example at its shortest; without it, 1 h is left to share.
    for code in ["evolution", "reorientation", "horizon"] {
        let extra =
            |plan: &Plan<'_>| -> Hours { plan.steps.iter().map(|step| step.hours.minus(step.range.min())).sum() };
        assert_eq!(extra(&made(&Request::new(code)).unwrap()), Hours::ZERO);
        assert_eq!(extra(&made(&Request::new(code).without_kickoff()).unwrap()), Hours::ONE);
    }
}
