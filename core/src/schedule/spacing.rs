//! On which dates the sessions fall.

use std::ops::RangeInclusive;

use super::Cadence;
use super::open_days::OpenDays;
use crate::catalogue::Spacing;
use crate::error::Problem;
use crate::values::Date;

/// Sessions to place from the first one on, all on its weekday.
pub(super) struct Spaced<'s> {
    pub(super) open: &'s OpenDays,
    pub(super) first: Date,
    pub(super) count: usize,
    /// The days on which a bilan of the usual duration ends, if there is one.
    pub(super) usual: Option<&'s RangeInclusive<Date>>,
}

impl Spaced<'_> {
    /// Gives the dates of the sessions: by the cadence asked, or by those that the centre offers.
    pub(super) fn dates(&self, cadence: Cadence, offered: &[Spacing]) -> Result<Vec<Date>, Problem> {
        match cadence.spacing() {
            Some(spacing) => self.evenly_spaced(spacing),
            None => self.automatic(offered),
        }
    }

    /// The slowest spacing that does not pass the usual duration, if it lasts long enough or nothing slower is offered;
    /// else it and the next slower one, mixed; the fastest where all pass the usual duration.
    fn automatic(&self, offered: &[Spacing]) -> Result<Vec<Date>, Problem> {
        let mut slowest_first = offered.to_vec();
        slowest_first.sort_unstable_by(|one, other| other.cmp(one));
        slowest_first.dedup();
        let mut slower = None;
        let mut found = Err(Problem::NoOpenDay);
        for &spacing in &slowest_first {
            // Where long closures leave no day for a spacing, a faster one may still find some.
            let spaced = self.evenly_spaced(spacing);
            if let Ok(dates) = &spaced {
                let fits = self.usual.is_none_or(|usual| end(dates) <= *usual.end());
                match (slower, self.usual) {
                    (Some(slower), Some(usual)) if fits && end(dates) < *usual.start() => {
                        return self.mixed(spacing, slower, usual, &slowest_first).map_or(spaced, Ok);
                    }
                    _ if fits => return spaced,
                    _ => {}
                }
            }
            found = spaced.or_else(|problem| found.map_err(|_| problem));
            slower = Some(spacing);
        }
        found
    }

    fn evenly_spaced(&self, spacing: Spacing) -> Result<Vec<Date>, Problem> {
        self.spaced(std::iter::repeat_n(spacing, self.gaps()))
    }

    fn spaced(&self, gaps: impl Iterator<Item = Spacing>) -> Result<Vec<Date>, Problem> {
        let mut dates = vec![self.first];
        let mut last = self.first;
        for gap in gaps {
            last = self.open.next(last, gap.days())?;
            dates.push(last);
        }
        Ok(dates)
    }

    fn gaps(&self) -> usize {
        self.count.saturating_sub(1)
    }

    /// The even mix of two spacings that ends nearest to the middle of the usual duration; where none ends within it, any
    /// mix of the spacings offered that does; where none does either, the even mix that ends nearest to it.
    fn mixed(
        &self,
        faster: Spacing,
        slower: Spacing,
        usual: &RangeInclusive<Date>,
        offered: &[Spacing],
    ) -> Option<Vec<Date>> {
        let middle = middle(usual);
        let from_middle = |date: Date| date.days_since(middle).unsigned_abs();
        let even = (0..=self.gaps()).filter_map(|slow| self.spaced(even_mix(faster, slower, slow, self.gaps())).ok());
        let even = even.min_by_key(|dates| (days_outside(usual, end(dates)), from_middle(end(dates))));
        let fits = |dates: &Vec<Date>| usual.contains(&end(dates));
        if even.as_ref().is_some_and(fits) { even } else { self.any_mix(usual, offered).or(even) }
    }

    /// Any mix of the spacings that lasts as usual, where long closures leave no even one: all dates within reach are followed, session by
    /// session, and the path kept that stays closest to equal spacing.
    fn any_mix(&self, usual: &RangeInclusive<Date>, offered: &[Spacing]) -> Option<Vec<Date>> {
        let days = middle(usual).days_since(self.first);
        let count = i64::try_from(self.gaps()).ok()?;
        let mut reached = vec![Path { dates: vec![self.first], cost: 0 }];
        for session in 1..=count {
            let ideal = days.saturating_mul(session).checked_div(count)?;
            let mut next: Vec<Path> = Vec::new();
            for Path { dates, cost } in &reached {
                for gap in offered {
                    let Ok(due) = self.open.next(end(dates), gap.days()) else { continue };
                    let drift = due.days_since(self.first).saturating_sub(ideal);
                    let cost = cost.saturating_add(drift.saturating_mul(drift));
                    if due > *usual.end() {
                        continue;
                    }
                    let path = || Path { dates: dates.iter().copied().chain([due]).collect(), cost };
                    match next.binary_search_by_key(&due, |path| end(&path.dates)) {
                        Err(place) => next.insert(place, path()),
                        Ok(place) => {
                            if let Some(there) = next.get_mut(place).filter(|there| cost < there.cost) {
                                *there = path();
                            }
                        }
                    }
                }
            }
            reached = next;
        }
        let ends = reached.into_iter().filter(|path| usual.contains(&end(&path.dates)));
        ends.min_by_key(|path| path.cost).map(|path| path.dates)
    }
}

/// Dates that follow one another, and how far they are from equal spacing. Of those that end on the same day one is
/// kept, in the order of their ends.
struct Path {
    dates: Vec<Date>,
    cost: i64,
}

fn end(dates: &[Date]) -> Date {
    dates.last().copied().unwrap_or(Date::MIN)
}

/// The middle of the usual duration.
fn middle(usual: &RangeInclusive<Date>) -> Date {
    let days = usual.end().days_since(*usual.start()) / 2;
    u32::try_from(days).ok().and_then(|days| usual.start().plus_days(days)).unwrap_or(*usual.start())
}

/// By how many days an end falls outside the usual duration.
fn days_outside(usual: &RangeInclusive<Date>, end: Date) -> i64 {
    usual.start().days_since(end).max(end.days_since(*usual.end())).max(0)
}

/// So many slower gaps among all, as far from each other as can be.
fn even_mix(faster: Spacing, slower: Spacing, slow: usize, gaps: usize) -> impl Iterator<Item = Spacing> {
    let rounded = move |gap: usize| {
        let twice = gap.saturating_mul(slow).saturating_mul(2).saturating_add(gaps);
        twice.checked_div(gaps.saturating_mul(2)).unwrap_or(0)
    };
    (0..gaps).map(move |gap| if rounded(gap.saturating_add(1)) > rounded(gap) { slower } else { faster })
}
