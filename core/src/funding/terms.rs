//! Conditions that must be fulfilled together, and lists of them that decide a question exactly.
//!
//! A rule is written as alternatives; a three-valued verdict is exact only when every *prime* term is tried, and not only
//! those that the rule is written with: « statut unknown, PPR true, reclassement true » meets the rule because of the term
//! « PPR and reclassement », which no alternative says. A list that holds all prime terms keeps its exactness when facts
//! become known: a fact still matters exactly when it stands in one of the terms that are left.

use super::facts::Facts;

/// Facts that must hold and facts that must not, together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Term {
    /// The facts that must hold, as a mask.
    pub(super) holding: u32,
    /// The facts that must not, as a mask.
    pub(super) failing: u32,
}

impl Term {
    /// The term without a condition.
    pub(super) const ALWAYS: Self = Self { holding: 0, failing: 0 };

    /// Adds the condition that the facts of that mask hold, or that they do not.
    pub(super) const fn and(self, facts: u32, hold: bool) -> Self {
        if hold {
            Self { holding: self.holding | facts, ..self }
        } else {
            Self { failing: self.failing | facts, ..self }
        }
    }

    /// The facts that stand in it, as a mask.
    pub(super) const fn facts(self) -> u32 {
        self.holding | self.failing
    }

    /// Whether every condition of it is one of the other's.
    pub(super) const fn covers(self, other: Self) -> bool {
        self.holding & !other.holding == 0 && self.failing & !other.failing == 0
    }

    /// Whether all its conditions are known to be fulfilled.
    pub(super) const fn is_fulfilled(self, facts: Facts) -> bool {
        self.holding & !facts.holding() == 0 && self.failing & !facts.failing() == 0
    }

    /// Whether one of its conditions is known not to be fulfilled.
    pub(super) const fn is_contradicted(self, facts: Facts) -> bool {
        self.holding & facts.failing() | self.failing & facts.holding() != 0
    }

    /// The term that follows from two terms whichever way their only opposite condition goes, if they have just one.
    const fn consensus(self, other: Self) -> Option<Self> {
        let opposite = self.holding & other.failing | self.failing & other.holding;
        if opposite.count_ones() != 1 {
            return None;
        }
        Some(Self {
            holding: (self.holding | other.holding) & !opposite,
            failing: (self.failing | other.failing) & !opposite,
        })
    }
}

/// A list of at most `N` terms, none of which covers another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terms<const N: usize> {
    list: [Term; N],
    count: usize,
}

#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "indices stay below `count`, which is checked"
)]
impl<const N: usize> Terms<N> {
    /// No term: what is never so.
    pub(super) const NONE: Self = Self { list: [Term::ALWAYS; N], count: 0 };

    /// The terms.
    pub(super) const fn as_slice(&self) -> &[Term] {
        self.list.split_at(self.count).0
    }

    /// Adds a term, unless one that is there covers it; those that it covers leave.
    pub(super) const fn add(&mut self, term: Term) {
        if self.cover(term) {
            return;
        }
        let (mut kept, mut index) = (0, 0);
        while index < self.count {
            if !term.covers(self.list[index]) {
                self.list[kept] = self.list[index];
                kept += 1;
            }
            index += 1;
        }
        assert!(
            kept < N,
            "a rule has more prime terms than its list has places: give the list more, or split the rule"
        );
        self.list[kept] = term;
        self.count = kept + 1;
    }

    /// Whether one of the terms covers that one.
    pub(super) const fn cover(&self, term: Term) -> bool {
        let mut index = 0;
        while index < self.count {
            if self.list[index].covers(term) {
                return true;
            }
            index += 1;
        }
        false
    }

    /// All prime terms of the contrary: multiplying out the negated terms, absorbed as they come, gives every one of them.
    pub(super) const fn contrary(&self) -> Self {
        let mut found = Self::NONE;
        found.add(Term::ALWAYS);
        let mut index = 0;
        while index < self.count {
            let mut next = Self::NONE;
            let mut begun = 0;
            while begun < found.count {
                let mut left = self.list[index].facts();
                while left != 0 {
                    let fact = left & left.wrapping_neg();
                    left &= !fact;
                    let term = found.list[begun].and(fact, self.list[index].failing & fact != 0);
                    if term.holding & term.failing == 0 {
                        next.add(term);
                    }
                }
                begun += 1;
            }
            found = next;
            index += 1;
        }
        found
    }

    /// All prime terms of the same, by adding what follows from two terms until nothing more does.
    pub(super) const fn completed(mut self) -> Self {
        let mut one = 0;
        while one < self.count {
            let mut other = 0;
            while other < one {
                if let Some(term) = self.list[one].consensus(self.list[other])
                    && !self.cover(term)
                {
                    self.add(term);
                    // Terms may have moved: look at every pair again.
                    (one, other) = (0, 0);
                    continue;
                }
                other += 1;
            }
            one += 1;
        }
        self
    }

    /// What is left to fulfil once facts are known: no term if it can no longer be so, [`Term::ALWAYS`] if it is so.
    pub(super) const fn given(&self, facts: Facts) -> Self {
        let mut left = Self::NONE;
        let mut index = 0;
        while index < self.count {
            let term = self.list[index];
            if !term.is_contradicted(facts) {
                left.add(Term { holding: term.holding & !facts.known(), failing: term.failing & !facts.known() });
            }
            index += 1;
        }
        left
    }

    /// The facts that stand in a term, as a mask.
    pub(super) const fn facts(&self) -> u32 {
        let (mut facts, mut index) = (0, 0);
        while index < self.count {
            facts |= self.list[index].facts();
            index += 1;
        }
        facts
    }

    /// Whether a term is fulfilled by what is known.
    pub(super) fn is_fulfilled(&self, facts: Facts) -> bool {
        self.as_slice().iter().any(|term| term.is_fulfilled(facts))
    }

    /// Whether it is so already: the term without a condition is there.
    pub(super) const fn is_always(&self) -> bool {
        self.count == 1 && self.list[0].facts() == 0
    }

    /// Whether it can no longer be so.
    pub(super) const fn is_never(&self) -> bool {
        self.count == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACTS: u32 = 4;

    fn value(terms: &[Term], agent: u32) -> bool {
        terms.iter().any(|term| term.holding & !agent == 0 && term.failing & agent == 0)
    }

    /// Every term over four facts.
    fn every_term() -> Vec<Term> {
        let masks = || 0u32..1 << FACTS;
        masks()
            .flat_map(|holding| masks().map(move |failing| Term { holding, failing }))
            .filter(|term| term.holding & term.failing == 0)
            .collect()
    }

    /// The prime terms of a function of four facts, by definition.
    fn primes(is: impl Fn(u32) -> bool) -> Vec<Term> {
        let implies = |term: &Term| (0..1 << FACTS).filter(|agent| value(&[*term], *agent)).all(&is);
        let implicants: Vec<Term> = every_term().into_iter().filter(implies).collect();
        let shorter = |term: Term| implicants.iter().any(|other| *other != term && other.covers(term));
        implicants.iter().copied().filter(|term| !shorter(*term)).collect()
    }

    fn sorted(mut terms: Vec<Term>) -> Vec<Term> {
        terms.sort_by_key(|term| (term.holding, term.failing));
        terms
    }

    #[test]
    fn the_prime_terms_of_every_function_of_four_facts_and_of_its_contrary_are_found() {
        for function in 0u32..1 << (1 << FACTS) {
            // One function in seventeen, and those of few agents, are plenty.
            if !function.is_multiple_of(17) && function > 300 {
                continue;
            }
            let is = |agent: u32| function >> agent & 1 == 1;
            let mut written: Terms<32> = Terms::NONE;
            for agent in (0..1 << FACTS).filter(|agent| is(*agent)) {
                written.add(Term { holding: agent, failing: !agent & 15 });
            }
            let (contrary, completed) = (written.contrary(), written.completed());
            let met = sorted(primes(is));
            assert_eq!(sorted(contrary.as_slice().to_vec()), sorted(primes(|agent| !is(agent))), "{function:#x}");
            assert_eq!(sorted(contrary.contrary().as_slice().to_vec()), met, "{function:#x}");
            assert_eq!(sorted(completed.as_slice().to_vec()), met, "{function:#x}");
        }
    }
}
