//! What is true of any calendar, said anew: nothing here is taken from the library but the list of public holidays.

use bilan_professionnel::catalogue::{CentreClosure, Spacing, VariantCourse};
use bilan_professionnel::plan::{Plan, PlannedStep};
use bilan_professionnel::schedule::{Cadence, Calendar, Schedule, Session, WarningCode, holiday, schedule};
use bilan_professionnel::{Catalogue, Date, Hours};

use crate::answer;

/// The calendar of a plan, if it has one; either way as it must be.
pub fn scheduled<'c>(catalogue: &'c Catalogue, plan: &Plan<'c>, calendar: &Calendar) -> Option<Schedule<'c>> {
    match schedule(catalogue, plan, calendar) {
        Ok(schedule) => {
            check_sessions(catalogue, plan, calendar, &schedule);
            check_days(catalogue, plan, calendar, &schedule);
            check_duration(catalogue, plan, calendar, &schedule);
            check_work_alone(plan, calendar, &schedule);
            Some(schedule)
        }
        Err(error) => {
            answer::refusal(&error);
            None
        }
    }
}

/// As few sessions as the longest allows, as even as the granularity allows, in the order of the plan.
fn check_sessions(catalogue: &Catalogue, plan: &Plan<'_>, calendar: &Calendar, schedule: &Schedule<'_>) {
    let usual = course(catalogue, plan).max_session_hours.unwrap_or(Hours::from_whole(8));
    let longest = calendar.max_session_hours.unwrap_or(usual);
    let grid = catalogue.offer().granularity;
    let units = |hours: Hours| hours.quarters() / grid.quarters();
    let mut sessions = schedule.sessions.as_slice();
    let met = |step: &&PlannedStep<'_>| step.accompanied && step.kickoff.is_none();
    for step in plan.steps.iter().filter(met) {
        let count = units(step.hours).div_ceil(units(longest)) as usize;
        let (own, rest) = sessions.split_at_checked(count).expect("a session is missing");
        assert!(own.iter().all(|session| session.step == step.code), "{own:?}");
        assert_eq!(own.iter().map(|session| session.hours).sum::<Hours>(), step.hours, "{own:?}");
        let (most, least) = (own[0].hours, own[count - 1].hours);
        assert!(own.is_sorted_by_key(|session| std::cmp::Reverse(session.hours)), "{own:?}");
        assert!(most <= longest && most.minus(least) <= grid, "{own:?}");
        sessions = rest;
    }
    assert!(sessions.is_empty(), "sessions of no step: {sessions:?}");
}

/// The course of a plan's variant.
fn course(catalogue: &Catalogue, plan: &Plan<'_>) -> VariantCourse {
    catalogue.course_of(catalogue.variant(plan.variant).expect("the variant of a plan"))
}

/// The months that must pass between two sessions, where the second begins a follow-up.
fn follows_up(catalogue: &Catalogue, plan: &Plan<'_>, before: &Session<'_>, after: &Session<'_>) -> Option<u32> {
    let variant = catalogue.variant(plan.variant).expect("the variant of a plan");
    let step = variant.step(after.step).expect("a step of the variant");
    step.after.filter(|_| before.step != after.step).map(|after| after.months)
}

/// On open days of one weekday; each on the first that the cadence, or the follow-up, allows after the one before.
fn check_days(catalogue: &Catalogue, plan: &Plan<'_>, calendar: &Calendar, schedule: &Schedule<'_>) {
    let is_open = |date: Date| is_open(catalogue, calendar, date);
    let dates: Vec<Date> = schedule.sessions.iter().map(|session| session.date).collect();
    let first = dates[0];
    assert_eq!((Some(&schedule.starts_on), Some(&schedule.ends_on)), (dates.first(), dates.last()));
    assert!(dates.iter().all(|date| is_open(*date)), "a session on a closed day: {dates:?}");

    let course = course(catalogue, plan);
    let delay = course.delay.map_or(0, |delay| delay.days.unwrap_or(0) + 7 * delay.weeks.unwrap_or(0));
    assert_eq!(Some(schedule.earliest_start), calendar.exchanges_on.plus_days(delay));
    let due = calendar.start_on.map_or(schedule.earliest_start, |start| start.max(schedule.earliest_start));
    let possible =
        |date: Date| is_open(date) && calendar.weekday.is_none_or(|weekday| date.weekday() == weekday.into());
    let found = (0..).map_while(|days| due.plus_days(days)).find(|date| possible(*date));
    assert_eq!(found, Some(first), "the first open day on or after {due}");

    let asked = calendar.cadence.unwrap_or_default();
    let offered = spacings(asked, &course);
    let quickest = offered.iter().min().copied().unwrap_or(Spacing::Weekly);
    let mut is_regular = true;
    for pair in schedule.sessions.windows(2) {
        let (before, after) = (pair[0].date, pair[1].date);
        // The first open day from a day on, or whole weeks later.
        let from = |due: Option<Date>| {
            let due = due?;
            (0..).map_while(|weeks| due.plus_days(7 * weeks)).find(|date| is_open(*date))
        };
        let spaced = |spacing: &Spacing| from(before.plus_days(spacing.days())) == Some(after);
        let kept = if let Some(months) = follows_up(catalogue, plan, &pair[0], &pair[1]) {
            is_regular = false;
            let due = before.plus_months(months).expect("a follow-up within the calendar");
            let on_weekday = (0..7).filter_map(|days| due.plus_days(days));
            from(on_weekday.into_iter().find(|date| date.weekday() == before.weekday())) == Some(after)
        } else if is_regular {
            offered.iter().any(spaced)
        } else {
            spaced(&quickest)
        };
        assert!(kept, "{before} to {after}: not the first open day that {asked:?} allows");
    }
    let milestones: Vec<Date> = schedule.milestones.iter().map(|milestone| milestone.date).collect();
    assert!(milestones.is_sorted() && milestones.contains(&calendar.exchanges_on), "{milestones:?}");
}

/// The spacing that is asked for, or those that the centre offers.
fn spacings(cadence: Cadence, course: &VariantCourse) -> Vec<Spacing> {
    cadence.spacing().map_or_else(|| course.cadences.clone(), |spacing| vec![spacing])
}

fn is_open(catalogue: &Catalogue, calendar: &Calendar, date: Date) -> bool {
    let centre = &catalogue.offer().course;
    let weekend = date.weekday().number_from_monday() > 5;
    let closed = calendar.closures.iter().any(|closure| (closure.from..=closure.to).contains(&date));
    let centre_closed = centre.closures.iter().any(|closure| closes(closure, date));
    !weekend && !closed && !centre_closed && holiday(date, centre.holidays).is_none()
}

/// Whether the centre is closed that day, once or every year.
fn closes(closure: &CentreClosure, date: Date) -> bool {
    let day = |date: Date| (date.month(), date.day());
    let (from, to) = (day(closure.from), day(closure.to));
    match (closure.yearly, from <= to) {
        (false, _) => (closure.from..=closure.to).contains(&date),
        (true, true) => (from..=to).contains(&day(date)),
        // Over the turn of the year.
        (true, false) => day(date) >= from || day(date) <= to,
    }
}

/// Before any follow-up it lasts as usual or is said not to; and automatic spacing lasts as usual if any spacing that
/// the centre offers does.
fn check_duration(catalogue: &Catalogue, plan: &Plan<'_>, calendar: &Calendar, schedule: &Schedule<'_>) {
    let course = course(catalogue, plan);
    let mut pairs = schedule.sessions.windows(2);
    let last = pairs.find(|pair| follows_up(catalogue, plan, &pair[0], &pair[1]).is_some());
    let regular_end = last.map_or(schedule.ends_on, |pair| pair[0].date);
    let end = |months: u32| schedule.starts_on.plus_months(months).expect("the usual end of a calendar");
    let usual = course.usual.map(|usual| end(usual.min_months)..=end(usual.max_months));
    assert_eq!(schedule.within_usual_duration, usual.map(|usual| usual.contains(&regular_end)), "{schedule:?}");
    let warned = |codes: &[WarningCode]| schedule.warnings.iter().any(|warning| codes.contains(&warning.code));
    let unusual = warned(&[WarningCode::ShorterThanUsual, WarningCode::LongerThanUsual]);
    assert_eq!(unusual, schedule.within_usual_duration == Some(false), "{schedule:?}");
    let exchanges_closed = !is_open(catalogue, calendar, calendar.exchanges_on);
    assert_eq!(warned(&[WarningCode::ExchangesOnClosedDay]), exchanges_closed, "{schedule:?}");
    if calendar.cadence.unwrap_or_default() == Cadence::Auto && unusual {
        for cadence in [Cadence::Weekly, Cadence::Fortnightly, Cadence::Monthly] {
            if !cadence.spacing().is_some_and(|spacing| course.cadences.contains(&spacing)) {
                continue;
            }
            let fixed = self::schedule(catalogue, plan, &calendar.clone().cadence(cadence));
            let better = fixed.is_ok_and(|fixed| fixed.within_usual_duration == Some(true));
            assert!(!better, "{cadence:?} lasts as usual, automatic spacing does not: {calendar:?}");
        }
    }
}

fn check_work_alone(plan: &Plan<'_>, calendar: &Calendar, schedule: &Schedule<'_>) {
    let steps = plan.steps.iter().filter(|step| !step.accompanied);
    let expected = steps.map(|step| (step.code, step.hours));
    assert!(expected.eq(schedule.autonomous.iter().map(|alone| (alone.step, alone.hours))), "{schedule:?}");
    for alone in &schedule.autonomous {
        let bounds = calendar.exchanges_on <= alone.from && alone.from <= alone.to && alone.to <= schedule.ends_on;
        assert!(bounds, "{alone:?}");
    }
}
