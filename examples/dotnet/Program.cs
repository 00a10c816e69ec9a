using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using BilanProfessionnel;

namespace VerifierAgents
{
    /// <summary>
    /// Reads a CSV file of agents, writes a CSV file of verdicts: might the FIPHFP pay, why, and what to ask next.
    /// </summary>
    /// <remarks>
    /// Two ways in: the count of the summary comes from packed verdicts, one call for all agents; the columns of the file
    /// from the explained verdict, which also knows the dates of proofs.
    /// </remarks>
    internal static class Program
    {
        private static int Main(string[] arguments)
        {
            DateTime on;
            if (arguments.Length != 3
                || !DateTime.TryParseExact(arguments[2], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out on))
            {
                Console.Error.WriteLine("usage : VerifierAgents AGENTS.csv VERDICTS.csv AAAA-MM-JJ");
                return 2;
            }
            try
            {
                List<Agent> agents = Read(arguments[0]);
                using (Catalogue catalogue = Catalogue.CreateDefault())
                using (var writer = new StreamWriter(arguments[1], false, new UTF8Encoding(true)))
                {
                    Write(catalogue, agents, on, writer);
                }
                Summarise(agents);
                return 0;
            }
            catch (Exception error) when (error is FormatException || error is IOException || error is BilanException || error is BilanLibraryException)
            {
                Console.Error.WriteLine($"VerifierAgents : {error.Message}");
                return 1;
            }
        }

        private static List<Agent> Read(string path)
        {
            Csv csv;
            try
            {
                csv = Csv.Open(File.ReadAllBytes(path));
            }
            catch (FormatException error)
            {
                throw new FormatException($"{path} : {error.Message}", error);
            }
            try
            {
                List<string> columns = Agent.ReadHeader(csv.ReadRow() ?? throw new FormatException("le fichier est vide."));
                var agents = new List<Agent>();
                for (List<string> row = csv.ReadRow(); row != null; row = csv.ReadRow())
                {
                    Agent agent = Agent.Read(columns, row);
                    if (agent != null)
                    {
                        agents.Add(agent);
                    }
                }
                return agents;
            }
            catch (FormatException error)
            {
                throw new FormatException($"{path}, ligne {csv.Line} : {error.Message}", error);
            }
        }

        private static void Write(Catalogue catalogue, List<Agent> agents, DateTime on, TextWriter writer)
        {
            Csv.WriteRow(writer, "Matricule", "Financement", "Situations réunies", "Question suivante");
            foreach (Agent agent in agents)
            {
                var request = new FundingRequest(on) { Facts = agent.Facts };
                if (agent.RqthEnds.HasValue)
                {
                    request.ValidUntil[Fact.Rqth] = agent.RqthEnds.Value;
                }
                FundingResult result = catalogue.AssessFunding(request);
                var met = new List<string>();
                foreach (SituationReport report in result.Situations)
                {
                    if (report.Status == SituationStatus.Met)
                    {
                        met.Add(report.Label);
                    }
                }
                Csv.WriteRow(writer, agent.Id, InWords(result.Outcome), string.Join(", ", met), result.NextQuestionDetail?.QuestionAbout ?? string.Empty);
            }
        }

        private static void Summarise(List<Agent> agents)
        {
            Fact[] known = agents.ConvertAll(agent => agent.Facts.Known).ToArray();
            Fact[] values = agents.ConvertAll(agent => agent.Facts.Values).ToArray();
            Verdict[] verdicts = Verdict.DecideMany(known, values);
            Console.WriteLine($"{agents.Count} agents, avant examen des dates de validité :");
            foreach (Outcome outcome in new[] { Outcome.Possible, Outcome.Undetermined, Outcome.NotListed })
            {
                Console.WriteLine($"  {InWords(outcome)} : {Array.FindAll(verdicts, verdict => verdict.Outcome == outcome).Length}");
            }
        }

        private static string InWords(Outcome outcome)
        {
            switch (outcome)
            {
                case Outcome.Possible: return "Le FIPHFP pourrait financer";
                case Outcome.NotListed: return "À voir avec une conseillère ou un conseiller";
                default: return "Réponses à compléter";
            }
        }
    }
}
