//! Answers of an agent, from what is known of the facts.

use bilan_professionnel::funding::{Answers, Assessment, Fact, FactKind, Facts, Request, Statut, assess};
use bilan_professionnel::{Catalogue, Percent};

/// The answers that amount to those facts.
pub(crate) fn answers(facts: Facts) -> Answers {
    Fact::ALL.into_iter().fold(Answers::new(), |answers, fact| match (facts.get(fact), fact.kind()) {
        (None, _) => answers,
        (Some(holds), FactKind::YesNo) => answers.flag(fact, holds),
        (Some(true), FactKind::Status) => answers.status(fact, Statut::Fonctionnaire),
        (Some(false), FactKind::Status) => answers.status(fact, Statut::Contractuel),
        (Some(true), FactKind::Percent) => answers.percent(fact, Percent::from_whole(10)),
        (Some(false), FactKind::Percent) => answers.percent(fact, Percent::from_whole(9)),
    })
}

/// The assessment of those facts at the CDG29, on a day of December 2026.
#[allow(dead_code, reason = "not every test asks for it")]
pub(crate) fn assessed(facts: Facts) -> Assessment {
    let day = "2026-12-01".parse().expect("a day");
    assess(Catalogue::embedded(), &Request::new(day, answers(facts))).expect("an assessment")
}
