//! Calendars of other centres: their holidays, closures, cadences, announced durations and follow-ups.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use std::collections::BTreeSet;

use bilan_professionnel::catalogue::{Holidays, Zone};
use bilan_professionnel::plan::{Request, plan};
use bilan_professionnel::schedule::{Cadence, Calendar, Schedule, WarningCode, Weekday, schedule};
use bilan_professionnel::{Catalogue, Date, Hours};
use serde_json::{Value, json};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn dates(schedule: &Schedule<'_>) -> Vec<String> {
    schedule.sessions.iter().map(|session| session.date.to_string()).collect()
}

/// The offer of the CDG29 with another course, and perhaps other steps of its first variant.
fn offer(change: impl FnOnce(&mut Value)) -> Catalogue {
    let mut document = serde_json::to_value(Catalogue::embedded().offer()).unwrap();
    change(&mut document);
    Catalogue::parse(document.to_string().as_bytes()).unwrap()
}

/// A calendar of a plan of 18 h in another centre, on Tuesdays.
fn elsewhere<'c>(catalogue: &'c Catalogue, calendar: &Calendar) -> Schedule<'c> {
    let plan = plan(catalogue, &Request::new("evolution")).unwrap();
    schedule(catalogue, &plan, calendar).unwrap()
}

#[test]
fn the_announced_duration_is_said_as_the_centre_says_it() {
    // Twelve sessions by the week end before three months, by the month after six.
    let table = [
        (4, 6, Cadence::Weekly, Some("Ce bilan est plus court que les 4 à 6\u{a0}mois annoncés.")),
        (3, 3, Cadence::Weekly, Some("Ce bilan est plus court que les 3\u{a0}mois annoncés.")),
        (0, 3, Cadence::Monthly, Some("Ce bilan est plus long que les 3\u{a0}mois annoncés.")),
        (0, 1, Cadence::Monthly, Some("Ce bilan est plus long que le mois annoncé.")),
        (1, 1, Cadence::Monthly, Some("Ce bilan est plus long que le mois annoncé.")),
        (1, 2, Cadence::Monthly, Some("Ce bilan est plus long que les 1 à 2\u{a0}mois annoncés.")),
        (0, 24, Cadence::Monthly, None),
    ];
    for (min, max, cadence, expected) in table {
        let catalogue = offer(|offer| offer["course"]["usual"] = json!({ "minMonths": min, "maxMonths": max }));
        let found = elsewhere(&catalogue, &Calendar::new(day("2026-12-01")).cadence(cadence));
        assert_eq!(found.warnings.first().map(|warning| warning.message.as_str()), expected, "{min} to {max}");
        assert_eq!(found.within_usual_duration, Some(expected.is_none()));
    }
    let silent = offer(|offer| offer["course"]["usual"] = Value::Null);
    let found = elsewhere(&silent, &Calendar::new(day("2026-12-01")));
    assert_eq!((found.within_usual_duration, found.warnings.len()), (None, 0));
    let found: Value = serde_json::to_value(&found).unwrap();
    assert_eq!(found.get("withinUsualDuration"), Some(&Value::Null), "the member stays, empty");
}

#[test]
fn the_holidays_are_those_of_the_centre_s_zone() {
    let table = [
        (Holidays::of(Zone::AlsaceMoselle), "2028-12-26", true),
        (Holidays::of(Zone::AlsaceMoselle), "2027-03-26", false),
        (Holidays::of(Zone::AlsaceMoselle).with_good_friday(), "2027-03-26", true),
        (Holidays::of(Zone::Metropole), "2028-12-26", false),
        (Holidays::of(Zone::Reunion), "2027-12-20", true),
        (Holidays::of(Zone::Mayotte), "2027-04-27", true),
        (Holidays::of(Zone::Martinique), "2028-05-22", true),
        (Holidays::of(Zone::Guadeloupe), "2027-05-27", true),
        (Holidays::of(Zone::SaintMartin), "2027-05-27", true),
        (Holidays::of(Zone::SaintMartin), "2027-05-28", false),
        (Holidays::of(Zone::Guyane), "2027-06-10", true),
        (Holidays::of(Zone::SaintBarthelemy), "2028-10-09", true),
        (Holidays::of(Zone::Reunion), "2028-10-09", false),
    ];
    for (observed, date, closed) in table {
        let catalogue = offer(|offer| offer["course"]["holidays"] = json!(observed));
        let found = elsewhere(&catalogue, &Calendar::new(day("2027-01-04")).start_on(day(date)));
        assert_eq!(found.starts_on != day(date), closed, "{date}");
        // The exchanges on that very day say whether it is closed.
        let found = elsewhere(&catalogue, &Calendar::new(day(date)));
        assert_eq!(
            found.warnings.iter().any(|warning| warning.code == WarningCode::ExchangesOnClosedDay),
            closed,
            "{date}"
        );
    }
}

#[test]
fn a_yearly_closure_closes_the_same_days_of_every_year_over_its_end_too() {
    let catalogue = offer(|offer| {
        offer["course"]["closures"] = json!([{ "from": "2020-12-21", "to": "2021-01-05", "yearly": true }]);
    });
    let closed = |catalogue: &Catalogue, date: &str| {
        let found = elsewhere(catalogue, &Calendar::new(day(date)));
        found.warnings.iter().any(|warning| warning.message.contains("pendant une fermeture"))
    };
    for (date, expected) in [
        ("2026-12-18", false),
        ("2026-12-21", true),
        ("2026-12-31", true),
        ("2027-01-05", true),
        ("2027-01-06", false),
        ("2029-12-24", true),
        ("1999-12-31", true),
        ("2000-01-03", true),
        ("2020-01-03", true),
        ("2020-06-15", false),
    ] {
        assert_eq!(closed(&catalogue, date), expected, "{date}");
    }
    // From or to 29 February, other years go without that day.
    let catalogue = offer(|offer| {
        offer["course"]["closures"] = json!([
            { "from": "2024-02-29", "to": "2024-03-04", "yearly": true },
            { "from": "2024-02-12", "to": "2024-02-14", "yearly": false }
        ]);
    });
    for (date, expected) in [
        ("2028-02-28", false),
        ("2028-02-29", true),
        ("2027-02-26", false),
        ("2027-03-01", true),
        ("2027-03-04", true),
        ("2027-03-05", false),
        ("2024-02-13", true),
        ("2025-02-13", false),
    ] {
        assert_eq!(closed(&catalogue, date), expected, "{date}");
    }
}

#[test]
fn a_cadence_that_is_asked_for_is_honoured_whatever_the_centre_offers() {
    let weekly_only = offer(|offer| offer["course"]["cadences"] = json!(["weekly"]));
    let calendar = Calendar::new(day("2026-12-01")).weekday(Weekday::Tuesday);
    let first = |cadence: Option<Cadence>| {
        let mut calendar = calendar.clone();
        calendar.cadence = cadence;
        dates(&elsewhere(&weekly_only, &calendar))[..3].to_vec()
    };
    assert_eq!(first(None), ["2026-12-29", "2027-01-05", "2027-01-12"]);
    assert_eq!(first(Some(Cadence::Fortnightly)), ["2026-12-29", "2027-01-12", "2027-01-26"]);
    assert_eq!(first(Some(Cadence::Monthly)), ["2026-12-29", "2027-01-26", "2027-02-23"]);
}

#[test]
fn five_appointments_of_a_centre_that_offers_the_month_last_three_to_five_months() {
    let catalogue = offer(|offer| {
        offer["course"]["cadences"] = json!(["monthly"]);
        offer["course"]["usual"] = json!({ "minMonths": 3, "maxMonths": 5 });
        offer["course"]["maxSessionHours"] = json!(4);
        let mut steps = offer["variants"][0]["steps"].as_array().unwrap().clone();
        steps.retain(|step| step["kickoff"].is_null());
        steps.truncate(5);
        offer["variants"][0]["steps"] = json!(steps);
        offer["variants"][0]["statedHours"] = json!(10);
    });
    let found = elsewhere(&catalogue, &Calendar::new(day("2026-12-01")).weekday(Weekday::Thursday));
    assert_eq!(dates(&found), ["2026-12-31", "2027-01-28", "2027-02-25", "2027-03-25", "2027-04-22"]);
    assert_eq!(found.within_usual_duration, Some(true));
}

#[test]
fn a_follow_up_comes_months_after_the_session_before_it_outside_the_usual_duration() {
    let catalogue = offer(|offer| {
        let steps = offer["variants"][0]["steps"].as_array_mut().unwrap();
        let last = steps.last_mut().unwrap();
        last["after"] = json!({ "months": 6 });
        // Nine sessions by the fortnight before it: three months and a half.
        last["hours"] = json!({ "min": 1, "max": 3 });
        offer["course"]["usual"] = json!({ "minMonths": 3, "maxMonths": 6 });
    });
    let request = Request::new("evolution").hours(Hours::from_whole(20)).fix("reunionCloture", Hours::from_whole(3));
    let plan = plan(&catalogue, &request).unwrap();
    let calendar = Calendar::new(day("2026-12-01")).weekday(Weekday::Tuesday);
    let found = schedule(&catalogue, &plan, &calendar).unwrap();
    let (others, last) = found.sessions.split_at(found.sessions.len() - 2);
    let (before, first, second) = (&others[others.len() - 1], &last[0], &last[1]);
    assert_eq!(
        (first.step, first.hours.to_string(), second.step, second.hours.to_string()),
        ("reunionCloture", "1.5".into(), "reunionCloture", "1.5".into())
    );
    let due = before.date.plus_months(6).unwrap();
    assert!(first.date >= due && first.date.days_since(due) < 7, "{} after {}", first.date, before.date);
    assert_eq!((second.date.days_since(first.date), found.ends_on), (7, second.date));
    assert_eq!(found.within_usual_duration, Some(true), "the sessions end on {}", before.date);
    assert!(found.explanation.contains(", puis un suivi en 2\u{a0}séances, du "), "{}", found.explanation);
}

#[test]
fn a_follow_up_may_come_two_years_later() {
    let catalogue = offer(|offer| {
        let steps = offer["variants"][0]["steps"].as_array_mut().unwrap();
        steps.last_mut().unwrap()["after"] = json!({ "months": 24 });
    });
    let found = elsewhere(&catalogue, &Calendar::new(day("2026-12-01")).weekday(Weekday::Tuesday));
    let before = found.sessions[found.sessions.len() - 2].date;
    let due = before.plus_months(24).unwrap();
    assert!(found.ends_on > due && found.ends_on.days_since(due) < 7, "{} after {before}", found.ends_on);
}

/// The weeks, counted from the first session, on which a last session can be: from week to week, each closed one passed.
fn reachable(open: impl Fn(u32) -> bool, sessions: usize, gaps: &[u32]) -> BTreeSet<u32> {
    (1..sessions).fold(BTreeSet::from([0]), |reached, _| {
        let next =
            |week: &u32| gaps.iter().map(|gap| (week + gap..100).find(|week| open(*week)).unwrap()).collect::<Vec<_>>();
        reached.iter().flat_map(next).collect()
    })
}

#[test]
fn a_bilan_lasts_as_usual_wherever_any_mix_does_whatever_weeks_are_closed() {
    // On Tuesdays from 31 August 2027, none of which is a holiday before 15 August 2028.
    let first = day("2027-08-31");
    for (names, gaps) in [
        (vec!["weekly", "fortnightly"], vec![1, 2]),
        (vec!["fortnightly", "monthly"], vec![2, 4]),
        (vec!["weekly", "fortnightly", "monthly"], vec![1, 2, 4]),
    ] {
        for sessions in 4..=8u32 {
            let catalogue = offer(|offer| {
                offer["course"]["cadences"] = json!(names);
                offer["course"]["usual"] = json!({ "minMonths": 2, "maxMonths": 3 });
                let mut steps = offer["variants"][0]["steps"].as_array().unwrap().clone();
                steps.retain(|step| step["code"] == "synthese");
                steps[0]["hours"] = json!({ "min": sessions, "max": sessions });
                offer["variants"][0]["steps"] = json!(steps);
                offer["variants"][0]["statedHours"] = json!(sessions);
            });
            let plan = plan(&catalogue, &Request::new("evolution")).unwrap();
            // Every choice of closed weeks among the fourth to the fourteenth.
            for closed in 0..1u32 << 11 {
                let open = |week: u32| !(4..15).contains(&week) || closed >> (week - 4) & 1 == 0;
                let weeks = (4..15).filter(|week| !open(*week)).map(|week| first.plus_days(7 * week).unwrap());
                let calendar = Calendar::new(day("2027-08-03")).weekday(Weekday::Tuesday).max_session_hours(Hours::ONE);
                let calendar = weeks.fold(calendar, |calendar, tuesday| calendar.closed(tuesday, tuesday));
                let found = schedule(&catalogue, &plan, &calendar).unwrap();
                assert_eq!(found.starts_on, first);
                // From 31 October to 30 November 2027: the ninth to the thirteenth week.
                let possible = reachable(open, found.sessions.len(), &gaps).iter().any(|week| (9..=13).contains(week));
                let slowest = reachable(open, found.sessions.len(), &gaps[gaps.len() - 1..]);
                // Where even the slowest spacing is too short, no mix is looked for.
                if slowest.iter().all(|week| *week >= 9) {
                    assert_eq!(found.within_usual_duration, Some(possible), "{names:?} {sessions} {closed:b}");
                }
            }
        }
    }
}
