namespace BilanProfessionnel
{
    /// <summary>Whether the FIPHFP might be asked to fund the bilan. A possibility, never a right.</summary>
    public enum Outcome
    {
        /// <summary>It depends on facts that are not known.</summary>
        Undetermined,

        /// <summary>A listed situation is met: funding is possible, never promised.</summary>
        Possible,

        /// <summary>No listed situation is met. The list is not exhaustive: ask a counsellor.</summary>
        NotListed,
    }

    /// <summary>Whether one situation is met, whatever the unknown facts are.</summary>
    public enum SituationStatus
    {
        /// <summary>It depends on facts that are not known.</summary>
        Undetermined,

        /// <summary>Met.</summary>
        Met,

        /// <summary>Not met.</summary>
        NotMet,
    }
}
