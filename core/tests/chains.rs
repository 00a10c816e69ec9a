//! What one operation says, the others agree with: a plan and its price, a dossier and each of its parts.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use bilan_professionnel::Catalogue;
use bilan_professionnel::wire::{Operation, answer};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The answer, as a document; none where the request is refused.
fn asked(operation: Operation, request: &Value) -> Option<Value> {
    let text = answer(Catalogue::embedded(), operation, request.to_string().as_bytes()).ok()?;
    Some(serde_json::from_str(&text).unwrap())
}

/// A choice of steps that a counsellor might make, possible or not: half hours, about one step in four decided.
fn choices() -> impl Strategy<Value = Value> {
    let variants = &Catalogue::embedded().offer().variants;
    (0..variants.len()).prop_flat_map(move |place| {
        let variant = &variants[place];
        let decided = prop::collection::vec(prop::option::weighted(0.25, 0_u32..9), variant.steps.len());
        let kickoff = prop::option::weighted(0.3, any::<bool>());
        let total = prop::option::weighted(0.4, 30_u32..60);
        (decided, kickoff, total).prop_map(move |(decided, kickoff, total)| {
            let halves = |count: u32| f64::from(count) / 2.0;
            let fixed: serde_json::Map<String, Value> = std::iter::zip(&variant.steps, decided)
                .filter_map(|(step, count)| Some((step.code.clone(), json!(halves(count?)))))
                .collect();
            json!({ "variant": variant.code, "kickoffMeeting": kickoff, "hours": total.map(halves), "fixed": fixed })
        })
    })
}

fn facts() -> impl Strategy<Value = Value> {
    let answers = (prop::option::of(any::<bool>()), prop::option::of(any::<bool>()), prop::option::of(0_u32..30));
    answers.prop_map(|(rqth, rent, rate)| {
        json!({ "rqth": rqth, "renteIncapacitePermanente": rent, "tauxIncapacitePermanente": rate })
    })
}

/// A day of 2026 to 2029.
fn day() -> impl Strategy<Value = String> {
    (2026..2030, 1..13, 1..29).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"))
}

/// A case with every part, as one document; what is null is left out by the library.
fn cases() -> impl Strategy<Value = (Value, Value)> {
    let needs = Catalogue::embedded().offer().needs.iter().map(|need| need.code.clone()).collect::<Vec<_>>();
    let client = prop::sample::select(vec!["affiliee", "nonAffiliee"]);
    let needs = prop::sample::subsequence(needs, 1..4);
    (choices(), facts(), day(), day(), client, needs).prop_map(|(plan, facts, on, exchanges, client, needs)| {
        let mut case = plan.clone();
        case.as_object_mut().unwrap().extend([
            ("on".to_owned(), json!(on)),
            ("needs".to_owned(), json!(needs)),
            ("facts".to_owned(), facts),
            ("client".to_owned(), json!(client)),
            ("calendar".to_owned(), json!({ "exchangesOn": exchanges })),
        ]);
        (plan, case)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(3_000) })]

    #[test]
    fn a_plan_is_priced_for_the_hours_that_it_has(plan in choices(), client in prop::sample::select(vec!["affiliee", "nonAffiliee"])) {
        let quote = asked(Operation::Quote, &json!({ "plan": plan, "client": client, "on": "2026-12-01" }));
        let planned = asked(Operation::Plan, &plan);
        prop_assert_eq!(planned.is_some(), quote.is_some(), "what is planned has an answer on its price, and nothing else has");
        if let (Some(planned), Some(quote)) = (planned, quote) {
            prop_assert_eq!((&quote["hours"], &quote["variant"]), (&planned["hours"], &planned["variant"]));
        }
    }

    #[test]
    fn a_dossier_is_what_each_operation_says_alone((plan, case) in cases()) {
        let planned = asked(Operation::Plan, &plan);
        let Some(dossier) = asked(Operation::Simulate, &case) else {
            let scheduled = asked(Operation::Schedule, &json!({ "plan": plan, "exchangesOn": case["calendar"]["exchangesOn"] }));
            prop_assert!(planned.is_none() || scheduled.is_none(), "a dossier is refused for one of its parts");
            return Ok(());
        };
        let on = &case["on"];
        let schedule = asked(Operation::Schedule, &json!({ "plan": plan, "exchangesOn": case["calendar"]["exchangesOn"] }));
        let ends = &dossier["schedule"]["endsOn"];
        let until = if ends.as_str() < on.as_str() { &Value::Null } else { ends };
        prop_assert_eq!(Some(&dossier["plan"]), planned.as_ref());
        prop_assert_eq!(Some(&dossier["schedule"]), schedule.as_ref());
        let quote = asked(Operation::Quote, &json!({ "plan": plan, "client": case["client"], "on": on }));
        prop_assert_eq!(Some(&dossier["quote"]), quote.as_ref());
        let ranked = asked(Operation::Recommend, &json!({ "needs": case["needs"], "on": on, "facts": case["facts"] }));
        prop_assert_eq!(Some(&dossier["recommendation"]), ranked.as_ref());
        if !until.is_null() {
            let funding = asked(Operation::Funding, &json!({ "on": on, "until": until, "facts": case["facts"] }));
            prop_assert_eq!(Some(&dossier["funding"]), funding.as_ref());
        }
        let replayed = asked(Operation::Replay, &json!({ "case": case, "record": dossier["record"] })).unwrap();
        prop_assert_eq!(&replayed["holds"], &json!(true));
    }
}

#[test]
fn most_choices_that_are_drawn_are_possible() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let drawn =
        (0..500).filter(|_| asked(Operation::Plan, &choices().new_tree(&mut runner).unwrap().current()).is_some());
    assert!(drawn.count() > 150, "the chains would prove little");
}
