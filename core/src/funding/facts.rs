//! What is known of an agent, as two masks.

use super::fact::{Fact, FactSet};

/// What is known of an agent: for each fact, true, false or unknown.
///
/// Two masks; `values` matters only where `known` is set. The rate of permanent incapacity holds from
/// [`RATE_THRESHOLD`](super::RATE_THRESHOLD), the status for a civil servant.
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
    /// Nothing is known.
    #[must_use]
    pub const fn unknown() -> Self {
        Self { known: 0, values: 0 }
    }

    /// From two masks of [`Fact::bit`]; bits beyond the eighteen facts have no meaning and no effect.
    #[must_use]
    pub const fn from_masks(known: u32, values: u32) -> Self {
        Self { known, values }
    }

    /// The facts known, as a mask.
    #[must_use]
    pub const fn known(self) -> u32 {
        self.known
    }

    /// The facts that hold, where known, as a mask.
    #[must_use]
    pub const fn values(self) -> u32 {
        self.values
    }

    /// The same, with one more fact known.
    #[must_use]
    pub const fn with(self, fact: Fact, holds: bool) -> Self {
        let values = if holds { self.values | fact.bit() } else { self.values & !fact.bit() };
        Self { known: self.known | fact.bit(), values }
    }

    /// The facts known to hold, as a mask.
    pub(super) const fn holding(self) -> u32 {
        self.known & self.values
    }

    /// The facts known not to hold, as a mask.
    pub(super) const fn failing(self) -> u32 {
        self.known & !self.values
    }

    /// Whether that fact holds, if it is known.
    #[must_use]
    pub const fn get(self, fact: Fact) -> Option<bool> {
        if self.known & fact.bit() == 0 { None } else { Some(self.values & fact.bit() != 0) }
    }

    /// The facts that are not known.
    #[must_use]
    pub const fn unknowns(self) -> FactSet {
        FactSet(!self.known & ((1 << Fact::COUNT) - 1))
    }
}
