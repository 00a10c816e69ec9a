//! Days on which a session can take place.

use chrono::Weekday;

use super::Closure;
use super::holidays::holiday;
use crate::error::Problem;
use crate::limits::LOOK_AHEAD_MONTHS;
use crate::values::Date;

/// Working days without the closures.
pub(super) struct OpenDays {
    /// Sorted, apart from each other.
    closures: Vec<Closure>,
}

impl OpenDays {
    pub(super) fn new(closures: &[Closure]) -> Self {
        let mut sorted = closures.to_vec();
        sorted.sort_unstable_by_key(|closure| closure.from);
        let mut closures: Vec<Closure> = Vec::with_capacity(sorted.len());
        for closure in sorted {
            match closures.last_mut() {
                Some(last) if closure.from <= last.to => last.to = last.to.max(closure.to),
                _ => closures.push(closure),
            }
        }
        Self { closures }
    }

    /// Neither a Saturday, a Sunday, a public holiday nor in a closure.
    pub(super) fn is_open(&self, date: Date) -> bool {
        let before = self.closures.partition_point(|closure| closure.from <= date);
        let closed = before.checked_sub(1).and_then(|last| self.closures.get(last)).is_some_and(|last| date <= last.to);
        !closed && !matches!(date.weekday(), Weekday::Sat | Weekday::Sun) && holiday(date).is_none()
    }

    /// The first open day from that one, day by day.
    pub(super) fn first(&self, from: Date) -> Result<Date, Problem> {
        self.search(from, 1)
    }

    /// The first open day from that one, week by week.
    pub(super) fn same_weekday(&self, due: Date) -> Result<Date, Problem> {
        self.search(due, 7)
    }

    fn search(&self, from: Date, step: u32) -> Result<Date, Problem> {
        let last = from.plus_months(LOOK_AHEAD_MONTHS);
        let mut date = from;
        loop {
            if self.is_open(date) {
                return Ok(date);
            }
            date = later(date, step)?;
            if last.is_some_and(|last| date > last) {
                return Err(Problem::NoOpenDay);
            }
        }
    }
}

/// So many days later.
pub(super) fn later(date: Date, days: u32) -> Result<Date, Problem> {
    date.plus_days(days).ok_or_else(|| Problem::out_of_range("une date dont la suite tienne avant le 31 décembre 9999"))
}
