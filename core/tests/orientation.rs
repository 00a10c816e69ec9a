//! Which variant is first, what it is equal to, and what decided.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use bilan_professionnel::funding::{Answers, Fact, Proofs, Situation, Statut};
use bilan_professionnel::orientation::{Recommendation, Request, recommend};
use bilan_professionnel::{Catalogue, Date};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn ranked(request: &Request) -> Recommendation<'static> {
    recommend(Catalogue::embedded(), request).unwrap()
}

fn order(recommendation: &Recommendation<'static>) -> Vec<&'static str> {
    recommendation.ranking.iter().map(|ranked| ranked.variant).collect()
}

/// A contract agent being redeployed.
fn redeployed() -> Answers {
    Answers::new().status(Fact::Statut, Statut::Contractuel).flag(Fact::Reclassement, true)
}

#[test]
fn each_objective_puts_its_variant_first_alone() {
    for variant in &Catalogue::embedded().offer().variants {
        let objective = variant.objective.clone().unwrap();
        let found = ranked(&Request::new([objective]));
        assert_eq!((found.ranking[0].variant, found.ranking[0].tied), (variant.code.as_str(), false));
        assert!(found.ranking[0].objective);
    }
}

#[test]
fn equals_are_told_and_stand_in_the_order_of_the_catalogue() {
    let found = ranked(&Request::new(["explorerPistes", "construireProjet"]));
    assert_eq!(order(&found), ["evolution", "prevention", "reorientation", "horizon", "developpement"]);
    let tied: Vec<bool> = found.ranking.iter().map(|ranked| ranked.tied).collect();
    assert_eq!(tied, [true, true, true, true, false]);
    assert_eq!(found.ranking[0].served, ["explorerPistes", "construireProjet"]);
    assert!(found.ranking[4].unserved.contains(&"construireProjet"));
    assert_eq!(
        found.explanation,
        "«\u{a0}Bilan évolution\u{a0}», à égalité avec «\u{a0}Bilan prévention\u{a0}», «\u{a0}Bilan réorientation\u{a0}» et \
         «\u{a0}Bilan horizon\u{a0}», répond aux 2 besoins indiqués."
    );
}

#[test]
fn a_situation_met_decides_between_variants_that_serve_as_many_needs_and_it_is_told() {
    let needs = ["explorerPistes", "construireProjet"];
    let found = ranked(&Request::new(needs).facts(day("2026-12-01"), redeployed(), Proofs::new()));
    assert_eq!(order(&found), ["reorientation", "evolution", "prevention", "horizon", "developpement"]);
    assert_eq!(found.ranking[0].suits.iter().collect::<Vec<_>>(), [Situation::Reclassement]);
    assert!(!found.ranking[0].tied && found.ranking[1].tied && found.ranking[1].suits.is_empty());
    assert!(found.explanation.contains("Cette déclinaison convient à une situation indiquée"), "{}", found.explanation);
    // Needs come first: a situation never outweighs one.
    let found = ranked(&Request::new(["preserverSante"]).facts(day("2026-12-01"), redeployed(), Proofs::new()));
    assert_eq!(found.ranking[0].variant, "prevention");
}

#[test]
fn an_objective_decides_before_a_situation() {
    let needs = ["evoluer", "composerAvecRestrictions", "preserverSante"];
    let found = ranked(&Request::new(needs).facts(day("2026-12-01"), redeployed(), Proofs::new()));
    assert_eq!(found.ranking[0].variant, "reorientation");
    let needs = ["evoluer", "transmettre"];
    let found = ranked(&Request::new(needs));
    assert_eq!(found.ranking[0].variant, "evolution");
    assert!(found.explanation.contains("Son objectif est l’un de ces besoins"), "{}", found.explanation);
}

#[test]
fn an_expired_proof_suits_nothing() {
    let proofs = Proofs::new().with(Fact::Reclassement, day("2026-11-30")).unwrap();
    let request = |on| Request::new(["explorerPistes"]).facts(day(on), redeployed(), proofs);
    assert_eq!(ranked(&request("2026-12-01")).ranking[0].variant, "evolution");
    assert_eq!(ranked(&request("2026-11-30")).ranking[0].variant, "reorientation");
}

#[test]
fn facts_need_the_day_on_which_they_are_so() {
    let refused = |text: &str| {
        let error = recommend(Catalogue::embedded(), &serde_json::from_str(text).unwrap()).unwrap_err();
        (error.code(), error.path().to_owned())
    };
    let at = |path: &str| path.to_owned();
    assert_eq!(refused(r#"{"needs":["evoluer"],"facts":{"rqth":true}}"#), ("missingField", at("on")));
    assert_eq!(refused(r#"{"needs":["evoluer"],"validUntil":{"rqth":"2026-12-01"}}"#), ("missingField", at("on")));
    assert_eq!(refused(r#"{"needs":[]}"#), ("noNeeds", at("needs")));
    assert_eq!(refused("{}"), ("noNeeds", at("needs")));
    assert_eq!(refused(r#"{"needs":["evoluer","rien"]}"#), ("unknownCode", at("needs[1]")));
    assert_eq!(refused(r#"{"needs":["evoluer","evoluer"]}"#), ("duplicateCode", at("needs[1]")));
    for empty in [r#"{"needs":["evoluer"],"facts":{},"validUntil":{}}"#, r#"{"needs":["evoluer"],"facts":null}"#] {
        assert!(recommend(Catalogue::embedded(), &serde_json::from_str(empty).unwrap()).is_ok(), "{empty}");
    }
}
