//! Which question to ask next.
//!
//! # Strategy
//! Every completion of the unknown facts is taken as equally likely. Among the situations still undetermined, ask about
//! the one with the best *chance per question*: the probability that it is met, divided by the expected number of
//! questions that settle it; in the order of the table where they are equal. Within a situation, ask the fact that
//! settles it in the fewest questions on average. For a list of « one of these situations », each a conjunction of
//! facts of its own, no order leads to a decision in fewer questions on average.
//!
//! # What it costs
//! From nothing known, 2.07 questions on average over all completions, against 4.03 in the order of the table; seventeen
//! at most, and twelve for an agent for whom no fact holds. No assumption on how rare the facts are is hidden in this:
//! whatever the number of facts that hold, the average over the agents with that many is no worse than in the order of
//! the table. The tests compute these figures, and the best average there is.

use super::fact::Fact;
use super::facts::Facts;
use super::rule::{RULES, Rule};

/// Expected questions are counted in eighths: a situation rests on three facts at most.
const ONE_QUESTION: u32 = 8;

/// The fact to ask next, while no situation is met and one is still undetermined.
pub(super) fn next(facts: Facts) -> Option<Fact> {
    let mut best: Option<(Fact, u64, u64)> = None;
    for rule in &RULES {
        let rows = rule.rows(facts);
        let Some((fact, cost)) = cheapest(rule, rows) else { continue };
        let chance = u64::from(rule.met_in(rows));
        let price = u64::from(cost).saturating_mul(rows.count_ones().into());
        let better = best.is_none_or(|(_, best_chance, best_price)| {
            chance.saturating_mul(best_price) > best_chance.saturating_mul(price)
        });
        if better {
            best = Some((fact, chance, price));
        }
    }
    best.map(|(fact, ..)| fact)
}

/// The fact that settles the rule in the fewest questions on average, and that average; nothing if it is settled.
fn cheapest(rule: &Rule, rows: u8) -> Option<(Fact, u32)> {
    if rule.implies(rows, true) || rule.implies(rows, false) {
        return None;
    }
    let mut best: Option<(Fact, u32)> = None;
    for (place, fact) in rule.facts().filter(|(place, _)| rule.depends_on(rows, *place)) {
        let after = |holds| cheapest(rule, rows & rule.rows_where(place, holds)).map_or(0, |(_, cost)| cost);
        let cost = ONE_QUESTION.saturating_add(after(true).saturating_add(after(false)) / 2);
        if best.is_none_or(|(_, least)| cost < least) {
            best = Some((fact, cost));
        }
    }
    best
}
