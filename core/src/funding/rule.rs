//! The rule of one situation, made from the situations' table when compiled: a truth table over its own facts, and the
//! prime terms that decide it.

use super::fact::{Fact, FactSet};
use super::facts::Facts;
use super::situation::Situation;

/// The most facts that one situation rests on.
const MAX_FACTS: usize = 3;

/// Sets of rows of a truth table in which local fact 0, 1 or 2 holds: row *r* has bit *i* set when fact *i* does.
const HELD: [u8; MAX_FACTS] = [0b1010_1010, 0b1100_1100, 0b1111_0000];

/// The most prime terms that three facts can give.
const MAX_TERMS: usize = 6;

/// Facts that together decide a rule, none of which can be left out.
#[derive(Clone, Copy)]
pub(super) struct Term {
    /// The facts that must hold, as a mask.
    pub(super) holding: u32,
    /// The facts that must not, as a mask.
    pub(super) failing: u32,
}

/// The rule of one situation.
#[derive(Clone, Copy)]
pub(super) struct Rule {
    /// Its facts, in order; the first `count` of them.
    facts: [Fact; MAX_FACTS],
    count: usize,
    /// The rows in which the situation is met.
    met: u8,
    /// The prime terms by which it is met, and by which it is not; so many of them.
    met_terms: ([Term; MAX_TERMS], usize),
    not_met_terms: ([Term; MAX_TERMS], usize),
}

const NO_TERMS: ([Term; MAX_TERMS], usize) = ([Term { holding: 0, failing: 0 }; MAX_TERMS], 0);

const NO_RULE: Rule =
    Rule { facts: [Fact::Rqth; MAX_FACTS], count: 0, met: 0, met_terms: NO_TERMS, not_met_terms: NO_TERMS };

/// The rules, in the order of [`Situation`].
pub(super) static RULES: [Rule; Situation::COUNT] = {
    let mut rules = [NO_RULE; Situation::COUNT];
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

#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "runs, and is checked, when compiled")]
impl Rule {
    const fn of(situation: Situation) -> Self {
        let alternatives = situation.alternatives();
        let mut rule = NO_RULE;
        let mut alternative = 0;
        while alternative < alternatives.len() {
            let mut condition = 0;
            while condition < alternatives[alternative].len() {
                rule.learn(alternatives[alternative][condition].fact);
                condition += 1;
            }
            alternative += 1;
        }
        alternative = 0;
        while alternative < alternatives.len() {
            let mut rows = rule.all_rows();
            let mut condition = 0;
            while condition < alternatives[alternative].len() {
                let wanted = alternatives[alternative][condition];
                rows &= rule.rows_where(rule.place(wanted.fact), wanted.holds);
                condition += 1;
            }
            rule.met |= rows;
            alternative += 1;
        }
        rule.met_terms = rule.find_primes(true);
        rule.not_met_terms = rule.find_primes(false);
        rule
    }

    const fn find_primes(&self, met: bool) -> ([Term; MAX_TERMS], usize) {
        let (mut terms, mut count) = NO_TERMS;
        // Every choice of facts, with every value of them.
        let mut chosen = 1;
        while chosen < 1 << self.count {
            let mut values = 0;
            while values <= chosen {
                if values & !chosen == 0 && self.is_prime(chosen, values, met) {
                    terms[count] = self.term(chosen, values);
                    count += 1;
                }
                values += 1;
            }
            chosen += 1;
        }
        (terms, count)
    }

    const fn is_prime(&self, chosen: u32, values: u32, met: bool) -> bool {
        let mut place = 0;
        while place < self.count {
            let fewer = chosen & !(1 << place);
            if fewer != chosen && self.implies(self.chosen_rows(fewer, values), met) {
                return false;
            }
            place += 1;
        }
        self.implies(self.chosen_rows(chosen, values), met)
    }

    const fn chosen_rows(&self, chosen: u32, values: u32) -> u8 {
        let mut rows = self.all_rows();
        let mut place = 0;
        while place < self.count {
            if chosen & (1 << place) != 0 {
                rows &= self.rows_where(place, values & (1 << place) != 0);
            }
            place += 1;
        }
        rows
    }

    const fn term(&self, chosen: u32, values: u32) -> Term {
        let mut term = Term { holding: 0, failing: 0 };
        let mut place = 0;
        while place < self.count {
            if chosen & (1 << place) != 0 {
                if values & (1 << place) != 0 {
                    term.holding |= self.facts[place].bit();
                } else {
                    term.failing |= self.facts[place].bit();
                }
            }
            place += 1;
        }
        term
    }

    /// The prime terms by which the situation is met, or not met: those below the number given with them.
    pub(super) const fn terms(&self, met: bool) -> &([Term; MAX_TERMS], usize) {
        if met { &self.met_terms } else { &self.not_met_terms }
    }

    const fn learn(&mut self, fact: Fact) {
        if self.place(fact) == self.count {
            self.facts[self.count] = fact;
            self.count += 1;
        }
    }

    /// The place of a fact among those of the rule; `count` if it is not one of them.
    const fn place(&self, fact: Fact) -> usize {
        let mut place = 0;
        while place < self.count && self.facts[place] as u8 != fact as u8 {
            place += 1;
        }
        place
    }

    /// Every row of the table.
    pub(super) const fn all_rows(&self) -> u8 {
        if self.count == MAX_FACTS { u8::MAX } else { (1 << (1 << self.count)) - 1 }
    }

    /// The rows in which the fact at that place holds, or those in which it does not.
    pub(super) const fn rows_where(&self, place: usize, holds: bool) -> u8 {
        let held = if holds { HELD[place] } else { !HELD[place] };
        held & self.all_rows()
    }

    /// Whether the situation is met in all those rows (`met`), or in none (not `met`).
    pub(super) const fn implies(&self, rows: u8, met: bool) -> bool {
        rows & (if met { !self.met } else { self.met }) == 0
    }

    /// In how many of those rows the situation is met.
    pub(super) const fn met_in(&self, rows: u8) -> u32 {
        (rows & self.met).count_ones()
    }

    /// Whether two of those rows differ in that fact alone, and the situation is met in one of them only.
    pub(super) const fn depends_on(&self, rows: u8, place: usize) -> bool {
        let step = 1 << place;
        let with = rows & HELD[place];
        let without = rows & !HELD[place];
        let both = (with >> step) & without;
        ((self.met >> step) ^ self.met) & both != 0
    }
}

impl Term {
    /// The facts of the term, each with whether it must hold.
    pub(super) fn conditions(self) -> impl Iterator<Item = (Fact, bool)> {
        FactSet(self.holding | self.failing).iter().map(move |fact| (fact, self.holding & fact.bit() != 0))
    }

    /// How many of its conditions are known not to be fulfilled.
    pub(super) const fn contradictions(self, facts: Facts) -> u32 {
        (self.holding & facts.failing() | self.failing & facts.holding()).count_ones()
    }

    /// Whether all its conditions are known to be fulfilled.
    pub(super) const fn is_fulfilled(self, facts: Facts) -> bool {
        self.holding & !facts.holding() == 0 && self.failing & !facts.failing() == 0
    }
}

impl Rule {
    /// The prime terms by which the situation is met, or not met.
    pub(super) fn primes(&self, met: bool) -> impl Iterator<Item = Term> {
        let (terms, count) = self.terms(met);
        terms.iter().take(*count).copied()
    }

    /// The facts with their places.
    pub(super) fn facts(&self) -> impl Iterator<Item = (usize, Fact)> {
        self.facts.into_iter().take(self.count).enumerate()
    }

    /// The rows that agree with what is known.
    pub(super) fn rows(&self, facts: Facts) -> u8 {
        let known = self.facts().filter_map(|(place, fact)| Some((place, facts.get(fact)?)));
        known.fold(self.all_rows(), |rows, (place, holds)| rows & self.rows_where(place, holds))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn situations_share_no_fact_and_use_them_all() {
        let mut used = 0;
        for rule in &RULES {
            for (_, fact) in rule.facts() {
                assert_eq!(used & fact.bit(), 0, "{fact:?} stands in two situations");
                used |= fact.bit();
            }
        }
        assert_eq!(used, (1 << Fact::COUNT) - 1);
    }
}
