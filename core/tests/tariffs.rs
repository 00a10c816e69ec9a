//! Every form of tariff, with the catalogue of a made-up centre; and no invented amount with the CDG29's.

#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, missing_docs)]

use bilan_professionnel::pricing::{Interval, Quote, Request, Status, quote};
use bilan_professionnel::{Catalogue, Euros, Hours};
use proptest::prelude::*;

fn other_centre() -> Catalogue {
    Catalogue::parse(include_bytes!("../../tests/catalogues/autre-centre.json")).unwrap()
}

fn asked(variant: &str, affiliated: bool, hours: Option<f64>, on: Option<&str>) -> Request {
    let mut request = Request::new(variant, affiliated);
    request.hours = hours;
    request.on = on.map(|day| day.parse().unwrap());
    request
}

/// What can be read of a quote: status, amount, reference, interval.
type Shown = (Status, Option<String>, Option<String>, Option<(String, String)>);

fn shown(quote: &Quote<'_>) -> Shown {
    let reference = quote.reference.map(|reference| format!("{} h, {}", reference.hours, reference.amount));
    let indicative = quote.indicative.map(|Interval { low, high }| (low.to_string(), high.to_string()));
    (quote.status, quote.amount.map(|amount| amount.to_string()), reference, indicative)
}

/// A price that is known.
type Known = (&'static str, bool, Option<f64>, Option<&'static str>, Status, &'static str);

#[test]
fn free_published_and_computed_prices_are_exact() {
    use Status::{Computed, Free, Published};
    let table: &[Known] = &[
        // Free for all, whatever the hours and the day.
        ("eclair", true, None, None, Free, "0.00"),
        ("eclair", false, Some(40.0), Some("1990-01-01"), Free, "0.00"),
        // By the hour, without and with fixed parts, one tariff after the other.
        ("boussole", true, None, Some("2025-01-01"), Computed, "493.00"),
        ("boussole", true, None, Some("2026-06-30"), Computed, "493.00"),
        ("boussole", true, None, Some("2026-07-01"), Computed, "577.98"), // 520.625 rounded up, and 57.35
        ("boussole", true, Some(0.5), Some("2026-07-01"), Computed, "87.98"), // 30.625 rounded up, and 57.35
        ("boussole", true, Some(1.0), Some("9999-12-31"), Computed, "118.60"),
        ("boussole", true, Some(200.0), Some("2026-07-01"), Computed, "12307.35"),
        ("boussole", false, None, None, Computed, "807.59"), // 807.585 rounded up
        ("boussole", false, None, Some("2020-02-29"), Computed, "807.59"),
        // One amount for reference hours, for all, one year after the other.
        ("escale", true, None, Some("2026-01-01"), Published, "700.07"),
        ("escale", false, None, Some("2026-12-31"), Published, "700.07"),
        ("escale", false, Some(7.5), Some("2027-01-01"), Published, "777.75"),
        ("escale", true, Some(7.5), Some("2027-12-31"), Published, "777.75"),
        ("traversee", true, None, None, Published, "999.99"),
    ];
    let catalogue = other_centre();
    for &(variant, affiliated, hours, on, status, amount) in table {
        let quote = quote(&catalogue, &asked(variant, affiliated, hours, on)).unwrap();
        let (found, price, reference, indicative) = shown(&quote);
        assert_eq!((found, price.as_deref()), (status, Some(amount)), "{variant} {hours:?} {on:?}");
        assert_eq!(reference.is_some(), status == Published, "{variant} {hours:?} {on:?}");
        assert_eq!(indicative, None, "{variant} {hours:?} {on:?}");
        assert!(quote.source.is_some());
    }
}

/// A price that only a quote tells: reference and interval, where there are.
type Unknown =
    (&'static str, bool, Option<f64>, Option<&'static str>, Option<(&'static str, (&'static str, &'static str))>);

#[test]
fn other_hours_have_an_interval_and_no_tariff_in_force_has_no_figure() {
    let table: &[Unknown] = &[
        // Below and above the reference hours.
        ("escale", true, Some(6.5), Some("2026-05-05"), Some(("7 h, 700.07", ("650.07", "700.07")))), // 650.065 up
        ("escale", true, Some(7.5), Some("2026-05-05"), Some(("7 h, 700.07", ("700.07", "750.08")))),
        ("escale", true, None, Some("2027-05-05"), Some(("7.5 h, 777.75", ("725.90", "777.75")))),
        ("escale", false, Some(12.0), Some("2027-05-05"), Some(("7.5 h, 777.75", ("777.75", "1244.40")))),
        ("traversee", true, Some(9.5), None, Some(("10 h, 999.99", ("949.99", "999.99")))),
        ("traversee", true, Some(10.5), None, Some(("10 h, 999.99", ("999.99", "1049.99")))),
        // On quote, and days without a tariff.
        ("traversee", false, None, Some("2026-01-01"), None),
        ("traversee", false, None, Some("2025-12-31"), None),
        ("boussole", true, None, Some("2024-12-31"), None),
        ("escale", true, None, Some("2025-12-31"), None),
        ("escale", false, Some(7.5), Some("2028-01-01"), None),
    ];
    let catalogue = other_centre();
    for &(variant, affiliated, hours, on, figures) in table {
        let quote = quote(&catalogue, &asked(variant, affiliated, hours, on)).unwrap();
        let reference = figures.map(|(reference, _)| reference.to_owned());
        let indicative = figures.map(|(_, (low, high))| (low.to_owned(), high.to_owned()));
        let expected = (Status::OnQuote, None, reference, indicative);
        assert_eq!(shown(&quote), expected, "{variant} {hours:?} {on:?}");
    }
}

#[test]
fn dated_tariffs_ask_for_a_day_and_undated_ones_do_not() {
    let catalogue = other_centre();
    for (variant, affiliated, dated) in [
        ("boussole", true, true),
        ("boussole", false, false),
        ("escale", true, true),
        ("escale", false, true),
        ("traversee", true, false),
        ("traversee", false, true),
        ("eclair", true, false),
        ("eclair", false, false),
    ] {
        let error = quote(&catalogue, &Request::new(variant, affiliated)).err();
        let found = error.as_ref().map(|error| (error.code(), error.path()));
        assert_eq!(found, dated.then_some(("missingField", "on")), "{variant} {affiliated}");
    }
}

#[test]
fn hours_without_a_meaning_have_no_price() {
    let catalogue = other_centre();
    for (hours, code) in [
        (0.0, "hoursOutOfRange"),
        (-1.0, "hoursOutOfRange"),
        (200.5, "hoursOutOfRange"), // five steps of 40 h
        (1e300, "hoursOutOfRange"),
        (8.25, "hoursGranularity"),
        (f64::NAN, "hoursGranularity"),
        (f64::INFINITY, "hoursGranularity"),
    ] {
        let error = quote(&catalogue, &Request::new("boussole", false).hours(hours)).unwrap_err();
        assert_eq!((error.code(), error.path()), (code, "hours"), "{hours}");
    }
}

/// The interval of a reference price, by whole numbers: cents and half hours, rounded half up.
fn interval(cents: u64, reference: u64, asked: u64) -> (u64, u64) {
    let scaled = (2 * cents * asked + reference) / (2 * reference);
    (scaled.min(cents), scaled.max(cents))
}

#[test]
fn the_cdg29_publishes_one_amount_and_never_another() {
    let catalogue = Catalogue::embedded();
    let cents = |euros: Euros| euros.to_string().replace('.', "").parse::<u64>().unwrap();
    for variant in &catalogue.offer().variants {
        let reference = variant.stated_hours;
        for half_hours in 1..=u32::try_from(variant.steps.len()).unwrap() * 80 {
            let hours = Hours::from_half_hours(half_hours);
            let of =
                |affiliated| quote(catalogue, &Request::new(&variant.code, affiliated).hours(hours.as_f64())).unwrap();

            let other = of(false);
            assert_eq!(shown(&other), (Status::OnQuote, None, None, None), "{} {hours}", variant.code);
            assert!(!other.explanation.contains('€'), "{}", other.explanation);

            let affiliated = of(true);
            let published = (hours == reference).then(|| "2040.50".to_owned());
            assert_eq!(affiliated.amount.map(|amount| amount.to_string()), published, "{} {hours}", variant.code);
            assert_eq!(
                affiliated.reference.map(|found| (found.hours, cents(found.amount))),
                Some((reference, 204_050))
            );
            let expected = interval(204_050, reference.half_hours().into(), half_hours.into());
            let found = affiliated.indicative.map(|between| (cents(between.low), cents(between.high)));
            assert_eq!(found, (hours != reference).then_some(expected), "{} {hours}", variant.code);
        }
    }
}

proptest! {
    #[test]
    fn an_interval_brackets_every_price_made_of_hourly_and_fixed_parts(
        cents in 0_u64..1_000_000,
        reference in 1_u32..80,
        asked in 1_u32..=400,
        share in 0_u64..=100,
    ) {
        // A tariff that nobody outside the centre knows: a fixed share, and the rest by the hour.
        let fixed = cents * share / 100;
        let hourly = cents - fixed;
        let scaled = |cents: u64| (2 * cents * u64::from(asked) + u64::from(reference)) / (2 * u64::from(reference));
        let price = fixed + scaled(hourly);
        let text = include_str!("../../tests/catalogues/autre-centre.json");
        let (hours, amount) = (f64::from(reference) / 2.0, format!("{}.{:02}", cents / 100, cents % 100));
        let text = text.replace(r#""hours": 10, "amount": "999.99""#, &format!(r#""hours": {hours}, "amount": "{amount}""#));
        let catalogue = Catalogue::parse(text.as_bytes()).unwrap();

        let quote = quote(&catalogue, &Request::new("traversee", true).hours(f64::from(asked) / 2.0)).unwrap();
        if let Some(Interval { low, high }) = quote.indicative {
            let price = Euros::from_cents(i64::try_from(price).unwrap()).unwrap();
            prop_assert!(low <= high && low <= price && price <= high, "{low} {price} {high}");
            let (least, most) = interval(cents, reference.into(), asked.into());
            let exact = |cents: u64| Euros::from_cents(i64::try_from(cents).unwrap()).unwrap();
            prop_assert_eq!((low, high), (exact(least), exact(most)));
        } else {
            prop_assert_eq!(asked, reference);
            prop_assert_eq!(quote.amount.map(|amount| amount.to_string()), Some(amount));
        }
    }
}
