//! The rules, made from the rows of the table when compiled: the prime terms by which each situation is met or not met,
//! and those by which some situation is.

use super::national::Situation;
use super::terms::{Term, Terms};

/// The most prime terms of one rule; the bounds of the table keep within it.
const MAX_TERMS: usize = 32;
/// The most prime terms by which some situation is met.
const MAX_OUTCOME_TERMS: usize = 128;

/// The rule of one situation.
pub(super) struct Rule {
    /// The facts it rests on, as a mask.
    pub(super) facts: u32,
    /// The terms by which the situation is met.
    pub(super) met: Terms<MAX_TERMS>,
    /// The terms by which it is not met.
    pub(super) not_met: Terms<MAX_TERMS>,
}

/// The terms by which some situation of a set is met, whichever it is.
///
/// With rules that share facts there may be more of them than the rules' own: where one situation is met when a fact
/// holds and another when it does not, one of the two is met though nobody knows which.
pub(super) type OutcomeTerms = Terms<MAX_OUTCOME_TERMS>;

/// The rules, in the order of [`Situation`].
pub(super) static RULES: [Rule; Situation::COUNT] = {
    let mut rules = [const { Rule { facts: 0, met: Terms::NONE, not_met: Terms::NONE } }; Situation::COUNT];
    let mut index = 0;
    while index < Situation::COUNT {
        #[expect(clippy::indexing_slicing, reason = "checked when compiled")]
        {
            rules[index] = Rule::of(Situation::ALL[index]);
            index += 1;
        }
    }
    rules
};

/// Every situation, whenever it is in force, as a mask.
pub(super) const EVERY_SITUATION: u32 = {
    let (mut bits, mut index) = (0, 0);
    while index < Situation::COUNT {
        #[expect(clippy::indexing_slicing, reason = "checked when compiled")]
        {
            bits |= Situation::ALL[index].bit();
            index += 1;
        }
    }
    bits
};

#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "runs, and is checked, when compiled")]
impl Rule {
    const fn of(situation: Situation) -> Self {
        let alternatives = situation.alternatives();
        let mut written = Terms::NONE;
        let mut facts = 0;
        let mut alternative = 0;
        while alternative < alternatives.len() {
            let mut term = Term::ALWAYS;
            let mut condition = 0;
            while condition < alternatives[alternative].len() {
                let wanted = alternatives[alternative][condition];
                term = term.and(wanted.fact.bit(), wanted.holds);
                condition += 1;
            }
            assert!(term.holding & term.failing == 0, "an alternative asks for a fact and for its contrary");
            facts |= term.facts();
            written.add(term);
            alternative += 1;
        }
        let not_met = written.contrary();
        Self { facts, met: not_met.contrary(), not_met }
    }
}

impl Situation {
    #[expect(clippy::indexing_slicing, reason = "one rule a situation")]
    pub(super) fn rule(self) -> &'static Rule {
        &RULES[self as usize]
    }
}

/// The terms by which some situation of that mask is met.
#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "indices stay below the lengths")]
pub(super) const fn outcome_terms(situations: u32) -> OutcomeTerms {
    let mut terms = OutcomeTerms::NONE;
    let mut index = 0;
    while index < Situation::COUNT {
        if situations & Situation::ALL[index].bit() != 0 {
            let met = RULES[index].met.as_slice();
            let mut term = 0;
            while term < met.len() {
                terms.add(met[term]);
                term += 1;
            }
        }
        index += 1;
    }
    terms.completed()
}

/// The terms by which some situation of the whole table is met, though none of its situations is by that term alone.
pub(super) const fn joint_terms() -> OutcomeTerms {
    let all = outcome_terms(EVERY_SITUATION);
    let (mut joint, mut term) = (OutcomeTerms::NONE, 0);
    #[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "runs, and is checked, when compiled")]
    while term < all.as_slice().len() {
        let mut index = 0;
        while index < Situation::COUNT && !RULES[index].met.cover(all.as_slice()[term]) {
            index += 1;
        }
        if index == Situation::COUNT {
            joint.add(all.as_slice()[term]);
        }
        term += 1;
    }
    joint
}
