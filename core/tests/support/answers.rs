//! Answers of an agent, from what is known of the facts.

use bilan_professionnel::funding::{Answers, Fact, FactKind, Facts};

/// The answers that amount to those facts.
pub(crate) fn answers(facts: Facts) -> Answers {
    Fact::ALL.into_iter().fold(Answers::new(), |answers, fact| match (facts.get(fact), fact.kind()) {
        (None, _) => answers,
        (Some(holds), FactKind::Flag) => answers.flag(fact, holds),
        (Some(holds), FactKind::Status) => answers.civil_servant(holds),
        (Some(holds), FactKind::Rate) => answers.rate(if holds { 10.0 } else { 9.5 }).expect("a rate from 0 to 100"),
    })
}
