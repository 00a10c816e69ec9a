//! Catalogues of made-up centres, after the forms of offer that French centres use.

#![allow(dead_code, reason = "each test uses some of them")]

use bilan_professionnel::Catalogue;
use serde_json::{Value, json};

/// A step: its code, its hours, whether a counsellor is present, and the kickoff it is, if any.
pub(crate) fn step(code: &str, (min, max): (f64, f64), accompanied: bool, kickoff: Option<&str>) -> Value {
    let mode = if accompanied { "entretien" } else { "autonomie" };
    json!({ "code": code, "label": code, "hours": { "min": min, "max": max }, "modes": [mode], "kickoff": kickoff })
}

pub(crate) fn variant(code: &str, stated: f64, steps: &[Value]) -> Value {
    json!({ "code": code, "label": code, "purpose": "Faire le point.", "statedHours": stated, "steps": steps })
}

/// A catalogue of those clients, variants and tariffs, on that granularity.
pub(crate) fn centre(granularity: f64, clients: &[&str], variants: &[Value], tariffs: &[Value]) -> Catalogue {
    let clients: Vec<Value> = clients.iter().map(|code| json!({ "code": code, "label": code })).collect();
    let document = json!({
        "id": "centre", "edition": "2026", "centre": { "name": "Centre imaginaire" }, "granularity": granularity,
        "clients": clients,
        "modes": [
            { "code": "entretien", "label": "Entretien", "accompanied": true },
            { "code": "autonomie", "label": "Travail personnel", "accompanied": false }
        ],
        "variants": variants, "tariffs": tariffs
    });
    Catalogue::parse(document.to_string().as_bytes()).unwrap()
}

/// Three levels of service: two free ones, and a flat amount by the year, whatever the hours.
pub(crate) fn three_levels() -> Catalogue {
    let flat = |amount: &str, from: Option<&str>, to: Option<&str>| json!({ "variants": ["bilan"], "price": { "flat": { "amount": amount } }, "from": from, "to": to, "tax": "exempt" });
    centre(
        0.5,
        &["collectivite"],
        &[
            variant("information", 0.5, &[step("information", (0.5, 0.5), true, None)]),
            variant("mobilite", 2.0, &[step("rendezVous", (1.0, 4.0), true, None)]),
            variant("bilan", 7.5, &[step("seances", (4.5, 10.0), true, None)]),
        ],
        &[
            json!({ "variants": ["information", "mobilite"], "price": "free" }),
            flat("645.00", Some("2026-01-01"), Some("2026-12-31")),
            flat("660.00", Some("2027-01-01"), None),
        ],
    )
}

/// By strata of inhabitants, so much an hour with the counsellor, the free meeting excluded.
pub(crate) fn by_strata() -> Catalogue {
    let strata = [
        ("moins1000", "44.00"),
        ("de1000a5000", "52.00"),
        ("de5000a20000", "58.00"),
        ("plus20000", "61.00"),
        ("autres", "79.00"),
    ];
    let tariffs = strata.map(|(client, rate)| {
        json!({
            "variants": ["bilan"], "clients": [client],
            "price": { "hourly": { "rate": rate, "bills": "accompaniedWithoutKickoff" } }
        })
    });
    let steps = [
        step("tripartite", (1.0, 1.0), true, Some("required")),
        step("entretiens", (10.0, 14.0), true, None),
        step("recherches", (4.0, 8.0), false, None),
        step("restitution", (1.0, 2.0), true, None),
    ];
    centre(0.5, &strata.map(|(client, _)| client), &[variant("bilan", 20.0, &steps)], &tariffs)
}

/// By the half-day of three hours and a half.
pub(crate) fn by_half_days() -> Catalogue {
    let tariff = |client: &str, amount: &str| {
        let unit = json!({ "hours": 3.5, "amount": amount, "label": "demi-journée" });
        json!({ "variants": ["bilan"], "clients": [client], "price": { "unit": unit } })
    };
    centre(
        0.5,
        &["affiliee", "autre"],
        &[variant("bilan", 17.5, &[step("seances", (7.0, 17.5), true, None)])],
        &[tariff("affiliee", "200.00"), tariff("autre", "300.00")],
    )
}

/// One reference amount, and a client that no tariff is for.
pub(crate) fn overseas() -> Catalogue {
    let steps = [
        step("demarrage", (1.0, 1.0), true, Some("optional")),
        step("entretiens", (12.0, 20.0), true, None),
        step("recherches", (4.0, 4.0), false, None),
        step("cloture", (1.0, 1.0), true, None),
    ];
    centre(
        0.5,
        &["affiliee", "autre"],
        &[variant("bilan", 18.0, &steps)],
        &[json!({
            "variants": ["bilan"], "clients": ["affiliee"], "indicative": false,
            "price": { "reference": { "hours": 18, "amount": "1900.00" } }
        })],
    )
}

/// A short form in two packages, and a long one whose total counts the hours with the counsellor alone.
pub(crate) fn long_and_short() -> Catalogue {
    let package = |hours: f64, amount: &str, from: Option<&str>| {
        json!({
            "variants": ["court"], "hours": { "min": hours, "max": hours }, "from": from,
            "price": { "flat": { "amount": amount } }
        })
    };
    let mut long = variant(
        "long",
        7.0,
        &[
            step("entretiens", (3.0, 5.0), true, None),
            step("enquetes", (2.0, 6.0), false, None),
            step("immersion", (14.0, 35.0), false, None),
            step("restitution", (1.0, 2.25), true, None),
        ],
    );
    long["counts"] = json!("accompanied");
    long["average"] = json!(true);
    centre(
        0.25,
        &["collectivite"],
        &[variant("court", 9.0, &[step("rencontres", (8.0, 12.0), true, None)]), long],
        &[
            package(9.0, "450.00", None),
            package(12.0, "590.00", Some("2027-01-01")),
            json!({ "variants": ["long"], "price": { "hourly": { "rate": "60.00", "bills": "all" } } }),
        ],
    )
}
