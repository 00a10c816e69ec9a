//! Prices as a counsellor reads them: for each offer, what a plan costs, and why an amount is not published.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, missing_docs)]

#[path = "support/centres.rs"]
mod centres;

use bilan_professionnel::pricing::{Billed, Interval, Quote, Request, Status, quote};
use bilan_professionnel::{Catalogue, Hours, plan};
use serde_json::json;

use crate::centres::{by_half_days, by_strata, centre, long_and_short, overseas, step, three_levels, variant};

fn hours(hours: f64) -> Hours {
    Hours::from_f64(hours).unwrap()
}

fn asked(variant: &str, client: &str, total: Option<f64>, on: Option<&str>) -> Request {
    let mut request = Request::new(variant, client);
    request.hours = total.map(hours);
    request.on = on.map(|day| day.parse().unwrap());
    request
}

/// A quote on one line: status, amount or reason, what is billed, interval.
fn line(quote: &Quote<'_>) -> String {
    let code = |value: serde_json::Value| value.as_str().unwrap().to_owned();
    let billed = quote.billed.map(|billed| match billed {
        Billed::Hours(hours) => format!("= {hours} h"),
        Billed::Units(units) => format!("= {units} units"),
        other => format!("= {other:?}"),
    });
    let parts = [
        Some(code(json!(quote.status))),
        quote.amount.map(|amount| amount.to_string()),
        quote.reason.map(|reason| code(json!(reason))),
        billed,
        quote.indicative.map(|Interval { low, high }| format!("({low} to {high})")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn priced(catalogue: &Catalogue, request: &Request) -> String {
    let quote = quote(catalogue, request).unwrap();
    let is_known = quote.status != Status::OnQuote;
    assert_eq!((quote.amount.is_some(), quote.reason.is_none()), (is_known, is_known), "{quote:?}");
    assert_eq!(quote.tax.is_some(), quote.covers.is_some(), "{quote:?}");
    assert!(!quote.explanation.contains(" 0,00\u{a0}€") && quote.explanation.ends_with('.'), "{quote:?}");
    line(&quote)
}

/// A row: variant, client, hours, day, and what is answered.
type Row = (&'static str, &'static str, Option<f64>, Option<&'static str>, &'static str);

fn check(catalogue: &Catalogue, table: &[Row]) {
    for &(variant, client, hours, on, expected) in table {
        let found = priced(catalogue, &asked(variant, client, hours, on));
        assert_eq!(found, expected, "{variant} for {client}, {hours:?} h on {on:?}");
    }
}

#[test]
fn the_cdg29_publishes_one_amount_for_the_course_of_the_reference_hours() {
    check(
        Catalogue::embedded(),
        &[
            ("evolution", "affiliee", None, None, "published 2040.50"),
            ("evolution", "affiliee", Some(18.0), Some("2026-12-01"), "published 2040.50"),
            // 17 h is the course without its free, optional kickoff meeting; with it, the shortest lasts 18 h.
            ("evolution", "affiliee", Some(17.0), None, "published 2040.50"),
            ("evolution", "affiliee", Some(17.5), None, "onQuote otherHours"),
            ("evolution", "affiliee", Some(20.0), None, "onQuote otherHours (2040.50 to 2354.42)"),
            ("evolution", "affiliee", Some(30.0), None, "onQuote otherHours (2040.50 to 3924.04)"),
            ("evolution", "affiliee", Some(30.5), None, "onQuote otherHours"),
            ("evolution", "affiliee", Some(0.5), None, "onQuote otherHours"),
            // With its kickoff meeting the variant prévention can be shorter than the reference.
            ("prevention", "affiliee", Some(18.0), None, "published 2040.50"),
            ("prevention", "affiliee", Some(17.0), None, "onQuote otherHours (1883.54 to 2040.50)"),
            ("prevention", "affiliee", Some(16.0), None, "onQuote otherHours (1726.58 to 2040.50)"),
            ("prevention", "affiliee", Some(15.5), None, "onQuote otherHours"),
            // The kickoff meeting of the variant développement cannot be left out.
            ("developpement", "affiliee", None, None, "published 2040.50"),
            ("developpement", "affiliee", Some(19.0), None, "onQuote otherHours (1933.11 to 2040.50)"),
            ("developpement", "affiliee", Some(24.5), None, "onQuote otherHours (2040.50 to 2523.78)"),
            ("developpement", "affiliee", Some(18.0), None, "onQuote otherHours (1825.71 to 2040.50)"),
            // For the others no amount is published, and none is given.
            ("evolution", "nonAffiliee", None, None, "onQuote otherClient"),
            ("horizon", "nonAffiliee", Some(20.0), Some("2026-12-01"), "onQuote otherClient"),
            ("evolution", "nonAffiliee", Some(200.0), None, "onQuote otherClient"),
        ],
    );
}

#[test]
fn a_reference_price_is_that_of_the_whole_example() {
    let of = |request: plan::Request| priced(Catalogue::embedded(), &Request::of_plan(request, "affiliee"));
    let evolution = || plan::Request::new("evolution");
    let emptied = Catalogue::embedded()
        .variant("evolution")
        .unwrap()
        .steps
        .iter()
        .filter(|step| step.code != "recherches")
        .fold(evolution(), |request, step| request.fix(&step.code, Hours::ZERO));
    for (request, expected) in [
        (evolution(), "published 2040.50"),
        // Without the kickoff meeting, from 17 to 18 h.
        (evolution().without_kickoff(), "published 2040.50"),
        (evolution().without_kickoff().hours(hours(17.0)), "published 2040.50"),
        (evolution().without_kickoff().hours(hours(17.5)), "published 2040.50"),
        (evolution().fix("reunionDemarrage", Hours::ZERO).hours(hours(17.5)), "published 2040.50"),
        (evolution().without_kickoff().hours(hours(18.5)), "onQuote otherHours (2040.50 to 2275.94)"),
        (evolution().without_kickoff().hours(hours(20.0)), "onQuote otherHours (2040.50 to 2511.38)"),
        (
            plan::Request::new("prevention").without_kickoff().hours(hours(16.5)),
            "onQuote otherHours (1962.02 to 2040.50)",
        ),
        // Hours decided within the example's are the example.
        (evolution().fix("analyseDemande", hours(2.0)).hours(hours(19.0)), "onQuote otherHours (2040.50 to 2197.46)"),
        (plan::Request::new("prevention").fix("synthese", hours(2.0)), "published 2040.50"),
        // A plan of personal work alone has no published price, whatever its total.
        (emptied.fix("recherches", hours(18.0)).hours(hours(18.0)), "onQuote otherPlan"),
        // Neither has one that drops a step, or has other hours than the example.
        (evolution().fix("recherches", Hours::ZERO), "onQuote otherPlan"),
        (evolution().fix("reunionCloture", Hours::ZERO).without_kickoff(), "onQuote otherPlan"),
        (evolution().fix("reunionDemarrage", hours(2.0)).hours(hours(19.0)), "onQuote otherPlan"),
        (evolution().fix("synthese", hours(3.0)).hours(hours(20.0)), "onQuote otherPlan"),
    ] {
        assert_eq!(of(request.clone()), expected, "{request:?}");
    }
}

#[test]
fn a_flat_amount_holds_whatever_the_hours_from_one_year_to_the_next() {
    check(
        &three_levels(),
        &[
            ("information", "collectivite", None, None, "free 0.00"),
            ("mobilite", "collectivite", Some(4.0), Some("1990-01-01"), "free 0.00"),
            ("bilan", "collectivite", Some(7.5), Some("2026-11-30"), "published 645.00"),
            ("bilan", "collectivite", Some(8.0), Some("2026-11-30"), "published 645.00"),
            ("bilan", "collectivite", Some(8.0), Some("2026-12-31"), "published 645.00"),
            ("bilan", "collectivite", None, Some("2027-01-01"), "published 660.00"),
            ("bilan", "collectivite", None, Some("2025-12-31"), "onQuote notYetOrNoLonger"),
            ("bilan", "collectivite", Some(20.0), Some("2027-01-01"), "onQuote otherHours"),
        ],
    );
    let catalogue = three_levels();
    let quote = quote(&catalogue, &asked("bilan", "collectivite", None, Some("2026-11-30"))).unwrap();
    assert_eq!((quote.reference, quote.billed), (None, None));
    assert_eq!(quote.explanation, "645,00\u{a0}€ net de taxe\u{a0}: forfait publié par le centre.");
}

#[test]
fn an_hourly_rate_multiplies_the_hours_that_it_bills() {
    check(
        &by_strata(),
        &[
            // 13.5 h with the counsellor besides the 1 h meeting, and 5.5 h of personal work.
            ("bilan", "moins1000", Some(20.0), None, "computed 594.00 = 13.5 h"),
            ("bilan", "de1000a5000", None, None, "computed 702.00 = 13.5 h"),
            ("bilan", "de5000a20000", None, None, "computed 783.00 = 13.5 h"),
            ("bilan", "plus20000", None, None, "computed 823.50 = 13.5 h"),
            ("bilan", "autres", None, None, "computed 1066.50 = 13.5 h"),
            ("bilan", "moins1000", Some(16.0), None, "computed 484.00 = 11 h"),
        ],
    );
    let steps = [
        step("demarrage", (0.5, 0.5), true, Some("optional")),
        step("entretiens", (8.5, 8.5), true, None),
        step("lectures", (2.0, 2.0), false, None),
    ];
    for (bills, expected, without_kickoff) in [
        ("all", "computed 731.10 = 11 h", "computed 700.48 = 10.5 h"),
        // 520.625 and 643.125 are rounded half up before the fixed parts, 57.35, are added.
        ("accompanied", "computed 608.60 = 9 h", "computed 577.98 = 8.5 h"),
        ("accompaniedWithoutKickoff", "computed 577.98 = 8.5 h", "computed 577.98 = 8.5 h"),
    ] {
        let fixed = [("Dossier", "45.00"), ("Matériel", "12.35")];
        let fixed = fixed.map(|(label, amount)| json!({ "label": label, "amount": amount }));
        let price = json!({ "hourly": { "rate": "61.25", "bills": bills, "fixed": fixed } });
        let tariff = json!({ "variants": ["bilan"], "price": price });
        let catalogue = centre(0.5, &["collectivite"], &[variant("bilan", 11.0, &steps)], &[tariff]);
        let request = || plan::Request::new("bilan");
        assert_eq!(priced(&catalogue, &Request::of_plan(request(), "collectivite")), expected);
        let shorter = request().without_kickoff().hours(hours(10.5));
        assert_eq!(priced(&catalogue, &Request::of_plan(shorter, "collectivite")), without_kickoff);
    }
}

#[test]
fn a_unit_that_is_started_is_due_whole() {
    check(
        &by_half_days(),
        &[
            ("bilan", "affiliee", None, None, "computed 1000.00 = 5 units"),
            ("bilan", "autre", Some(17.5), None, "computed 1500.00 = 5 units"),
            ("bilan", "affiliee", Some(14.0), None, "computed 800.00 = 4 units"),
            ("bilan", "affiliee", Some(14.5), None, "computed 1000.00 = 5 units"),
            ("bilan", "affiliee", Some(7.0), None, "computed 400.00 = 2 units"),
            ("bilan", "affiliee", Some(21.0), None, "onQuote otherHours"),
        ],
    );
    // Only time with the counsellor makes units, the kickoff meeting included.
    let steps = [
        step("demarrage", (1.0, 1.0), true, Some("required")),
        step("seances", (6.0, 6.0), true, None),
        step("lectures", (3.0, 3.0), false, None),
    ];
    let tariff = json!({ "variants": ["bilan"], "price": { "unit": { "hours": 3, "amount": "150.05" } } });
    let catalogue = centre(0.5, &["collectivite"], &[variant("bilan", 10.0, &steps)], &[tariff]);
    assert_eq!(priced(&catalogue, &Request::new("bilan", "collectivite")), "computed 450.15 = 3 units");
}

#[test]
fn a_client_without_a_tariff_is_told_so_whatever_the_day() {
    check(
        &overseas(),
        &[
            ("bilan", "affiliee", None, None, "published 1900.00"),
            ("bilan", "affiliee", Some(17.0), None, "published 1900.00"),
            // This centre gives no interval.
            ("bilan", "affiliee", Some(20.0), None, "onQuote otherHours"),
            ("bilan", "autre", None, None, "onQuote otherClient"),
            ("bilan", "autre", Some(20.0), Some("2020-01-01"), "onQuote otherClient"),
        ],
    );
}

#[test]
fn packages_are_told_apart_by_their_hours() {
    check(
        &long_and_short(),
        &[
            ("court", "collectivite", None, None, "published 450.00"),
            ("court", "collectivite", Some(9.0), Some("2026-12-31"), "published 450.00"),
            ("court", "collectivite", Some(12.0), Some("2027-01-01"), "published 590.00"),
            ("court", "collectivite", Some(12.0), Some("2026-12-31"), "onQuote notYetOrNoLonger"),
            ("court", "collectivite", Some(10.0), Some("2027-01-01"), "onQuote otherHours"),
            // All hours are billed, those of personal work included, which the total of the variant does not count.
            ("long", "collectivite", None, None, "computed 1380.00 = 23 h"),
        ],
    );
}

#[test]
fn a_tariff_on_quote_says_so_before_anything_else_does() {
    let steps = [step("entretiens", (5.0, 9.0), true, None)];
    let tariff = json!({ "variants": ["bilan"], "clients": ["autre"], "from": "2026-01-01", "price": "onQuote" });
    let catalogue = centre(0.5, &["affiliee", "autre"], &[variant("bilan", 7.0, &steps)], &[tariff]);
    check(
        &catalogue,
        &[
            ("bilan", "affiliee", None, Some("2025-12-31"), "onQuote otherClient"),
            ("bilan", "autre", None, Some("2025-12-31"), "onQuote notYetOrNoLonger"),
            ("bilan", "autre", None, Some("2026-01-01"), "onQuote byQuote"),
            ("bilan", "autre", Some(20.0), Some("2026-01-01"), "onQuote byQuote"),
        ],
    );
}
