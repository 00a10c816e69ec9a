//! Odd facts about what took place. None refuses the request: all is recorded, and said.

use super::kickoff_held;
use super::request::{Attended, Request};
use super::result::{Attendance, Warning, WarningCode};
use crate::catalogue::{After, Catalogue, Kickoff, Variant};
use crate::limits::LONG_DAY;
use crate::plan::Plan;
use crate::schedule::OpenDays;
use crate::values::{Date, Hours, french};

/// Gives all the warnings, in the order of their codes and then of the request.
pub(super) fn warnings(
    catalogue: &Catalogue,
    variant: &Variant,
    plan: &Plan<'_>,
    request: &Request,
    attendance: &Attendance,
) -> Vec<Warning> {
    let mut warnings: Vec<Warning> = Vec::new();
    let kickoff_left_out = plan.kickoff_meeting && !kickoff_held(plan, request);
    warnings.extend(more_accompanied_than_planned(&request.attended, attendance, kickoff_left_out));
    warnings.extend(more_personal_work_than_planned(attendance));
    let days = days(&request.attended);
    warnings.extend(long_days(&days));
    warnings.extend(closed_days(catalogue, &days));
    warnings.extend(invoice_before_end(request.invoice_received_on, attendance));
    warnings.extend(missing_meetings(variant, plan, request, attendance));
    warnings
}

fn more_accompanied_than_planned(
    attended: &[Attended],
    attendance: &Attendance,
    kickoff_left_out: bool,
) -> Option<Warning> {
    let planned = attendance.accompanied.planned;
    let mut done = Hours::ZERO;
    let first_in_excess = attended.iter().position(|session| {
        done = done.plus(session.hours);
        done > planned
    })?;
    let hint = if kickoff_left_out { " Si la réunion de démarrage en fait partie, indiquez son étape." } else { "" };
    let message = format!("{}{hint}", more("L’accompagnement réalisé", attendance.accompanied.done, planned));
    Some(warning(WarningCode::MoreThanPlanned, session_path(first_in_excess), message))
}

fn more_personal_work_than_planned(attendance: &Attendance) -> Option<Warning> {
    let planned = attendance.autonomous.planned;
    let done = attendance.autonomous.done.filter(|done| *done > planned)?;
    let message = more("Le travail en autonomie réalisé", done, planned);
    Some(warning(WarningCode::MoreThanPlanned, "autonomousHours".to_owned(), message))
}

fn more(what: &str, done: Hours, planned: Hours) -> String {
    format!("{what} ({}) dépasse ce qui était prévu ({}).", french::hours(done), french::hours(planned))
}

/// A day on which something took place.
struct Day {
    date: Date,
    /// The place of its first session in the request.
    first: usize,
    hours: Hours,
}

/// Gives each day once, in the order of the request.
fn days(attended: &[Attended]) -> Vec<Day> {
    let mut sessions: Vec<(usize, &Attended)> = attended.iter().enumerate().collect();
    sessions.sort_unstable_by_key(|(index, session)| (session.date, *index));
    let same_day = sessions.chunk_by(|(_, one), (_, other)| one.date == other.date);
    let mut days: Vec<Day> = same_day
        .filter_map(|sessions| {
            let (first, session) = sessions.first()?;
            let hours = sessions.iter().map(|(_, session)| session.hours).sum();
            Some(Day { date: session.date, first: *first, hours })
        })
        .collect();
    days.sort_unstable_by_key(|day| day.first);
    days
}

fn long_days(days: &[Day]) -> impl Iterator<Item = Warning> {
    days.iter().filter(|day| day.hours > LONG_DAY).map(|Day { date, first, hours }| {
        let day = french::date_with_weekday(*date);
        let message =
            format!("Le {day} compte {}, plus de {} en une journée.", french::hours(*hours), french::hours(LONG_DAY));
        warning(WarningCode::LongDay, session_path(*first), message)
    })
}

fn closed_days(catalogue: &Catalogue, days: &[Day]) -> impl Iterator<Item = Warning> {
    let open = OpenDays::new(&catalogue.offer().course, std::iter::empty());
    days.iter().filter_map(move |Day { date, first, .. }| {
        let why = open.closed(*date)?;
        let message = format!("Une séance est notée le {}, {why}.", french::date_with_weekday(*date));
        Some(warning(WarningCode::ClosedDay, session_path(*first), message))
    })
}

fn invoice_before_end(received_on: Option<Date>, attendance: &Attendance) -> Option<Warning> {
    let (received_on, last_on) = received_on.zip(attendance.last_on)?;
    (received_on < last_on).then(|| {
        let message = format!(
            "La facture a été reçue le {}, avant la dernière séance, notée le {}.",
            french::date(received_on),
            french::date(last_on)
        );
        warning(WarningCode::InvoiceBeforeEnd, "invoiceReceivedOn".to_owned(), message)
    })
}

/// The kickoff meeting that had to be held before the sessions noted; the follow-ups, once all the hours are done.
fn missing_meetings(variant: &Variant, plan: &Plan<'_>, request: &Request, attendance: &Attendance) -> Vec<Warning> {
    let attended = &request.attended;
    let mut messages = Vec::new();
    for step in plan.steps.iter().filter(|_| !attended.is_empty()) {
        let named = attended.iter().any(|session| session.step.as_deref() == Some(step.code));
        let after = variant.step(step.code).and_then(|step| step.after);
        if step.kickoff == Some(Kickoff::Required) && !named {
            messages.push(
                "La réunion de démarrage, obligatoire, ne figure pas parmi les séances\u{a0}: si elle a eu lieu, ajoutez-la \
                 avec son étape."
                    .to_owned(),
            );
        } else if let Some(After { months }) = after
            && attendance.complete
            && !named
            && !is_held_later(attended, months)
        {
            messages.push(format!(
                "«\u{a0}{}\u{a0}» ne figure pas parmi les séances, et doit suivre la précédente de {months}\u{a0}mois\u{a0}: si cette \
                 séance a eu lieu, ajoutez-la.",
                step.label
            ));
        }
    }
    messages.into_iter().map(|message| warning(WarningCode::MissingMeeting, "attended".to_owned(), message)).collect()
}

/// Whether a session that names no step comes so many months after the one before it: it may be the follow-up.
fn is_held_later(attended: &[Attended], months: u32) -> bool {
    let mut sessions: Vec<&Attended> = attended.iter().collect();
    sessions.sort_by_key(|session| session.date);
    sessions.windows(2).any(|pair| match pair {
        [before, after] => after.step.is_none() && before.date.plus_months(months).is_some_and(|due| due <= after.date),
        _ => false,
    })
}

fn session_path(index: usize) -> String {
    format!("attended[{index}]")
}

const fn warning(code: WarningCode, path: String, message: String) -> Warning {
    Warning { code, path, message }
}
