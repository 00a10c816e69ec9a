using System;

namespace BilanProfessionnel
{
    /// <summary>The situations that the FIPHFP’s list names, as bits. In the order of the contract.</summary>
    [Flags]
    public enum Situation : uint
    {
        /// <summary>No situation.</summary>
        None = 0,

        /// <summary>Fit with restrictions.</summary>
        RestrictionsAptitude = 1 << 0,

        /// <summary>Recognised as a disabled worker.</summary>
        Rqth = 1 << 2,

        /// <summary>Work accident or occupational disease.</summary>
        AccidentOuMaladie = 1 << 3,

        /// <summary>Invalidity pension.</summary>
        PensionInvalidite = 1 << 5,

        /// <summary>Military invalidity pension.</summary>
        PensionMilitaire = 1 << 7,

        /// <summary>Volunteer firefighter.</summary>
        SapeurPompier = 1 << 9,

        /// <summary>Victim of terrorism.</summary>
        VictimeTerrorisme = 1 << 11,

        /// <summary>Carte mobilité inclusion « invalidité ».</summary>
        CmiInvalidite = 1 << 12,

        /// <summary>Allocation aux adultes handicapés.</summary>
        Aah = 1 << 13,

        /// <summary>Allocation temporaire d’invalidité.</summary>
        Ati = 1 << 14,

        /// <summary>Redeployment.</summary>
        Reclassement = 1 << 15,

        /// <summary>All eleven.</summary>
        All = RestrictionsAptitude | Rqth | AccidentOuMaladie | PensionInvalidite | PensionMilitaire | SapeurPompier
            | VictimeTerrorisme | CmiInvalidite | Aah | Ati | Reclassement,
    }
}
