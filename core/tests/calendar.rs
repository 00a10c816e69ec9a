//! Every rule of a calendar, on random plans, dates and closures, against a model that looks at one day after another.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, clippy::float_cmp)]

use std::collections::BTreeSet;

use bilan_professionnel::plan::{Plan, PlannedStep, Request, plan};
use bilan_professionnel::schedule::{
    Cadence, Calendar, Closure, MilestoneCode, Schedule, WarningCode, Weekday, holiday, schedule,
};
use bilan_professionnel::{Catalogue, Date, Error};
use proptest::prelude::*;

const WEEKDAYS: [Weekday; 5] =
    [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];

fn scheduled(plan: &Plan<'static>, calendar: &Calendar) -> Result<Schedule<'static>, Error> {
    schedule(Catalogue::embedded(), plan, calendar)
}

/// The calendar as one reads it on a wall.
struct Wall<'c> {
    closures: &'c [Closure],
}

impl Wall<'_> {
    fn is_open(&self, date: Date) -> bool {
        let weekend = matches!(date.weekday(), chrono::Weekday::Sat | chrono::Weekday::Sun);
        let closed = self.closures.iter().any(|closure| closure.from <= date && date <= closure.to);
        !weekend && !closed && holiday(date).is_none()
    }

    /// The first open day from that one, on that weekday if there is one; within two years.
    fn first(&self, from: Date, weekday: Option<chrono::Weekday>) -> Option<Date> {
        let last = months_later(from, 24);
        let days = std::iter::successors(Some(from), |date| date.plus_days(1)).take_while(|date| *date <= last);
        let mut wanted = days.filter(|date| weekday.is_none_or(|weekday| date.weekday() == weekday));
        wanted.find(|date| self.is_open(*date))
    }

    /// The session that follows one, at least so many days later.
    fn next(&self, date: Date, gap: u32) -> Option<Date> {
        self.first(date.plus_days(gap)?, Some(date.weekday()))
    }

    /// The last of so many sessions, all that far apart.
    fn uniform(&self, first: Date, count: usize, gap: u32) -> Option<Vec<Date>> {
        let mut dates = vec![first];
        for _ in 1..count {
            dates.push(self.next(*dates.last()?, gap)?);
        }
        Some(dates)
    }

    /// Every day on which the last session can be, whatever the mix of weeks and fortnights.
    fn ends(&self, first: Date, count: usize) -> BTreeSet<Date> {
        (1..count).fold(BTreeSet::from([first]), |reached, _| {
            reached.iter().flat_map(|date| [7, 14].into_iter().filter_map(|gap| self.next(*date, gap))).collect()
        })
    }
}

/// Calendar months, clamped to the month's end, without the library's own arithmetic.
fn months_later(date: Date, months: i32) -> Date {
    let months = date.year() * 12 + i32::try_from(date.month()).unwrap() - 1 + months;
    let month = u32::try_from(months % 12).unwrap() + 1;
    (1..=date.day()).rev().find_map(|day| Date::new(months / 12, month, day)).unwrap()
}

/// By how many days an end falls outside the usual four to six months.
fn days_outside(first: Date, end: Date) -> i64 {
    let (from, to) = (months_later(first, 4), months_later(first, 6));
    from.days_since(end).max(end.days_since(to)).max(0)
}

/// A plan and when.
#[derive(Clone, Debug)]
struct Case {
    plan: Plan<'static>,
    calendar: Calendar,
}

fn plans() -> impl Strategy<Value = Plan<'static>> {
    let variants = &Catalogue::embedded().offer().variants;
    (0..variants.len(), any::<bool>(), 0.0..=1.0f64).prop_map(move |(variant, kickoff, share)| {
        let variant = &variants[variant];
        let mut request = Request::new(&variant.code);
        if !kickoff && variant.code != "developpement" {
            request = request.without_kickoff();
        }
        let range = plan(Catalogue::embedded(), &request).unwrap().range;
        let hours = range.min().as_f64() + (range.width().as_f64() * 2.0 * share).round() / 2.0;
        plan(Catalogue::embedded(), &request.hours(hours)).unwrap()
    })
}

/// Closures around a year and a half; now and then one that outlasts the search.
fn closures() -> impl Strategy<Value = Vec<(u32, u32)>> {
    let short = prop::collection::vec((0u32..500, 0u32..40), 0..8);
    let long = prop_oneof![6 => Just(None), 1 => (0u32..400, 60u32..200).prop_map(Some), 1 => (60u32..400).prop_map(|from| Some((from, 1_200)))];
    (short, long).prop_map(|(short, long)| short.into_iter().chain(long).collect())
}

fn cases() -> impl Strategy<Value = Case> {
    let exchanges =
        (1990..2100i32, 1u32..=12, 1u32..=28).prop_map(|(year, month, day)| Date::new(year, month, day).unwrap());
    let cadence = prop_oneof![
        4 => Just(None),
        2 => Just(Some(Cadence::Auto)),
        1 => Just(Some(Cadence::Weekly)),
        1 => Just(Some(Cadence::Fortnightly)),
    ];
    let weekday = prop::option::of((0..5usize).prop_map(|day| WEEKDAYS[day]));
    let longest = prop_oneof![3 => Just(None), 2 => (1u32..=8).prop_map(Some), 1 => (9u32..=16).prop_map(Some)];
    (plans(), exchanges, prop::option::of(0u32..200), cadence, weekday, closures(), longest).prop_map(
        |(plan, exchanges, start, cadence, weekday, closures, longest)| {
            let mut calendar = Calendar::new(exchanges);
            calendar.start_on = start.map(|days| exchanges.plus_days(days).unwrap());
            calendar.cadence = cadence;
            calendar.weekday = weekday;
            calendar.max_session_hours = longest.map(|half_hours| f64::from(half_hours) / 2.0);
            let closed = |(after, length): (u32, u32)| {
                let from = exchanges.plus_days(after).unwrap();
                Closure { from, to: from.plus_days(length).unwrap() }
            };
            calendar.closures = closures.into_iter().map(closed).collect();
            Case { plan, calendar }
        },
    )
}

/// Accompanied, and not the kickoff meeting: the steps that become sessions.
fn is_session(step: &PlannedStep<'_>) -> bool {
    step.accompanied && step.code != "reunionDemarrage"
}

/// How many sessions a plan needs.
fn count(case: &Case) -> usize {
    let longest = case.calendar.max_session_hours.unwrap_or(2.0);
    let steps = case.plan.steps.iter().filter(|step| is_session(step));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    steps.map(|step| (step.hours.as_f64() / longest).ceil() as usize).sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn the_first_session_is_on_the_first_open_day_after_the_delay(case in cases()) {
        let wall = Wall { closures: &case.calendar.closures };
        let earliest = case.calendar.exchanges_on.plus_days(28).unwrap();
        let due = case.calendar.start_on.map_or(earliest, |start| start.max(earliest));
        let weekday = case.calendar.weekday.map(chrono::Weekday::from);
        match (scheduled(&case.plan, &case.calendar), wall.first(due, weekday)) {
            (Ok(schedule), Some(first)) => {
                prop_assert_eq!((schedule.earliest_start, schedule.starts_on), (earliest, first));
                prop_assert_eq!(schedule.sessions[0].date, first);
            }
            (Ok(schedule), None) => prop_assert!(false, "no open day, and yet {}", schedule.starts_on),
            (Err(error), first) => {
                prop_assert_eq!((error.code(), error.path()), ("noOpenDay", "closures"));
                let gap = if case.calendar.cadence == Some(Cadence::Fortnightly) { 14 } else { 7 };
                let beyond = first.is_none_or(|first| wall.uniform(first, count(&case), gap).is_none());
                prop_assert!(beyond, "sessions were possible from {:?}", first);
            }
        }
    }

    #[test]
    fn sessions_are_on_one_weekday_on_open_days_and_no_later_than_they_must(case in cases()) {
        let wall = Wall { closures: &case.calendar.closures };
        let Ok(schedule) = scheduled(&case.plan, &case.calendar) else { return Ok(()) };
        prop_assert_eq!(schedule.sessions.last().map(|session| session.date), Some(schedule.ends_on));
        for session in &schedule.sessions {
            prop_assert!(wall.is_open(session.date), "{} is closed", session.date);
            prop_assert_eq!(session.date.weekday(), schedule.starts_on.weekday());
        }
        let gaps: &[u32] = match case.calendar.cadence.unwrap_or_default() {
            Cadence::Auto => &[7, 14],
            Cadence::Weekly => &[7],
            Cadence::Fortnightly => &[14],
        };
        for pair in schedule.sessions.windows(2) {
            let due = gaps.iter().filter_map(|gap| wall.next(pair[0].date, *gap)).collect::<Vec<_>>();
            prop_assert!(due.contains(&pair[1].date), "{} after {}, due {due:?}", pair[1].date, pair[0].date);
        }
    }

    #[test]
    fn every_step_has_its_hours_in_as_few_and_as_even_sessions_as_possible(case in cases()) {
        let Ok(schedule) = scheduled(&case.plan, &case.calendar) else { return Ok(()) };
        let longest = case.calendar.max_session_hours.unwrap_or(2.0);
        let mut sessions = schedule.sessions.iter().peekable();
        for step in case.plan.steps.iter().filter(|step| is_session(step)) {
            let mut own = Vec::new();
            while let Some(session) = sessions.next_if(|session| session.step == step.code) {
                own.push(session.hours.as_f64());
            }
            let total = step.hours.as_f64();
            prop_assert_eq!(own.iter().sum::<f64>(), total, "{}", step.code);
            prop_assert!(own.iter().all(|hours| *hours <= longest), "{}: {own:?}", step.code);
            let fewer = f64::from(u32::try_from(own.len() - 1).unwrap());
            prop_assert!(fewer * longest < total, "{}: {own:?} could be fewer", step.code);
            let (least, most) = own.iter().fold((f64::MAX, 0.0f64), |(least, most), h| (least.min(*h), most.max(*h)));
            prop_assert!(most - least <= 0.5, "{}: {own:?} could be more even", step.code);
        }
        prop_assert!(sessions.next().is_none(), "sessions are in the order of the plan");
    }

    #[test]
    fn four_to_six_calendar_months_are_usual_and_anything_else_is_said(case in cases()) {
        let Ok(schedule) = scheduled(&case.plan, &case.calendar) else { return Ok(()) };
        let (from, to) = (months_later(schedule.starts_on, 4), months_later(schedule.starts_on, 6));
        let expected = if schedule.ends_on < from {
            Some(WarningCode::ShorterThanUsual)
        } else {
            (schedule.ends_on > to).then_some(WarningCode::LongerThanUsual)
        };
        prop_assert_eq!(schedule.within_usual_duration, expected.is_none());
        prop_assert!(schedule.warnings.iter().map(|warning| warning.code).eq(expected));
    }

    #[test]
    fn automatic_spacing_lasts_as_usual_wherever_any_mix_of_weeks_and_fortnights_does(case in cases()) {
        let mut calendar = case.calendar.clone();
        calendar.cadence = None;
        let wall = Wall { closures: &calendar.closures };
        let Ok(schedule) = scheduled(&case.plan, &calendar) else { return Ok(()) };
        let (first, count) = (schedule.starts_on, schedule.sessions.len());
        let outside = |end: Date| days_outside(first, end);
        let dates: Vec<Date> = schedule.sessions.iter().map(|session| session.date).collect();
        let (weeks, fortnights) = (wall.uniform(first, count, 7), wall.uniform(first, count, 14));
        let usual = |dates: &Option<Vec<Date>>| dates.as_ref().is_some_and(|dates| outside(dates[count - 1]) == 0);
        if usual(&fortnights) {
            prop_assert_eq!(Some(dates), fortnights, "equal spacing is kept");
        } else if usual(&weeks) {
            prop_assert_eq!(Some(dates), weeks, "equal spacing is kept");
        } else if wall.ends(first, count).into_iter().any(|end| outside(end) == 0) {
            prop_assert!(schedule.within_usual_duration, "a mix is possible, but it ends on {}", schedule.ends_on);
        } else {
            for uniform in [weeks, fortnights].into_iter().flatten() {
                let other = uniform[count - 1];
                prop_assert!(outside(schedule.ends_on) <= outside(other), "{} against {other}", schedule.ends_on);
            }
        }
    }

    #[test]
    fn weeks_and_fortnights_alternate_evenly_where_no_day_is_closed(case in cases()) {
        let mut calendar = case.calendar.clone();
        (calendar.cadence, calendar.closures) = (None, Vec::new());
        let schedule = scheduled(&case.plan, &calendar).unwrap();
        let wall = Wall { closures: &[] };
        let weeks = std::iter::successors(Some(schedule.starts_on), |date| date.plus_days(7));
        if !weeks.take_while(|date| *date <= schedule.ends_on).all(|date| wall.is_open(date)) {
            return Ok(());
        }
        let gaps: Vec<i64> = schedule.sessions.windows(2).map(|pair| pair[1].date.days_since(pair[0].date)).collect();
        for length in 1..gaps.len() {
            let spans = gaps.windows(length).map(|gaps| gaps.iter().sum::<i64>());
            let (shortest, longest) = (spans.clone().min().unwrap(), spans.max().unwrap());
            prop_assert!(longest - shortest <= 7, "{length} gaps in a row last {shortest} to {longest} days: {gaps:?}");
        }
    }

    #[test]
    fn work_alone_lies_between_the_sessions_around_it(case in cases()) {
        let Ok(schedule) = scheduled(&case.plan, &case.calendar) else { return Ok(()) };
        let place = |code: &str| case.plan.steps.iter().position(|step| step.code == code).unwrap();
        let alone: Vec<_> = case.plan.steps.iter().filter(|step| !step.accompanied).collect();
        prop_assert_eq!(schedule.autonomous.len(), alone.len());
        for (step, work) in alone.iter().zip(&schedule.autonomous) {
            prop_assert_eq!((work.step, work.hours), (step.code, step.hours));
            let before = schedule.sessions.iter().filter(|session| place(session.step) < place(step.code));
            let after = schedule.sessions.iter().filter(|session| place(session.step) > place(step.code));
            prop_assert_eq!(work.from, before.map(|session| session.date).max().unwrap_or(schedule.starts_on));
            prop_assert_eq!(work.to, after.map(|session| session.date).min().unwrap_or(schedule.ends_on));
        }
    }

    #[test]
    fn milestones_are_in_the_order_of_their_dates(case in cases()) {
        let Ok(schedule) = scheduled(&case.plan, &case.calendar) else { return Ok(()) };
        let exchanges = case.calendar.exchanges_on;
        let expected = [
            Some((MilestoneCode::Exchanges, exchanges)),
            case.plan.kickoff_meeting.then_some((MilestoneCode::KickoffMeeting, exchanges)),
            Some((MilestoneCode::EarliestStart, exchanges.plus_days(28).unwrap())),
            Some((MilestoneCode::FirstSession, schedule.starts_on)),
            Some((MilestoneCode::LastSession, schedule.ends_on)),
        ];
        let found: Vec<_> = schedule.milestones.iter().map(|milestone| (milestone.code, milestone.date)).collect();
        prop_assert_eq!(&found, &expected.into_iter().flatten().collect::<Vec<_>>());
        prop_assert!(found.windows(2).all(|pair| pair[0].1 <= pair[1].1));
    }
}
