//! The verdict in French, for the agent and for whoever accompanies them: sentences that address neither.
//!
//! A fact answered no is never thrown back, a possibility is never called a right, and a situation that is not cited is
//! sent to a counsellor.

use std::fmt::Write;

use super::assessment::{DatedProof, Until};
use super::fact::FactKind;
use super::facts::Facts;
use super::national::{Fact, Situation};
use super::sets::{FactSet, SituationSet};
use super::situation::Beside;
use super::terms::Term;
use super::verdict::{Outcome, Status};
use crate::values::french;

/// The fund's name, spelled out.
const FUND: &str = "Fonds pour l’insertion des personnes handicapées dans la fonction publique (FIPHFP)";

/// How many situations the sentence on the outcome names at most, besides one more.
const NAMED: usize = 2;

/// What is known of the outcome.
pub(super) struct Found<'a> {
    pub(super) outcome: Outcome,
    /// The situations met, or those of which one is.
    pub(super) situations: SituationSet,
    /// Whether each of them is met.
    pub(super) certain: bool,
    pub(super) missing: FactSet,
    pub(super) expired: &'a [DatedProof],
    pub(super) expiring: &'a [DatedProof],
    pub(super) until: Option<Until>,
}

/// The outcome, in a few sentences.
pub(super) fn outcome(found: &Found<'_>) -> String {
    let mut text = String::with_capacity(400);
    match found.outcome {
        Outcome::Possible => {
            let mut labels: Vec<String> = found.situations.iter().map(|situation| lowered(situation.label())).collect();
            let heading = match (found.certain, labels.len()) {
                (false, _) => "Une au moins de ces situations est remplie",
                (true, 1) => "Situation remplie",
                (true, _) => "Situations remplies",
            };
            let _ = write!(text, "Le {FUND} pourrait financer ce bilan en totalité. {heading}\u{a0}: ");
            // A sentence that can be read: each situation has its own line below.
            let others = labels.len().saturating_sub(NAMED);
            if others > 1 {
                labels.truncate(NAMED);
                labels.push(format!("{others}\u{a0}autres"));
            }
            french::list(&mut text, labels.iter().map(String::as_str), if found.certain { " et " } else { " ou " });
            text.push_str(
                ". C’est une possibilité et non un droit\u{a0}: le fonds décide, sur demande de l’employeur.",
            );
        }
        Outcome::NotListed => {
            let _ = write!(
                text,
                "Les réponses données ne correspondent à aucune des situations citées pour un financement par le {FUND}. \
                 Cette liste n’est pas limitative\u{a0}: à voir avec une conseillère ou un conseiller en évolution \
                 professionnelle."
            );
        }
        Outcome::Undetermined => {
            let _ = write!(text, "On ne peut pas encore dire si le {FUND} pourrait financer ce bilan en totalité. ");
            // How many facts are missing frightens, and few of them are ever asked.
            text.push_str("Le résultat sert déjà à préparer la suite, et ");
            text.push_str(match found.missing.iter().count() {
                1 => "une réponse de plus suffirait à le préciser.",
                _ => "quelques réponses de plus peuvent le rendre plus sûr.",
            });
        }
    }
    for DatedProof { fact, valid_until } in found.expired {
        let (name, day) = (fact.answered(true), french::date(*valid_until));
        let _ = write!(
            text,
            " Justificatif expiré, valable jusqu’au {day}\u{a0}: {name}. Ce point compte comme inconnu jusqu’au renouvellement."
        );
    }
    for DatedProof { fact, valid_until } in found.expiring {
        let (name, day) = (fact.answered(true), french::date(*valid_until));
        let _ = write!(text, " Justificatif à renouveler avant la fin du bilan, valable jusqu’au {day}\u{a0}: {name}.");
    }
    if let (Some(Until { date, assumed: true }), false) = (found.until, found.expiring.is_empty()) {
        let _ = write!(text, " Fin du bilan supposée\u{a0}: {}.", french::date(date));
    }
    text
}

/// The status of one situation, in a sentence or two.
pub(super) fn situation(situation: Situation, status: Status, facts: Facts, missing: FactSet) -> String {
    match status {
        Status::Met => named("Situation remplie", fulfilled(situation.rule().met.as_slice(), facts), facts),
        Status::Undetermined => {
            let mut text = "À préciser\u{a0}: ".to_owned();
            french::list(&mut text, missing.iter().map(Fact::name), " et ");
            text.push('.');
            text
        }
        Status::NotMet => not_met(situation, facts),
    }
}

fn not_met(situation: Situation, facts: Facts) -> String {
    let is_so = |case: &Beside| case.when.iter().all(|wanted| facts.get(wanted.fact) == Some(wanted.holds));
    if let Some(case) = situation.row().beside.iter().find(|case| is_so(case)) {
        return case.sentence.to_owned();
    }
    // Where part of the situation is there, say what is not; where none is, the answers are left alone.
    let own = FactSet::from_bits(situation.rule().facts & facts.holding());
    if own.iter().any(|fact| fact.kind() != FactKind::Status) {
        let reason = fulfilled(situation.rule().not_met.as_slice(), facts);
        return named("Situation non remplie, d’après les réponses données", reason, facts);
    }
    "D’après les réponses données, cette situation ne s’applique pas.".to_owned()
}

/// The facts of the first term that is fulfilled.
fn fulfilled(terms: &[Term], facts: Facts) -> FactSet {
    let found = terms.iter().find(|term| term.is_fulfilled(facts));
    FactSet::from_bits(found.map_or(0, |term| term.facts()))
}

/// A heading, and what was answered.
fn named(heading: &str, because: FactSet, facts: Facts) -> String {
    let mut text = format!("{heading}\u{a0}: ");
    french::list(&mut text, because.iter().map(|fact| fact.answered(facts.get(fact) == Some(true))), " et ");
    text.push('.');
    text
}

/// A label within a sentence. Every label begins with a letter of ASCII: the tables of all others are not worth their
/// kilobytes in a browser.
fn lowered(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Situation;
    use super::lowered;

    #[test]
    fn every_label_begins_with_a_capital_that_a_sentence_takes_away() {
        for situation in Situation::ALL {
            let label = situation.label();
            assert!(label.starts_with(|first: char| first.is_ascii_uppercase()), "{label}");
            assert!(lowered(label).starts_with(|first: char| first.is_ascii_lowercase()), "{label}");
        }
    }
}
