//! What a request for a price may say, how the answer is told, and that plan and price agree.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, missing_docs)]

#[path = "support/centres.rs"]
mod centres;

use bilan_professionnel::catalogue::Kickoff;
use bilan_professionnel::pricing::{Interval, PlanToPrice, Reason, Request, Status, quote, quote_plan};
use bilan_professionnel::{Catalogue, Date, Euros, Hours, plan};
use proptest::prelude::*;
use serde_json::json;

use crate::centres::{by_half_days, by_strata, centre, long_and_short, overseas, step, three_levels, variant};

fn catalogues() -> Vec<Catalogue> {
    let made_up = [three_levels(), by_strata(), by_half_days(), overseas(), long_and_short()];
    [Catalogue::embedded().clone()].into_iter().chain(made_up).collect()
}

fn day() -> Date {
    "2027-03-01".parse().unwrap()
}

fn refused(catalogue: &Catalogue, request: &Request) -> (&'static str, String) {
    let error = quote(catalogue, request).unwrap_err();
    (error.code(), error.path().to_owned())
}

/// A request for a price, as JSON says it.
fn read(request: &serde_json::Value) -> Request {
    serde_json::from_value(request.clone()).unwrap()
}

#[test]
fn the_price_of_hours_is_that_of_the_plan_of_those_hours() {
    for catalogue in catalogues() {
        let unit = catalogue.offer().granularity;
        for variant in &catalogue.offer().variants {
            let code = &variant.code;
            for client in catalogue.offer().clients.iter().map(|client| &client.code) {
                for hours in (1..=160).map(|units| unit.times(units)).filter(|hours| *hours <= Hours::from_whole(40)) {
                    let request = plan::Request::new(code).hours(hours);
                    let by_hours = quote(&catalogue, &Request::new(code, client).hours(hours).on(day())).unwrap();
                    assert_eq!(by_hours.hours, hours);
                    let Ok(made) = plan::plan(&catalogue, &request) else {
                        // Out of reach: no price, but where the optional kickoff meeting is all that lacks.
                        let without = quote(&catalogue, &Request::of_plan(request.without_kickoff(), client).on(day()));
                        let published = by_hours.status == Status::Published;
                        assert!(!published || without.is_ok_and(|without| without == by_hours), "{code} {hours}");
                        assert!(published || by_hours.status == Status::OnQuote && by_hours.indicative.is_none());
                        continue;
                    };
                    let by_plan = quote(&catalogue, &Request::of_plan(request, client).on(day())).unwrap();
                    assert_eq!(by_plan, by_hours, "{code} {hours}");
                    assert_eq!(quote_plan(&catalogue, &made, client, Some(day())).unwrap(), by_hours);
                }
                let by_default = quote(&catalogue, &Request::new(code, client).on(day())).unwrap();
                let stated = Request::new(code, client).hours(variant.stated_hours).on(day());
                assert_eq!(by_default, quote(&catalogue, &stated).unwrap());
            }
        }
    }
}

#[test]
fn the_cdg29_publishes_its_amount_for_the_whole_course_and_never_another_amount() {
    let catalogue = Catalogue::embedded();
    let cents = |euros: Euros| euros.to_string().replace('.', "").parse::<u64>().unwrap();
    for variant in &catalogue.offer().variants {
        let optional = variant.kickoff().unwrap().1 == Kickoff::Optional;
        let stated = variant.stated_hours.quarters() / 2;
        for kickoff in [true, false].into_iter().filter(|kickoff| *kickoff || optional) {
            let example = plan::Request::new(&variant.code).kickoff_meeting(kickoff);
            for half_hours in 0..=70 {
                let request = example.clone().hours(Hours::HALF.times(half_hours));
                let Ok(made) = plan::plan(catalogue, &request) else { continue };
                let case = format!("{} {} h, kickoff {kickoff}", variant.code, made.hours);

                let other = quote_plan(catalogue, &made, "nonAffiliee", None).unwrap();
                assert_eq!((other.amount, other.reference, other.indicative), (None, None, None), "{case}");
                assert_eq!((other.reason, other.covers, other.tax), (Some(Reason::OtherClient), None, None), "{case}");

                let affiliated = quote_plan(catalogue, &made, "affiliee", None).unwrap();
                let published = half_hours == stated || !kickoff && half_hours < stated && half_hours + 2 >= stated;
                assert_eq!(affiliated.amount.map(cents), published.then_some(204_050), "{case}");
                let reference = affiliated.reference.unwrap();
                assert_eq!((reference.hours, cents(reference.amount)), (variant.stated_hours, 204_050), "{case}");
                // Accompanied half hours, the kickoff meeting excluded: all of them but 4 h of personal work and 1 h.
                let personal = if optional { 8 } else { 0 };
                let counted = |half_hours: u32, kickoff| u64::from(half_hours - personal - if kickoff { 2 } else { 0 });
                let (asked, of) = (counted(half_hours, kickoff), counted(stated, true));
                let scaled = (2 * 204_050 * asked + of) / (2 * of);
                let expected = (!published).then_some((scaled.min(204_050), scaled.max(204_050)));
                let interval = affiliated.indicative.map(|Interval { low, high }| (cents(low), cents(high)));
                assert_eq!(interval, expected, "{case}");
            }
        }
    }
}

#[test]
fn a_request_prices_hours_or_a_plan_of_one_variant() {
    let catalogue = Catalogue::embedded();
    let table = [
        (json!({ "variant": "bilan", "client": "affiliee" }), "unknownVariant", "variant"),
        (json!({ "plan": { "variant": "bilan" }, "client": "affiliee" }), "unknownVariant", "plan.variant"),
        (json!({ "client": "affiliee" }), "missingField", "variant"),
        (json!({ "plan": {}, "client": "affiliee" }), "missingField", "variant"),
        (json!({ "hours": 18, "plan": { "variant": "evolution" }, "client": "affiliee" }), "contradiction", "hours"),
        (json!({ "variant": "evolution", "hours": 18, "plan": {}, "client": "affiliee" }), "contradiction", "hours"),
        (
            json!({ "variant": "evolution", "plan": { "variant": "horizon" }, "client": "affiliee" }),
            "contradiction",
            "plan.variant",
        ),
        (
            json!({ "variant": "evolution", "plan": { "hours": 12 }, "client": "affiliee" }),
            "budgetInfeasible",
            "plan.hours",
        ),
        (
            json!({ "variant": "evolution", "plan": { "hours": 18.25 }, "client": "affiliee" }),
            "hoursGranularity",
            "plan.hours",
        ),
        (
            json!({ "variant": "evolution", "plan": { "fixed": { "autre": 1 } }, "client": "affiliee" }),
            "unknownStep",
            "plan.fixed.autre",
        ),
        (
            json!({ "variant": "developpement", "plan": { "kickoffMeeting": false }, "client": "affiliee" }),
            "kickoffRequired",
            "plan.kickoffMeeting",
        ),
        (json!({ "variant": "evolution", "client": "affilie" }), "unknownCode", "client"),
        (json!({ "variant": "evolution", "hours": 18.25, "client": "affiliee" }), "hoursGranularity", "hours"),
        (json!({ "variant": "evolution", "hours": 0, "client": "affiliee" }), "hoursOutOfRange", "hours"),
        (json!({ "variant": "evolution", "hours": -18, "client": "affiliee" }), "hoursOutOfRange", "hours"),
        // Thirteen steps of 40 h.
        (json!({ "variant": "evolution", "hours": 520.5, "client": "affiliee" }), "hoursOutOfRange", "hours"),
    ];
    for (request, code, path) in table {
        assert_eq!(refused(catalogue, &read(&request)), (code, path.to_owned()), "{request}");
    }
    for same in [
        json!({ "variant": "evolution", "client": "affiliee" }),
        json!({ "variant": "evolution", "plan": {}, "client": "affiliee" }),
        json!({ "plan": { "variant": "evolution" }, "client": "affiliee" }),
        json!({ "variant": "evolution", "plan": { "variant": "evolution", "hours": 18 }, "client": "affiliee" }),
        json!({ "variant": "evolution", "hours": 18, "plan": null, "client": "affiliee", "on": null }),
    ] {
        assert_eq!(quote(catalogue, &read(&same)).unwrap().status, Status::Published, "{same}");
    }
    let plan = PlanToPrice::from(plan::Request::new("evolution").without_kickoff());
    assert_eq!((plan.variant.as_deref(), plan.kickoff_meeting), (Some("evolution"), Some(false)));
}

#[test]
fn a_day_is_asked_for_only_where_it_decides() {
    let needed = |catalogue: &Catalogue, request: &Request| {
        let error = quote(catalogue, request).err()?;
        assert!(error.to_string().contains("tarifs changent selon la date"), "{error}");
        Some((error.code(), error.path().to_owned()))
    };
    let missing = Some(("missingField", "on".to_owned()));
    let levels = three_levels();
    assert_eq!(needed(&levels, &Request::new("information", "collectivite")), None);
    assert_eq!(needed(&levels, &Request::new("bilan", "collectivite")), missing);
    let packages = long_and_short();
    let package = |hours: u32| Request::new("court", "collectivite").hours(Hours::from_whole(hours));
    assert_eq!([9, 12, 10].map(|hours| needed(&packages, &package(hours))), [None, missing.clone(), missing]);
    assert_eq!(needed(&overseas(), &Request::new("bilan", "autre")), None);
}

#[test]
fn a_price_is_told_with_its_tax_and_an_interval_as_no_price() {
    let space = |text: &str| text.replace(" :", "\u{a0}:").replace(" ;", "\u{a0};").replace('_', "\u{a0}");
    let told = |catalogue: &Catalogue, request: &Request, expected: &str| {
        assert_eq!(quote(catalogue, request).unwrap().explanation, space(expected));
    };
    let cdg29 = Catalogue::embedded();
    let evolution = |hours: u32| Request::new("evolution", "affiliee").hours(Hours::from_whole(hours));
    told(cdg29, &evolution(18), "2_040,50_€ TTC : tarif publié par le centre pour 18_h.");
    told(
        cdg29,
        &evolution(17),
        "2_040,50_€ TTC : tarif publié par le centre pour 18_h ; il vaut de 17_h à 18_h sans la réunion de démarrage, qui est facultative.",
    );
    told(
        cdg29,
        &evolution(20),
        "Le tarif publié est de 2_040,50_€ TTC pour 18_h. Pour 20_h, seul le devis du centre donne le prix ; ordre de grandeur calculé, non publié par le centre : entre 2_040,50_€ et 2_354,42_€ TTC.",
    );
    told(
        cdg29,
        &evolution(40),
        "Le tarif publié est de 2_040,50_€ TTC pour 18_h. Pour 40_h, seul le devis du centre donne le prix.",
    );
    told(
        cdg29,
        &Request::of_plan(plan::Request::new("evolution").fix("recherches", Hours::ZERO), "affiliee"),
        "Le tarif publié est de 2_040,50_€ TTC pour 18_h du parcours type. Ce plan s’en écarte : seul le devis du centre donne son prix.",
    );
    told(
        cdg29,
        &Request::new("evolution", "nonAffiliee"),
        "Aucun tarif n’est publié pour «_Collectivité non affiliée au centre de gestion_» : l’employeur demande un devis au centre.",
    );
    told(
        &three_levels(),
        &Request::new("bilan", "collectivite").on("2025-05-01".parse().unwrap()),
        "Aucun tarif n’est en vigueur le 1er_mai_2025 : l’employeur demande un devis au centre.",
    );
    told(&three_levels(), &Request::new("information", "collectivite"), "Prestation gratuite.");
    told(
        &by_strata(),
        &Request::new("bilan", "moins1000"),
        "594,00_€ TTC : 13_h_30 d’accompagnement sans la réunion de démarrage à 44,00_€ l’heure.",
    );
    told(
        &by_half_days(),
        &Request::new("bilan", "affiliee"),
        "1_000,00_€ TTC : 5 fois 200,00_€, prix par demi-journée de 3_h_30 d’accompagnement. Une unité commencée est due en entier.",
    );
    told(
        &long_and_short(),
        &Request::new("court", "collectivite"),
        "450,00_€ TTC : forfait publié par le centre pour 9_h.",
    );
}

#[test]
fn the_example_of_the_contract_is_answered_member_by_member() {
    let request = json!({ "variant": "evolution", "hours": 20, "client": "affiliee", "on": "2026-12-01" });
    let quote = quote(Catalogue::embedded(), &read(&request)).unwrap();
    let mut document = serde_json::to_value(&quote).unwrap();
    let members = document.as_object_mut().unwrap();
    assert!(members.remove("explanation").is_some() && members.remove("source").is_some());
    let expected = json!({
        "variant": "evolution", "hours": 20, "client": "affiliee", "status": "onQuote", "reason": "otherHours",
        "amount": null, "currency": "EUR", "tax": "included", "reference": { "hours": 18, "amount": "2040.50" },
        "indicative": { "low": "2040.50", "high": "2354.42" }, "billed": null,
        "covers": ["accompagnement", "preparation", "reunionCloture", "testsQuestionnaires", "fraisGestion"]
    });
    assert_eq!(document, expected);
}

#[test]
fn tax_to_be_added_is_told_with_its_rate() {
    let steps = [step("entretiens", (5.0, 9.0), true, None)];
    let price =
        json!({ "hourly": { "rate": "0.00", "bills": "all", "fixed": [{ "label": "Forfait", "amount": "500.00" }] } });
    let tariff = json!({ "variants": ["bilan"], "price": price, "tax": { "excluded": { "rate": 5.5 } } });
    let catalogue = centre(0.5, &["collectivite"], &[variant("bilan", 7.0, &steps)], &[tariff]);
    let added = quote(&catalogue, &Request::new("bilan", "collectivite")).unwrap();
    let expected = "500,00\u{a0}€ HT (TVA de 5,5\u{a0}% en sus)\u{a0}: «\u{a0}Forfait\u{a0}» à 500,00\u{a0}€.";
    assert_eq!(added.explanation, expected);
    let document = serde_json::to_value(&added).unwrap();
    assert_eq!((&document["tax"], &document["taxRate"]), (&json!("excluded"), &json!(5.5)));
    let included =
        serde_json::to_value(quote(Catalogue::embedded(), &Request::new("evolution", "affiliee")).unwrap()).unwrap();
    assert_eq!((&included["tax"], included.get("taxRate")), (&json!("included"), None));
}

proptest! {
    #[test]
    fn an_interval_brackets_every_price_made_of_hourly_and_fixed_parts(
        cents in 0_u64..1_000_000,
        reference in 16_u32..=60,
        asked in 16_u32..=60,
        share in 0_u64..=100,
    ) {
        // A tariff that nobody outside the centre knows: a fixed share, and the rest by the accompanied hour.
        let steps = [
            step("demarrage", (1.0, 1.0), true, Some("optional")),
            step("entretiens", (3.0, 20.0), true, None),
            step("recherches", (4.0, 9.0), false, None),
        ];
        let amount = format!("{}.{:02}", cents / 100, cents % 100);
        let price = json!({ "reference": { "hours": f64::from(reference) / 2.0, "amount": amount } });
        let tariff = json!({ "variants": ["bilan"], "price": price });
        let catalogue = centre(0.5, &["collectivite"], &[variant("bilan", 8.0, &steps)], &[tariff]);
        let example = |half_hours: u32| plan::Request::new("bilan").hours(Hours::HALF.times(half_hours));
        let priced = |half_hours: u32| {
            let totals = plan::plan(&catalogue, &example(half_hours)).unwrap().totals;
            u64::from(totals.accompanied.minus(totals.kickoff).quarters())
        };
        let (of, billed) = (priced(reference), priced(asked));
        let fixed = cents * share / 100;
        let price = fixed + (2 * (cents - fixed) * billed + of) / (2 * of);
        let exact = |cents: u64| Euros::from_cents(i64::try_from(cents).unwrap()).unwrap();

        let quote = quote(&catalogue, &Request::of_plan(example(asked), "collectivite")).unwrap();
        if let Some(Interval { low, high }) = quote.indicative {
            let price = exact(price);
            prop_assert!(low <= high && low <= price && price <= high, "{low} {price} {high}");
            prop_assert!(low == exact(cents) || high == exact(cents));
        } else {
            prop_assert_eq!(asked, reference);
            prop_assert_eq!(quote.amount, Some(exact(cents)));
        }
    }
}
