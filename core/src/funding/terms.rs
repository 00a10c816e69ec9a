//! Verdicts on all situations at once, as a few shifts and masks made from the rules when compiled.
//!
//! A three-valued verdict is exact when every *prime* term of the rule is tried, and not only those that the rule is
//! written with: « statut unknown, PPR true, reclassement true » meets the rule because the consensus term
//! « PPR and reclassement » is tried too. The terms of all situations are grouped by shape: the terms of a group
//! read their facts at the same distances from their situation's bit, so that one shift serves them all.

use super::rule::{RULES, Term};
use super::situation::Situation;

/// The most facts in one term.
const MAX_LITERALS: usize = 2;
/// The most groups of one polarity.
const MAX_GROUPS: usize = 16;

/// A fact seen from the bit of its situation.
#[derive(Clone, Copy)]
struct Literal {
    /// How many bits further up the fact is.
    distance: u32,
    /// Whether it must be known to hold, or known not to.
    holds: bool,
}

/// Terms of the same shape, of one or two facts (a single fact stands twice), and the situations that have one.
#[derive(Clone, Copy)]
pub(super) struct Group {
    literals: [Literal; MAX_LITERALS],
    situations: u32,
}

/// The terms by which a situation is met.
pub(super) const MET: [Group; COLLECTED_MET.1] = exact(&COLLECTED_MET.0);
/// The terms by which a situation is not met.
pub(super) const NOT_MET: [Group; COLLECTED_NOT_MET.1] = exact(&COLLECTED_NOT_MET.0);

const COLLECTED_MET: ([Group; MAX_GROUPS], usize) = collect(true);
const COLLECTED_NOT_MET: ([Group; MAX_GROUPS], usize) = collect(false);

/// The situations that have a term satisfied, given the facts known to hold and those known not to.
#[expect(clippy::inline_always, reason = "the constants must be folded into each version of the loop")]
#[inline(always)]
pub(super) fn satisfied<const N: usize>(groups: &[Group; N], holding: u32, failing: u32) -> u32 {
    let read = |literal: Literal| (if literal.holds { holding } else { failing }) >> literal.distance;
    groups.iter().fold(0, |found, group| {
        let [one, other] = group.literals;
        found | (read(one) & read(other) & group.situations)
    })
}

#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "runs, and is checked, when compiled")]
const fn collect(met: bool) -> ([Group; MAX_GROUPS], usize) {
    let nothing = Group { literals: [Literal { distance: 0, holds: true }; MAX_LITERALS], situations: 0 };
    let mut groups = [nothing; MAX_GROUPS];
    let mut count = 0;
    let mut index = 0;
    while index < Situation::COUNT {
        let situation = Situation::ALL[index];
        let (terms, terms_count) = RULES[index].terms(met);
        let mut term = 0;
        while term < *terms_count {
            let literals = literals(situation, terms[term]);
            let mut group = 0;
            while group < count && !same(&groups[group].literals, &literals) {
                group += 1;
            }
            groups[group].literals = literals;
            groups[group].situations |= situation.bit();
            if group == count {
                count += 1;
            }
            term += 1;
        }
        index += 1;
    }
    (groups, count)
}

/// The facts of a term seen from the bit of its situation, which none of them precedes.
#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "runs, and is checked, when compiled")]
const fn literals(situation: Situation, term: Term) -> [Literal; MAX_LITERALS] {
    let mut found = [Literal { distance: 0, holds: true }; MAX_LITERALS];
    let mut count = 0;
    let mut left = term.holding | term.failing;
    while left != 0 {
        let distance = left.trailing_zeros() - situation.bit().trailing_zeros();
        found[count] = Literal { distance, holds: term.holding & (left & left.wrapping_neg()) != 0 };
        count += 1;
        left &= left - 1;
    }
    if count == 1 {
        found[1] = found[0];
    }
    found
}

#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "runs, and is checked, when compiled")]
const fn same(some: &[Literal; MAX_LITERALS], others: &[Literal; MAX_LITERALS]) -> bool {
    let mut index = 0;
    while index < MAX_LITERALS {
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
