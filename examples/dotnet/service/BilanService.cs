using System;
using BilanProfessionnel;
using Microsoft.Extensions.Logging;

namespace ServiceBilan
{
    /// <summary>Answers from the catalogue of the application, and logs codes alone.</summary>
    /// <remarks>
    /// One instance serves all threads: it holds nothing but the catalogue, which never changes. A log is read by people
    /// whom the agent does not know. So it tells which operation was asked and with which code it was refused, and nothing
    /// else: a path names a fact (<c>facts.rqth</c>), a message repeats a value, a verdict is about somebody's health, and
    /// an exception handed to the logger is written with its message.
    /// </remarks>
    internal sealed class BilanService : IBilanService
    {
        private readonly Catalogue catalogue;

        private readonly ILogger<BilanService> logger;

        public BilanService(Catalogue catalogue, ILogger<BilanService> logger)
        {
            this.catalogue = catalogue;
            this.logger = logger;
        }

        public FundingResult AssessFunding(FundingRequest request) =>
            Answered(Operation.Funding, () => catalogue.AssessFunding(request));

        public SimulateResult Simulate(SimulateRequest request) =>
            Answered(Operation.Simulate, () => catalogue.Simulate(request));

        private TResult Answered<TResult>(Operation operation, Func<TResult> answer)
        {
            try
            {
                TResult result = answer();
                logger.LogInformation("Bilan: {Operation} answered", operation);
                return result;
            }
            catch (BilanException refusal)
            {
                // « internal » is a fault of the library; every other code is one of the request.
                LogLevel level = refusal.Code == "internal" ? LogLevel.Error : LogLevel.Information;
                logger.Log(level, "Bilan: {Operation} refused, {Code}", operation, refusal.Code);
                throw;
            }
        }
    }
}
