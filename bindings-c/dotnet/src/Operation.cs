namespace BilanProfessionnel
{
    /// <summary>An operation of the contract.</summary>
    public enum Operation
    {
        /// <summary>The catalogue in force, whole.</summary>
        Catalogue,

        /// <summary>Needs to variants ranked.</summary>
        Recommend,

        /// <summary>Facts on a date to FIPHFP verdict, with reasons.</summary>
        Funding,

        /// <summary>Variant, hours, choices to steps and hours.</summary>
        Plan,

        /// <summary>Variant, hours, affiliation to price.</summary>
        Quote,

        /// <summary>Plan, dates, cadence to sessions on a calendar.</summary>
        Schedule,

        /// <summary>Plan, sessions, invoice to certificate and term of payment.</summary>
        Settle,

        /// <summary>One case to a whole dossier and its record.</summary>
        Simulate,

        /// <summary>A case and its record to whether it still holds.</summary>
        Replay,
    }
}
