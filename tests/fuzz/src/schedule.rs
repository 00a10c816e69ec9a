//! What is true of any calendar, said anew: nothing here is taken from the library but the list of public holidays.

use bilan_professionnel::plan::{Plan, PlannedStep};
use bilan_professionnel::schedule::{Cadence, Calendar, Schedule, holiday, schedule};
use bilan_professionnel::{Catalogue, Date, Hours};

use crate::answer;

/// The calendar of a plan, if it has one; either way as it must be.
pub fn scheduled<'c>(catalogue: &'c Catalogue, plan: &Plan<'c>, calendar: &Calendar) -> Option<Schedule<'c>> {
    match schedule(catalogue, plan, calendar) {
        Ok(schedule) => {
            check_sessions(catalogue, plan, calendar, &schedule);
            check_days(catalogue, calendar, &schedule);
            check_duration(catalogue, plan, calendar, &schedule);
            check_work_alone(plan, &schedule);
            Some(schedule)
        }
        Err(error) => {
            answer::refusal(&error);
            None
        }
    }
}

/// As few sessions as the longest allows, as even as half hours do, in the order of the plan.
fn check_sessions(catalogue: &Catalogue, plan: &Plan<'_>, calendar: &Calendar, schedule: &Schedule<'_>) {
    let usual = catalogue.offer().course.max_session_hours;
    let longest = calendar.max_session_hours.map_or(usual, |hours| Hours::from_f64(hours).expect("checked hours"));
    let mut sessions = schedule.sessions.as_slice();
    let met = |step: &&PlannedStep<'_>| step.accompanied && !step.kickoff;
    for step in plan.steps.iter().filter(met) {
        let count = step.hours.half_hours().div_ceil(longest.half_hours()) as usize;
        let (own, rest) = sessions.split_at_checked(count).expect("a session is missing");
        assert!(own.iter().all(|session| session.step == step.code), "{own:?}");
        assert_eq!(own.iter().map(|session| session.hours).sum::<Hours>(), step.hours, "{own:?}");
        let (most, least) = (own[0].hours, own[count - 1].hours);
        assert!(own.is_sorted_by_key(|session| std::cmp::Reverse(session.hours)), "{own:?}");
        assert!(most <= longest && most.half_hours() - least.half_hours() <= 1, "{own:?}");
        sessions = rest;
    }
    assert!(sessions.is_empty(), "sessions of no step: {sessions:?}");
}

/// On open days of one weekday; each on the first that the cadence allows after the one before.
fn check_days(catalogue: &Catalogue, calendar: &Calendar, schedule: &Schedule<'_>) {
    let dates: Vec<Date> = schedule.sessions.iter().map(|session| session.date).collect();
    let first = dates[0];
    assert_eq!((Some(&schedule.starts_on), Some(&schedule.ends_on)), (dates.first(), dates.last()));
    assert!(dates.iter().all(|date| is_open(calendar, *date)), "a session on a closed day: {dates:?}");

    let delay = catalogue.offer().course.delay_weeks * 7;
    assert_eq!(Some(schedule.earliest_start), calendar.exchanges_on.plus_days(delay));
    let due = calendar.start_on.map_or(schedule.earliest_start, |start| start.max(schedule.earliest_start));
    let possible =
        |date: Date| is_open(calendar, date) && calendar.weekday.is_none_or(|weekday| date.weekday() == weekday.into());
    let found = (0..).map_while(|days| due.plus_days(days)).find(|date| possible(*date));
    assert_eq!(found, Some(first), "the first open day on or after {due}");

    for pair in dates.windows(2) {
        let (before, after) = (pair[0], pair[1]);
        let weekly = next(calendar, before, 7) == Some(after);
        let fortnightly = next(calendar, before, 14) == Some(after);
        let kept = match calendar.cadence.unwrap_or_default() {
            Cadence::Weekly => weekly,
            Cadence::Fortnightly => fortnightly,
            Cadence::Auto => weekly || fortnightly,
        };
        assert!(kept, "{before} to {after}: not the first open day of the cadence");
    }
    let milestones: Vec<Date> = schedule.milestones.iter().map(|milestone| milestone.date).collect();
    assert!(milestones.is_sorted() && milestones.contains(&calendar.exchanges_on), "{milestones:?}");
}

fn is_open(calendar: &Calendar, date: Date) -> bool {
    let weekend = date.weekday().number_from_monday() > 5;
    let closed = calendar.closures.iter().any(|closure| (closure.from..=closure.to).contains(&date));
    !weekend && !closed && holiday(date).is_none()
}

/// The first open day so many days after another, or whole weeks later.
fn next(calendar: &Calendar, date: Date, days: u32) -> Option<Date> {
    (0..).map_while(|weeks| date.plus_days(days + 7 * weeks)).find(|date| is_open(calendar, *date))
}

/// It lasts as usual or is said not to; and automatic spacing lasts as usual if any fixed one does.
fn check_duration(catalogue: &Catalogue, plan: &Plan<'_>, calendar: &Calendar, schedule: &Schedule<'_>) {
    let course = &catalogue.offer().course;
    let end = |months: u32| schedule.starts_on.plus_months(months).expect("the usual end of a calendar");
    let usual = end(course.min_months)..=end(course.max_months);
    assert_eq!(schedule.within_usual_duration, usual.contains(&schedule.ends_on), "{schedule:?}");
    assert_eq!(schedule.within_usual_duration, schedule.warnings.is_empty(), "{schedule:?}");
    if calendar.cadence.unwrap_or_default() == Cadence::Auto && !schedule.within_usual_duration {
        for cadence in [Cadence::Weekly, Cadence::Fortnightly] {
            let fixed = self::schedule(catalogue, plan, &calendar.clone().cadence(cadence));
            let better = fixed.is_ok_and(|fixed| fixed.within_usual_duration);
            assert!(!better, "{cadence:?} lasts as usual, automatic spacing does not: {calendar:?}");
        }
    }
}

fn check_work_alone(plan: &Plan<'_>, schedule: &Schedule<'_>) {
    let steps = plan.steps.iter().filter(|step| !step.accompanied);
    let expected = steps.map(|step| (step.code, step.hours));
    assert!(expected.eq(schedule.autonomous.iter().map(|alone| (alone.step, alone.hours))), "{schedule:?}");
    for alone in &schedule.autonomous {
        let bounds = schedule.starts_on <= alone.from && alone.from <= alone.to && alone.to <= schedule.ends_on;
        assert!(bounds, "{alone:?}");
    }
}
