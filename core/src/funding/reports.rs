//! The verdict on each situation, explained: what failed, what is missing, what would suffice.
//!
//! A report depends on the few facts of its situation alone, so that all of them are made once, on first use.

use std::cell::Cell;

use super::answers::Answers;
use super::explanation;
use super::fact::FactKind;
use super::facts::Facts;
use super::national::{Fact, Situation};
use super::question::{Advice, advise};
use super::rule::Rule;
use super::sets::FactSet;
use super::situation::{Article, Group};
use super::terms::Term;
use super::verdict::Status;
use crate::shared::{Own, Shared};

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
    /// The national texts it rests on.
    pub articles: &'static [Article],
    /// Whether it is met.
    pub status: Status,
    /// The facts it rests on, each with its question.
    pub questions: Vec<Question>,
    /// The facts that can still change the status.
    pub missing: FactSet,
    /// The facts because of which it is not met.
    pub failed: FactSet,
    /// Where it is undetermined: the fewest answers that would make it met, in each way there is; a rate at its lowest.
    pub would_suffice: Vec<Answers>,
    /// The status in French, in words that address nobody.
    pub explanation: String,
    /// The best way to ask about the situation, where every missing fact may be asked.
    #[serde(skip)]
    pub(super) advice: Option<Advice>,
}

/// A fact, and all that is needed to ask for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Question {
    /// The fact.
    pub fact: Fact,
    /// What its answer looks like.
    pub kind: FactKind,
    /// The question to the agent, in French.
    pub question: &'static str,
    /// The question about the agent, in French.
    pub question_about: &'static str,
    /// An example, or what to answer where the question means nothing, in French.
    pub help: Option<&'static str>,
    /// The document that usually proves it, in French.
    pub document: &'static str,
    /// Whether it is asked last, and its answer never thrown back.
    pub delicate: bool,
}

impl From<Fact> for Question {
    fn from(fact: Fact) -> Self {
        Self {
            fact,
            kind: fact.kind(),
            question: fact.question(),
            question_about: fact.question_about(),
            help: fact.help(),
            document: fact.document(),
            delicate: fact.is_delicate(),
        }
    }
}

/// The report on a situation, given what is known.
pub(super) fn report(situation: Situation, facts: Facts) -> &'static SituationReport {
    static REPORTS: Shared<Vec<Vec<SituationReport>>> = Shared::new();
    thread_local!(static OWN: Own<Vec<Vec<SituationReport>>> = const { Cell::new(None) });
    let of = |situation: Situation| states(situation.rule()).into_iter().map(|facts| make(situation, facts)).collect();
    let reports = REPORTS.get(&OWN, || Situation::ALL.into_iter().map(of).collect());
    #[expect(clippy::indexing_slicing, reason = "one list a situation, one report a state")]
    &reports[situation as usize][state(situation.rule(), facts)]
}

/// What is known of a rule's facts, as a number in base three.
fn state(rule: &Rule, facts: Facts) -> usize {
    FactSet::from_bits(rule.facts).iter().fold(0, |state: usize, fact| {
        let digit = match facts.get(fact) {
            None => 0,
            Some(false) => 1,
            Some(true) => 2,
        };
        state.wrapping_mul(3).wrapping_add(digit)
    })
}

/// The states of a rule's facts, in the order of their numbers.
fn states(rule: &Rule) -> Vec<Facts> {
    FactSet::from_bits(rule.facts).iter().fold(vec![Facts::unknown()], |states, fact| {
        states.into_iter().flat_map(|known| [known, known.with(fact, false), known.with(fact, true)]).collect()
    })
}

fn make(situation: Situation, facts: Facts) -> SituationReport {
    let rule = situation.rule();
    let left = rule.met.given(facts);
    let status = match (left.is_always(), left.is_never()) {
        (true, _) => Status::Met,
        (_, true) => Status::NotMet,
        _ => Status::Undetermined,
    };
    let undetermined = status == Status::Undetermined;
    let missing = FactSet::from_bits(left.facts());
    let decisive = rule.not_met.as_slice().iter().filter(|term| term.is_fulfilled(facts));
    SituationReport {
        code: situation,
        group: situation.group(),
        label: situation.label(),
        articles: situation.articles(),
        status,
        questions: FactSet::from_bits(rule.facts).iter().map(Question::from).collect(),
        missing,
        failed: FactSet::from_bits(decisive.fold(0, |facts, term| facts | term.facts())),
        would_suffice: left.as_slice().iter().filter(|_| undetermined).map(|term| answers(*term)).collect(),
        explanation: explanation::situation(situation, status, facts, missing),
        advice: if undetermined { advise(situation, facts, missing.bits()) } else { None },
    }
}

/// The answers that fulfil a term.
fn answers(term: Term) -> Answers {
    FactSet::from_bits(term.facts())
        .iter()
        .fold(Answers::new(), |answers, fact| answers.so(fact, term.holding & fact.bit() != 0))
}
