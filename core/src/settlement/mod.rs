//! The end of a bilan: certificate of attendance, invoice, term of payment.
//!
//! Source: page of the CDG29, passage on what the funder receives at the end (certificate of the hours actually done,
//! invoice due within thirty days of its receipt).

mod request;
mod result;
mod warnings;

use std::fmt::Write;

pub use self::request::{Attended, Request};
pub use self::result::{Accompanied, Attendance, Autonomous, Payment, Settlement, Warning, WarningCode};
use crate::catalogue::{Catalogue, SettlementTerms, Variant};
use crate::error::{Error, Problem, quoted};
use crate::limits::{MAX_ATTENDANCE, MAX_PERSONAL_WORK, MIN_HOURS};
use crate::plan::Plan;
use crate::values::{Date, Hours, french};

/// Gives the certificate and the term of payment of a plan.
///
/// ```
/// use bilan_professionnel::{Catalogue, Hours, plan, settlement};
///
/// let catalogue = Catalogue::embedded();
/// let plan = plan::plan(catalogue, &plan::Request::new("evolution"))?;
/// let request = settlement::Request::new()
///     .attended_step("2026-12-01".parse()?, Hours::ONE, "reunionDemarrage")
///     .attended("2027-01-12".parse()?, Hours::from_f64(1.25)?)
///     .invoice_received_on("2027-06-10".parse()?);
/// let settlement = settlement::settle(catalogue, &plan, &request)?;
/// assert_eq!(settlement.attendance.accompanied.done.to_string(), "2.25");
/// assert_eq!(settlement.payment.map(|payment| payment.due_on.to_string()), Some("2027-07-10".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`Problem::UnknownStep`] at a session whose step the variant does not have; [`Problem::HoursOutOfRange`] at
/// the hours at fault; [`Problem::OutOfRange`] where the term of payment leaves the year 9999.
pub fn settle<'c>(catalogue: &'c Catalogue, plan: &Plan<'c>, request: &Request) -> Result<Settlement<'c>, Error> {
    let variant = catalogue.variant(plan.variant)?;
    check(variant, request)?;
    let terms = &catalogue.offer().settlement;
    let attendance = attendance(plan, request);
    let free = catalogue.is_free(variant);
    let invoiced_on = request.invoice_received_on.filter(|_| !free);
    let payment = invoiced_on.map(|received_on| payment(terms, received_on)).transpose()?;
    Ok(Settlement {
        attendance,
        payment,
        warnings: warnings::warnings(catalogue, variant, plan, request, &attendance),
        documents: &terms.documents,
        source: terms.source.as_deref(),
        explanation: explain(&attendance, payment, free && request.invoice_received_on.is_some()),
    })
}

/// Any step of the variant may be named, one that the plan drops too: what took place is recorded all the same.
fn check(variant: &Variant, request: &Request) -> Result<(), Error> {
    let within = |hours: Hours, min: Hours, max: Hours| {
        if (min..=max).contains(&hours) { Ok(()) } else { Err(Problem::HoursOutOfRange { min, max }) }
    };
    for (index, session) in request.attended.iter().enumerate() {
        let at = |problem: Problem, member: &str| problem.at(member).within_index(index).within("attended");
        within(session.hours, MIN_HOURS, MAX_ATTENDANCE).map_err(|problem| at(problem, "hours"))?;
        if let Some(step) = &session.step
            && variant.step(step).is_none()
        {
            let expected = variant.steps.iter().map(|step| step.code.as_str()).collect::<Vec<_>>().join(", ");
            return Err(at(Problem::UnknownStep { found: quoted(step), expected }, "step"));
        }
    }
    let personal_work = request.autonomous_hours.unwrap_or_default();
    within(personal_work, Hours::ZERO, MAX_PERSONAL_WORK).map_err(|problem| problem.at("autonomousHours"))
}

/// Whether a session of the request is the plan's kickoff meeting.
fn kickoff_held(plan: &Plan<'_>, request: &Request) -> bool {
    let is_kickoff = |code: &str| plan.steps.iter().any(|step| step.kickoff.is_some() && step.code == code);
    request.attended.iter().filter_map(|session| session.step.as_deref()).any(is_kickoff)
}

fn attendance(plan: &Plan<'_>, request: &Request) -> Attendance {
    let totals = plan.totals;
    let held = kickoff_held(plan, request);
    let planned = if held { totals.accompanied } else { totals.accompanied_without_kickoff() };
    let done = request.attended.iter().map(|session| session.hours).sum();
    let dates = || request.attended.iter().map(|session| session.date);
    Attendance {
        accompanied: Accompanied { planned, done },
        autonomous: Autonomous { planned: totals.autonomous, done: request.autonomous_hours },
        sessions: request.attended.len(),
        first_on: dates().min(),
        last_on: dates().max(),
        complete: done >= planned,
    }
}

fn payment(terms: &SettlementTerms, received_on: Date) -> Result<Payment<'_>, Error> {
    let due_on = received_on.plus_days(terms.days_to_pay()).ok_or_else(|| {
        Problem::out_of_range("une date dont l’échéance tienne avant le 31 décembre 9999").at("invoiceReceivedOn")
    })?;
    Ok(Payment { received_on, due_on, payee: terms.payee.as_deref() })
}

fn explain(attendance: &Attendance, payment: Option<Payment<'_>>, free: bool) -> String {
    let Accompanied { planned, done } = attendance.accompanied;
    let mut text = format!("Accompagnement\u{a0}: {} sur {}.", hours_done(done), hours_planned(planned));
    let Autonomous { planned, done } = attendance.autonomous;
    let _ = match done {
        None if planned.is_zero() => Ok(()),
        None => {
            let mark = french::plural(planned);
            write!(text, " En autonomie\u{a0}: {}, non comptée{mark}.", hours_planned(planned))
        }
        Some(done) if done.is_zero() && planned.is_zero() => Ok(()),
        Some(done) => write!(text, " En autonomie\u{a0}: {} sur {}.", hours_done(done), hours_planned(planned)),
    };
    if let Some(payment) = payment {
        let _ = write!(text, " Facture à régler au plus tard le {}", french::date(payment.due_on));
        if let Some(payee) = payment.payee {
            let _ = write!(text, ", à l’ordre de\u{a0}: {payee}");
        }
        text.push('.');
    }
    if free {
        text.push_str(" Cette déclinaison est gratuite\u{a0}: aucune facture n’est due.");
    }
    text
}

fn hours_done(hours: Hours) -> String {
    format!("{}\u{a0}réalisée{}", french::hours(hours), french::plural(hours))
}

fn hours_planned(hours: Hours) -> String {
    format!("{}\u{a0}prévue{}", french::hours(hours), french::plural(hours))
}
