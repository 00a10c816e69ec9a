//! The calendar: days to remember, sessions, and work alone in between.

use std::fmt::Write;

use bilan_professionnel::schedule::{PersonalWork, Schedule, Session};
use bilan_professionnel::{Hours, french};
use unicode_width::UnicodeWidthStr;

use super::View;
use super::page::{Cell, Page};
use super::style::{ALONE, PLAIN, QUIET, STROKE_ALONE, STRONG};

/// The columns of numbers and of hours.
const NUMBERS: usize = 2;
const HOURS: usize = 7;

pub(super) fn write(page: &mut Page, view: &View<'_>) {
    page.heading("Calendrier");
    let Some(schedule) = &view.dossier.schedule else {
        page.paragraph(QUIET, "Le cas ne donne pas de dates : pas de calendrier.");
        return;
    };
    page.paragraph(STRONG, &schedule.explanation);
    let dates = widest_date(schedule);
    page.gap();
    for milestone in &schedule.milestones {
        let date = french::date_with_weekday(milestone.date);
        page.row(&[Cell::blank(NUMBERS), Cell::text(PLAIN, date).wide(dates), Cell::text(QUIET, milestone.label)]);
    }
    page.gap();
    days(page, view, schedule, dates);
    let warnings = schedule.warnings.iter().map(|warning| &warning.message);
    let warnings: Vec<&String> = warnings.chain(view.dossier.warnings.iter().map(|warning| &warning.message)).collect();
    if !warnings.is_empty() {
        page.gap();
    }
    for warning in warnings {
        page.warning(warning);
    }
}

/// The width of the column of dates.
fn widest_date(schedule: &Schedule<'_>) -> usize {
    let days = schedule.sessions.iter().map(|session| session.date);
    let days = days.chain(schedule.milestones.iter().map(|milestone| milestone.date)).map(french::date_with_weekday);
    let terms = schedule.autonomous.iter().map(|work| term(schedule, work));
    days.chain(terms).map(|date| date.width()).max().unwrap_or(0)
}

/// Sessions by date, each followed by the work alone that begins after it; before them all, the work that comes first.
fn days(page: &mut Page, view: &View<'_>, schedule: &Schedule<'_>, dates: usize) {
    let mut alone = schedule.autonomous.iter().peekable();
    let first = schedule.sessions.first().map_or(schedule.starts_on, |session| session.date);
    while let Some(work) = alone.next_if(|work| work.to <= first && !is_last(schedule, work)) {
        work_alone(page, view, schedule, work, dates);
    }
    for (place, session) in schedule.sessions.iter().enumerate() {
        let parts: Vec<&Session<'_>> = schedule.sessions.iter().filter(|other| other.step == session.step).collect();
        let part = parts.iter().position(|other| other.date == session.date).unwrap_or(0).saturating_add(1);
        let mut label = view.step_label(session.step).to_owned();
        if parts.len() > 1 {
            let _ = write!(label, " ({part}/{})", parts.len());
        }
        let number = place.saturating_add(1).to_string();
        page.row(&[
            Cell::text(QUIET, number).wide(NUMBERS).right(),
            Cell::text(PLAIN, french::date_with_weekday(session.date)).wide(dates),
            Cell::text(PLAIN, label),
            hours(session.hours),
        ]);
        let next = schedule.sessions.get(place.saturating_add(1));
        while let Some(work) = alone.next_if(|work| next.is_none_or(|next| work.from < next.date)) {
            work_alone(page, view, schedule, work, dates);
        }
    }
}

fn work_alone(page: &mut Page, view: &View<'_>, schedule: &Schedule<'_>, work: &PersonalWork<'_>, dates: usize) {
    page.row(&[
        Cell::text(ALONE, STROKE_ALONE).wide(NUMBERS).right(),
        Cell::text(QUIET, term(schedule, work)).wide(dates),
        Cell::text(QUIET, format!("{}, en autonomie", view.step_label(work.step))),
        hours(work.hours),
    ]);
}

/// « jusqu’au 5 avril 2027 », or only when it begins, where no session says when it ends.
fn term(schedule: &Schedule<'_>, work: &PersonalWork<'_>) -> String {
    if is_last(schedule, work) {
        format!("après le {}", french::date(work.from))
    } else {
        format!("jusqu’au {}", french::date(work.to))
    }
}

/// Whether no session follows the work.
fn is_last(schedule: &Schedule<'_>, work: &PersonalWork<'_>) -> bool {
    work.from == work.to && work.from == schedule.ends_on
}

fn hours(hours: Hours) -> Cell {
    Cell::text(STRONG, french::hours(hours)).wide(HOURS).right()
}
