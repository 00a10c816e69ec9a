//! Typed values, as a Rust program without the text layer meets them.

#![allow(clippy::unwrap_used, clippy::float_cmp, missing_docs)]

use std::collections::BTreeSet;

use bilan_professionnel::plan::FixedHours;
use bilan_professionnel::schedule::{Holiday, holiday};
use bilan_professionnel::{Date, settlement};

#[test]
fn every_public_holiday_has_a_name_of_its_own() {
    let names: BTreeSet<&str> = Holiday::ALL.into_iter().map(Holiday::label).collect();
    assert_eq!(names.len(), Holiday::ALL.len());
    let day = |text: &str| holiday(text.parse::<Date>().unwrap()).map(Holiday::label);
    assert_eq!(day("2027-07-14"), Some("Fête nationale"));
    assert_eq!(day("2027-11-11"), Some("Armistice de 1918"));
    assert_eq!(day("2027-07-15"), None);
}

#[test]
fn sessions_that_took_place_are_kept_in_the_order_said() {
    let days = ["2027-01-19", "2027-01-12"].map(|day| day.parse::<Date>().unwrap());
    let facts = settlement::Facts::new().attended(days[0], 1.5).attended(days[1], 1.0);
    let kept: Vec<_> = facts.attended.iter().map(|session| (session.date, session.hours)).collect();
    assert_eq!(kept, [(days[0], 1.5), (days[1], 1.0)]);
}

#[test]
fn hours_decided_for_a_step_replace_those_it_had() {
    let mut fixed = FixedHours::new();
    assert!(fixed.is_empty());
    assert_eq!(fixed.insert("synthese", Some(2.0)), None);
    assert_eq!(fixed.insert("analyseDemande", None), None);
    assert_eq!(fixed.insert("synthese", Some(1.0)), Some(2.0));
    assert_eq!((fixed.get("synthese"), fixed.get("analyseDemande"), fixed.get("pistes")), (Some(1.0), None, None));
    assert_eq!(fixed.iter().collect::<Vec<_>>(), [("analyseDemande", None), ("synthese", Some(1.0))]);
    assert!(!fixed.is_empty());
    let read = |text: &str| serde_json::from_str::<FixedHours>(text);
    assert_eq!(read(r#"{"synthese":1,"analyseDemande":null}"#).unwrap(), fixed);
    assert!(read(r#"{"synthese":1,"synthese":1}"#).is_err());
    assert!(read("3").unwrap_err().to_string().contains("un objet"));
    let many = |count: usize| (0..count).map(|step| format!("\"etape{step}\":1")).collect::<Vec<_>>().join(",");
    assert!(read(&format!("{{{}}}", many(64))).is_ok());
    assert!(read(&format!("{{{}}}", many(65))).is_err());
}
