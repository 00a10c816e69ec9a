using System;

namespace BilanProfessionnel
{
    /// <summary>The facts about an agent, as bits: add them up with <c>|</c>. In the order of the contract.</summary>
    [Flags]
    public enum Fact : uint
    {
        /// <summary>No fact.</summary>
        None = 0,

        /// <summary>The fitness opinion states objective elements on capacity for the present post.</summary>
        AvisElementsObjectifs = 1 << 0,

        /// <summary>That opinion proposes an adaptation of the post.</summary>
        AvisAdaptationPoste = 1 << 1,

        /// <summary>Recognised as a disabled worker (RQTH) by the CDAPH.</summary>
        Rqth = 1 << 2,

        /// <summary>Rate of permanent incapacity after a work accident or an occupational disease; holds from 10 %.</summary>
        TauxIncapacitePermanente = 1 << 3,

        /// <summary>Receives the annuity for that incapacity.</summary>
        RenteIncapacitePermanente = 1 << 4,

        /// <summary>Receives an invalidity pension.</summary>
        PensionInvalidite = 1 << 5,

        /// <summary>That invalidity reduces working capacity by two thirds at least.</summary>
        ReductionCapaciteDeuxTiers = 1 << 6,

        /// <summary>Former military.</summary>
        AncienMilitaire = 1 << 7,

        /// <summary>Receives a military invalidity pension.</summary>
        PensionMilitaireInvalidite = 1 << 8,

        /// <summary>Has been a volunteer firefighter.</summary>
        SapeurPompierVolontaire = 1 << 9,

        /// <summary>Receives an invalidity allowance or annuity for an accident in, or a disease from, that service.</summary>
        AllocationOuRenteService = 1 << 10,

        /// <summary>Victim of an act of terrorism.</summary>
        VictimeTerrorisme = 1 << 11,

        /// <summary>Holds the carte mobilité inclusion marked « invalidité ».</summary>
        CmiInvalidite = 1 << 12,

        /// <summary>Receives the allocation aux adultes handicapés.</summary>
        Aah = 1 << 13,

        /// <summary>Receives an allocation temporaire d’invalidité.</summary>
        Ati = 1 << 14,

        /// <summary>Civil servant (<i>fonctionnaire</i>) or contract agent (<i>contractuel</i>); holds for a civil servant.</summary>
        Statut = 1 << 15,

        /// <summary>In a period of preparation for redeployment (PPR).</summary>
        PreparationReclassement = 1 << 16,

        /// <summary>Being redeployed.</summary>
        Reclassement = 1 << 17,
    }
}
