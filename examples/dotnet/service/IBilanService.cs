using BilanProfessionnel;

namespace ServiceBilan
{
    /// <summary>What the rest of an application asks: it knows neither the catalogue nor the library below.</summary>
    public interface IBilanService
    {
        /// <summary>Says whether the FIPHFP might pay: a possibility, never a right.</summary>
        /// <param name="request">What is known of an agent. It is neither kept nor logged.</param>
        /// <returns>The verdict, with its explanations.</returns>
        /// <exception cref="BilanException">The request cannot be answered: its message is a sentence for people.</exception>
        FundingResult AssessFunding(FundingRequest request);

        /// <summary>Gives the whole dossier of one case.</summary>
        /// <param name="request">The case. It is neither kept nor logged.</param>
        /// <returns>The dossier, with its record.</returns>
        /// <exception cref="BilanException">The request cannot be answered: its message is a sentence for people.</exception>
        SimulateResult Simulate(SimulateRequest request);
    }
}
