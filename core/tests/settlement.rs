//! Certificate of attendance, odd facts and term of payment; and that what a calendar plans, a certificate finds done.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

#[path = "support/random_offers.rs"]
mod random_offers;

use bilan_professionnel::plan::{self, Plan, plan};
use bilan_professionnel::schedule::{Calendar, Schedule, schedule};
use bilan_professionnel::settlement::{Request, Settlement, WarningCode, settle};
use bilan_professionnel::wire::{Operation, answer};
use bilan_professionnel::{Catalogue, Date, Error, Hours};
use proptest::prelude::*;
use serde_json::{Value, json};

use self::random_offers::cases;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn hours(quarters: u32) -> Hours {
    Hours::from_quarters(quarters)
}

/// 18 h: 1 h of kickoff, 13 h more with a counsellor, 4 h of personal work.
fn evolution() -> Plan<'static> {
    plan(Catalogue::embedded(), &plan::Request::new("evolution")).unwrap()
}

fn settled(request: &Request) -> Result<Settlement<'static>, Error> {
    settle(Catalogue::embedded(), &evolution(), request)
}

fn warnings(request: &Request) -> Vec<(WarningCode, String)> {
    settled(request).unwrap().warnings.into_iter().map(|warning| (warning.code, warning.path)).collect()
}

fn text(request: &Request) -> String {
    settled(request).unwrap().explanation.replace('\u{a0}', " ")
}

/// The sessions of a calendar as attended, each with its step.
fn attended(schedule: &Schedule<'_>) -> Request {
    schedule
        .sessions
        .iter()
        .fold(Request::new(), |request, session| request.attended_step(session.date, session.hours, session.step))
}

/// The same, the kickoff meeting first, if it is planned.
fn attended_with_kickoff(plan: &Plan<'_>, calendar: &Calendar, schedule: &Schedule<'_>) -> Request {
    let mut request = attended(schedule);
    if let Some(step) = plan.steps.iter().find(|step| step.kickoff.is_some()) {
        let kickoff = Request::new().attended_step(calendar.exchanges_on, step.hours, step.code);
        request.attended.splice(0..0, kickoff.attended);
    }
    request
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(3_000) })]

    #[test]
    fn who_attends_every_session_of_the_calendar_has_missed_nothing(case in cases(), place in any::<prop::sample::Index>()) {
        let Ok(schedule) = schedule(case.catalogue, &case.plan, &case.calendar) else { return Ok(()) };
        let personal = case.plan.totals.autonomous;
        let request = attended_with_kickoff(&case.plan, &case.calendar, &schedule).autonomous_hours(personal);
        let found = settle(case.catalogue, &case.plan, &request).unwrap();
        let attendance = found.attendance;
        prop_assert!(attendance.complete);
        prop_assert_eq!(attendance.accompanied.done, attendance.accompanied.planned);
        prop_assert_eq!(attendance.accompanied.planned, case.plan.totals.accompanied);
        prop_assert_eq!(attendance.autonomous.done, Some(attendance.autonomous.planned));
        prop_assert_eq!(attendance.last_on, Some(schedule.ends_on));
        prop_assert_eq!(attendance.sessions, schedule.sessions.len() + usize::from(case.plan.kickoff_meeting));
        // The days of the sessions are open; the exchanges may not be, and a meeting of any length is held on them.
        for warning in &found.warnings {
            let kickoff = [WarningCode::ClosedDay, WarningCode::LongDay].contains(&warning.code) && warning.path == "attended[0]";
            prop_assert!(case.plan.kickoff_meeting && kickoff, "{warning:?}");
        }

        // Without a kickoff meeting nothing is missing either: it was not held.
        let sessions = attended(&schedule);
        let found = settle(case.catalogue, &case.plan, &sessions).unwrap();
        prop_assert!(found.attendance.complete && found.attendance.autonomous.done.is_none());
        prop_assert_eq!(found.attendance.accompanied.planned, found.attendance.accompanied.done);

        // One session less is less, a quarter of an hour more is more.
        let mut missed = sessions.clone();
        missed.attended.remove(place.index(missed.attended.len()));
        prop_assert!(!settle(case.catalogue, &case.plan, &missed).unwrap().attendance.complete);
        let mut longer = sessions;
        longer.attended[0].hours = longer.attended[0].hours.plus(Hours::QUARTER);
        let found = settle(case.catalogue, &case.plan, &longer).unwrap();
        let last = format!("attended[{}]", longer.attended.len() - 1);
        prop_assert!(found.warnings.iter().any(|it| it.code == WarningCode::MoreThanPlanned && it.path == last));
    }

    #[test]
    fn the_same_holds_for_every_variant_of_the_embedded_offer(
        variant in 0..5usize, kickoff in any::<bool>(), share in 0.0..=1.0f64, longest in 1u32..=16, dropped in any::<prop::sample::Index>(),
    ) {
        let catalogue = Catalogue::embedded();
        let variant = &catalogue.offer().variants[variant];
        let mut request = plan::Request::new(&variant.code);
        if !kickoff && variant.code != "developpement" {
            request = request.without_kickoff();
        }
        let step = dropped.get(&variant.steps);
        if step.kickoff.is_none() && share > 0.5 {
            request = request.fix(&step.code, hours(u32::from(share > 0.75) * 10));
        }
        // A total out of reach says which are within it.
        let impossible = plan(catalogue, &request.clone().hours(Hours::from_whole(1_000))).unwrap_err();
        let (min, max) = impossible.problem().possible_hours().unwrap();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let more = (f64::from(max.minus(min).quarters() / 2) * share).round() as u32;
        let plan = plan(catalogue, &request.hours(min.plus(Hours::HALF.times(more)))).unwrap();
        let calendar = Calendar::new(day("2026-12-01")).max_session_hours(Hours::HALF.times(longest));
        let schedule = schedule(catalogue, &plan, &calendar).unwrap();
        let found = settle(catalogue, &plan, &attended_with_kickoff(&plan, &calendar, &schedule)).unwrap();
        prop_assert!(found.attendance.complete && found.warnings.is_empty(), "{:?}", found.warnings);
        prop_assert_eq!(found.attendance.accompanied.done, plan.totals.accompanied);
    }
}

#[test]
fn the_kickoff_meeting_counts_among_the_hours_planned_only_where_it_was_held() {
    let first = || Request::new().attended(day("2027-01-12"), hours(5));
    let planned = |request: &Request| settled(request).unwrap().attendance.accompanied.planned.to_string();
    assert_eq!(planned(&first()), "13");
    assert_eq!(planned(&first().attended_step(day("2026-12-01"), Hours::ONE, "reunionDemarrage")), "14");
    assert_eq!(planned(&first().attended_step(day("2027-01-19"), Hours::ONE, "analyseParcours")), "13");
    // Held without a word of its step, it is more than planned, and the hint says what to write.
    let all = |step: Option<&str>| {
        let request = Request::new().attended(day("2027-01-12"), Hours::from_whole(7));
        let request = request.attended(day("2027-01-13"), Hours::from_whole(6));
        match step {
            Some(step) => request.attended_step(day("2026-12-01"), Hours::ONE, step),
            None => request.attended(day("2026-12-01"), Hours::ONE),
        }
    };
    assert_eq!(warnings(&all(Some("reunionDemarrage"))), []);
    assert_eq!(warnings(&all(None)), [(WarningCode::MoreThanPlanned, "attended[2]".into())]);
    let message = settled(&all(None)).unwrap().warnings[0].message.replace('\u{a0}', " ");
    assert_eq!(
        message,
        "L’accompagnement réalisé (14 h) dépasse ce qui était prévu (13 h). \
         Si la réunion de démarrage en fait partie, indiquez son étape."
    );
}

#[test]
fn the_certificate_counts_personal_work_apart() {
    let none = Request::new();
    let table = [
        (none.clone(), "Accompagnement : 0 h réalisée sur 13 h prévues. En autonomie : 4 h prévues, non comptées."),
        (
            none.clone().attended(day("2027-01-12"), Hours::ONE).autonomous_hours(Hours::ONE),
            "Accompagnement : 1 h réalisée sur 13 h prévues. En autonomie : 1 h réalisée sur 4 h prévues.",
        ),
        (
            none.clone().attended(day("2027-01-12"), hours(7)).autonomous_hours(Hours::ZERO),
            "Accompagnement : 1 h 45 réalisée sur 13 h prévues. En autonomie : 0 h réalisée sur 4 h prévues.",
        ),
        (
            none.clone().attended(day("2027-01-12"), hours(3)).autonomous_hours(hours(8)),
            "Accompagnement : 45 min réalisées sur 13 h prévues. En autonomie : 2 h réalisées sur 4 h prévues.",
        ),
        (
            none.attended(day("2027-01-12"), Hours::from_whole(2)).invoice_received_on(day("2027-06-10")),
            "Accompagnement : 2 h réalisées sur 13 h prévues. En autonomie : 4 h prévues, non comptées. \
             Facture à régler au plus tard le 10 juillet 2027, à l’ordre de : perception de Quimper municipale.",
        ),
    ];
    for (request, expected) in table {
        assert_eq!(text(&request), expected);
    }
    // A bilan without personal work says nothing of it.
    let plan = plan(Catalogue::embedded(), &plan::Request::new("developpement")).unwrap();
    let found = settle(Catalogue::embedded(), &plan, &Request::new()).unwrap();
    assert_eq!(found.explanation.replace('\u{a0}', " "), "Accompagnement : 0 h réalisée sur 19 h prévues.");
}

type Expected = &'static [(WarningCode, &'static str)];

#[test]
fn odd_facts_are_told_at_the_first_entry_concerned_and_recorded_all_the_same() {
    let on = |request: Request, date: &str, quarters: u32| request.attended(day(date), hours(quarters));
    let none = Request::new;
    let table: [(&str, Request, Expected); 12] = [
        ("nothing", none(), &[]),
        ("8 h in a day", on(on(none(), "2027-01-12", 16), "2027-01-12", 16), &[]),
        (
            "more than 8 h in a day, twice",
            on(on(on(on(none(), "2027-01-12", 4), "2027-01-13", 16), "2027-01-13", 16), "2027-01-13", 1),
            &[(WarningCode::LongDay, "attended[1]")],
        ),
        (
            "more than planned",
            on(on(on(none(), "2027-01-12", 26), "2027-01-13", 26), "2027-01-14", 1),
            &[(WarningCode::MoreThanPlanned, "attended[2]")],
        ),
        (
            "24 h in a day",
            on(none(), "2027-01-12", 96),
            &[(WarningCode::MoreThanPlanned, "attended[0]"), (WarningCode::LongDay, "attended[0]")],
        ),
        ("as much personal work as planned", none().autonomous_hours(Hours::from_whole(4)), &[]),
        (
            "more personal work than planned",
            none().autonomous_hours(hours(17)),
            &[(WarningCode::MoreThanPlanned, "autonomousHours")],
        ),
        (
            "a Saturday twice, a Sunday",
            on(on(on(none(), "2027-01-16", 4), "2027-01-16", 4), "2027-01-17", 4),
            &[(WarningCode::ClosedDay, "attended[0]"), (WarningCode::ClosedDay, "attended[2]")],
        ),
        ("Easter Monday", on(none(), "2027-03-29", 4), &[(WarningCode::ClosedDay, "attended[0]")]),
        (
            "an invoice before the last session",
            on(on(none(), "2027-03-30", 4), "2027-03-16", 4).invoice_received_on(day("2027-03-29")),
            &[(WarningCode::InvoiceBeforeEnd, "invoiceReceivedOn")],
        ),
        ("an invoice that day", on(none(), "2027-03-30", 4).invoice_received_on(day("2027-03-30")), &[]),
        ("an invoice without sessions", none().invoice_received_on(day("2027-03-30")), &[]),
    ];
    for (name, request, expected) in table {
        let expected: Vec<_> = expected.iter().map(|(code, path)| (*code, (*path).to_owned())).collect();
        assert_eq!(warnings(&request), expected, "{name}");
        let done: Hours = request.attended.iter().map(|session| session.hours).sum();
        assert_eq!(settled(&request).unwrap().attendance.accompanied.done, done, "{name}");
    }
}

#[test]
fn a_required_kickoff_that_is_not_noted_is_told_and_an_optional_one_is_not() {
    let catalogue = Catalogue::embedded();
    let session = Request::new().attended(day("2027-01-12"), Hours::ONE);
    let kickoff = session.clone().attended_step(day("2026-12-01"), Hours::ONE, "reunionDemarrage");
    for (variant, request, expected) in [
        ("developpement", &session, true),
        ("developpement", &kickoff, false),
        ("developpement", &Request::new(), false),
        ("evolution", &session, false),
    ] {
        let plan = plan(catalogue, &plan::Request::new(variant)).unwrap();
        let found = settle(catalogue, &plan, request).unwrap();
        let told = found.warnings.iter().any(|it| it.code == WarningCode::MissingMeeting && it.path == "attended");
        assert_eq!(told, expected, "{variant} {request:?}");
    }
}

#[test]
fn odd_facts_are_told_in_clear_sentences() {
    let request = Request::new()
        .attended(day("2027-01-16"), Hours::from_whole(9))
        .attended(day("2027-07-14"), Hours::from_whole(6))
        .autonomous_hours(Hours::from_whole(6))
        .invoice_received_on(day("2027-07-01"));
    let messages = settled(&request).unwrap().warnings.into_iter().map(|it| it.message.replace('\u{a0}', " "));
    assert_eq!(
        messages.collect::<Vec<_>>(),
        [
            "L’accompagnement réalisé (15 h) dépasse ce qui était prévu (13 h). \
             Si la réunion de démarrage en fait partie, indiquez son étape.",
            "Le travail en autonomie réalisé (6 h) dépasse ce qui était prévu (4 h).",
            "Le samedi 16 janvier 2027 compte 9 h, plus de 8 h en une journée.",
            "Une séance est notée le samedi 16 janvier 2027, jour non ouvré.",
            "Une séance est notée le mercredi 14 juillet 2027, jour férié (Fête nationale).",
            "La facture a été reçue le 1er juillet 2027, avant la dernière séance, notée le 14 juillet 2027.",
        ]
    );
}

#[test]
fn the_closed_days_are_those_of_the_centre() {
    let mut document: Value = serde_json::to_value(Catalogue::embedded().offer()).unwrap();
    document["course"]["holidays"] = json!({ "zone": "reunion" });
    document["course"]["closures"] = json!([{ "from": "2026-12-21", "to": "2027-01-05", "yearly": true }]);
    document["settlement"]["payee"] = Value::Null;
    let catalogue = Catalogue::parse(document.to_string().as_bytes()).unwrap();
    let plan = plan(&catalogue, &plan::Request::new("evolution")).unwrap();
    let days = ["2027-12-20", "2027-12-22", "2028-01-05", "2028-01-06"];
    let request = days.iter().fold(Request::new(), |request, date| request.attended(day(date), Hours::ONE));
    let found = settle(&catalogue, &plan, &request.invoice_received_on(day("2028-01-10"))).unwrap();
    let messages: Vec<String> = found.warnings.iter().map(|it| it.message.replace('\u{a0}', " ")).collect();
    assert_eq!(
        messages,
        [
            "Une séance est notée le lundi 20 décembre 2027, jour férié (Abolition de l’esclavage).",
            "Une séance est notée le mercredi 22 décembre 2027, pendant une fermeture.",
            "Une séance est notée le mercredi 5 janvier 2028, pendant une fermeture.",
        ]
    );
    assert_eq!(found.payment.unwrap().payee, None);
    assert!(found.explanation.ends_with("au plus tard le 9\u{a0}février\u{a0}2028."), "{}", found.explanation);
}

#[test]
fn a_session_belongs_to_a_step_of_the_variant_dropped_or_not() {
    let without_kickoff = plan(Catalogue::embedded(), &plan::Request::new("evolution").without_kickoff()).unwrap();
    let code = |plan: &Plan<'static>, step: &str| {
        let request = Request::new().attended(day("2027-01-11"), Hours::ONE);
        let request = request.attended_step(day("2027-01-12"), Hours::ONE, step);
        let found = settle(Catalogue::embedded(), plan, &request);
        found.map(drop).map_err(|error| (error.code(), error.path().to_owned(), error.to_string()))
    };
    assert_eq!(code(&evolution(), "reunionDemarrage"), Ok(()));
    assert_eq!(code(&evolution(), "synthese"), Ok(()));
    assert_eq!(code(&evolution(), "recherches"), Ok(()));
    assert_eq!(code(&without_kickoff, "reunionDemarrage"), Ok(()));
    let long = "é".repeat(500);
    for (plan, step) in [
        (&evolution(), "misesEnSituation"),
        (&evolution(), ""),
        (&evolution(), long.as_str()),
        (&without_kickoff, "projection"),
    ] {
        let (code, path, message) = code(plan, step).unwrap_err();
        assert_eq!((code, path.as_str()), ("unknownStep", "attended[1].step"), "{step}");
        assert!(
            message.contains("analyseDemande") && message.contains("recherches,") && message.len() < 600,
            "{message}"
        );
    }
}

#[test]
fn hours_done_go_from_a_quarter_of_an_hour_to_a_day() {
    let refusal = |request: &Request| settled(request).err().map(|error| (error.code(), error.path().to_owned()));
    let session = |quarters| Request::new().attended(day("2027-01-12"), hours(quarters));
    for (request, expected) in [
        (session(1), None),
        (session(96), None),
        (session(0), Some(("hoursOutOfRange", "attended[0].hours".to_owned()))),
        (session(97), Some(("hoursOutOfRange", "attended[0].hours".to_owned()))),
        (Request::new().autonomous_hours(hours(0)), None),
        (Request::new().autonomous_hours(hours(2_560 * 4)), None),
        (
            Request::new().autonomous_hours(hours(2_560 * 4 + 1)),
            Some(("hoursOutOfRange", "autonomousHours".to_owned())),
        ),
    ] {
        assert_eq!(refusal(&request), expected);
    }
}

#[test]
fn sessions_that_took_place_are_kept_in_the_order_said() {
    let days = ["2027-01-19", "2027-01-12"].map(day);
    let request = Request::new().attended(days[0], hours(6)).attended(days[1], hours(4));
    let kept: Vec<_> = request.attended.iter().map(|session| (session.date, session.hours)).collect();
    assert_eq!(kept, [(days[0], hours(6)), (days[1], hours(4))]);
    let attendance = settled(&request).unwrap().attendance;
    assert_eq!((attendance.first_on, attendance.last_on), (Some(days[1]), Some(days[0])));
}

#[test]
fn an_invoice_is_due_thirty_days_after_its_receipt() {
    let due = |received: &str| {
        let found = settled(&Request::new().invoice_received_on(day(received)));
        found
            .map(|found| found.payment.unwrap().due_on.to_string())
            .map_err(|error| (error.code(), error.path().to_owned()))
    };
    assert_eq!(due("2027-06-10"), Ok("2027-07-10".into()));
    assert_eq!(due("2028-01-31"), Ok("2028-03-01".into()));
    assert_eq!(due("9999-12-01"), Ok("9999-12-31".into()));
    assert_eq!(due("9999-12-02"), Err(("outOfRange", "invoiceReceivedOn".into())));
    assert_eq!(settled(&Request::new()).unwrap().payment, None);
}

#[test]
fn a_request_as_json_is_refused_at_the_member_at_fault() {
    let refusal = |request: Value| {
        let mut document = json!({ "plan": { "variant": "evolution" } });
        document.as_object_mut().unwrap().extend(request.as_object().unwrap().clone());
        let answer = answer(Catalogue::embedded(), Operation::Settle, document.to_string().as_bytes());
        answer.err().map(|error| (error.code(), error.path().to_owned()))
    };
    let session = |hours: Value| json!({ "attended": [{ "date": "2027-01-12", "hours": hours }] });
    let at = |code: &'static str, path: &str| Some((code, path.to_owned()));
    for (request, expected) in [
        (json!({}), None),
        (json!({ "attended": null, "autonomousHours": null, "invoiceReceivedOn": null }), None),
        (session(json!(0.25)), None),
        (session(json!(24)), None),
        (session(json!(0)), at("hoursOutOfRange", "attended[0].hours")),
        (session(json!(24.25)), at("hoursOutOfRange", "attended[0].hours")),
        (session(json!(1.1)), at("hoursGranularity", "attended[0].hours")),
        (session(json!(null)), at("missingField", "attended[0].hours")),
        (json!({ "attended": [{ "date": "2027-01-12" }] }), at("missingField", "attended[0].hours")),
        (json!({ "attended": [{ "date": "2027-01-12", "hours": 1, "step": null }] }), None),
        (
            json!({ "attended": [{ "date": "2027-01-12", "hours": 1, "step": "axesTravail" }] }),
            at("unknownStep", "attended[0].step"),
        ),
        (json!({ "attended": [{ "date": "2027-02-30", "hours": 1 }] }), at("outOfRange", "attended[0].date")),
        (json!({ "attended": [{ "date": "12/01/2027", "hours": 1 }] }), at("wrongType", "attended[0].date")),
        (json!({ "autonomousHours": 0 }), None),
        (json!({ "autonomousHours": 2560 }), None),
        (json!({ "autonomousHours": 2560.25 }), at("hoursOutOfRange", "autonomousHours")),
        (json!({ "autonomousHours": -1 }), at("hoursOutOfRange", "autonomousHours")),
        (json!({ "autonomousHours": 0.1 }), at("hoursGranularity", "autonomousHours")),
        (json!({ "steps": [] }), at("unknownField", "steps")),
    ] {
        assert_eq!(refusal(request.clone()), expected, "{request}");
    }
}

#[test]
fn the_example_of_the_contract_is_answered_as_it_says() {
    let request = json!({
        "plan": { "variant": "evolution" }, "autonomousHours": 4, "invoiceReceivedOn": "2027-06-10",
        "attended": [{ "date": "2026-12-01", "hours": 1, "step": "reunionDemarrage" }, { "date": "2027-01-12", "hours": 1.25 }]
    });
    let answer = answer(Catalogue::embedded(), Operation::Settle, request.to_string().as_bytes()).unwrap();
    let found: Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(
        found["attendance"],
        json!({ "accompanied": { "planned": 14, "done": 2.25 }, "autonomous": { "planned": 4, "done": 4 }, "sessions": 2,
                "firstOn": "2026-12-01", "lastOn": "2027-01-12", "complete": false })
    );
    let payment =
        json!({ "receivedOn": "2027-06-10", "dueOn": "2027-07-10", "payee": "perception de Quimper municipale" });
    assert_eq!((&found["payment"], &found["warnings"]), (&payment, &json!([])));
}

#[test]
fn a_certificate_denies_an_invoice_only_where_nobody_is_told_a_price_on_any_day() {
    let clients = ["affiliee", "nonAffiliee"];
    let undated = json!({ "variants": ["evolution"], "price": "free" });
    let with = |member: &str, value: Value| {
        let mut tariff = undated.clone();
        tariff[member] = value;
        tariff
    };
    let paid = json!({ "variants": ["evolution"], "clients": ["nonAffiliee"], "price": "onQuote" });
    for (tariffs, free) in [
        (json!([undated]), true),
        (json!([with("clients", json!(["affiliee"])), with("clients", json!(["nonAffiliee"]))]), true),
        (json!([with("clients", json!(["affiliee"]))]), false),
        (json!([with("clients", json!(["affiliee"])), paid]), false),
        (json!([with("from", json!("2026-01-01"))]), false),
        (json!([with("to", json!("2030-12-31"))]), false),
        (json!([with("hours", json!({ "min": 18, "max": 18 }))]), false),
        (json!([]), false),
    ] {
        let mut document: Value = serde_json::from_slice(include_bytes!("../src/catalogue/cdg29.json")).unwrap();
        document["tariffs"] = tariffs.clone();
        let catalogue = Catalogue::parse(document.to_string().as_bytes()).unwrap();
        let quoted = |hours: u32, client: &str, on: &str| {
            let asked = json!({ "client": client, "on": on, "plan": { "variant": "evolution", "hours": hours } });
            let quote = answer(&catalogue, Operation::Quote, asked.to_string().as_bytes()).unwrap();
            serde_json::from_str::<Value>(&quote).unwrap()["status"] == "free"
        };
        let days = ["2025-06-01", "2026-11-23", "2031-06-01"];
        let nobody_pays =
            clients.iter().all(|client| [18, 20].iter().all(|hours| days.iter().all(|on| quoted(*hours, client, on))));
        let asked = json!({ "plan": { "variant": "evolution" }, "invoiceReceivedOn": "2027-06-10" });
        let settled = answer(&catalogue, Operation::Settle, asked.to_string().as_bytes()).unwrap();
        let no_payment = serde_json::from_str::<Value>(&settled).unwrap()["payment"].is_null();
        assert_eq!((nobody_pays, no_payment), (free, free), "{tariffs}");
    }
}
