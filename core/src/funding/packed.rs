//! Verdicts on all situations at once, as a few shifts and masks made from the rules when compiled.
//!
//! The terms of all situations are grouped by shape: those of a group read their facts at the same distances from their
//! situation's bit, so that one shift serves them all.

use super::national::Situation;
use super::rule::{EVERY_SITUATION, OutcomeTerms, RULES, joint_terms};
use super::terms::Term;

/// The shift from the half of the situations met to that of those not met.
pub(super) const HALF: u32 = 16;

/// The most groups of one polarity.
const MAX_GROUPS: usize = 256;

/// A fact seen from the bit of its situation.
#[derive(Clone, Copy)]
struct Literal {
    /// How many bits further up the fact is; negative: further down.
    distance: i32,
    /// Whether it must be known to hold, or known not to.
    holds: bool,
}

/// How many facts the longest term has.
const WIDTH: usize = {
    let (met, not_met) = (widest(true), widest(false));
    if met > not_met { met } else { not_met }
};

/// Terms of the same shape and the situations that have one; a shorter term has its first fact several times.
#[derive(Clone, Copy)]
struct Group {
    literals: [Literal; WIDTH],
    situations: u32,
}

const COLLECTED_MET: ([Group; MAX_GROUPS], usize) = collect(true);
const COLLECTED_NOT_MET: ([Group; MAX_GROUPS], usize) = collect(false);
/// The terms by which a situation is met.
const MET: [Group; COLLECTED_MET.1] = exact(&COLLECTED_MET.0);
/// The terms by which a situation is not met.
const NOT_MET: [Group; COLLECTED_NOT_MET.1] = exact(&COLLECTED_NOT_MET.0);

const ALL_JOINT: OutcomeTerms = joint_terms();
/// The terms by which one situation or another is met.
const JOINT: [Term; ALL_JOINT.as_slice().len()] = {
    let mut joint = [Term::ALWAYS; ALL_JOINT.as_slice().len()];
    joint.copy_from_slice(ALL_JOINT.as_slice());
    joint
};

/// The word of a verdict: see [`Verdict`](super::Verdict).
#[expect(clippy::inline_always, reason = "the constants must be folded into each version of the loop")]
#[inline(always)]
pub(super) fn word(known: u32, values: u32) -> u32 {
    let (holding, failing) = (known & values, known & !values);
    let met = satisfied(&MET, holding, failing);
    let not_met = satisfied(&NOT_MET, holding, failing);
    let joint = JOINT.iter().any(|term| term.holding & !holding == 0 && term.failing & !failing == 0);
    combined(met, not_met, EVERY_SITUATION, joint)
}

/// A word from its two halves and whether one of the situations is met, whichever it is.
#[expect(clippy::inline_always, reason = "as above")]
#[inline(always)]
pub(super) const fn combined(met: u32, not_met: u32, situations: u32, joint: bool) -> u32 {
    let open = if joint && met == 0 { situations & !not_met } else { 0 };
    met | open | (not_met | open) << HALF
}

/// The situations that have a term satisfied, given the facts known to hold and those known not to.
#[expect(clippy::inline_always, reason = "as above")]
#[inline(always)]
fn satisfied<const N: usize>(groups: &[Group; N], holding: u32, failing: u32) -> u32 {
    let read = |literal: Literal| {
        let facts = if literal.holds { holding } else { failing };
        let distance = literal.distance.unsigned_abs();
        if literal.distance < 0 { facts << distance } else { facts >> distance }
    };
    groups.iter().fold(0, |found, group| {
        found | group.literals.iter().fold(group.situations, |situations, literal| situations & read(*literal))
    })
}

#[expect(clippy::indexing_slicing, reason = "runs, and is checked, when compiled")]
const fn terms_of(index: usize, met: bool) -> &'static [Term] {
    if met { RULES[index].met.as_slice() } else { RULES[index].not_met.as_slice() }
}

#[expect(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "runs, and is checked, when compiled")]
const fn widest(met: bool) -> usize {
    let (mut widest, mut index) = (1, 0);
    while index < Situation::COUNT {
        let (terms, mut term) = (terms_of(index, met), 0);
        while term < terms.len() {
            let width = terms[term].facts().count_ones() as usize;
            if width > widest {
                widest = width;
            }
            term += 1;
        }
        index += 1;
    }
    widest
}

#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "runs, and is checked, when compiled")]
const fn collect(met: bool) -> ([Group; MAX_GROUPS], usize) {
    let nothing = Group { literals: [Literal { distance: 0, holds: true }; WIDTH], situations: 0 };
    let mut groups = [nothing; MAX_GROUPS];
    let (mut count, mut index) = (0, 0);
    while index < Situation::COUNT {
        let situation = Situation::ALL[index].bit();
        let (terms, mut term) = (terms_of(index, met), 0);
        while term < terms.len() {
            let literals = literals(situation, terms[term]);
            let mut group = 0;
            while group < count && !same(&groups[group].literals, &literals) {
                group += 1;
            }
            groups[group].literals = literals;
            groups[group].situations |= situation;
            if group == count {
                count += 1;
            }
            term += 1;
        }
        index += 1;
    }
    (groups, count)
}

/// The facts of a term seen from the bit of its situation.
#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "runs, and is checked, when compiled")]
#[expect(clippy::cast_possible_wrap, reason = "places from 0 to 31")]
const fn literals(situation: u32, term: Term) -> [Literal; WIDTH] {
    let mut literals = [Literal { distance: 0, holds: true }; WIDTH];
    let (mut count, mut left) = (0, term.facts());
    while left != 0 {
        let distance = left.trailing_zeros() as i32 - situation.trailing_zeros() as i32;
        literals[count] = Literal { distance, holds: term.holding & (left & left.wrapping_neg()) != 0 };
        count += 1;
        left &= left - 1;
    }
    while count < WIDTH {
        literals[count] = literals[0];
        count += 1;
    }
    literals
}

#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "runs, and is checked, when compiled")]
const fn same(some: &[Literal; WIDTH], others: &[Literal; WIDTH]) -> bool {
    let mut index = 0;
    while index < WIDTH {
        if some[index].distance != others[index].distance || some[index].holds != others[index].holds {
            return false;
        }
        index += 1;
    }
    true
}

#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "runs, and is checked, when compiled")]
const fn exact<const N: usize>(groups: &[Group; MAX_GROUPS]) -> [Group; N] {
    let mut exact = [groups[0]; N];
    let mut index = 0;
    while index < N {
        exact[index] = groups[index];
        index += 1;
    }
    exact
}
