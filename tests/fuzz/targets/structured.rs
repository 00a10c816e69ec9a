//! Whole cases of agents, mostly possible ones: funding, plan, price, calendar and settlement obey the contract's laws.

#![no_main]

use bilan_fuzz::case::{Agent, plan_request};
use bilan_fuzz::{answer, centre, funding, plan, schedule};
use bilan_professionnel::plan::Plan;
use bilan_professionnel::pricing::{Quote, Status};
use bilan_professionnel::settlement::{Facts, settle};
use bilan_professionnel::simulation::{Case, simulate};
use bilan_professionnel::wire::{self, Operation};
use bilan_professionnel::{Catalogue, Date, Error, Hours};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|agent: Agent| {
    let catalogue = centre::catalogue(agent.other_centre);
    let case = agent.case(catalogue);
    funding::assessed(&agent.funding(), agent.learned());
    if let Some(variant) = &case.variant
        && let Some(plan) = plan::planned(catalogue, &plan_request(&case, variant))
    {
        if let Some(calendar) = &case.calendar {
            schedule::scheduled(catalogue, &plan, calendar);
        }
        settled(catalogue, &plan, &agent.attendance());
    }
    if let Err(error) = simulated(catalogue, &case) {
        answer::refusal(&error);
    }
    if agent.as_text() {
        written(catalogue, &case);
    }
});

fn settled(catalogue: &Catalogue, plan: &Plan<'_>, facts: &Facts) {
    let settlement = match settle(catalogue, plan, facts) {
        Ok(settlement) => settlement,
        Err(error) => {
            answer::refusal(&error);
            return;
        }
    };
    let (attendance, dates) = (settlement.attendance, || facts.attended.iter().map(|attended| attended.date));
    let done: f64 = facts.attended.iter().map(|attended| attended.hours).sum();
    assert_eq!((attendance.planned, attendance.sessions), (plan.hours, facts.attended.len()));
    assert_eq!(attendance.done.as_f64(), done, "hours done add up: {facts:?}");
    assert_eq!((attendance.first_on, attendance.last_on), (dates().min(), dates().max()));
    let due = |received: Date| received.plus_days(catalogue.offer().settlement.due_days);
    let paid = settlement.payment.map(|payment| (payment.received_on, Some(payment.due_on)));
    assert_eq!(paid, facts.invoice_received_on.map(|received| (received, due(received))));
}

fn quoted(quote: &Quote<'_>, case: &Case, hours: Hours) {
    assert_eq!((quote.hours, Some(quote.affiliated)), (hours, case.affiliated));
    assert_eq!(quote.amount.is_none(), quote.status == Status::OnQuote, "{quote:?}");
    if quote.status == Status::Published {
        assert_eq!(
            quote.reference.map(|reference| (reference.hours, Some(reference.amount))),
            Some((hours, quote.amount))
        );
    }
    if let (Some(between), Some(reference)) = (quote.indicative, quote.reference) {
        assert!(quote.amount.is_none() && (between.low..=between.high).contains(&reference.amount), "{quote:?}");
    }
}

/// A dossier is made of the answers to its parts.
fn simulated(catalogue: &Catalogue, case: &Case) -> Result<(), Error> {
    let dossier = simulate(catalogue, case)?;
    let plan = plan::planned(catalogue, &plan_request(case, dossier.plan.variant)).expect("the plan of a dossier");
    assert_eq!(dossier.plan, plan);
    let on_calendar = case.calendar.as_ref().and_then(|calendar| schedule::scheduled(catalogue, &plan, calendar));
    assert_eq!(dossier.schedule, on_calendar);
    assert_eq!(dossier.quote.is_some(), case.affiliated.is_some());
    if let Some(quote) = &dossier.quote {
        quoted(quote, case, plan.hours);
    }
    let recommended = dossier.recommendation.as_ref().map(|found| found.ranking[0].variant);
    assert_eq!(case.variant.as_deref().or(recommended), Some(plan.variant));
    Ok(())
}

/// As text the case has the same dossier, whose record holds, or the same error.
fn written(catalogue: &Catalogue, case: &Case) {
    let text = serde_json::to_string(case).expect("a case is JSON");
    match (simulate(catalogue, case), wire::answer(catalogue, Operation::Simulate, text.as_bytes())) {
        (Ok(dossier), Ok(answered)) => {
            let typed = serde_json::to_string(&dossier).expect("a dossier is JSON");
            let members = typed.strip_suffix('}').expect("an object");
            assert!(answered.starts_with(members), "{answered}\nis not\n{typed}");
            answer::replays(catalogue, text.as_bytes(), &answered);
        }
        (typed, answered) => assert_eq!(typed.err(), answered.err(), "{text}"),
    }
}
