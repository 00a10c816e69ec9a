//! Calendars at the edge of what is possible: they end in a calendar or in an error that says why, and soon.

#![allow(clippy::unwrap_used)]

use std::time::{Duration, Instant};

use bilan_professionnel::plan::{Plan, Request, plan};
use bilan_professionnel::schedule::{Cadence, Calendar, Schedule, WarningCode, Weekday, schedule};
use bilan_professionnel::{Catalogue, Date, Error};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn evolution(hours: f64) -> Plan<'static> {
    plan(Catalogue::embedded(), &Request::new("evolution").hours(hours)).unwrap()
}

fn scheduled(plan: &Plan<'static>, calendar: &Calendar) -> Result<Schedule<'static>, Error> {
    schedule(Catalogue::embedded(), plan, calendar)
}

fn refusal(plan: &Plan<'static>, calendar: &Calendar) -> (&'static str, String) {
    let error = scheduled(plan, calendar).unwrap_err();
    (error.code(), error.path().to_owned())
}

fn dates(schedule: &Schedule<'_>) -> Vec<String> {
    schedule.sessions.iter().map(|session| session.date.to_string()).collect()
}

#[test]
fn closures_over_years_leave_no_open_day() {
    let calendar = || Calendar::new(day("2026-12-01"));
    let plan = evolution(18.0);
    // From before the start; from the middle of the bilan.
    for (from, to) in [("2026-01-01", "2029-12-31"), ("2027-02-01", "2030-02-01"), ("1583-01-01", "9999-12-31")] {
        assert_eq!(refusal(&plan, &calendar().closed(day(from), day(to))), ("noOpenDay", "closures".into()), "{from}");
    }
    // Short closures that follow each other close as much as a long one.
    let months = (0..60).map(|month| {
        (day("2026-12-01").plus_months(month).unwrap(), day("2026-12-31").plus_months(month + 1).unwrap())
    });
    let calendar = months.fold(calendar(), |calendar, (from, to)| calendar.closed(from, to));
    assert_eq!(refusal(&plan, &calendar), ("noOpenDay", "closures".into()));
}

#[test]
fn an_open_day_is_looked_for_during_two_years() {
    // The first session is due on Tuesday 29 December 2026.
    let reopening = |last_day_closed: &str| {
        let calendar = Calendar::new(day("2026-12-01")).closed(day("2026-12-29"), day(last_day_closed));
        scheduled(&evolution(18.0), &calendar)
            .map(|schedule| schedule.starts_on.to_string())
            .map_err(|error| error.code())
    };
    assert_eq!(reopening("2028-12-28"), Ok("2028-12-29".into()));
    assert_eq!(reopening("2028-12-29"), Err("noOpenDay"));
}

#[test]
fn a_closure_without_end_after_the_usual_duration_does_not_shorten_the_bilan() {
    // 16 sessions from 29 December 2026: by the week they end in April, too soon; by the fortnight they run into the
    // closure. Mixes of both end in time.
    let request = Request::new("evolution").hours(36.0).fix("analyseProjets", 10.0);
    let plan = plan(Catalogue::embedded(), &request).unwrap();
    let calendar = Calendar::new(day("2026-12-01")).closed(day("2027-07-01"), day("2035-12-31"));
    let schedule = scheduled(&plan, &calendar).unwrap();
    assert_eq!(schedule.sessions.len(), 16);
    assert!(schedule.within_usual_duration, "ends on {}", schedule.ends_on);
}

#[test]
fn near_the_end_of_the_year_9999_there_is_no_calendar() {
    for exchanges in ["9999-12-31", "9999-12-04", "9999-12-03", "9999-11-30", "9999-09-01", "9999-07-04", "9999-06-03"]
    {
        let calendar = Calendar::new(day(exchanges));
        assert_eq!(refusal(&evolution(18.0), &calendar), ("outOfRange", "exchangesOn".into()), "{exchanges}");
        for cadence in [Cadence::Weekly, Cadence::Fortnightly] {
            let calendar = calendar.clone().cadence(cadence).start_on(day("9999-12-31")).weekday(Weekday::Friday);
            assert_eq!(refusal(&evolution(18.0), &calendar).0, "outOfRange", "{exchanges}");
        }
    }
    // Six months before it, there is one, though a slower one would not fit.
    let calendar = Calendar::new(day("9999-06-01")).weekday(Weekday::Tuesday);
    assert_eq!(scheduled(&evolution(18.0), &calendar).unwrap().starts_on, day("9999-06-29"));
    // And in the first year that can be written.
    assert_eq!(scheduled(&evolution(18.0), &Calendar::new(Date::MIN)).unwrap().earliest_start, day("1583-01-29"));
}

#[test]
fn a_start_is_asked_for_at_most_two_years_after_the_exchanges() {
    let table = [
        ("2026-12-01", "2028-12-01", true),
        ("2026-12-01", "2028-12-02", false),
        ("2024-02-29", "2026-02-28", true),
        ("2024-02-29", "2026-03-01", false),
        ("2026-12-01", "9999-12-31", false),
        // A start already past does not advance the delay.
        ("2026-12-01", "1583-01-01", true),
    ];
    for (exchanges, start, allowed) in table {
        let calendar = Calendar::new(day(exchanges)).start_on(day(start));
        match scheduled(&evolution(18.0), &calendar) {
            Ok(schedule) => assert!(allowed && schedule.starts_on >= schedule.earliest_start, "{start}"),
            Err(error) => {
                assert_eq!((error.code(), error.path(), allowed), ("outOfRange", "startOn", false), "{start}");
            }
        }
    }
}

#[test]
fn a_closure_does_not_end_before_it_begins() {
    let calendar = Calendar::new(day("2026-12-01")).closed(day("2027-01-05"), day("2027-01-05"));
    assert!(scheduled(&evolution(18.0), &calendar).is_ok(), "one day is a closure");
    let calendar = calendar.closed(day("2027-01-05"), day("2027-01-04"));
    assert_eq!(refusal(&evolution(18.0), &calendar), ("outOfRange", "closures[1].to".into()));
}

#[test]
fn a_session_lasts_from_half_an_hour_to_eight_hours() {
    let sessions = |longest: f64| {
        let calendar = Calendar::new(day("2026-12-01")).max_session_hours(longest);
        let found = scheduled(&evolution(30.0), &calendar).map(|schedule| schedule.sessions.len());
        found.map_err(|error| {
            assert_eq!(error.path(), "maxSessionHours", "{longest}");
            error.code()
        })
    };
    // 25 h with a counsellor after the kickoff meeting: ten steps, three of them of four hours.
    for (longest, expected) in [(0.5, 50), (1.0, 25), (1.5, 22), (2.0, 13), (3.5, 13), (4.0, 10), (8.0, 10)] {
        assert_eq!(sessions(longest), Ok(expected), "at most {longest} h");
    }
    for impossible in [0.0, -0.5, 8.5, 1e300] {
        assert_eq!(sessions(impossible), Err("hoursOutOfRange"), "{impossible}");
    }
    for off_the_grid in [0.25, 1.9, f64::NAN, f64::INFINITY] {
        assert_eq!(sessions(off_the_grid), Err("hoursGranularity"), "{off_the_grid}");
    }
    // Fifty sessions by the week last a year: too long, and said.
    let calendar = Calendar::new(day("2026-12-01")).max_session_hours(0.5);
    let schedule = scheduled(&evolution(30.0), &calendar).unwrap();
    assert_eq!(schedule.warnings.first().map(|warning| warning.code), Some(WarningCode::LongerThanUsual));
}

#[test]
fn a_plan_without_sessions_has_no_calendar() {
    let request = Request::new("evolution").hours(4.0).without_kickoff();
    let accompanied = ["recherches", "demarchesTerrain"];
    let steps = &Catalogue::embedded().variant("evolution").unwrap().steps;
    let alone = steps.iter().filter(|step| step.kickoff.is_none() && !accompanied.contains(&step.code.as_str()));
    let request = alone.fold(request, |request, step| request.fix(&step.code, 0.0));
    let plan = plan(Catalogue::embedded(), &request).unwrap();
    assert_eq!(refusal(&plan, &Calendar::new(day("2026-12-01"))), ("nothingToSchedule", "plan".into()));
}

#[test]
fn holidays_move_the_sessions_by_whole_weeks() {
    // Weekday; exchanges; the first dates by the week. Holidays: Fridays 25 December and 1 January, Easter Monday and
    // Whit Monday 2027, the Thursdays of Ascension 2027 and of 11 November 2027.
    let table = [
        (Weekday::Friday, "2026-11-13", ["2026-12-11", "2026-12-18", "2027-01-08", "2027-01-15"]),
        (Weekday::Monday, "2027-02-22", ["2027-03-22", "2027-04-05", "2027-04-12", "2027-04-19"]),
        (Weekday::Monday, "2027-04-12", ["2027-05-10", "2027-05-24", "2027-05-31", "2027-06-07"]),
        (Weekday::Thursday, "2027-04-01", ["2027-04-29", "2027-05-13", "2027-05-20", "2027-05-27"]),
        (Weekday::Thursday, "2027-10-14", ["2027-11-18", "2027-11-25", "2027-12-02", "2027-12-09"]),
    ];
    for (weekday, exchanges, expected) in table {
        let calendar = Calendar::new(day(exchanges)).weekday(weekday).cadence(Cadence::Weekly);
        assert_eq!(
            dates(&scheduled(&evolution(18.0), &calendar).unwrap()).get(..4),
            Some(&expected.map(String::from)[..])
        );
    }
}

#[test]
fn ten_thousand_closures_are_no_burden() {
    // Every Tuesday and Thursday of 96 years, out of order, and the days around them twice.
    let mut calendar = Calendar::new(day("2026-12-01"));
    for week in (0..5_000).rev() {
        let tuesday = day("2026-12-01").plus_days(week * 7).unwrap();
        let thursday = tuesday.plus_days(2).unwrap();
        calendar = calendar.closed(thursday, thursday).closed(tuesday, tuesday);
    }
    let begun = Instant::now();
    let schedule = scheduled(&evolution(30.0), &calendar.clone().max_session_hours(0.5)).unwrap();
    assert_eq!(schedule.starts_on.weekday(), chrono::Weekday::Wed);
    let tuesdays = calendar.weekday(Weekday::Tuesday);
    assert_eq!(refusal(&evolution(18.0), &tuesdays), ("noOpenDay", "closures".into()));
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
}
