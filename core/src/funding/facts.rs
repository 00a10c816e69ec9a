//! What is known of an agent, as two masks.

use super::fact::EVERY_FACT;
use super::national::Fact;
use super::sets::FactSet;

/// What is known of an agent: for each fact, true, false or unknown.
///
/// Two masks; `values` matters only where `known` is set. A percentage holds from its threshold, the status for a civil
/// servant.
///
/// ```
/// use bilan_professionnel::funding::{Fact, Facts, Outcome, decide};
///
/// let facts = Facts::unknown().with(Fact::PreparationReclassement, true).with(Fact::Reclassement, true);
/// // Whether civil servant or contract agent, the situation « reclassement » is met.
/// assert_eq!(decide(facts).outcome(), Outcome::Possible);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Facts {
    known: u32,
    values: u32,
}

impl Facts {
    /// Makes facts of which none is known.
    #[must_use]
    pub const fn unknown() -> Self {
        Self { known: 0, values: 0 }
    }

    /// Makes facts from two masks of [`Fact::bit`]; bits that are no fact's have no meaning and no effect.
    #[must_use]
    pub const fn from_masks(known: u32, values: u32) -> Self {
        Self { known, values }
    }

    /// Gives the facts known, as a mask.
    #[must_use]
    pub const fn known(self) -> u32 {
        self.known
    }

    /// Gives the facts that hold, where known, as a mask.
    #[must_use]
    pub const fn values(self) -> u32 {
        self.values
    }

    /// Adds what is known of one fact, in place of what was.
    #[must_use]
    pub const fn with(self, fact: Fact, holds: bool) -> Self {
        self.with_bit(fact.bit(), holds)
    }

    pub(super) const fn with_bit(self, bit: u32, holds: bool) -> Self {
        let values = if holds { self.values | bit } else { self.values & !bit };
        Self { known: self.known | bit, values }
    }

    /// Forgets the facts of a set: they become unknown.
    #[must_use]
    pub const fn without(self, facts: FactSet) -> Self {
        Self { known: self.known & !facts.bits(), values: self.values & !facts.bits() }
    }

    /// The facts known to hold, as a mask.
    pub(super) const fn holding(self) -> u32 {
        self.known & self.values
    }

    /// The facts known not to hold, as a mask.
    pub(super) const fn failing(self) -> u32 {
        self.known & !self.values
    }

    /// Tells whether that fact holds, if it is known.
    #[must_use]
    pub const fn get(self, fact: Fact) -> Option<bool> {
        if self.known & fact.bit() == 0 { None } else { Some(self.values & fact.bit() != 0) }
    }

    /// Gives the facts that are not known.
    #[must_use]
    pub const fn unknowns(self) -> FactSet {
        FactSet::from_bits(!self.known & EVERY_FACT)
    }
}
