//! When a bilan takes place: the delay before the start, sessions on open days, usual duration.
//!
//! Source: page of the CDG29, sections « Avant le démarrage » and « Déroulement du bilan ».

mod cadence;
mod holidays;
mod open_days;

use serde::{Deserialize, Serialize};

pub use self::holidays::{Holiday, easter, holiday};
use self::open_days::{OpenDays, later};
use crate::catalogue::{Catalogue, UsualDuration};
use crate::error::{Error, Problem};
use crate::limits::{LOOK_AHEAD_MONTHS, MAX_SESSION, MIN_HOURS};
use crate::plan::{Plan, PlannedStep};
use crate::values::Date;
use crate::values::french;
use crate::values::{Hours, optional_hours_between};

/// When: the exchanges, a wish for the start, a cadence, closed periods.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Calendar {
    /// Day of the last exchange before the start; the kickoff meeting, if planned, is on it.
    pub exchanges_on: Date,
    /// No session before that day; at most two years after the exchanges.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_on: Option<Date>,
    /// Spacing of the sessions; by default automatic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cadence: Option<Cadence>,
    /// Day of the week of all sessions; by default that of the first open day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekday: Option<Weekday>,
    /// Periods without sessions.
    #[serde(default, deserialize_with = "crate::json::null_is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Closure>>"))]
    pub closures: Vec<Closure>,
    /// The longest session, a multiple of 0.5 up to 8; by default that of the catalogue.
    #[serde(default, deserialize_with = "longest", skip_serializing_if = "Option::is_none")]
    pub max_session_hours: Option<Hours>,
}

fn longest<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Hours>, D::Error> {
    optional_hours_between(deserializer, MIN_HOURS, MAX_SESSION)
}

impl Calendar {
    /// From the day of the last exchange on.
    #[must_use]
    pub const fn new(exchanges_on: Date) -> Self {
        let closures = Vec::new();
        Self { exchanges_on, start_on: None, cadence: None, weekday: None, closures, max_session_hours: None }
    }

    /// No session before that day.
    #[must_use]
    pub const fn start_on(mut self, day: Date) -> Self {
        self.start_on = Some(day);
        self
    }

    /// With that spacing.
    #[must_use]
    pub const fn cadence(mut self, cadence: Cadence) -> Self {
        self.cadence = Some(cadence);
        self
    }

    /// On that day of the week.
    #[must_use]
    pub const fn weekday(mut self, weekday: Weekday) -> Self {
        self.weekday = Some(weekday);
        self
    }

    /// Without sessions from one day to the other, both included.
    #[must_use]
    pub fn closed(mut self, from: Date, to: Date) -> Self {
        self.closures.push(Closure { from, to });
        self
    }

    /// With sessions of at most so many hours.
    #[must_use]
    pub const fn max_session_hours(mut self, hours: Hours) -> Self {
        self.max_session_hours = Some(hours);
        self
    }
}

/// Spacing of the sessions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Cadence {
    /// Weeks and fortnights so that the bilan lasts as usual, as evenly as possible.
    #[default]
    Auto,
    /// At least 7 days.
    Weekly,
    /// At least 14 days.
    Fortnightly,
}

/// A working day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "the days speak for themselves")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
}

impl From<Weekday> for chrono::Weekday {
    fn from(weekday: Weekday) -> Self {
        match weekday {
            Weekday::Monday => Self::Mon,
            Weekday::Tuesday => Self::Tue,
            Weekday::Wednesday => Self::Wed,
            Weekday::Thursday => Self::Thu,
            Weekday::Friday => Self::Fri,
        }
    }
}

/// A period without sessions, both days included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Closure {
    /// First day closed.
    pub from: Date,
    /// Last day closed.
    pub to: Date,
}

/// Sessions on a calendar.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "ScheduleResult"))]
#[non_exhaustive]
pub struct Schedule<'c> {
    /// The first day the delay allows.
    pub earliest_start: Date,
    /// Day of the first session.
    pub starts_on: Date,
    /// Day of the last session.
    pub ends_on: Date,
    /// Whether it lasts as usual: from 4 to 6 calendar months at the CDG29.
    pub within_usual_duration: bool,
    /// Sessions, by date.
    pub sessions: Vec<Session<'c>>,
    /// Work that the agent does alone, in the order of the plan.
    pub autonomous: Vec<Alone<'c>>,
    /// Days to remember, by date.
    pub milestones: Vec<Milestone>,
    /// What departs from the usual.
    pub warnings: Vec<Warning>,
    /// The calendar in one French sentence.
    pub explanation: String,
}

/// One session with a counsellor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Session<'c> {
    /// Its day.
    pub date: Date,
    /// Code of the step.
    pub step: &'c str,
    /// How long it is.
    pub hours: Hours,
}

/// Work that the agent does alone, between two sessions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Alone<'c> {
    /// Code of the step.
    pub step: &'c str,
    /// How long it takes.
    pub hours: Hours,
    /// From the session before it, or the first one.
    pub from: Date,
    /// To the session after it, or the last one.
    pub to: Date,
}

/// A day to remember.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Milestone {
    /// What it is.
    pub code: MilestoneCode,
    /// French label.
    pub label: &'static str,
    /// Its day.
    pub date: Date,
}

/// Days to remember.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum MilestoneCode {
    /// Last exchange before the start.
    Exchanges,
    /// Tripartite kickoff meeting.
    KickoffMeeting,
    /// First day the delay allows.
    EarliestStart,
    /// First session.
    FirstSession,
    /// Last session.
    LastSession,
}

impl MilestoneCode {
    const fn on(self, date: Date) -> Milestone {
        let label = match self {
            Self::Exchanges => "Dernier échange préalable",
            Self::KickoffMeeting => "Réunion de démarrage",
            Self::EarliestStart => "Démarrage possible à partir de ce jour",
            Self::FirstSession => "Première séance",
            Self::LastSession => "Dernière séance",
        };
        Milestone { code: self, label, date }
    }
}

/// What departs from the usual: allowed, and said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "ScheduleWarning"))]
#[non_exhaustive]
pub struct Warning {
    /// What it is.
    pub code: WarningCode,
    /// One French sentence.
    pub message: String,
}

/// Kinds of warnings on a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "ScheduleWarningCode"))]
#[non_exhaustive]
pub enum WarningCode {
    /// It ends before the usual duration.
    ShorterThanUsual,
    /// It ends after the usual duration.
    LongerThanUsual,
}

/// Places a plan on a calendar.
///
/// Every accompanied step but the kickoff meeting becomes sessions, in the order of the plan, as few and as even as the
/// longest session allows; all on one weekday, one a day, never on a closed day.
///
/// ```
/// use bilan_professionnel::{Catalogue, plan, schedule};
///
/// let catalogue = Catalogue::embedded();
/// let plan = plan::plan(catalogue, &plan::Request::new("evolution"))?;
/// let calendar = schedule::Calendar::new("2026-12-01".parse()?).weekday(schedule::Weekday::Tuesday);
/// let schedule = schedule::schedule(catalogue, &plan, &calendar)?;
/// assert_eq!(schedule.starts_on.to_string(), "2026-12-29");
/// assert!(schedule.within_usual_duration);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`Problem::OutOfRange`] for a start too far away, a closure that ends before it begins or a calendar that leaves the
/// year 9999; [`Problem::HoursGranularity`] or [`Problem::HoursOutOfRange`] at `maxSessionHours`;
/// [`Problem::NothingToSchedule`]; [`Problem::NoOpenDay`] when none is found within two years.
pub fn schedule<'c>(catalogue: &'c Catalogue, plan: &Plan<'c>, calendar: &Calendar) -> Result<Schedule<'c>, Error> {
    let course = catalogue.course_of(catalogue.variant(plan.variant)?);
    let longest = calendar.max_session_hours.or(course.max_session_hours).unwrap_or(MAX_SESSION);
    let UsualDuration { min_months, max_months, .. } =
        course.usual.unwrap_or(UsualDuration { min_months: 0, max_months: 24 });
    check_dates(calendar)?;
    let sittings = sittings(plan, longest);
    if sittings.is_empty() {
        return Err(Problem::NothingToSchedule.at("plan"));
    }

    let open = OpenDays::new(&calendar.closures);
    let earliest_start =
        later(calendar.exchanges_on, course.delay.map_or(0, |delay| delay.in_days())).map_err(at_fault)?;
    let due = calendar.start_on.map_or(earliest_start, |start| start.max(earliest_start));
    let starts_on = first_session(&open, due, calendar.weekday).map_err(at_fault)?;
    let usual = usual_end(starts_on, min_months)?..=usual_end(starts_on, max_months)?;
    let cadence = calendar.cadence.unwrap_or_default();
    let dates = cadence::dates(&open, starts_on, sittings.len(), cadence, &usual).map_err(at_fault)?;
    let ends_on = dates.last().copied().unwrap_or(starts_on);

    let sessions: Vec<Session<'c>> =
        dates.into_iter().zip(sittings).map(|(date, (step, hours))| Session { date, step, hours }).collect();
    let mut milestones = vec![MilestoneCode::Exchanges.on(calendar.exchanges_on)];
    milestones.extend(plan.kickoff_meeting.then(|| MilestoneCode::KickoffMeeting.on(calendar.exchanges_on)));
    milestones.push(MilestoneCode::EarliestStart.on(earliest_start));
    milestones.push(MilestoneCode::FirstSession.on(starts_on));
    milestones.push(MilestoneCode::LastSession.on(ends_on));
    Ok(Schedule {
        earliest_start,
        starts_on,
        ends_on,
        within_usual_duration: usual.contains(&ends_on),
        autonomous: alone(plan, &sessions, starts_on, ends_on),
        milestones,
        warnings: warning(ends_on, &usual, min_months, max_months).into_iter().collect(),
        explanation: explain(sessions.len(), starts_on, ends_on),
        sessions,
    })
}

fn check_dates(calendar: &Calendar) -> Result<(), Error> {
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
    Ok(())
}

/// Where to look when no day is found, or the calendar ends.
fn at_fault(problem: Problem) -> Error {
    let path = if problem == Problem::NoOpenDay { "closures" } else { "exchangesOn" };
    problem.at(path)
}

fn usual_end(starts_on: Date, months: u32) -> Result<Date, Error> {
    let beyond = || Problem::out_of_range("une date dont la suite tienne avant le 31 décembre 9999").at("exchangesOn");
    starts_on.plus_months(months).ok_or_else(beyond)
}

/// The sessions of a plan, without their dates: as few as the longest allows, as even as half hours do.
fn sittings<'c>(plan: &Plan<'c>, longest: Hours) -> Vec<(&'c str, Hours)> {
    let steps = plan.steps.iter().filter(|step| is_session(step));
    steps
        .flat_map(|step| {
            let total = step.hours.quarters() / 2;
            let count = total.div_ceil((longest.quarters() / 2).max(1));
            // The longer sessions come first.
            (0..count).map(move |place| {
                let hours = total.saturating_sub(place).div_ceil(count);
                (step.code, Hours::HALF.times(hours))
            })
        })
        .collect()
}

const fn is_session(step: &PlannedStep<'_>) -> bool {
    step.accompanied && step.kickoff.is_none()
}

fn first_session(open: &OpenDays, due: Date, weekday: Option<Weekday>) -> Result<Date, Problem> {
    let Some(weekday) = weekday else { return open.first(due) };
    let weekday = chrono::Weekday::from(weekday);
    let wait = weekday.days_since(due.weekday());
    open.same_weekday(later(due, wait)?)
}

/// Work alone goes from the session before it to the session after it.
fn alone<'c>(plan: &Plan<'c>, sessions: &[Session<'c>], starts_on: Date, ends_on: Date) -> Vec<Alone<'c>> {
    let mut found = Vec::new();
    for (place, step) in plan.steps.iter().enumerate().filter(|(_, step)| !step.accompanied) {
        let before = plan.steps.iter().take(place).rev().find(|step| is_session(step));
        let after = plan.steps.iter().skip(place).find(|step| is_session(step));
        let from = before.and_then(|before| sessions.iter().rev().find(|session| session.step == before.code));
        let to = after.and_then(|after| sessions.iter().find(|session| session.step == after.code));
        found.push(Alone {
            step: step.code,
            hours: step.hours,
            from: from.map_or(starts_on, |session| session.date),
            to: to.map_or(ends_on, |session| session.date),
        });
    }
    found
}

fn warning(ends_on: Date, usual: &std::ops::RangeInclusive<Date>, min: u32, max: u32) -> Option<Warning> {
    let code = if ends_on < *usual.start() {
        WarningCode::ShorterThanUsual
    } else if ends_on > *usual.end() {
        WarningCode::LongerThanUsual
    } else {
        return None;
    };
    let message = match code {
        WarningCode::ShorterThanUsual => {
            format!("Le bilan s’étend d’ordinaire sur {min} à {max} mois ; celui-ci est plus court.")
        }
        WarningCode::LongerThanUsual => {
            format!("Le bilan s’étend d’ordinaire sur {min} à {max} mois ; celui-ci est plus long.")
        }
    };
    Some(Warning { code, message })
}

fn explain(count: usize, starts_on: Date, ends_on: Date) -> String {
    let (weekday, start, end) = (french::weekday(starts_on.weekday()), french::date(starts_on), french::date(ends_on));
    if count == 1 {
        format!("Une séance, le {weekday} {start}.")
    } else {
        format!("{count} séances, le {weekday}, du {start} au {end}.")
    }
}
