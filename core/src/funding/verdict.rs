//! The verdict: two masks in, one word out, no allocation.

use multiversion::multiversion;

use super::facts::Facts;
use super::situation::{Situation, SituationSet};
use super::terms;

/// Whether a situation of the list is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Status {
    /// Met, whatever the unknown facts are.
    Met,
    /// Not met, whatever the unknown facts are.
    NotMet,
    /// It depends on the unknown facts.
    Undetermined,
}

/// Whether the FIPHFP might be asked to fund the bilan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Outcome {
    /// A listed situation is met: funding is possible, never promised.
    Possible,
    /// No listed situation is met. The list is not exhaustive: ask a counsellor.
    NotListed,
    /// It depends on the unknown facts.
    Undetermined,
}

/// The verdict on the eleven situations, exact over every completion of the unknown facts.
///
/// # Layout
/// One word: bits 0 to 15 are the situations met, bits 16 to 31 those not met, each situation at
/// [`Situation::bit`]; a situation in neither half is undetermined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Verdict(u32);

/// Every situation.
const ALL_SITUATIONS: u32 = {
    let mut bits = 0;
    let mut index = 0;
    while index < Situation::COUNT {
        #[expect(clippy::indexing_slicing, reason = "checked when compiled")]
        {
            bits |= Situation::ALL[index].bit();
            index += 1;
        }
    }
    assert!(bits < 1 << HALF, "a verdict has two halves of 16 bits");
    bits
};

const HALF: u32 = 16;

impl Verdict {
    /// A verdict from its word.
    #[must_use]
    pub const fn from_bits(bits: u32) -> Self {
        Self(bits & (ALL_SITUATIONS | (ALL_SITUATIONS << HALF)))
    }

    /// The word.
    #[must_use]
    pub const fn bits(self) -> u32 {
        self.0
    }

    /// The situations met.
    #[must_use]
    pub const fn met(self) -> SituationSet {
        SituationSet(self.0 & ALL_SITUATIONS)
    }

    /// The situations not met.
    #[must_use]
    pub const fn not_met(self) -> SituationSet {
        SituationSet((self.0 >> HALF) & ALL_SITUATIONS)
    }

    /// The status of one situation.
    #[must_use]
    pub const fn status(self, situation: Situation) -> Status {
        if self.met().contains(situation) {
            Status::Met
        } else if self.not_met().contains(situation) {
            Status::NotMet
        } else {
            Status::Undetermined
        }
    }

    /// The outcome over all situations.
    #[must_use]
    pub const fn outcome(self) -> Outcome {
        if !self.met().is_empty() {
            Outcome::Possible
        } else if self.not_met().bits() == ALL_SITUATIONS {
            Outcome::NotListed
        } else {
            Outcome::Undetermined
        }
    }
}

/// The verdict on an agent. A few nanoseconds, no allocation.
#[inline]
#[must_use]
pub fn decide(facts: Facts) -> Verdict {
    Verdict(packed(facts.known(), facts.values()))
}

#[expect(clippy::inline_always, reason = "the constants must be folded into each version of the loop")]
#[inline(always)]
fn packed(known: u32, values: u32) -> u32 {
    let holding = known & values;
    let failing = known & !values;
    let met = terms::satisfied(&terms::MET, holding, failing);
    let not_met = terms::satisfied(&terms::NOT_MET, holding, failing);
    met | (not_met << HALF)
}

/// The verdicts on many agents, column by column: `verdicts[i]` is [`Verdict::bits`] for `known[i]` and `values[i]`.
///
/// As many as the shortest of the three columns; returns that number. No allocation; the widest vector instructions
/// of the processor are chosen at run time, with the same result without them.
///
/// ```
/// use bilan_professionnel::funding::{Fact, Situation, Verdict, decide_many};
///
/// let mut verdicts = [0; 2];
/// let rqth = Fact::Rqth.bit();
/// assert_eq!(decide_many(&[rqth, 0], &[rqth, 0], &mut verdicts), 2);
/// assert!(Verdict::from_bits(verdicts[0]).met().contains(Situation::Rqth));
/// ```
pub fn decide_many(known: &[u32], values: &[u32], verdicts: &mut [u32]) -> usize {
    fill(known, values, verdicts);
    known.len().min(values.len()).min(verdicts.len())
}

#[multiversion(targets("x86_64+avx512f+avx512bw+avx512vl", "x86_64+avx2"))]
fn fill(known: &[u32], values: &[u32], verdicts: &mut [u32]) {
    for ((verdict, known), values) in verdicts.iter_mut().zip(known).zip(values) {
        *verdict = packed(*known, *values);
    }
}
