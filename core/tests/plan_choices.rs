//! What a request may choose of a plan, and what it may not: the kickoff meeting, fixed hours, the grid.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, missing_docs)]

#[path = "support/centres.rs"]
mod centres;

use bilan_professionnel::catalogue::{Kickoff, Variant};
use bilan_professionnel::plan::{FixedHours, Plan, Request, WarningCode, plan};
use bilan_professionnel::{Catalogue, Error, Hours, Problem};
use proptest::prelude::*;

use crate::centres::{by_half_days, by_strata, centre, long_and_short, step, variant};

fn made(request: &Request) -> Result<Plan<'static>, Error> {
    plan(Catalogue::embedded(), request)
}

fn variants() -> &'static [Variant] {
    &Catalogue::embedded().offer().variants
}

fn quarters(quarters: u32) -> Hours {
    Hours::from_quarters(quarters)
}

fn halves(half_hours: u32) -> Hours {
    Hours::HALF.times(half_hours)
}

fn refused(catalogue: &Catalogue, request: &Request) -> (&'static str, String) {
    let error = plan(catalogue, request).unwrap_err();
    (error.code(), error.path().to_owned())
}

#[test]
fn the_kickoff_meeting_is_as_the_two_members_that_speak_of_it_say_together() {
    const CONTRADICTION: (&str, &str) = ("contradiction", "kickoffMeeting");
    const NO_CHOICE: (&str, &str) = ("kickoffRequired", "kickoffMeeting");
    const NO_HOURS: (&str, &str) = ("kickoffRequired", "fixed.reunionDemarrage");
    // What is written; the hours it is fixed at; optional at the variant évolution; required at développement.
    let table = [
        (None, None, Ok(true), Ok(true)),
        (None, Some(1), Ok(true), Ok(true)),
        (None, Some(0), Ok(false), Err(NO_HOURS)),
        (Some(true), None, Ok(true), Ok(true)),
        (Some(true), Some(2), Ok(true), Ok(true)),
        (Some(true), Some(0), Err(CONTRADICTION), Err(NO_HOURS)),
        (Some(false), None, Ok(false), Err(NO_CHOICE)),
        (Some(false), Some(0), Ok(false), Err(NO_CHOICE)),
        (Some(false), Some(1), Err(CONTRADICTION), Err(NO_CHOICE)),
    ];
    for (written, fixed, optional, required) in table {
        for (code, expected, kind) in
            [("evolution", optional, Kickoff::Optional), ("developpement", required, Kickoff::Required)]
        {
            let mut request = Request::new(code).hours(Hours::from_whole(21));
            request.kickoff_meeting = written;
            if let Some(hours) = fixed {
                request = request.fix("reunionDemarrage", Hours::from_whole(hours));
            }
            let found = made(&request);
            let held = found.as_ref().map(|plan| plan.kickoff_meeting).map_err(|error| (error.code(), error.path()));
            assert_eq!(held, expected, "{code} {written:?} {fixed:?}");
            let Ok(plan) = found else { continue };
            let meeting = plan.step("reunionDemarrage");
            assert_eq!(meeting.and_then(|step| step.kickoff), plan.kickoff_meeting.then_some(kind));
            assert_eq!(plan.totals.kickoff, meeting.map_or(Hours::ZERO, |step| step.hours));
            assert!(plan.dropped().map(|step| step.code.as_str()).eq(meeting.is_none().then_some("reunionDemarrage")));
            // Other hours than the example's are said, no hours at all included.
            assert_eq!(plan.warnings.len(), usize::from(matches!(fixed, Some(0 | 2))), "{code} {written:?} {fixed:?}");
            assert_eq!(plan.follows_example(), fixed != Some(2));
        }
    }
    // A step named without hours is free.
    let mut request = Request::new("evolution").kickoff_meeting(true);
    request.fixed.insert("reunionDemarrage", None);
    assert!(made(&request).unwrap().kickoff_meeting);
    assert!(!made(&request.without_kickoff()).unwrap().kickoff_meeting);
}

#[test]
fn a_variant_without_a_kickoff_meeting_offers_none() {
    let catalogue = by_half_days();
    let request = || Request::new("bilan");
    assert_eq!(refused(&catalogue, &request().kickoff_meeting(true)), ("kickoffNotOffered", "kickoffMeeting".into()));
    for request in [request(), request().without_kickoff()] {
        let plan = plan(&catalogue, &request).unwrap();
        assert_eq!((plan.kickoff_meeting, plan.totals.kickoff), (false, Hours::ZERO));
        assert!(plan.follows_example());
    }
}

#[test]
fn a_plan_of_no_hours_is_no_plan() {
    let emptied = |code: &str| {
        let variant = Catalogue::embedded().variant(code).unwrap();
        variant.steps.iter().fold(Request::new(code), |request, step| request.fix(&step.code, Hours::ZERO))
    };
    for hours in [None, Some(Hours::ZERO), Some(Hours::from_whole(18))] {
        let mut request = emptied("evolution");
        request.hours = hours;
        let error = made(&request).unwrap_err();
        assert_eq!((error.code(), error.path()), ("budgetInfeasible", "hours"));
        assert!(error.to_string().contains("au moins une étape"), "{error}");
    }
    // Where the total counts the hours with the counsellor alone, personal work makes no plan either.
    let alone = Request::new("long").fix("entretiens", Hours::ZERO).fix("restitution", Hours::ZERO);
    assert_eq!(refused(&long_and_short(), &alone.hours(Hours::ZERO)), ("budgetInfeasible", "hours".into()));
}

#[test]
fn hours_lie_on_the_grid_of_the_catalogue() {
    for (granularity, on_grid) in [(0.25, [true, true, true]), (0.5, [false, true, true]), (1.0, [false, false, true])]
    {
        let steps = [step("entretien", (1.0, 9.0), true, None), step("synthese", (1.0, 9.0), true, None)];
        let catalogue = centre(granularity, &["collectivite"], &[variant("bilan", 4.0, &steps)], &[]);
        for (hours, accepted) in [17, 18, 20].map(quarters).into_iter().zip(on_grid) {
            let total = plan(&catalogue, &Request::new("bilan").hours(hours));
            // The other step takes the rest of a total that is on the grid.
            let fixed = plan(&catalogue, &Request::new("bilan").fix("entretien", hours).hours(Hours::from_whole(8)));
            for (found, path) in [(total, "hours"), (fixed, "fixed.entretien")] {
                let found = found.map_err(|error| (error.problem().clone(), error.path().to_owned()));
                let expected =
                    (Problem::HoursGranularity { granularity: catalogue.offer().granularity }, path.to_owned());
                assert_eq!(found.err(), (!accepted).then_some(expected), "{hours} h on a grid of {granularity} h");
            }
        }
    }
}

#[test]
fn a_total_of_accompanied_hours_leaves_personal_work_at_its_shortest() {
    let catalogue = long_and_short();
    let of = |request: Request| {
        let plan = plan(&catalogue, &request).unwrap();
        let hours = |code: &str| plan.step(code).map_or(0.0, |step| step.hours.as_f64());
        assert_eq!(plan.totals.accompanied, plan.hours);
        assert_eq!((plan.range.min(), plan.range.max()), (Hours::from_whole(4), quarters(29)));
        (["entretiens", "enquetes", "immersion", "restitution"].map(hours), plan.totals.autonomous.as_f64())
    };
    let request = || Request::new("long");
    assert_eq!(of(request()), ([4.75, 2.0, 14.0, 2.25], 16.0));
    assert_eq!(of(request().hours(Hours::from_whole(4))), ([3.0, 2.0, 14.0, 1.0], 16.0));
    assert_eq!(of(request().hours(quarters(29))), ([5.0, 2.0, 14.0, 2.25], 16.0));
    // Unless the counsellor fixes it.
    assert_eq!(of(request().fix("immersion", Hours::from_whole(35))), ([4.75, 2.0, 35.0, 2.25], 37.0));
    assert_eq!(of(request().fix("enquetes", Hours::ZERO)), ([4.75, 0.0, 14.0, 2.25], 14.0));
}

#[test]
fn a_step_that_the_variant_does_not_have_is_named_in_the_order_of_the_request() {
    let request = Request::new("developpement").fix("recherches", Hours::ONE).fix("autre", Hours::ONE);
    let error = made(&request).unwrap_err();
    assert_eq!((error.code(), error.path()), ("unknownStep", "fixed.recherches"));
    assert!(error.to_string().contains("misesEnSituation"), "{error}");
    let mut reversed = FixedHours::new();
    reversed.insert("autre", Some(Hours::ONE));
    reversed.insert("recherches", Some(Hours::ONE));
    assert_eq!(request.fixed, reversed);
    assert_eq!(refused(Catalogue::embedded(), &Request::new("bilan")), ("unknownVariant", "variant".into()));
}

#[test]
fn hours_decided_for_a_step_replace_those_it_had() {
    let mut fixed = FixedHours::new();
    assert!(fixed.is_empty());
    assert_eq!(fixed.insert("synthese", Some(halves(4))), None);
    assert_eq!(fixed.insert("analyseDemande", None), None);
    assert_eq!(fixed.insert("synthese", Some(halves(2))), Some(halves(4)));
    let decided = ["synthese", "analyseDemande", "pistes"].map(|step| fixed.get(step));
    assert_eq!(decided, [Some(Hours::ONE), None, None]);
    assert_eq!(fixed.iter().collect::<Vec<_>>(), [("synthese", Some(Hours::ONE)), ("analyseDemande", None)]);
    assert!(!fixed.is_empty());
    let read = |text: &str| serde_json::from_str::<FixedHours>(text);
    assert_eq!(read(r#"{"analyseDemande":null,"synthese":1}"#).unwrap(), fixed);
    for other in [r#"{"synthese":1}"#, r#"{"synthese":1,"analyseDemande":1}"#, r#"{"synthese":1,"pistes":null}"#] {
        assert_ne!(read(other).unwrap(), fixed, "{other}");
    }
    assert!(read(r#"{"synthese":1,"synthese":1}"#).is_err());
    assert!(read("3").unwrap_err().to_string().contains("un objet"));
    let many = |count: usize| (0..count).map(|step| format!("\"etape{step}\":1")).collect::<Vec<_>>().join(",");
    assert!(read(&format!("{{{}}}", many(64))).is_ok());
    assert!(read(&format!("{{{}}}", many(65))).is_err());
}

#[test]
fn a_fixed_step_has_from_nothing_to_forty_hours() {
    for (fixed, expected) in [
        (0, Ok(0)),
        (2, Ok(2)),
        (160, Ok(160)),
        (1, Err("hoursGranularity")),
        (162, Err("hoursOutOfRange")),
        (4_000_000, Err("hoursOutOfRange")),
    ] {
        // The other steps at their shortest: 17 h.
        let total = Hours::from_whole(17).plus(if expected.is_ok() { quarters(fixed) } else { Hours::ONE });
        let found = made(&Request::new("evolution").hours(total).fix("synthese", quarters(fixed)));
        let found = found.map(|plan| plan.step("synthese").map_or(0, |step| step.hours.quarters())).map_err(|error| {
            assert_eq!(error.path(), "fixed.synthese", "{fixed}");
            error.code()
        });
        assert_eq!(found, expected, "{fixed}");
    }
}

#[test]
fn warnings_say_what_the_example_has() {
    let request = Request::new("evolution").hours(Hours::from_whole(18));
    let said = |request: Request| made(&request).unwrap().warnings[0].message.clone();
    let dropped = said(request.clone().fix("recherches", Hours::ZERO));
    assert_eq!(dropped, "Étape retirée\u{a0}; le parcours type lui donne 2\u{a0}h.");
    let longer = said(request.clone().fix("analyseDemande", halves(5)).hours(Hours::from_whole(20)));
    assert_eq!(longer, "2\u{a0}h\u{a0}30 au lieu de 1\u{a0}h à 2\u{a0}h dans le parcours type.");
    let meeting = said(request.fix("reunionDemarrage", Hours::ZERO));
    assert_eq!(meeting, "Étape facultative retirée\u{a0}; le parcours type lui donne 1\u{a0}h.");
}

#[test]
fn a_plan_shows_the_tools_and_the_coach_of_each_step() {
    for variant in variants() {
        let plan = made(&Request::new(&variant.code)).unwrap();
        for (planned, step) in plan.steps.iter().zip(&variant.steps) {
            assert_eq!((planned.tools, planned.coach, planned.kickoff), (&step.tools[..], step.coach, step.kickoff));
            assert_eq!((planned.label, planned.modes), (&step.label[..], &step.modes[..]));
        }
    }
    let plan = serde_json::to_value(plan(&by_strata(), &Request::new("bilan")).unwrap()).unwrap();
    assert_eq!(plan["steps"][0]["kickoff"], "required");
    assert!(plan["steps"][1]["kickoff"].is_null());
    assert_eq!(plan["totals"], serde_json::json!({ "accompanied": 14.5, "autonomous": 5.5, "kickoff": 1 }));
}

/// A variant, whether the kickoff meeting is held, hours for some steps, and where the total lies in what is possible.
fn chosen() -> impl Strategy<Value = (usize, bool, Vec<Option<u32>>, f64)> {
    let fixed = prop_oneof![4 => Just(None), 1 => Just(Some(0)), 3 => (1u32..=8).prop_map(Some), 1 => (9u32..=80).prop_map(Some)];
    (0..5usize, any::<bool>(), prop::collection::vec(fixed, 13), 0.0..=1.0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn fixed_steps_have_their_hours_and_the_others_share_the_rest((variant, kickoff, fixed, share) in chosen()) {
        let variant = &variants()[variant];
        let kickoff = kickoff || variant.kickoff().unwrap().1 == Kickoff::Required;
        let mut request = Request::new(&variant.code);
        if !kickoff {
            request = request.without_kickoff();
        }
        let (mut min, mut max, mut outside, mut expected) = (0, 0, Vec::new(), Vec::new());
        for (step, fixed) in variant.steps.iter().zip(fixed).filter(|(step, _)| kickoff || step.kickoff.is_none()) {
            let fixed = fixed.filter(|half_hours| *half_hours > 0 || step.kickoff.is_none());
            if let Some(half_hours) = fixed {
                request = request.fix(&step.code, halves(half_hours));
                if !step.hours.contains(halves(half_hours)) {
                    outside.push(step.code.as_str());
                }
            }
            let half_hours = |hours: Hours| hours.quarters() / 2;
            let range = fixed.map_or((half_hours(step.hours.min()), half_hours(step.hours.max())), |fixed| (fixed, fixed));
            (min, max) = (min + range.0, max + range.1);
            if range != (0, 0) {
                expected.push((step.code.as_str(), range));
            }
        }
        prop_assume!(max > 0);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let budget = (min + (f64::from(max - min) * share).round() as u32).max(1);

        let found = made(&request.clone().hours(halves(budget))).unwrap();
        prop_assert_eq!((found.range.min(), found.range.max(), found.hours), (halves(min), halves(max), halves(budget)));
        prop_assert_eq!(found.steps.iter().map(|step| step.hours).sum::<Hours>(), halves(budget));
        prop_assert!(found.steps.iter().map(|step| step.code).eq(expected.iter().map(|(code, _)| *code)));
        for (step, (code, (min, max))) in found.steps.iter().zip(&expected) {
            prop_assert!(halves(*min) <= step.hours && step.hours <= halves(*max), "{} has {}", code, step.hours);
        }
        prop_assert!(found.warnings.iter().all(|warning| warning.code == WarningCode::OutsideExampleRange));
        prop_assert!(found.warnings.iter().map(|warning| warning.step).eq(outside.iter().copied()));
        prop_assert_eq!(found.follows_example(), outside.is_empty());

        if budget < max {
            let more = made(&request.clone().hours(halves(budget + 1))).unwrap();
            for (before, after) in found.steps.iter().zip(&more.steps) {
                prop_assert!(before.hours <= after.hours, "{} loses time", before.code);
            }
        }
        for beyond in [min.checked_sub(1), Some(max + 1)].into_iter().flatten() {
            let error = made(&request.clone().hours(halves(beyond))).unwrap_err();
            let problem = Problem::BudgetInfeasible { min: found.range.min(), max: found.range.max() };
            prop_assert_eq!((error.problem(), error.path()), (&problem, "hours"));
        }
    }
}
