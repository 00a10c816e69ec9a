//! Calendars at the edge of what is possible: they end in a calendar or in an error that says why, and soon.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use std::time::{Duration, Instant};

use bilan_professionnel::plan::{Plan, Request, plan};
use bilan_professionnel::schedule::{Cadence, Calendar, Schedule, WarningCode, Weekday, schedule};
use bilan_professionnel::wire::{Operation, answer};
use bilan_professionnel::{Catalogue, Date, Error, Hours};
use serde_json::{Value, json};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn evolution(hours: u32) -> Plan<'static> {
    plan(Catalogue::embedded(), &Request::new("evolution").hours(Hours::from_whole(hours))).unwrap()
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
    let plan = evolution(18);
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
fn the_first_session_is_looked_for_during_two_years_from_the_exchanges() {
    let reopening = |last_day_closed: &str| {
        let calendar = Calendar::new(day("2026-12-01")).closed(day("2026-12-29"), day(last_day_closed));
        scheduled(&evolution(18), &calendar)
            .map(|schedule| schedule.starts_on.to_string())
            .map_err(|error| error.code())
    };
    assert_eq!(reopening("2028-11-30"), Ok("2028-12-01".into()));
    assert_eq!(reopening("2028-12-01"), Err("noOpenDay"));
    // A start asked for on the very last day, a Saturday, has no day left.
    let calendar = Calendar::new(day("2026-12-05")).start_on(day("2028-12-05"));
    assert_eq!(scheduled(&evolution(18), &calendar).unwrap().starts_on, day("2028-12-05"));
    let calendar = Calendar::new(day("2024-11-30")).start_on(day("2026-11-28"));
    assert_eq!(scheduled(&evolution(18), &calendar).unwrap().starts_on, day("2026-11-30"));
    assert_eq!(refusal(&evolution(18), &calendar.weekday(Weekday::Tuesday)), ("noOpenDay", "closures".into()));
}

#[test]
fn a_session_is_looked_for_during_two_years_from_the_one_before() {
    // Sessions on 29 December 2026, then closed; the next one is due on 5 January 2027.
    let reopening = |last_day_closed: &str| {
        let calendar = Calendar::new(day("2026-12-01")).cadence(Cadence::Weekly);
        let calendar = calendar.closed(day("2026-12-30"), day(last_day_closed));
        scheduled(&evolution(18), &calendar)
            .map(|schedule| schedule.sessions[1].date.to_string())
            .map_err(|error| error.code())
    };
    assert_eq!(reopening("2028-12-25"), Ok("2028-12-26".into()));
    assert_eq!(reopening("2028-12-26"), Err("noOpenDay"));
}

#[test]
fn a_closure_without_end_after_the_usual_duration_does_not_shorten_the_bilan() {
    // 16 sessions from 29 December 2026: by the week they end in April, too soon; by the fortnight they run into the
    // closure. Mixes of both end in time.
    let request = Request::new("evolution").hours(Hours::from_whole(36)).fix("analyseProjets", Hours::from_whole(10));
    let plan = plan(Catalogue::embedded(), &request).unwrap();
    let calendar = Calendar::new(day("2026-12-01")).closed(day("2027-07-01"), day("2035-12-31"));
    let schedule = scheduled(&plan, &calendar).unwrap();
    assert_eq!(schedule.sessions.len(), 16);
    assert_eq!(schedule.within_usual_duration, Some(true), "ends on {}", schedule.ends_on);
}

#[test]
fn near_the_end_of_the_year_9999_there_is_no_calendar() {
    for exchanges in ["9999-12-31", "9999-12-04", "9999-12-03", "9999-11-30", "9999-09-01", "9999-07-04", "9999-06-03"]
    {
        let calendar = Calendar::new(day(exchanges));
        assert_eq!(refusal(&evolution(18), &calendar), ("outOfRange", "exchangesOn".into()), "{exchanges}");
        for cadence in [Cadence::Weekly, Cadence::Fortnightly] {
            let calendar = calendar.clone().cadence(cadence).start_on(day("9999-12-31")).weekday(Weekday::Friday);
            assert_eq!(refusal(&evolution(18), &calendar).0, "outOfRange", "{exchanges}");
        }
    }
    // Six months before it, there is one, though a slower one would not fit.
    let calendar = Calendar::new(day("9999-06-01")).weekday(Weekday::Tuesday);
    assert_eq!(scheduled(&evolution(18), &calendar).unwrap().starts_on, day("9999-06-29"));
    // And in the first year that can be written.
    assert_eq!(scheduled(&evolution(18), &Calendar::new(Date::MIN)).unwrap().earliest_start, day("1583-01-29"));
}

#[test]
fn a_start_is_asked_for_at_most_two_years_after_the_exchanges() {
    let table = [
        ("2026-12-01", "2028-12-01", true),
        ("2026-12-01", "2028-12-02", false),
        ("2028-02-29", "2030-02-28", true),
        ("2028-02-29", "2030-03-01", false),
        ("2026-12-01", "9999-12-31", false),
        // A start already past does not advance the delay.
        ("2026-12-01", "1583-01-01", true),
    ];
    for (exchanges, start, allowed) in table {
        let calendar = Calendar::new(day(exchanges)).start_on(day(start));
        match scheduled(&evolution(18), &calendar) {
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
    assert!(scheduled(&evolution(18), &calendar).is_ok(), "one day is a closure");
    let calendar = calendar.closed(day("2027-01-05"), day("2027-01-04"));
    assert_eq!(refusal(&evolution(18), &calendar), ("outOfRange", "closures[1].to".into()));
}

#[test]
fn a_session_lasts_from_half_an_hour_to_eight_hours() {
    let sessions = |quarters: u32| {
        let calendar = Calendar::new(day("2026-12-01")).max_session_hours(Hours::from_quarters(quarters));
        let found = scheduled(&evolution(30), &calendar).map(|schedule| schedule.sessions.len());
        found.map_err(|error| {
            assert_eq!(error.path(), "maxSessionHours", "{quarters}");
            error.code()
        })
    };
    // 25 h with a counsellor after the kickoff meeting: ten steps, three of them of four hours.
    for (longest, expected) in [(2, 50), (4, 25), (6, 22), (8, 13), (14, 13), (16, 10), (32, 10)] {
        assert_eq!(sessions(longest), Ok(expected), "at most {longest} quarters of an hour");
    }
    for impossible in [0, 33, 34, u32::MAX] {
        assert_eq!(sessions(impossible), Err("hoursOutOfRange"), "{impossible}");
    }
    for off_the_grid in [1, 3, 7, 31] {
        assert_eq!(sessions(off_the_grid), Err("hoursGranularity"), "{off_the_grid}");
    }
    // Fifty sessions by the week last a year: too long, and said.
    let calendar = Calendar::new(day("2026-12-01")).max_session_hours(Hours::HALF);
    let schedule = scheduled(&evolution(30), &calendar).unwrap();
    let warning = schedule.warnings.first().unwrap();
    assert_eq!(warning.code, WarningCode::LongerThanUsual);
    assert_eq!(warning.message, "Ce bilan est plus long que les 4 à 6\u{a0}mois annoncés.");
}

#[test]
fn exchanges_on_a_closed_day_are_said_with_the_kickoff_and_the_reason() {
    let message = |exchanges: &str, request: Request| {
        let calendar = Calendar::new(day(exchanges)).closed(day("2026-12-14"), day("2026-12-18"));
        let plan = plan(Catalogue::embedded(), &request).unwrap();
        let schedule = scheduled(&plan, &calendar).unwrap();
        let warning = schedule.warnings.into_iter().find(|warning| warning.code == WarningCode::ExchangesOnClosedDay);
        warning.map(|warning| warning.message.replace('\u{a0}', " "))
    };
    let with = || Request::new("evolution");
    let without = || Request::new("evolution").without_kickoff();
    assert_eq!(message("2026-12-01", with()), None);
    assert_eq!(
        message("2026-12-05", with()).as_deref(),
        Some("Le dernier échange et la réunion de démarrage sont prévus le samedi 5 décembre 2026, jour non ouvré.")
    );
    assert_eq!(
        message("2026-12-13", without()).as_deref(),
        Some("Le dernier échange est prévu le dimanche 13 décembre 2026, jour non ouvré.")
    );
    assert_eq!(
        message("2027-03-29", without()).as_deref(),
        Some("Le dernier échange est prévu le lundi 29 mars 2027, jour férié (Lundi de Pâques).")
    );
    assert_eq!(
        message("2026-12-14", with()).as_deref(),
        Some(
            "Le dernier échange et la réunion de démarrage sont prévus le lundi 14 décembre 2026, pendant une fermeture."
        )
    );
}

#[test]
fn a_plan_without_sessions_has_no_calendar() {
    let request = Request::new("evolution").hours(Hours::from_whole(4)).without_kickoff();
    let personal = ["recherches", "demarchesTerrain"];
    let steps = &Catalogue::embedded().variant("evolution").unwrap().steps;
    let others = steps.iter().filter(|step| step.kickoff.is_none() && !personal.contains(&step.code.as_str()));
    let request = others.fold(request, |request, step| request.fix(&step.code, Hours::ZERO));
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
            dates(&scheduled(&evolution(18), &calendar).unwrap()).get(..4),
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
    let schedule = scheduled(&evolution(30), &calendar.clone().max_session_hours(Hours::HALF)).unwrap();
    assert_eq!(schedule.starts_on.weekday(), chrono::Weekday::Wed);
    let tuesdays = calendar.weekday(Weekday::Tuesday);
    assert_eq!(refusal(&evolution(18), &tuesdays), ("noOpenDay", "closures".into()));
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
}

#[test]
fn a_request_as_json_is_refused_at_the_member_at_fault() {
    let refusal = |request: Value| {
        let mut document = json!({ "plan": { "variant": "evolution" }, "exchangesOn": "2026-12-01" });
        document.as_object_mut().unwrap().extend(request.as_object().unwrap().clone());
        let answer = answer(Catalogue::embedded(), Operation::Schedule, document.to_string().as_bytes());
        answer.err().map(|error| (error.code(), error.path().to_owned()))
    };
    let at = |code: &'static str, path: &str| Some((code, path.to_owned()));
    for (request, expected) in [
        (json!({}), None),
        (json!({ "startOn": null, "cadence": null, "weekday": null, "closures": null, "maxSessionHours": null }), None),
        (json!({ "cadence": "monthly" }), None),
        (json!({ "cadence": "daily" }), at("unknownCode", "cadence")),
        (json!({ "weekday": "saturday" }), at("unknownCode", "weekday")),
        (json!({ "exchangesOn": "2026-02-30" }), at("outOfRange", "exchangesOn")),
        (json!({ "startOn": "2028-12-02" }), at("outOfRange", "startOn")),
        (json!({ "closures": [{ "from": "2027-01-02", "to": "2027-01-01" }] }), at("outOfRange", "closures[0].to")),
        (
            json!({ "closures": [{ "from": "2027-01-02", "to": "2027-01-03", "yearly": true }] }),
            at("unknownField", "closures[0].yearly"),
        ),
        (json!({ "maxSessionHours": 8 }), None),
        (json!({ "maxSessionHours": 0 }), at("hoursOutOfRange", "maxSessionHours")),
        (json!({ "maxSessionHours": 8.5 }), at("hoursOutOfRange", "maxSessionHours")),
        // By quarters of an hour in other centres, not in this one.
        (json!({ "maxSessionHours": 0.75 }), at("hoursGranularity", "maxSessionHours")),
        (json!({ "maxSessionHours": 1.3 }), at("hoursGranularity", "maxSessionHours")),
    ] {
        assert_eq!(refusal(request.clone()), expected, "{request}");
    }
}

#[test]
fn the_example_of_the_contract_starts_and_lasts_as_it_says() {
    let request = json!({
        "plan": { "variant": "evolution" }, "exchangesOn": "2026-12-01", "startOn": "2027-01-11", "cadence": "auto",
        "weekday": "tuesday", "closures": [{ "from": "2027-02-15", "to": "2027-02-26" }], "maxSessionHours": 2
    });
    let answer = answer(Catalogue::embedded(), Operation::Schedule, request.to_string().as_bytes()).unwrap();
    let found: Value = serde_json::from_str(&answer).unwrap();
    let member = |key: &str| found[key].clone();
    assert_eq!(
        (member("earliestStart"), member("startsOn"), member("withinUsualDuration"), member("warnings")),
        (json!("2026-12-29"), json!("2027-01-12"), json!(true), json!([]))
    );
    assert_eq!(found["sessions"][0], json!({ "date": "2027-01-12", "step": "analyseDemande", "hours": 1 }));
    let codes: Vec<_> = found["milestones"].as_array().unwrap().iter().map(|milestone| &milestone["code"]).collect();
    assert_eq!(codes, ["exchanges", "kickoffMeeting", "earliestStart", "firstSession", "lastSession"]);
}
