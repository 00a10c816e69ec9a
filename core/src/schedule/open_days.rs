//! Days on which a session can take place, and why it cannot on the others.

use std::fmt;

use chrono::Weekday;

use super::holidays::{Holiday, holiday};
use crate::catalogue::{CentreClosure, Course, Holidays};
use crate::error::Problem;
use crate::limits::LOOK_AHEAD_MONTHS;
use crate::values::Date;

/// The working days of a centre: neither Saturdays, Sundays, the public holidays that it observes, nor closures.
pub(crate) struct OpenDays {
    holidays: Holidays,
    /// First and last days closed, sorted, apart from each other.
    closures: Vec<(Date, Date)>,
    /// The months and days closed every year, both included; from a day late in the year to one early in the next as well.
    yearly: Vec<(MonthDay, MonthDay)>,
}

type MonthDay = (u32, u32);

/// Why no session takes place on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Closed {
    Weekend,
    Holiday(Holiday),
    Closure,
}

/// What follows the day, in French: « samedi 2 janvier 2027, jour non ouvré ».
impl fmt::Display for Closed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Weekend => f.write_str("jour non ouvré"),
            Self::Holiday(holiday) => write!(f, "jour férié ({})", holiday.label()),
            Self::Closure => f.write_str("pendant une fermeture"),
        }
    }
}

impl OpenDays {
    /// The open days of a centre, without other closed periods.
    pub(crate) fn new(course: &Course, others: impl Iterator<Item = (Date, Date)>) -> Self {
        let month_day = |date: Date| (date.month(), date.day());
        let days = |closure: &CentreClosure| (closure.from, closure.to);
        let (yearly, once): (Vec<_>, Vec<_>) = course.closures.iter().partition(|closure| closure.yearly);
        Self {
            holidays: course.holidays,
            closures: joined(once.into_iter().map(days).chain(others).collect()),
            yearly: yearly.into_iter().map(days).map(|(from, to)| (month_day(from), month_day(to))).collect(),
        }
    }

    /// Tells why a day is closed; nothing if it is open.
    pub(crate) fn closed(&self, date: Date) -> Option<Closed> {
        if matches!(date.weekday(), Weekday::Sat | Weekday::Sun) {
            return Some(Closed::Weekend);
        }
        if let Some(holiday) = holiday(date, self.holidays) {
            return Some(Closed::Holiday(holiday));
        }
        let before = self.closures.partition_point(|(from, _)| *from <= date);
        let once = before.checked_sub(1).and_then(|last| self.closures.get(last)).is_some_and(|(_, to)| date <= *to);
        let day = (date.month(), date.day());
        let every_year = |&(from, to): &(MonthDay, MonthDay)| {
            if from <= to { from <= day && day <= to } else { from <= day || day <= to }
        };
        (once || self.yearly.iter().any(every_year)).then_some(Closed::Closure)
    }

    /// Finds the first open day from the day due, on that weekday if there is one, within two years of another day.
    pub(super) fn first(&self, due: Date, weekday: Option<Weekday>, counted_from: Date) -> Result<Date, Problem> {
        match weekday {
            None => self.search(due, 1, counted_from),
            Some(weekday) => self.search(later(due, weekday.days_since(due.weekday()))?, 7, counted_from),
        }
    }

    /// Finds the session that follows one, so many days later at least, on the same weekday and within two years of it.
    pub(super) fn next(&self, session: Date, days: u32) -> Result<Date, Problem> {
        self.search(later(session, days)?, 7, session)
    }

    /// Finds the session that follows one, so many months later at least, on the same weekday and within two years of
    /// the day on which it is due.
    pub(super) fn follow_up(&self, session: Date, months: u32) -> Result<Date, Problem> {
        let due = session.plus_months(months).ok_or_else(beyond)?;
        self.first(due, Some(session.weekday()), due)
    }

    fn search(&self, from: Date, step: u32, counted_from: Date) -> Result<Date, Problem> {
        let last = counted_from.plus_months(LOOK_AHEAD_MONTHS);
        let mut date = from;
        loop {
            if last.is_some_and(|last| date > last) {
                return Err(Problem::NoOpenDay);
            }
            if self.closed(date).is_none() {
                return Ok(date);
            }
            date = later(date, step)?;
        }
    }
}

/// Sorts periods, and joins those that overlap.
fn joined(mut periods: Vec<(Date, Date)>) -> Vec<(Date, Date)> {
    periods.sort_unstable();
    let mut joined: Vec<(Date, Date)> = Vec::with_capacity(periods.len());
    for (from, to) in periods {
        match joined.last_mut() {
            Some((_, last)) if from <= *last => *last = to.max(*last),
            _ => joined.push((from, to)),
        }
    }
    joined
}

/// Gives the day so many days later.
pub(super) fn later(date: Date, days: u32) -> Result<Date, Problem> {
    date.plus_days(days).ok_or_else(beyond)
}

/// The calendar leaves the years that can be written.
pub(super) fn beyond() -> Problem {
    Problem::out_of_range("une date dont la suite tienne avant le 31 décembre 9999")
}
