//! Whole cases of agents, mostly possible ones: funding, plan, price, calendar and settlement obey the contract's laws.

#![no_main]

use bilan_fuzz::case::{Agent, plan_request};
use bilan_fuzz::{answer, centre, funding, plan, schedule};
use bilan_professionnel::plan::Plan;
use bilan_professionnel::pricing::{Quote, Status};
use bilan_professionnel::settlement::{self, settle};
use bilan_professionnel::simulation::{Case, Dossier, simulate};
use bilan_professionnel::wire::{self, Operation};
use bilan_professionnel::{Catalogue, Date, Error, Hours};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|agent: Agent| {
    let catalogue = centre::catalogue(agent.other_centre);
    let case = agent.case(catalogue);
    funding::assessed(catalogue, &agent.funding(), agent.learned());
    if let Some(variant) = &case.variant
        && let Some(plan) = plan::planned(catalogue, &plan_request(&case, variant))
    {
        if let Some(calendar) = &case.calendar {
            schedule::scheduled(catalogue, &plan, calendar);
        }
        settled(catalogue, &plan, &agent.attendance(&plan));
    }
    if let Err(error) = simulated(catalogue, &case) {
        answer::refusal(&error);
    }
    if agent.as_text() {
        written(catalogue, &case);
    }
});

fn settled(catalogue: &Catalogue, plan: &Plan<'_>, request: &settlement::Request) {
    let settlement = match settle(catalogue, plan, request) {
        Ok(settlement) => settlement,
        Err(error) => {
            answer::refusal(&error);
            return;
        }
    };
    let (attendance, dates) = (settlement.attendance, || request.attended.iter().map(|attended| attended.date));
    let done: Hours = request.attended.iter().map(|attended| attended.hours).sum();
    let is_kickoff = |code: &str| plan.step(code).is_some_and(|step| step.kickoff.is_some());
    let held = request.attended.iter().any(|attended| attended.step.as_deref().is_some_and(is_kickoff));
    let planned = if held { plan.totals.accompanied } else { plan.totals.accompanied.minus(plan.totals.kickoff) };
    assert_eq!((attendance.accompanied.planned, attendance.accompanied.done), (planned, done), "{request:?}");
    assert_eq!(attendance.complete, done >= planned, "{attendance:?}");
    let alone = (attendance.autonomous.planned, attendance.autonomous.done);
    assert_eq!(alone, (plan.totals.autonomous, request.autonomous_hours));
    assert_eq!(attendance.sessions, request.attended.len());
    assert_eq!((attendance.first_on, attendance.last_on), (dates().min(), dates().max()));
    let due = |received: Date| received.plus_days(catalogue.offer().settlement.days_to_pay());
    let paid = settlement.payment.map(|payment| (payment.received_on, Some(payment.due_on)));
    let free = catalogue.variant(plan.variant).is_ok_and(|variant| catalogue.is_free(variant));
    let invoiced = request.invoice_received_on.filter(|_| !free);
    assert_eq!(paid, invoiced.map(|received| (received, due(received))));
}

fn quoted(quote: &Quote<'_>, case: &Case, hours: Hours) {
    assert_eq!((quote.hours, Some(quote.client)), (hours, case.client.as_deref()));
    assert_eq!(quote.amount.is_none(), quote.status == Status::OnQuote, "{quote:?}");
    assert_eq!(quote.reason.is_some(), quote.amount.is_none(), "{quote:?}");
    assert_eq!(quote.billed.is_some(), quote.status == Status::Computed, "{quote:?}");
    if let (Status::Published, Some(reference)) = (quote.status, quote.reference) {
        assert_eq!(Some(reference.amount), quote.amount, "{quote:?}");
    }
    if let Some(between) = quote.indicative {
        let reference = quote.reference.expect("an indication stands on the amount of reference");
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
    assert_eq!(dossier.quote.is_some(), case.client.is_some());
    if let Some(quote) = &dossier.quote {
        quoted(quote, case, plan.hours);
    }
    let recommended = dossier.recommendation.as_ref().map(|found| found.ranking[0].variant);
    assert_eq!(case.variant.as_deref().or(recommended), Some(plan.variant));
    handed_on(catalogue, case, &dossier);
    Ok(())
}

/// The employer's dossier has the same hours, days and price, and nothing of what the agent said.
fn handed_on(catalogue: &Catalogue, case: &Case, dossier: &Dossier<'_>) {
    let employers = simulate(catalogue, &case.for_employer(dossier.plan.variant)).expect("the employer's dossier");
    assert!(employers.funding.is_none() && employers.recommendation.is_none(), "{employers:?}");
    let hours = |dossier: &Dossier<'_>| dossier.plan.steps.iter().map(|step| step.hours).collect::<Vec<_>>();
    assert_eq!(hours(&employers), hours(dossier));
    assert_eq!(employers.schedule, dossier.schedule);
    let price = |dossier: &Dossier<'_>| dossier.quote.as_ref().map(|quote| (quote.status, quote.amount));
    assert_eq!(price(&employers), price(dossier));
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
        // Hours that no step can have are refused where the text is read, before what the members mean together.
        (Err(_), Err(answered)) if answered.path().starts_with("fixed.") && answered.code() == "hoursOutOfRange" => {}
        (typed, answered) => assert_eq!(typed.err(), answered.err(), "{text}"),
    }
}
