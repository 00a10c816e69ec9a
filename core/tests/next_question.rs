//! How many questions lead to a decision: the strategy of the crate against the order of the table, over every agent.
//!
//! An agent is one of the 2¹⁸ ways in which the eighteen facts can hold. A strategy is followed as a decision tree: a
//! leaf reached with *u* facts unknown stands for 2ᵘ agents, who all get the same questions.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]
#![allow(missing_docs, unreachable_pub)]

mod support;

use std::collections::HashMap;

use bilan_professionnel::funding::{Assessment, Fact, Facts, Outcome, Request, Situation, Status, assess, decide};
use proptest::prelude::*;

fn assessed(facts: Facts) -> Assessment {
    assess(&Request::new("2026-12-01".parse().unwrap(), support::answers(facts))).unwrap()
}

type Strategy = fn(&Assessment) -> Option<Fact>;

const ADVISED: Strategy = |assessment| assessment.next_question;
const TABLE_ORDER: Strategy = |assessment| assessment.missing.iter().next();

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

fn cost(strategy: Strategy, from: Facts) -> Cost {
    fn follow(strategy: Strategy, facts: Facts, asked: u32, cost: &mut Cost) {
        let Some(fact) = strategy(&assessed(facts)) else {
            let unknown = facts.unknowns().iter().count();
            let held = (facts.known() & facts.values()).count_ones() as usize;
            for more in 0..=unknown {
                cost.questions[held + more] += u64::from(asked) * choose(unknown, more);
            }
            cost.most = cost.most.max(asked);
            return;
        };
        for holds in [false, true] {
            follow(strategy, facts.with(fact, holds), asked + 1, cost);
        }
    }
    let mut found = Cost::default();
    follow(strategy, from, 0, &mut found);
    found
}

/// The number of ways to choose `some` among `all`.
fn choose(all: usize, some: usize) -> u64 {
    (0..some).fold(1, |ways, chosen| ways * (all - chosen) as u64 / (chosen as u64 + 1))
}

const AGENTS: u64 = 1 << Fact::COUNT;

#[test]
fn show() {
    let (advised, table) = (cost(ADVISED, Facts::unknown()), cost(TABLE_ORDER, Facts::unknown()));
    println!("{} {} most {} {}", advised.total(), table.total(), advised.most, table.most);
    println!("{} {}", advised.total() as f64 / AGENTS as f64, table.total() as f64 / AGENTS as f64);
    for k in 0..=18 {
        let n = choose(18, k) as f64;
        println!("{k}: {} {}  {:.4} {:.4}", advised.questions[k], table.questions[k], advised.questions[k] as f64 / n, table.questions[k] as f64 / n);
    }
    println!("best {}", fewest(Facts::unknown(), &mut HashMap::new()));
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
        .map(|fact| AGENTS + (fewest(facts.with(fact, true), memory) + fewest(facts.with(fact, false), memory)) / 2)
        .min()
        .unwrap();
    memory.insert(shape, best);
    best
}

fn own_facts(situation: Situation) -> Vec<Fact> {
    let mut facts: Vec<Fact> =
        situation.alternatives().iter().flat_map(|conditions| conditions.iter()).map(|condition| condition.fact).collect();
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
            let state = own.iter().fold(0, |state, fact| state * 3 + facts.get(*fact).map_or(0, |holds| 1 + u8::from(holds)));
            let unknown = own.iter().filter(|fact| facts.get(**fact).is_none()).count();
            if situation.alternatives().len() > 1 { 100 + state } else { u8::try_from(unknown).unwrap() }
        })
        .collect();
    shape.sort_unstable();
    shape
}
