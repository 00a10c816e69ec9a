//! On which dates the sessions fall.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::Cadence;
use super::open_days::{OpenDays, later};
use crate::error::Problem;
use crate::values::Date;

const WEEK: u32 = 7;
const FORTNIGHT: u32 = 14;

/// The dates of `count` sessions from the first one, all on the same weekday.
///
/// Weekly and fortnightly spacings are as they say. The automatic one is fortnightly where the bilan then lasts as
/// usual, else weekly where that does, else a mix, the fortnights spread evenly, that ends nearest to the middle of
/// the usual duration. Where nothing does, the closest: fortnightly if all is too short, weekly if all is too long.
pub(super) fn dates(
    open: &OpenDays,
    first: Date,
    count: usize,
    cadence: Cadence,
    usual: &RangeInclusive<Date>,
) -> Result<Vec<Date>, Problem> {
    let gaps = count.saturating_sub(1);
    let spaced = |days: u32| spread(open, first, std::iter::repeat_n(days, gaps));
    match cadence {
        Cadence::Weekly => spaced(WEEK),
        Cadence::Fortnightly => spaced(FORTNIGHT),
        Cadence::Auto => {
            // A later session never makes the following ones earlier, so every mix ends between these two; fortnights
            // may find no open day where weeks do.
            let fastest = spaced(WEEK)?;
            match spaced(FORTNIGHT).ok() {
                Some(slowest) if end(&slowest) <= *usual.end() => Ok(slowest),
                _ if end(&fastest) >= *usual.start() => Ok(fastest),
                slowest => Ok(mixed(open, first, gaps, usual).unwrap_or_else(|| closest(fastest, slowest, usual))),
            }
        }
    }
}

fn spread(open: &OpenDays, first: Date, gaps: impl Iterator<Item = u32>) -> Result<Vec<Date>, Problem> {
    let mut dates = vec![first];
    let mut last = first;
    for days in gaps {
        last = open.same_weekday(later(last, days)?)?;
        dates.push(last);
    }
    Ok(dates)
}

fn end(dates: &[Date]) -> Date {
    dates.last().copied().unwrap_or(Date::MIN)
}

/// The middle of the usual duration.
fn middle(usual: &RangeInclusive<Date>) -> Date {
    let days = usual.end().days_since(*usual.start()) / 2;
    u32::try_from(days).ok().and_then(|days| usual.start().plus_days(days)).unwrap_or(*usual.start())
}

/// A mix of weeks and fortnights that lasts as usual, if there is one.
fn mixed(open: &OpenDays, first: Date, gaps: usize, usual: &RangeInclusive<Date>) -> Option<Vec<Date>> {
    let middle = middle(usual);
    let even = (1..gaps).filter_map(|fortnights| spread(open, first, evenly(fortnights, gaps)).ok());
    even.filter(|dates| usual.contains(&end(dates)))
        .min_by_key(|dates| end(dates).days_since(middle).unsigned_abs())
        .or_else(|| reach(open, first, gaps, usual))
}

/// So many fortnights among the gaps, as far from each other as can be.
fn evenly(fortnights: usize, gaps: usize) -> impl Iterator<Item = u32> {
    let rounded = move |gap: usize| {
        let twice = gap.saturating_mul(fortnights).saturating_mul(2).saturating_add(gaps);
        twice.checked_div(gaps.saturating_mul(2)).unwrap_or(0)
    };
    (0..gaps).map(move |gap| if rounded(gap.saturating_add(1)) > rounded(gap) { FORTNIGHT } else { WEEK })
}

/// Any mix that lasts as usual, where long closures leave no even one: all dates within reach are followed, session by
/// session, and the path kept that stays closest to equal spacing.
fn reach(open: &OpenDays, first: Date, gaps: usize, usual: &RangeInclusive<Date>) -> Option<Vec<Date>> {
    let days = middle(usual).days_since(first);
    let count = i64::try_from(gaps).ok()?;
    let mut reached: BTreeMap<Date, (i64, Vec<Date>)> = BTreeMap::from([(first, (0, vec![first]))]);
    for session in 1..=count {
        let ideal = days.saturating_mul(session).checked_div(count)?;
        let mut next: BTreeMap<Date, (i64, Vec<Date>)> = BTreeMap::new();
        for (date, (cost, path)) in &reached {
            for gap in [WEEK, FORTNIGHT] {
                let Some(due) = later(*date, gap).and_then(|due| open.same_weekday(due)).ok() else { continue };
                let astray = due.days_since(first).saturating_sub(ideal);
                let cost = cost.saturating_add(astray.saturating_mul(astray));
                if due <= *usual.end() && next.get(&due).is_none_or(|(least, _)| cost < *least) {
                    let mut path = path.clone();
                    path.push(due);
                    next.insert(due, (cost, path));
                }
            }
        }
        reached = next;
    }
    let ends = reached.into_iter().filter(|(date, _)| usual.contains(date));
    ends.min_by_key(|(_, (cost, _))| *cost).map(|(_, (_, path))| path)
}

fn closest(fastest: Vec<Date>, slowest: Option<Vec<Date>>, usual: &RangeInclusive<Date>) -> Vec<Date> {
    let short_by = usual.start().days_since(end(&fastest));
    match slowest {
        Some(slowest) if end(&slowest).days_since(*usual.end()) <= short_by => slowest,
        _ => fastest,
    }
}
