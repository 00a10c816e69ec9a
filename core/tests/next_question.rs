//! How many questions lead to a decision: the strategy of the crate against the order of the table, over every agent.
//!
//! An agent is one of the 2¹⁸ ways in which the eighteen facts can hold. A strategy is followed as a decision tree: a
//! leaf reached with *u* facts unknown stands for 2ᵘ agents, who all get the same questions.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

#[path = "support/answers.rs"]
mod support;

use std::collections::HashMap;

use bilan_professionnel::funding::{Assessment, Fact, Facts, Outcome, Request, Situation, Status, assess, decide};
use proptest::prelude::*;

fn assessed(facts: Facts) -> Assessment {
    assess(&Request::new("2026-12-01".parse().unwrap(), support::answers(facts))).unwrap()
}

type Method = fn(&Assessment) -> Option<Fact>;

const ADVISED: Method = |assessment| assessment.next_question;
const TABLE_ORDER: Method = |assessment| assessment.missing.iter().next();

/// What a strategy costs over a group of agents.
#[derive(Debug, Default)]
struct Cost {
    /// Questions asked in all, by the number of facts that hold.
    questions: [u64; Fact::COUNT + 1],
    /// The most questions that one agent is asked.
    most: u32,
}

impl Cost {
    fn total(&self) -> u64 {
        self.questions.iter().sum()
    }
}

fn cost(method: Method, from: Facts) -> Cost {
    fn follow(method: Method, facts: Facts, asked: u32, cost: &mut Cost) {
        let Some(fact) = method(&assessed(facts)) else {
            let unknown = facts.unknowns().iter().count();
            let held = (facts.known() & facts.values()).count_ones() as usize;
            for more in 0..=unknown {
                cost.questions[held + more] += u64::from(asked) * choose(unknown, more);
            }
            cost.most = cost.most.max(asked);
            return;
        };
        for holds in [false, true] {
            follow(method, facts.with(fact, holds), asked + 1, cost);
        }
    }
    let mut found = Cost::default();
    follow(method, from, 0, &mut found);
    found
}

/// The number of ways to choose `some` among `all`.
fn choose(all: usize, some: usize) -> u64 {
    (0..some).fold(1, |ways, chosen| ways * (all - chosen) as u64 / (chosen as u64 + 1))
}

const AGENTS: u64 = 1 << Fact::COUNT;

#[test]
fn from_nothing_known_a_decision_takes_about_two_questions_against_four_in_the_order_of_the_table() {
    let (advised, table) = (cost(ADVISED, Facts::unknown()), cost(TABLE_ORDER, Facts::unknown()));
    // 67879/32768, 2.07 questions on average, against 2061/512, 4.03.
    assert_eq!((advised.total() * 32_768, advised.total() / AGENTS), (67_879 * AGENTS, 2));
    assert_eq!((table.total() * 512, table.total() / AGENTS), (2061 * AGENTS, 4));
    assert_eq!((advised.most, table.most), (17, 17));
}

#[test]
fn however_many_facts_hold_the_strategy_is_no_worse_than_the_order_of_the_table() {
    let (advised, table) = (cost(ADVISED, Facts::unknown()), cost(TABLE_ORDER, Facts::unknown()));
    for (held, (advised, table)) in advised.questions.iter().zip(&table.questions).enumerate() {
        assert!(advised <= table, "{held} facts hold: {advised} questions, against {table}");
        assert!(held == 0 || advised < table, "{held} facts hold: {advised} questions, against {table}");
    }
    // Nothing holds: twelve questions in any order.
    assert_eq!((advised.questions[0], table.questions[0]), (12, 12));
}

#[test]
fn no_strategy_asks_fewer_questions_on_average() {
    assert_eq!(cost(ADVISED, Facts::unknown()).total(), fewest(Facts::unknown(), &mut HashMap::new()));
}

/// Facts of which some are known, few of them true: most such agents are undecided.
fn partly_known() -> impl Strategy<Value = Facts> {
    (0u32..1 << Fact::COUNT, 0u32..1 << Fact::COUNT, 0u32..1 << Fact::COUNT, any::<bool>())
        .prop_map(|(known, some, others, sparse)| Facts::from_masks(known, if sparse { some & others } else { some }))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_is_known_no_strategy_asks_fewer_questions_on_average(facts in partly_known()) {
        let agents = 1 << facts.unknowns().iter().count();
        let advised = cost(ADVISED, facts).total();
        prop_assert!(advised <= cost(TABLE_ORDER, facts).total());
        prop_assert_eq!(advised * AGENTS / agents, fewest(facts, &mut HashMap::new()));
    }

    #[test]
    fn there_is_a_question_exactly_while_a_fact_is_missing_and_it_is_one_of_those(facts in partly_known()) {
        let assessment = assessed(facts);
        match assessment.next_question {
            None => prop_assert!(assessment.missing.is_empty()),
            Some(fact) => prop_assert!(assessment.missing.contains(fact)),
        }
        prop_assert_eq!(assessment.next_question_label, assessment.next_question.map(Fact::question));
        prop_assert_eq!(assessment.next_question.is_none(), assessment.outcome != Outcome::Undetermined);
    }
}

/// The fewest questions that any strategy asks on average, times 2¹⁸.
fn fewest(facts: Facts, memory: &mut HashMap<Vec<u8>, u64>) -> u64 {
    if decide(facts).outcome() != Outcome::Undetermined {
        return 0;
    }
    let shape = shape(facts);
    if let Some(known) = memory.get(&shape) {
        return *known;
    }
    let verdict = decide(facts);
    let open = Situation::ALL.into_iter().filter(|situation| verdict.status(*situation) == Status::Undetermined);
    let unknown = open.flat_map(own_facts).filter(|fact| facts.get(*fact).is_none());
    let best = unknown
        .map(|fact| AGENTS + fewest(facts.with(fact, true), memory).midpoint(fewest(facts.with(fact, false), memory)))
        .min()
        .unwrap();
    memory.insert(shape, best);
    best
}

fn own_facts(situation: Situation) -> Vec<Fact> {
    let mut facts: Vec<Fact> = situation
        .alternatives()
        .iter()
        .flat_map(|conditions| conditions.iter())
        .map(|condition| condition.fact)
        .collect();
    facts.sort_unstable();
    facts.dedup();
    facts
}

/// What matters of the open situations for the number of questions: conjunctions are alike, whatever their facts.
fn shape(facts: Facts) -> Vec<u8> {
    let verdict = decide(facts);
    let mut shape: Vec<u8> = Situation::ALL
        .into_iter()
        .filter(|situation| verdict.status(*situation) == Status::Undetermined)
        .map(|situation| {
            let own = own_facts(situation);
            let state =
                own.iter().fold(0, |state, fact| state * 3 + facts.get(*fact).map_or(0, |holds| 1 + u8::from(holds)));
            let unknown = own.iter().filter(|fact| facts.get(**fact).is_none()).count();
            if situation.alternatives().len() > 1 { 100 + state } else { u8::try_from(unknown).unwrap() }
        })
        .collect();
    shape.sort_unstable();
    shape
}
