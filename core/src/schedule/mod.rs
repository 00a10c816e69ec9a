//! When a bilan takes place: the delay before the start, sessions on open days, the usual duration.
//!
//! Source: page of the CDG29, passages on what comes before the start (four weeks) and on how the bilan runs (four to six
//! months, one appointment a week or two a month).

mod calendar;
mod holidays;
mod open_days;
mod personal_work;
mod result;
mod sittings;
mod spacing;
mod warnings;

use std::ops::RangeInclusive;

pub use self::calendar::{Cadence, Calendar, Closure, Weekday};
pub use self::holidays::{Holiday, easter, holiday, holidays_of_year};
pub(crate) use self::open_days::OpenDays;
use self::open_days::{beyond, later};
use self::personal_work::personal_work;
pub use self::result::{Milestone, MilestoneCode, PersonalWork, Schedule, Session, Warning, WarningCode};
use self::sittings::{Sitting, sittings};
use self::spacing::Spaced;
use crate::catalogue::{Catalogue, Course, Delay, Spacing, UsualDuration};
use crate::error::{Error, Problem};
use crate::limits::{LOOK_AHEAD_MONTHS, MAX_SESSION};
use crate::plan::{Plan, on_the_grid};
use crate::values::{Date, french};

/// Places a plan on a calendar.
///
/// Every accompanied step but the kickoff meeting becomes sessions, in the order of the plan, as few and as even as the
/// longest session allows; all on one weekday, one a day, never on a closed day. A step that follows up the others some
/// months later, and what comes after it, is outside the automatic spacing and the usual duration.
///
/// ```
/// use bilan_professionnel::{Catalogue, plan, schedule};
///
/// let catalogue = Catalogue::embedded();
/// let plan = plan::plan(catalogue, &plan::Request::new("evolution"))?;
/// let calendar = schedule::Calendar::new("2026-12-01".parse()?).weekday(schedule::Weekday::Tuesday);
/// let schedule = schedule::schedule(catalogue, &plan, &calendar)?;
/// assert_eq!(schedule.starts_on.to_string(), "2026-12-29");
/// assert_eq!(schedule.within_usual_duration, Some(true));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`Problem::OutOfRange`] for a start too far away, a closure that ends before it begins or a calendar that leaves the
/// year 9999; [`Problem::HoursGranularity`] or [`Problem::HoursOutOfRange`] at `maxSessionHours`;
/// [`Problem::NothingToSchedule`]; [`Problem::NoOpenDay`] when none is found within two years, from the exchanges to
/// the first session or from one session to the next.
pub fn schedule<'c>(catalogue: &'c Catalogue, plan: &Plan<'c>, calendar: &Calendar) -> Result<Schedule<'c>, Error> {
    let variant = catalogue.variant(plan.variant)?;
    check(catalogue, calendar)?;
    let course = catalogue.course_of(variant);
    let longest = calendar.max_session_hours.or(course.max_session_hours).unwrap_or(Course::USUAL_SESSION);
    let sittings = sittings(variant, plan, longest, catalogue.offer().granularity);
    if sittings.is_empty() {
        return Err(Problem::NothingToSchedule.at("plan"));
    }

    let closures = calendar.closures.iter().map(|closure| (closure.from, closure.to));
    let open = OpenDays::new(&catalogue.offer().course, closures);
    let delay = course.delay.map_or(0, Delay::in_days);
    let earliest_start = later(calendar.exchanges_on, delay).map_err(at_fault)?;
    let due = calendar.start_on.map_or(earliest_start, |start| start.max(earliest_start));
    let weekday = calendar.weekday.map(Into::into);
    let starts_on = open.first(due, weekday, calendar.exchanges_on).map_err(at_fault)?;
    let usual = course.usual.map(|usual| ends_of(starts_on, usual)).transpose().map_err(at_fault)?;

    let regular = sittings::regular(&sittings);
    let spaced = Spaced { open: &open, first: starts_on, count: regular, usual: usual.as_ref() };
    let cadence = calendar.cadence.unwrap_or_default();
    let mut dates = spaced.dates(cadence, &course.cadences).map_err(at_fault)?;
    let regular_end = dates.last().copied().unwrap_or(starts_on);
    // After the follow-up nothing has to last: what is left of it comes as soon as the cadence allows.
    let soonest = cadence.spacing().or_else(|| course.cadences.iter().min().copied()).unwrap_or(Spacing::Weekly);
    for sitting in sittings.iter().skip(regular) {
        let before = dates.last().copied().unwrap_or(starts_on);
        let next =
            sitting.after.map_or_else(|| open.next(before, soonest.days()), |after| open.follow_up(before, after));
        dates.push(next.map_err(at_fault)?);
    }
    let ends_on = dates.last().copied().unwrap_or(starts_on);
    let followed_up: Vec<Date> = dates.iter().skip(regular).copied().collect();

    let on_dates = dates.into_iter().zip(sittings);
    let sessions: Vec<Session<'c>> =
        on_dates.map(|(date, Sitting { step, hours, .. })| Session { date, step, hours }).collect();
    let duration = usual.as_ref().zip(course.usual);
    let warnings = duration.and_then(|(ends, usual)| warnings::unusual_duration(regular_end, ends, usual));
    let exchanges = warnings::exchanges_on_closed_day(&open, calendar.exchanges_on, plan.kickoff_meeting);
    let (autonomous, late) = personal_work(variant, plan, &sessions, calendar.exchanges_on);
    Ok(Schedule {
        earliest_start,
        starts_on,
        ends_on,
        within_usual_duration: usual.as_ref().map(|ends| ends.contains(&regular_end)),
        autonomous,
        milestones: [
            Some(MilestoneCode::Exchanges.on(calendar.exchanges_on)),
            plan.kickoff_meeting.then(|| MilestoneCode::KickoffMeeting.on(calendar.exchanges_on)),
            Some(MilestoneCode::EarliestStart.on(earliest_start)),
            Some(MilestoneCode::FirstSession.on(starts_on)),
            followed_up.first().map(|date| MilestoneCode::FollowUp.on(*date)),
            Some(MilestoneCode::LastSession.on(ends_on)),
        ]
        .into_iter()
        .flatten()
        .collect(),
        warnings: warnings.into_iter().chain(exchanges).chain(late).collect(),
        explanation: explain(regular, starts_on, regular_end, &followed_up),
        sessions,
    })
}

fn check(catalogue: &Catalogue, calendar: &Calendar) -> Result<(), Error> {
    let latest = calendar.exchanges_on.plus_months(LOOK_AHEAD_MONTHS);
    if let (Some(start), Some(latest)) = (calendar.start_on, latest)
        && start > latest
    {
        let expected = format!("une date au plus tard le {}, deux ans après les échanges", french::date(latest));
        return Err(Problem::out_of_range(expected).at("startOn"));
    }
    for (index, closure) in calendar.closures.iter().enumerate() {
        if closure.to < closure.from {
            let expected = format!("une date à partir du {}, début de la fermeture", french::date(closure.from));
            return Err(Problem::out_of_range(expected).at("to").within_index(index).within("closures"));
        }
    }
    let Some(hours) = calendar.max_session_hours else { return Ok(()) };
    let checked = if hours.is_zero() || hours > MAX_SESSION {
        Err(Problem::HoursOutOfRange { min: catalogue.offer().granularity, max: MAX_SESSION })
    } else {
        on_the_grid(catalogue, hours)
    };
    checked.map_err(|problem| problem.at("maxSessionHours"))
}

/// Where to look when no day is found, or the calendar ends.
fn at_fault(problem: Problem) -> Error {
    let path = if problem == Problem::NoOpenDay { "closures" } else { "exchangesOn" };
    problem.at(path)
}

/// The days on which a bilan of the usual duration ends.
fn ends_of(starts_on: Date, usual: UsualDuration) -> Result<RangeInclusive<Date>, Problem> {
    let end = |months| starts_on.plus_months(months).ok_or_else(beyond);
    Ok(end(usual.min_months)?..=end(usual.max_months)?)
}

fn explain(count: usize, starts_on: Date, ends_on: Date, followed_up: &[Date]) -> String {
    let (weekday, start, end) = (french::weekday(starts_on.weekday()), french::date(starts_on), french::date(ends_on));
    let sessions = if count == 1 {
        format!("Une séance, le {weekday} {start}")
    } else {
        format!("{count} séances, le {weekday}, du {start} au {end}")
    };
    match followed_up {
        [] => format!("{sessions}."),
        [day] => format!("{sessions}, puis un suivi le {}.", french::date(*day)),
        [first, .., last] => format!(
            "{sessions}, puis un suivi en {}\u{a0}séances, du {} au {}.",
            followed_up.len(),
            french::date(*first),
            french::date(*last)
        ),
    }
}
