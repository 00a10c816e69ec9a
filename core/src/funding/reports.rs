//! The verdict on each situation, explained: what failed, what is missing, what would suffice.
//!
//! A report depends on the few facts of its situation alone, so that all of them are made once, on first use.

use std::cell::Cell;

use super::answers::Answers;
use super::fact::{Fact, FactKind, FactSet, RATE_THRESHOLD};
use super::facts::Facts;
use super::rule::{RULES, Rule, Term};
use super::situation::{Condition, Group, Situation};
use super::verdict::{Status, decide};
use crate::shared::{Own, Shared};
use crate::values::french;

/// The verdict on one situation, explained.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SituationReport {
    /// The situation.
    pub code: Situation,
    /// Its group in the list.
    pub group: Group,
    /// French label.
    pub label: &'static str,
    /// Section of the page and article of law.
    pub source: &'static str,
    /// Whether it is met.
    pub status: Status,
    /// The facts it rests on, each with its question.
    pub questions: Vec<Question>,
    /// The facts that can still change the status.
    pub missing: FactSet,
    /// The facts because of which it is not met.
    pub failed: FactSet,
    /// Unless it is met: the fewest answers that would make it so, in each way there is; a rate at its lowest.
    pub would_suffice: Vec<Answers>,
    /// The status in one French sentence.
    pub explanation: String,
}

/// A fact, and the question that asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Question {
    /// The fact.
    pub fact: Fact,
    /// The question, in French.
    pub question: &'static str,
}

/// The report on a situation, given what is known.
pub(super) fn report(situation: Situation, facts: Facts) -> &'static SituationReport {
    static REPORTS: Shared<Vec<Vec<SituationReport>>> = Shared::new();
    thread_local!(static OWN: Own<Vec<Vec<SituationReport>>> = const { Cell::new(None) });
    let reports = REPORTS
        .get(&OWN, || Situation::ALL.into_iter().zip(&RULES).map(|(situation, rule)| all(situation, rule)).collect());
    #[expect(clippy::indexing_slicing, reason = "one list a situation, one report a state")]
    &reports[situation as usize][state(&RULES[situation as usize], facts)]
}

/// What is known of a rule's facts, as a number in base three.
fn state(rule: &Rule, facts: Facts) -> usize {
    rule.facts().fold(0, |state, (_, fact)| {
        let digit = match facts.get(fact) {
            None => 0,
            Some(false) => 1,
            Some(true) => 2,
        };
        state.wrapping_mul(3).wrapping_add(digit)
    })
}

/// The reports on a situation, by state.
fn all(situation: Situation, rule: &Rule) -> Vec<SituationReport> {
    let mut states = vec![Facts::unknown()];
    for (_, fact) in rule.facts() {
        states =
            states.into_iter().flat_map(|known| [known, known.with(fact, false), known.with(fact, true)]).collect();
    }
    states.into_iter().map(|facts| make(situation, rule, facts)).collect()
}

fn make(situation: Situation, rule: &Rule, facts: Facts) -> SituationReport {
    let status = decide(facts).status(situation);
    let rows = rule.rows(facts);
    let unknown = |fact: Fact| facts.get(fact).is_none();
    let missing: FactSet = rule
        .facts()
        .filter(|(place, fact)| unknown(*fact) && rule.depends_on(rows, *place))
        .map(|(_, fact)| fact)
        .collect();
    let failed = if status == Status::NotMet { failed(rule, facts) } else { FactSet::default() };
    let would_suffice = if status == Status::Met { Vec::new() } else { would_suffice(rule, facts) };
    let explanation = explain_situation(status, rule, facts, missing, &would_suffice);
    SituationReport {
        code: situation,
        group: situation.group(),
        label: situation.label(),
        source: situation.source(),
        status,
        questions: rule.facts().map(|(_, fact)| Question { fact, question: fact.question() }).collect(),
        missing,
        failed,
        would_suffice: would_suffice.into_iter().map(answers).collect(),
        explanation,
    }
}

/// Conditions as the answers that fulfil them.
fn answers(conditions: Vec<Condition>) -> Answers {
    conditions.into_iter().fold(Answers::new(), |answers, Condition { fact, holds }| match fact.kind() {
        FactKind::Flag => answers.flag(fact, holds),
        FactKind::Status => answers.civil_servant(holds),
        FactKind::Rate => answers.rate(if holds { RATE_THRESHOLD } else { 0.0 }).unwrap_or(answers),
    })
}

/// The facts of the terms by which the situation is not met.
fn failed(rule: &Rule, facts: Facts) -> FactSet {
    let decisive = rule.primes(false).filter(|term| term.is_fulfilled(facts));
    decisive.flat_map(Term::conditions).map(|(fact, _)| fact).collect()
}

/// The shortest lists of answers that make the situation met, going against as few known facts as possible.
fn would_suffice(rule: &Rule, facts: Facts) -> Vec<Vec<Condition>> {
    let least = rule.primes(true).map(|term| term.contradictions(facts)).min();
    let open = |term: Term| {
        let conditions = term.conditions().map(|(fact, holds)| Condition { fact, holds });
        conditions.filter(|wanted| facts.get(wanted.fact) != Some(wanted.holds)).collect::<Vec<_>>()
    };
    let lists: Vec<Vec<Condition>> =
        rule.primes(true).filter(|term| Some(term.contradictions(facts)) == least).map(open).collect();
    // A list that contains another one asks for more than is needed.
    let asks_too_much = |list: &[Condition]| {
        lists.iter().any(|other| other.len() < list.len() && other.iter().all(|wanted| list.contains(wanted)))
    };
    let mut shortest: Vec<Vec<Condition>> = Vec::new();
    for list in &lists {
        if !asks_too_much(list) && !shortest.contains(list) {
            shortest.push(list.clone());
        }
    }
    shortest
}

fn explain_situation(status: Status, rule: &Rule, facts: Facts, missing: FactSet, lists: &[Vec<Condition>]) -> String {
    let mut sentence = String::with_capacity(160);
    match status {
        Status::Met => {
            sentence.push_str("Situation remplie : ");
            let term = rule.primes(true).find(|term| term.is_fulfilled(facts));
            let names = term.into_iter().flat_map(Term::conditions).map(|(fact, holds)| fact.name(holds));
            french::list(&mut sentence, names, " et ");
        }
        Status::Undetermined => {
            sentence.push_str("À préciser : ");
            french::list(&mut sentence, missing.iter().map(question_name), " et ");
        }
        Status::NotMet => {
            sentence.push_str("Situation non remplie ; il faudrait : ");
            for (index, list) in lists.iter().enumerate() {
                if index > 0 {
                    sentence.push_str(", ou ");
                }
                french::list(&mut sentence, list.iter().map(|wanted| wanted.fact.name(wanted.holds)), " et ");
            }
        }
    }
    sentence.push('.');
    sentence
}

/// What a fact is called while it is not known.
fn question_name(fact: Fact) -> &'static str {
    if fact == Fact::Statut { "statut (fonctionnaire ou contractuel)" } else { fact.name(true) }
}
