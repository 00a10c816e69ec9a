//! Answers of today's library, asked again of the later one.

use bilan_professionnel as today;
use serde_json::{Value, json};

use crate::funding::rules_in_force;
use crate::{Catalogue, wire};

fn answer_today(operation: &str, request: &Value) -> String {
    let operation = today::wire::Operation::from_code(operation).unwrap();
    today::wire::answer(today::Catalogue::embedded(), operation, request.to_string().as_bytes()).unwrap()
}

fn answer_later(operation: &str, request: &Value) -> String {
    let operation = wire::Operation::from_code(operation).unwrap();
    wire::answer(Catalogue::embedded(), operation, request.to_string().as_bytes()).unwrap()
}

fn case(on: &str) -> Value {
    json!({
        "on": on, "needs": ["explorerPistes"], "facts": { "rqth": true, "statut": "fonctionnaire", "ati": false },
        "validUntil": { "rqth": "2027-01-31" }
    })
}

#[test]
fn what_was_answered_before_a_situation_begins_is_answered_alike_to_the_byte() {
    for on in ["2026-12-01", "2027-12-31"] {
        let facts = case(on)["facts"].clone();
        let funding = json!({ "on": on, "facts": facts, "validUntil": { "rqth": "2027-01-31" } });
        let recommend = json!({ "on": on, "needs": ["explorerPistes"], "facts": facts });
        for (operation, request) in [("funding", funding), ("recommend", recommend), ("simulate", case(on))] {
            assert_eq!(answer_later(operation, &request), answer_today(operation, &request), "{operation} on {on}");
        }
    }
}

#[test]
fn a_dossier_of_today_replays_under_the_later_table_and_one_of_later_days_says_what_differs() {
    for (on, holds) in [("2026-12-01", true), ("2027-12-31", true), ("2028-01-01", false), ("2030-01-01", false)] {
        let dossier: Value = serde_json::from_str(&answer_today("simulate", &case(on))).unwrap();
        let replay = answer_later("replay", &json!({ "case": case(on), "record": dossier["record"] }));
        let replay: Value = serde_json::from_str(&replay).unwrap();
        assert_eq!(replay["holds"], holds, "{on}: {replay}");
    }
}

#[test]
fn the_digest_of_the_rules_is_that_of_the_rules_in_force() {
    let later = |on: &str| rules_in_force(on.parse().unwrap()).digest;
    let now = today::funding::rules_in_force("2026-12-01".parse().unwrap()).digest;
    assert_eq!([later("1583-01-01"), later("2027-12-31")], [now.clone(), now.clone()]);
    assert_ne!(later("2028-01-01"), now);
    assert_eq!(later("2028-01-01"), later("2029-12-31"));
    assert_ne!(later("2029-12-31"), later("2030-01-01"), "a situation ended");
}
