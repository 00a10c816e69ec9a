//! How many questions lead to a decision: the strategy of the crate against the best there is, and the order of the table.
//!
//! Facts are independent, each as frequent as the table says. A strategy is followed as a decision tree.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

#[path = "support/answers.rs"]
mod support;

use std::collections::HashMap;

use bilan_professionnel::Catalogue;
use bilan_professionnel::funding::{
    Assessment, Fact, FactSet, Facts, Outcome, Request, Situation, Status, assess, decide,
};
use proptest::prelude::*;
use support::{answers, assessed};

type Method = fn(&Assessment) -> Option<Fact>;

const ADVISED: Method = |assessment| assessment.next_question;
const TABLE_ORDER: Method = |assessment| assessment.missing.iter().next();

fn frequency(fact: Fact) -> f64 {
    f64::from(fact.frequency()) / 10_000.0
}

/// What a strategy costs.
#[derive(Debug, Default)]
struct Cost {
    /// Questions expected, over all agents.
    questions: f64,
    /// The share of agents of whom a situation is met, and their part of the questions expected.
    met: (f64, f64),
    /// The most questions that one agent is asked.
    most: u32,
}

impl Cost {
    /// Questions expected for an agent of whom a situation is met.
    fn of_beneficiaries(&self) -> f64 {
        self.met.1 / self.met.0
    }
}

fn cost(method: Method, from: Facts) -> Cost {
    fn follow(method: Method, facts: Facts, asked: u32, share: f64, cost: &mut Cost) {
        let assessment = assessed(facts);
        let Some(fact) = method(&assessment) else {
            let part = share * f64::from(asked);
            cost.questions += part;
            if assessment.outcome == Outcome::Possible {
                cost.met = (cost.met.0 + share, cost.met.1 + part);
            }
            cost.most = cost.most.max(asked);
            return;
        };
        follow(method, facts.with(fact, true), asked + 1, share * frequency(fact), cost);
        follow(method, facts.with(fact, false), asked + 1, share * (1.0 - frequency(fact)), cost);
    }
    let mut found = Cost::default();
    follow(method, from, 0, 1.0, &mut found);
    found
}

/// The facts of the situations that are not settled, and the delicate ones only where there is no other.
fn open_facts(facts: Facts) -> (FactSet, FactSet) {
    let verdict = decide(facts);
    let open = Situation::ALL.into_iter().filter(|situation| verdict.status(*situation) == Status::Undetermined);
    let own: FactSet = open
        .flat_map(Situation::alternatives)
        .flat_map(|conditions| conditions.iter())
        .map(|condition| condition.fact)
        .collect();
    let unknown = || own.iter().filter(|fact| facts.get(*fact).is_none());
    let plain: FactSet = unknown().filter(|fact| !fact.is_delicate()).collect();
    (own, if plain.is_empty() { unknown().collect() } else { plain })
}

/// What matters of what is known: the facts of the situations that are not settled, and what is known of them.
type State = (u32, u32, u32);

fn state(facts: Facts) -> State {
    let (own, _) = open_facts(facts);
    (own.bits(), facts.known() & own.bits(), facts.known() & facts.values() & own.bits())
}

/// The questions expected from a state where a fact is asked, by what is expected afterwards.
fn expected(facts: Facts, fact: Fact, mut after: impl FnMut(Facts) -> f64) -> f64 {
    let often = frequency(fact);
    1.0 + often * after(facts.with(fact, true)) + (1.0 - often) * after(facts.with(fact, false))
}

/// The fewest questions expected of any order that puts the delicate facts last, from each undecided state on the way.
fn fewest(facts: Facts, memory: &mut HashMap<State, (Facts, f64)>) -> f64 {
    if decide(facts).outcome() != Outcome::Undetermined {
        return 0.0;
    }
    if let Some((_, known)) = memory.get(&state(facts)) {
        return *known;
    }
    let (_, askable) = open_facts(facts);
    let best =
        askable.iter().map(|fact| expected(facts, fact, |facts| fewest(facts, memory))).fold(f64::INFINITY, f64::min);
    memory.insert(state(facts), (facts, best));
    best
}

/// The questions expected of the advised order.
fn advised(facts: Facts, memory: &mut HashMap<State, f64>) -> f64 {
    let Some(fact) = assessed(facts).next_question else { return 0.0 };
    if let Some(known) = memory.get(&state(facts)) {
        return *known;
    }
    let questions = expected(facts, fact, |facts| advised(facts, memory));
    memory.insert(state(facts), questions);
    questions
}

fn hundredths(number: f64) -> String {
    format!("{number:.2}")
}

#[test]
fn under_the_frequencies_of_the_table_the_questions_are_fewer_than_in_its_own_order() {
    let (advised, table) = (cost(ADVISED, Facts::unknown()), cost(TABLE_ORDER, Facts::unknown()));
    let figures = [advised.questions, table.questions, advised.of_beneficiaries(), table.of_beneficiaries()];
    assert_eq!(figures.map(hundredths), ["9.28", "9.73", "2.54", "3.97"], "as the module says");
    assert_eq!((advised.most, table.most), (17, 17));
    // Nothing holds: twelve questions in any order.
    let mut nobody = Facts::unknown();
    let mut asked = 0;
    while let Some(fact) = assessed(nobody).next_question {
        nobody = nobody.with(fact, false);
        asked += 1;
    }
    assert_eq!(asked, 12);
}

#[test]
fn whatever_is_known_no_order_that_puts_delicate_facts_last_asks_fewer_questions_on_average() {
    let (mut states, mut memory) = (HashMap::new(), HashMap::new());
    let best = fewest(Facts::unknown(), &mut states);
    assert!((cost(ADVISED, Facts::unknown()).questions - best).abs() < 1e-9, "{best}");
    assert!(states.len() > 10_000, "{} states", states.len());
    for (facts, best) in states.into_values() {
        let questions = advised(facts, &mut memory);
        assert!((questions - best).abs() < 1e-9, "{questions} questions, against {best}, where {facts:?}");
    }
}

#[test]
fn the_first_questions_are_on_rqth_restrictions_redeployment_ati_and_accident() {
    let mut facts = Facts::unknown();
    let mut order = Vec::new();
    while let Some(fact) = assessed(facts).next_question {
        order.push(fact.code());
        facts = facts.with(fact, false);
    }
    let first = ["rqth", "avisElementsObjectifs", "statut", "reclassement", "ati", "tauxIncapacitePermanente"];
    assert_eq!(order[..6], first);
    assert_eq!(order[10..], ["aah", "victimeTerrorisme"], "delicate facts come last");
}

#[test]
fn what_was_asked_or_has_expired_is_not_asked_again() {
    let day = "2026-12-01".parse().unwrap();
    let mut request = Request::new(day, answers(Facts::unknown()));
    let missing = assessed(Facts::unknown()).missing;
    let mut asked = FactSet::default();
    while let Some(fact) = assess(Catalogue::embedded(), &request).unwrap().next_question {
        assert!(!asked.contains(fact) && missing.contains(fact), "{fact:?}");
        let plain_left = missing.iter().any(|other| !other.is_delicate() && !asked.contains(other));
        assert!(!(fact.is_delicate() && plain_left), "{fact:?} before a fact that is not delicate");
        asked = asked.iter().chain([fact]).collect();
        request = request.asked(fact);
    }
    assert_eq!(asked, missing, "all that is missing is asked once");
    let expired = Request::new(day, answers(Facts::unknown().with(Fact::Rqth, true)));
    let expired = expired.proof(Fact::Rqth, "2026-11-30".parse().unwrap()).unwrap();
    let assessment = assess(Catalogue::embedded(), &expired).unwrap();
    assert!(assessment.missing.contains(Fact::Rqth), "an expired proof makes its fact unknown");
    assert_ne!(assessment.next_question, Some(Fact::Rqth), "a renewal is not a question");
    let twice = serde_json::from_str::<Request>(r#"{"on":"2026-12-01","asked":["rqth","ati","rqth"]}"#).unwrap();
    let error = assess(Catalogue::embedded(), &twice).unwrap_err();
    assert_eq!((error.code(), error.path()), ("duplicateCode", "asked[2]"));
}

#[test]
fn a_situation_that_can_no_longer_turn_out_met_waits_for_those_that_can() {
    // The agent does not know whether they receive the annuity: its rate decides nothing by itself.
    let day = "2026-12-01".parse().unwrap();
    let mut request = Request::new(day, answers(Facts::unknown())).asked(Fact::RenteIncapacitePermanente);
    let mut order = Vec::new();
    while let Some(fact) = assess(Catalogue::embedded(), &request).unwrap().next_question {
        order.push(fact);
        request.facts = answers(request.facts.facts().with(fact, false));
    }
    let plain = order.iter().filter(|fact| !fact.is_delicate()).count();
    assert_eq!(order[plain - 1], Fact::TauxIncapacitePermanente, "{order:?}");
}

/// Facts of which some are known, few of them true: most such agents are undecided.
fn partly_known() -> impl Strategy<Value = Facts> {
    (0u32..1 << Fact::COUNT, 0u32..1 << Fact::COUNT, 0u32..1 << Fact::COUNT, any::<bool>())
        .prop_map(|(known, some, others, sparse)| Facts::from_masks(known, if sparse { some & others } else { some }))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn there_is_a_question_exactly_while_a_fact_is_missing_and_it_is_one_of_those(facts in partly_known()) {
        let assessment = assessed(facts);
        match assessment.next_question {
            None => prop_assert!(assessment.missing.is_empty()),
            Some(fact) => prop_assert!(assessment.missing.contains(fact)),
        }
        prop_assert_eq!(assessment.next_question_detail.map(|detail| detail.fact), assessment.next_question);
        prop_assert_eq!(assessment.next_question.is_none(), assessment.outcome != Outcome::Undetermined);
    }
}
