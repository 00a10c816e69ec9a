//! Verdicts as words: no text, no allocation.

use bilan_professionnel::funding::{Facts, decide, decide_many};

use crate::memory::Columns;
use crate::panic::caught;
use crate::status::bilan_status;

/// The facts, as bits of the words `known` and `values`; in the order of the contract.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum bilan_fact {
    /// The fitness opinion states objective elements on capacity for the present post.
    BILAN_FACT_AVIS_ELEMENTS_OBJECTIFS = 1 << 0,
    /// That opinion proposes an adaptation of the post.
    BILAN_FACT_AVIS_ADAPTATION_POSTE = 1 << 1,
    /// Recognised as a disabled worker (RQTH) by the CDAPH.
    BILAN_FACT_RQTH = 1 << 2,
    /// Rate of permanent incapacity after a work accident or an occupational disease; holds from 10 %.
    BILAN_FACT_TAUX_INCAPACITE_PERMANENTE = 1 << 3,
    /// Receives the annuity for that incapacity.
    BILAN_FACT_RENTE_INCAPACITE_PERMANENTE = 1 << 4,
    /// Receives an invalidity pension.
    BILAN_FACT_PENSION_INVALIDITE = 1 << 5,
    /// That invalidity reduces working capacity by two thirds at least.
    BILAN_FACT_REDUCTION_CAPACITE_DEUX_TIERS = 1 << 6,
    /// Former military.
    BILAN_FACT_ANCIEN_MILITAIRE = 1 << 7,
    /// Receives a military invalidity pension.
    BILAN_FACT_PENSION_MILITAIRE_INVALIDITE = 1 << 8,
    /// Has been a volunteer firefighter.
    BILAN_FACT_SAPEUR_POMPIER_VOLONTAIRE = 1 << 9,
    /// Receives an invalidity allowance or annuity for an accident in, or a disease from, that service.
    BILAN_FACT_ALLOCATION_OU_RENTE_SERVICE = 1 << 10,
    /// Victim of an act of terrorism.
    BILAN_FACT_VICTIME_TERRORISME = 1 << 11,
    /// Holds the carte mobilité inclusion marked « invalidité ».
    BILAN_FACT_CMI_INVALIDITE = 1 << 12,
    /// Receives the allocation aux adultes handicapés.
    BILAN_FACT_AAH = 1 << 13,
    /// Receives an allocation temporaire d'invalidité.
    BILAN_FACT_ATI = 1 << 14,
    /// Civil servant (*fonctionnaire*) or contract agent (*contractuel*); holds for a civil servant.
    BILAN_FACT_STATUT = 1 << 15,
    /// In a period of preparation for redeployment (PPR).
    BILAN_FACT_PREPARATION_RECLASSEMENT = 1 << 16,
    /// Being redeployed.
    BILAN_FACT_RECLASSEMENT = 1 << 17,
}

/// The listed situations, as bits of each half of a verdict: each at the bit of the first fact of its rule.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum bilan_situation {
    /// Fit with restrictions.
    BILAN_SITUATION_RESTRICTIONS_APTITUDE = 1 << 0,
    /// Recognised as a disabled worker.
    BILAN_SITUATION_RQTH = 1 << 2,
    /// Work accident or occupational disease.
    BILAN_SITUATION_ACCIDENT_OU_MALADIE = 1 << 3,
    /// Invalidity pension.
    BILAN_SITUATION_PENSION_INVALIDITE = 1 << 5,
    /// Military invalidity pension.
    BILAN_SITUATION_PENSION_MILITAIRE = 1 << 7,
    /// Volunteer firefighter.
    BILAN_SITUATION_SAPEUR_POMPIER = 1 << 9,
    /// Victim of terrorism.
    BILAN_SITUATION_VICTIME_TERRORISME = 1 << 11,
    /// Carte mobilité inclusion « invalidité ».
    BILAN_SITUATION_CMI_INVALIDITE = 1 << 12,
    /// Allocation aux adultes handicapés.
    BILAN_SITUATION_AAH = 1 << 13,
    /// Allocation temporaire d'invalidité.
    BILAN_SITUATION_ATI = 1 << 14,
    /// Redeployment.
    BILAN_SITUATION_RECLASSEMENT = 1 << 15,
}

/// How to read a verdict.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum bilan_verdict {
    /// All the listed situations. `verdict & BILAN_VERDICT_SITUATIONS` are those met: if there is one, funding is
    /// possible. `verdict >> BILAN_VERDICT_NOT_MET_SHIFT` are those not met: if they are all of them, the agent is in
    /// no listed situation, and a counsellor should be asked. In every other case it depends on the unknown facts.
    BILAN_VERDICT_SITUATIONS = 0xFAAD,
    /// Where the half of the situations not met begins.
    BILAN_VERDICT_NOT_MET_SHIFT = 16,
}

/// The verdict on one agent, exact over every completion of the unknown facts. A few nanoseconds.
///
/// Inputs: `known`, the facts that are known; `values`, those of them that hold. Both are BILAN_FACT_* added up; bits
///   that are not known, or not facts, have no effect. The rate of incapacity holds from 10 %, the status for a
///   fonctionnaire.
/// Result: a word; bits 0 to 15 are the situations met, 16 to 31 those not met. See bilan_verdict.
/// Errors: none.
/// Threads: any.
#[unsafe(no_mangle)]
pub extern "C" fn bilan_funding_decide(known: u32, values: u32) -> u32 {
    // Should it ever panic, nothing is decided: no situation is met, none is not met.
    caught(|| decide(Facts::from_masks(known, values)).bits()).unwrap_or(0)
}

/// The verdicts on many agents, column by column: `verdicts[i]` is bilan_funding_decide(`known[i]`, `values[i]`).
///
/// Inputs: three columns of `n` words, which must not overlap `verdicts`; with `n` 0 they may be NULL.
/// Ownership: all three are yours; nothing is allocated.
/// Errors: BILAN_INVALID_ARGUMENT if `n` is not 0 and a column is NULL or misaligned, or `verdicts` overlaps another:
///   nothing is written. No text.
/// Threads: any.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bilan_funding_decide_many(
    known: *const u32,
    values: *const u32,
    n: usize,
    verdicts: *mut u32,
) -> i32 {
    // SAFETY: the caller answers for the columns.
    let Some(Columns { known, values, verdicts }) = (unsafe { Columns::new(known, values, verdicts, n) }) else {
        return bilan_status::BILAN_INVALID_ARGUMENT.code();
    };
    let done = caught(|| decide_many(known, values, verdicts));
    done.map_or(bilan_status::BILAN_PANIC, |_| bilan_status::BILAN_OK).code()
}

#[cfg(test)]
mod tests {
    use bilan_professionnel::funding::{Fact, Situation, Verdict};

    use super::bilan_fact::*;
    use super::bilan_situation::*;
    use super::bilan_verdict::*;

    #[test]
    fn facts_have_the_bits_of_the_core() {
        let facts = [
            (Fact::AvisElementsObjectifs, BILAN_FACT_AVIS_ELEMENTS_OBJECTIFS as u32),
            (Fact::AvisAdaptationPoste, BILAN_FACT_AVIS_ADAPTATION_POSTE as u32),
            (Fact::Rqth, BILAN_FACT_RQTH as u32),
            (Fact::TauxIncapacitePermanente, BILAN_FACT_TAUX_INCAPACITE_PERMANENTE as u32),
            (Fact::RenteIncapacitePermanente, BILAN_FACT_RENTE_INCAPACITE_PERMANENTE as u32),
            (Fact::PensionInvalidite, BILAN_FACT_PENSION_INVALIDITE as u32),
            (Fact::ReductionCapaciteDeuxTiers, BILAN_FACT_REDUCTION_CAPACITE_DEUX_TIERS as u32),
            (Fact::AncienMilitaire, BILAN_FACT_ANCIEN_MILITAIRE as u32),
            (Fact::PensionMilitaireInvalidite, BILAN_FACT_PENSION_MILITAIRE_INVALIDITE as u32),
            (Fact::SapeurPompierVolontaire, BILAN_FACT_SAPEUR_POMPIER_VOLONTAIRE as u32),
            (Fact::AllocationOuRenteService, BILAN_FACT_ALLOCATION_OU_RENTE_SERVICE as u32),
            (Fact::VictimeTerrorisme, BILAN_FACT_VICTIME_TERRORISME as u32),
            (Fact::CmiInvalidite, BILAN_FACT_CMI_INVALIDITE as u32),
            (Fact::Aah, BILAN_FACT_AAH as u32),
            (Fact::Ati, BILAN_FACT_ATI as u32),
            (Fact::Statut, BILAN_FACT_STATUT as u32),
            (Fact::PreparationReclassement, BILAN_FACT_PREPARATION_RECLASSEMENT as u32),
            (Fact::Reclassement, BILAN_FACT_RECLASSEMENT as u32),
        ];
        assert_eq!(facts.map(|(fact, _)| fact), Fact::ALL);
        for (fact, bit) in facts {
            assert_eq!(bit, fact.bit(), "{}", fact.code());
        }
    }

    #[test]
    fn situations_have_the_bits_of_the_core() {
        let situations = [
            (Situation::RestrictionsAptitude, BILAN_SITUATION_RESTRICTIONS_APTITUDE as u32),
            (Situation::Rqth, BILAN_SITUATION_RQTH as u32),
            (Situation::AccidentOuMaladie, BILAN_SITUATION_ACCIDENT_OU_MALADIE as u32),
            (Situation::PensionInvalidite, BILAN_SITUATION_PENSION_INVALIDITE as u32),
            (Situation::PensionMilitaire, BILAN_SITUATION_PENSION_MILITAIRE as u32),
            (Situation::SapeurPompier, BILAN_SITUATION_SAPEUR_POMPIER as u32),
            (Situation::VictimeTerrorisme, BILAN_SITUATION_VICTIME_TERRORISME as u32),
            (Situation::CmiInvalidite, BILAN_SITUATION_CMI_INVALIDITE as u32),
            (Situation::Aah, BILAN_SITUATION_AAH as u32),
            (Situation::Ati, BILAN_SITUATION_ATI as u32),
            (Situation::Reclassement, BILAN_SITUATION_RECLASSEMENT as u32),
        ];
        assert_eq!(situations.map(|(situation, _)| situation), Situation::ALL);
        for (situation, bit) in situations {
            assert_eq!(bit, situation.bit(), "{}", situation.code());
            assert!(Verdict::from_bits(bit).met().contains(situation));
            assert!(Verdict::from_bits(bit << (BILAN_VERDICT_NOT_MET_SHIFT as u32)).not_met().contains(situation));
        }
        let all = situations.iter().fold(0, |bits, (_, bit)| bits | bit);
        assert_eq!(all, BILAN_VERDICT_SITUATIONS as u32);
    }
}
