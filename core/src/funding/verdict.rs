//! The verdict: two masks in, one word out, no allocation.

use multiversion::multiversion;

use super::answers::Answers;
use super::facts::Facts;
use super::in_force;
use super::national::Situation;
use super::packed::{self, HALF};
use super::proofs::Proofs;
use super::rule::EVERY_SITUATION;
use super::sets::SituationSet;
use crate::values::Date;

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

/// The verdict on the situations of the table, exact over every completion of the unknown facts.
///
/// # Layout
/// One word: bits 0 to 15 are the situations met, bits 16 to 31 those not met, each situation at [`Situation::bit`]; a
/// situation in neither half is undetermined. Situations in both halves are undetermined too, but one of them is met,
/// whichever it is; with the rules of today that does not occur.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Verdict(u32);

impl Verdict {
    /// Makes a verdict of its word.
    #[must_use]
    pub const fn from_bits(bits: u32) -> Self {
        Self(bits & (EVERY_SITUATION | (EVERY_SITUATION << HALF)))
    }

    /// Gives the word.
    #[must_use]
    pub const fn bits(self) -> u32 {
        self.0
    }

    /// Gives the situations met.
    #[must_use]
    pub const fn met(self) -> SituationSet {
        SituationSet::from_bits(self.0 & !(self.0 >> HALF) & EVERY_SITUATION)
    }

    /// Gives the situations not met.
    #[must_use]
    pub const fn not_met(self) -> SituationSet {
        SituationSet::from_bits((self.0 >> HALF) & !self.0 & EVERY_SITUATION)
    }

    /// Tells the status of one situation.
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

    /// Tells the outcome over all situations.
    #[must_use]
    pub const fn outcome(self) -> Outcome {
        if self.0 & EVERY_SITUATION != 0 {
            Outcome::Possible
        } else if self.0 >> HALF == EVERY_SITUATION {
            Outcome::NotListed
        } else {
            Outcome::Undetermined
        }
    }
}

/// Decides on an agent by the whole table, whatever its dates. A few nanoseconds, no allocation.
#[inline]
#[must_use]
pub fn decide(facts: Facts) -> Verdict {
    Verdict(packed::word(facts.known(), facts.values()))
}

/// Decides on an agent by the rules in force on a day: a situation that is not in force is not met.
///
/// ```
/// use bilan_professionnel::funding::{Fact, Facts, decide, decide_on};
///
/// // All situations of today are in force, without a known first day.
/// let facts = Facts::unknown().with(Fact::Rqth, true);
/// assert_eq!(decide_on("2026-12-01".parse()?, facts), decide(facts));
/// # Ok::<(), bilan_professionnel::DateError>(())
/// ```
#[must_use]
pub fn decide_on(day: Date, facts: Facts) -> Verdict {
    let rules = in_force::on(day);
    let situations = rules.situations.bits();
    if situations == EVERY_SITUATION {
        return decide(facts);
    }
    let word = decide(facts);
    let (met, not_met) = (word.met().bits() & situations, word.not_met().bits() | EVERY_SITUATION & !situations);
    Verdict(packed::combined(met, not_met, situations, rules.outcome.is_fulfilled(facts)))
}

/// Decides on many agents, column by column: `verdicts[i]` is [`Verdict::bits`] for `known[i]` and `values[i]`.
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
        *verdict = packed::word(*known, *values);
    }
}

/// The situations met on a day by answers whose proofs are still valid.
pub(crate) fn met_on(day: Date, answers: &Answers, proofs: &Proofs) -> SituationSet {
    let facts = answers.facts();
    decide_on(day, facts.without(proofs.expired(facts, day))).met()
}
