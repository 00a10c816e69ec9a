//! Every rule of a calendar, on random offers, plans, dates and closures, against a model that looks at one day after
//! another.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

#[path = "support/random_offers.rs"]
mod random_offers;

use std::collections::BTreeSet;

use bilan_professionnel::catalogue::Spacing;
use bilan_professionnel::plan::PlannedStep;
use bilan_professionnel::schedule::{Cadence, MilestoneCode, PersonalWork, Schedule, WarningCode, schedule};
use bilan_professionnel::{Date, Error, Hours};
use proptest::prelude::*;

use self::random_offers::{Case, Wall, cases, months_later};

fn scheduled(case: &Case) -> Result<Schedule<'static>, Error> {
    schedule(case.catalogue, &case.plan, &case.calendar)
}

/// Accompanied, and not the kickoff meeting: the steps that become sessions.
fn is_session(step: &PlannedStep<'_>) -> bool {
    step.accompanied && step.code != "demarrage"
}

/// The step of each session, in order.
fn sittings(case: &Case) -> Vec<&str> {
    let steps = case.plan.steps.iter().filter(|step| is_session(step));
    let counts = steps.map(|step| {
        let count = step.hours.quarters().div_ceil(case.longest().quarters());
        (step.code, usize::try_from(count).unwrap())
    });
    counts.flat_map(|(code, count)| std::iter::repeat_n(code, count)).collect()
}

/// How many sessions come before a follow-up.
fn regular(case: &Case) -> usize {
    let sittings = sittings(case);
    let first_of_step = |place: &usize| *place > 0 && sittings[*place - 1] != sittings[*place];
    (0..sittings.len())
        .find(|place| first_of_step(place) && case.after(sittings[*place]).is_some())
        .unwrap_or(sittings.len())
}

/// By how many days an end falls outside the usual duration.
fn days_outside(usual: (u32, u32), first: Date, end: Date) -> i64 {
    let months = |months: u32| months_later(first, i32::try_from(months).unwrap());
    let (from, to) = (months(usual.0), months(usual.1));
    from.days_since(end).max(end.days_since(to)).max(0)
}

/// Every day on which the last of so many sessions can be, whatever the mix of those spacings.
fn ends(wall: &Wall<'_>, first: Date, count: usize, offered: &[Spacing]) -> BTreeSet<Date> {
    (1..count).fold(BTreeSet::from([first]), |reached, _| {
        let next = |date: &Date| offered.iter().filter_map(|gap| wall.next(*date, gap.days())).collect::<Vec<_>>();
        reached.iter().flat_map(next).collect()
    })
}

fn dates(schedule: &Schedule<'_>) -> Vec<Date> {
    schedule.sessions.iter().map(|session| session.date).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_500) })]

    #[test]
    fn the_first_session_is_on_the_first_open_day_after_the_delay_within_two_years(case in cases()) {
        let wall = case.wall();
        let exchanges = case.calendar.exchanges_on;
        let earliest = exchanges.plus_days(case.offer.delay).unwrap();
        let due = case.calendar.start_on.map_or(earliest, |start| start.max(earliest));
        let weekday = case.calendar.weekday.map(chrono::Weekday::from);
        match (scheduled(&case), wall.first(due, weekday, months_later(exchanges, 24))) {
            (Ok(schedule), Some(first)) => {
                prop_assert_eq!((schedule.earliest_start, schedule.starts_on), (earliest, first));
                prop_assert_eq!(schedule.sessions[0].date, first);
            }
            (Ok(schedule), None) => prop_assert!(false, "no open day, and yet {}", schedule.starts_on),
            (Err(error), first) => {
                prop_assert_eq!((error.code(), error.path()), ("noOpenDay", "closures"));
                let asked = case.calendar.cadence.and_then(Cadence::spacing);
                let spacings = asked.map_or_else(|| case.offered(), |asked| vec![asked]);
                let count = regular(&case);
                let possible = |first: Date| spacings.iter().any(|gap| wall.uniform(first, count, *gap).is_some());
                // A follow-up may find no day either.
                let beyond = first.is_none_or(|first| !possible(first)) || count < sittings(&case).len();
                prop_assert!(beyond, "sessions were possible from {:?}", first);
            }
        }
    }

    #[test]
    fn sessions_are_on_one_weekday_on_open_days_and_no_later_than_they_must(case in cases()) {
        let wall = case.wall();
        let Ok(schedule) = scheduled(&case) else { return Ok(()) };
        prop_assert_eq!(schedule.sessions.last().map(|session| session.date), Some(schedule.ends_on));
        for session in &schedule.sessions {
            prop_assert!(wall.is_open(session.date), "{} is closed", session.date);
            prop_assert_eq!(session.date.weekday(), schedule.starts_on.weekday());
        }
        let asked = case.calendar.cadence.and_then(Cadence::spacing);
        let spacings = asked.map_or_else(|| case.offered(), |asked| vec![asked]);
        let regular = regular(&case);
        for (place, pair) in schedule.sessions.windows(2).enumerate() {
            let (before, session) = (pair[0], pair[1]);
            let due: Vec<Date> = match case.after(session.step) {
                Some(months) if before.step != session.step => vec![wall.follow_up(before.date, months).unwrap()],
                // After a follow-up nothing has to last: the rest comes as soon as it can.
                _ if place + 1 > regular => vec![wall.next(before.date, spacings[0].days()).unwrap()],
                _ => spacings.iter().filter_map(|gap| wall.next(before.date, gap.days())).collect(),
            };
            prop_assert!(due.contains(&session.date), "{} after {}, due {due:?}", session.date, before.date);
        }
    }

    #[test]
    fn every_step_has_its_hours_in_as_few_and_as_even_sessions_as_possible(case in cases()) {
        let Ok(schedule) = scheduled(&case) else { return Ok(()) };
        let longest = case.longest();
        let mut sessions = schedule.sessions.iter().peekable();
        for step in case.plan.steps.iter().filter(|step| is_session(step)) {
            let mut own: Vec<Hours> = Vec::new();
            while let Some(session) = sessions.next_if(|session| session.step == step.code) {
                own.push(session.hours);
            }
            prop_assert_eq!(own.iter().copied().sum::<Hours>(), step.hours, "{}", step.code);
            prop_assert!(own.iter().all(|hours| *hours <= longest), "{}: {own:?}", step.code);
            prop_assert!(own.iter().all(|hours| hours.is_multiple_of(case.offer.granularity)), "{}: {own:?}", step.code);
            let fewer = longest.times(u32::try_from(own.len() - 1).unwrap());
            prop_assert!(fewer < step.hours, "{}: {own:?} could be fewer", step.code);
            prop_assert!(own.is_sorted_by(|one, next| one >= next), "{}: {own:?}, longer sessions first", step.code);
            prop_assert!(own[0].minus(own[own.len() - 1]) <= case.offer.granularity, "{}: {own:?}", step.code);
        }
        prop_assert!(sessions.next().is_none(), "sessions are in the order of the plan");
    }

    #[test]
    fn a_duration_other_than_usual_is_said_whatever_the_follow_up(case in cases()) {
        let Ok(schedule) = scheduled(&case) else { return Ok(()) };
        let regular_end = schedule.sessions[regular(&case) - 1].date;
        let expected = case.offer.usual.map(|usual| {
            let outside = days_outside(usual, schedule.starts_on, regular_end);
            let months = months_later(schedule.starts_on, i32::try_from(usual.0).unwrap());
            let code = if regular_end < months { WarningCode::ShorterThanUsual } else { WarningCode::LongerThanUsual };
            (outside > 0).then_some(code)
        });
        prop_assert_eq!(schedule.within_usual_duration, expected.map(|warning| warning.is_none()));
        let on_closed_day = !case.wall().is_open(case.calendar.exchanges_on);
        let expected = expected.flatten().into_iter().chain(on_closed_day.then_some(WarningCode::ExchangesOnClosedDay));
        let of_dates = schedule.warnings.iter().map(|warning| warning.code);
        prop_assert!(of_dates.filter(|code| *code != WarningCode::WorkAfterLastSession).eq(expected));
    }

    #[test]
    fn automatic_spacing_is_the_slowest_that_is_not_too_long_or_a_mix_that_lasts_as_usual(case in cases()) {
        let mut case = case;
        case.calendar.cadence = None;
        let wall = case.wall();
        let Ok(schedule) = scheduled(&case) else { return Ok(()) };
        let (first, count, offered) = (schedule.starts_on, regular(&case), case.offered());
        let found = &dates(&schedule)[..count];
        let slowest_first: Vec<Vec<Date>> =
            offered.iter().rev().filter_map(|spacing| wall.uniform(first, count, *spacing)).collect();
        let Some(usual) = case.offer.usual else {
            prop_assert_eq!(found, &slowest_first[0], "nothing to aim at: the slowest");
            return Ok(());
        };
        let outside = |end: Date| days_outside(usual, first, end);
        let longest = months_later(first, i32::try_from(usual.1).unwrap());
        let chosen = slowest_first.iter().find(|dates| dates[count - 1] <= longest);
        let slowest = wall.uniform(first, count, offered[offered.len() - 1]);
        match chosen {
            None => prop_assert_eq!(Some(found), slowest_first.last().map(Vec::as_slice), "the fastest is the nearest"),
            Some(chosen) if outside(chosen[count - 1]) == 0 || Some(chosen) == slowest.as_ref() => {
                prop_assert_eq!(found, chosen);
            }
            Some(_) if ends(&wall, first, count, &offered).into_iter().any(|end| outside(end) == 0) => {
                prop_assert_eq!(schedule.within_usual_duration, Some(true), "a mix is possible: {:?}", found);
            }
            Some(_) => {
                let others = slowest_first.iter().map(|dates| outside(dates[count - 1]));
                prop_assert!(Some(outside(found[count - 1])) <= others.min(), "{found:?}");
            }
        }
    }

    #[test]
    fn with_weeks_and_fortnights_the_rule_is_that_of_the_page(case in cases()) {
        let mut case = case;
        case.calendar.cadence = Some(Cadence::Auto);
        let wall = case.wall();
        let both = case.offered() == [Spacing::Weekly, Spacing::Fortnightly];
        let (Ok(schedule), Some(usual), true) = (scheduled(&case), case.offer.usual, both) else { return Ok(()) };
        let (first, count) = (schedule.starts_on, regular(&case));
        let months = |months: u32| months_later(first, i32::try_from(months).unwrap());
        let (shortest, longest) = (months(usual.0), months(usual.1));
        let found = &dates(&schedule)[..count];
        let (Some(weeks), Some(fortnights)) =
            (wall.uniform(first, count, Spacing::Weekly), wall.uniform(first, count, Spacing::Fortnightly))
        else {
            return Ok(());
        };
        if fortnights[count - 1] <= longest {
            prop_assert_eq!(found, fortnights, "fortnightly unless that is too long");
        } else if weeks[count - 1] >= shortest {
            prop_assert_eq!(found, weeks, "else weekly if that is long enough");
        } else if case.calendar.closures.is_empty() && shortest < longest {
            prop_assert!(schedule.within_usual_duration == Some(true), "else a mix: ends on {}", found[count - 1]);
        }
    }

    #[test]
    fn two_spacings_alternate_evenly_where_no_day_is_closed(case in cases()) {
        let mut case = case;
        case.calendar.cadence = None;
        case.calendar.closures.clear();
        let Ok(schedule) = scheduled(&case) else { return Ok(()) };
        let wall = case.wall();
        let regular = &schedule.sessions[..regular(&case)];
        // A spacing that is not taken may have met a closed day further on.
        let weeks = std::iter::successors(Some(schedule.starts_on), |date| date.plus_days(7));
        if !weeks.take(4 * regular.len()).all(|date| wall.is_open(date)) {
            return Ok(());
        }
        let gaps: Vec<i64> = regular.windows(2).map(|pair| pair[1].date.days_since(pair[0].date)).collect();
        let kinds: BTreeSet<i64> = gaps.iter().copied().collect();
        if case.offer.usual.is_some_and(|(shortest, longest)| shortest == longest) {
            // An end on the very day may need an uneven mix.
            return Ok(());
        }
        prop_assert!(kinds.len() <= 2, "{gaps:?}");
        let between = kinds.last().unwrap_or(&0) - kinds.first().unwrap_or(&0);
        prop_assert!([0, 7, 14].contains(&between) || case.offered().len() == 2, "neighbouring spacings: {gaps:?}");
        for length in 1..gaps.len() {
            let spans = gaps.windows(length).map(|gaps| gaps.iter().sum::<i64>());
            let (shortest, longest) = (spans.clone().min().unwrap(), spans.max().unwrap());
            prop_assert!(longest - shortest <= between, "{length} gaps in a row: {shortest} to {longest} days: {gaps:?}");
        }
    }

    #[test]
    fn personal_work_lies_between_the_sessions_around_it(case in cases()) {
        let Ok(schedule) = scheduled(&case) else { return Ok(()) };
        let place = |code: &str| case.plan.steps.iter().position(|step| step.code == code).unwrap();
        let works: Vec<_> = case.plan.steps.iter().filter(|step| !step.accompanied).collect();
        prop_assert_eq!(schedule.autonomous.len(), works.len());
        for (step, work) in works.iter().zip(&schedule.autonomous) {
            prop_assert_eq!((work.step, work.hours), (step.code, step.hours));
            let before = schedule.sessions.iter().filter(|session| place(session.step) < place(step.code));
            let after = schedule.sessions.iter().filter(|session| place(session.step) > place(step.code));
            prop_assert_eq!(work.from, before.map(|session| session.date).max().unwrap_or(case.calendar.exchanges_on));
            prop_assert_eq!(work.to, after.map(|session| session.date).min().unwrap_or(work.from));
        }
        // What no session closes, or a follow-up months later alone, is told.
        let is_late = |work: &PersonalWork<'_>| {
            let before = schedule.sessions.iter().any(|session| place(session.step) < place(work.step));
            let next = schedule.sessions.iter().find(|session| place(session.step) > place(work.step));
            next.is_none_or(|next| before && case.after(next.step).is_some())
        };
        let warned = schedule.warnings.iter().any(|warning| warning.code == WarningCode::WorkAfterLastSession);
        prop_assert_eq!(warned, schedule.autonomous.iter().any(is_late), "{:?}", schedule);
    }

    #[test]
    fn milestones_are_in_the_order_of_their_dates(case in cases()) {
        let Ok(schedule) = scheduled(&case) else { return Ok(()) };
        let exchanges = case.calendar.exchanges_on;
        let followed_up = schedule.sessions.get(regular(&case)).map(|session| (MilestoneCode::FollowUp, session.date));
        let expected = [
            Some((MilestoneCode::Exchanges, exchanges)),
            case.plan.kickoff_meeting.then_some((MilestoneCode::KickoffMeeting, exchanges)),
            Some((MilestoneCode::EarliestStart, exchanges.plus_days(case.offer.delay).unwrap())),
            Some((MilestoneCode::FirstSession, schedule.starts_on)),
            followed_up,
            Some((MilestoneCode::LastSession, schedule.ends_on)),
        ];
        let found: Vec<_> = schedule.milestones.iter().map(|milestone| (milestone.code, milestone.date)).collect();
        prop_assert_eq!(&found, &expected.into_iter().flatten().collect::<Vec<_>>());
        prop_assert!(found.windows(2).all(|pair| pair[0].1 <= pair[1].1));
    }
}
