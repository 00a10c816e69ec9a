using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading.Tasks;
using BilanProfessionnel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ServiceBilan.Tests
{
    /// <summary>Everything that the service logged: level and line, an exception's text beside it as a logger writes it.</summary>
    internal sealed class Journal<T> : ILogger<T>
    {
        internal ConcurrentQueue<string> Lines { get; } = new ConcurrentQueue<string>();

        public void Log<TState>(LogLevel logLevel, int eventId, TState state, Exception exception, Func<TState, Exception, string> formatter) =>
            Lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}".TrimEnd());
    }

    internal static class Program
    {
        private static readonly DateTime Day = new DateTime(2026, 12, 1);

        private static int passed;

        private static int failed;

        private static int Main()
        {
            Test("the verdict is the library's", TheVerdict);
            Test("the dossier is the library's", TheDossier);
            Test("one catalogue serves the whole application", OneCatalogue);
            Test("threads that start together get one catalogue and the same answers", Threads);
            Test("a refusal reaches the caller with its sentence", ARefusal);
            Test("no log tells anything of an agent", Logs);
            Test("another centre's catalogue is answered from", AnotherCatalogue);
            Test("a catalogue that is refused is told when first asked for", ABadCatalogue);
            Test("the catalogue ends with the container", TheEnd);
            Test("without services, the caller is told", () => ThrowsOn<ArgumentNullException>(() => BilanRegistration.AddBilan(null)));
            Console.WriteLine($"{passed} passed, {failed} failed");
            return failed == 0 ? 0 : 1;
        }

        private static void TheVerdict()
        {
            using (ServiceProvider provider = Started(new Journal<BilanService>()))
            {
                FundingResult result = provider.GetRequiredService<IBilanService>().AssessFunding(Agent());
                Check(result.Outcome == Outcome.Possible && result.Explanation.Contains("pourrait"), result.Explanation);
            }
        }

        private static void TheDossier()
        {
            using (ServiceProvider provider = Started(new Journal<BilanService>()))
            {
                SimulateResult dossier = provider.GetRequiredService<IBilanService>().Simulate(new SimulateRequest(Day) { Variant = "horizon" });
                Check(dossier.Plan.Hours == 18m, dossier.Plan.Hours.ToString());
            }
        }

        private static void OneCatalogue()
        {
            using (ServiceProvider provider = Started(new Journal<BilanService>()))
            {
                var catalogue = provider.GetRequiredService<Catalogue>();
                var service = provider.GetRequiredService<IBilanService>();
                Check(ReferenceEquals(catalogue, provider.GetRequiredService<Catalogue>()), "two catalogues");
                Check(ReferenceEquals(service, provider.GetRequiredService<IBilanService>()), "two services");
            }
        }

        private static void Threads()
        {
            using (ServiceProvider provider = Started(new Journal<BilanService>()))
            {
                var catalogues = new ConcurrentBag<Catalogue>();
                var answers = new ConcurrentBag<string>();
                Parallel.For(0, 400, _ =>
                {
                    answers.Add(provider.GetRequiredService<IBilanService>().AssessFunding(Agent()).Explanation);
                    catalogues.Add(provider.GetRequiredService<Catalogue>());
                });
                Check(answers.Count == 400 && answers.Distinct().Count() == 1, $"{answers.Distinct().Count()} answers");
                Check(catalogues.Distinct().Count() == 1, $"{catalogues.Distinct().Count()} catalogues");
            }
        }

        private static void ARefusal()
        {
            using (ServiceProvider provider = Started(new Journal<BilanService>()))
            {
                BilanException refusal = ThrowsOn<BilanException>(() => provider.GetRequiredService<IBilanService>().AssessFunding(Beyond()));
                Check(refusal.Code == "outOfRange" && refusal.Message.Length > 0, refusal.Code);
            }
        }

        private static void Logs()
        {
            var journal = new Journal<BilanService>();
            using (ServiceProvider provider = Started(journal))
            {
                var service = provider.GetRequiredService<IBilanService>();
                service.AssessFunding(Agent());
                service.Simulate(new SimulateRequest(Day) { Variant = "reorientation", Facts = Agent().Facts });
                ThrowsOn<BilanException>(() => service.AssessFunding(Beyond()));
                ThrowsOn<BilanException>(() => service.Simulate(new SimulateRequest(Day) { Variant = "rqth-aah" }));
            }
            var expected = new[]
            {
                "Information Bilan: Funding answered",
                "Information Bilan: Simulate answered",
                "Information Bilan: Funding refused, outOfRange",
                "Information Bilan: Simulate refused, unknownVariant",
            };
            Check(journal.Lines.SequenceEqual(expected), string.Join(" | ", journal.Lines));
        }

        private static void AnotherCatalogue()
        {
            string document;
            using (Catalogue catalogue = Catalogue.CreateDefault())
            {
                document = catalogue.Answer(Operation.Catalogue, "{}").Replace("\"id\":\"cdg29\"", "\"id\":\"voisin\"");
            }
            using (ServiceProvider provider = Started(new Journal<BilanService>(), document))
            {
                Check(provider.GetRequiredService<Catalogue>().GetCatalogue().Id == "voisin", "the embedded catalogue");
            }
        }

        private static void ABadCatalogue()
        {
            using (ServiceProvider provider = Started(new Journal<BilanService>(), "{}"))
            {
                Check(ThrowsOn<BilanException>(() => provider.GetRequiredService<IBilanService>()).Code == "missingField", "another code");
            }
        }

        private static void TheEnd()
        {
            IBilanService service;
            using (ServiceProvider provider = Started(new Journal<BilanService>()))
            {
                service = provider.GetRequiredService<IBilanService>();
            }
            ThrowsOn<ObjectDisposedException>(() => service.AssessFunding(Agent()));
        }

        private static ServiceProvider Started(Journal<BilanService> journal, string catalogue = null)
        {
            var services = new ServiceCollection();
            services.AddSingleton<ILogger<BilanService>>(_ => journal);
            services.AddBilan(catalogue);
            return services.BuildServiceProvider();
        }

        private static FundingRequest Agent() => new FundingRequest(Day) { Facts = { Rqth = true, Aah = true, TauxIncapacitePermanente = 12.5m } };

        private static FundingRequest Beyond() => new FundingRequest(Day) { Facts = { Rqth = true, TauxIncapacitePermanente = 120m } };

        private static TException ThrowsOn<TException>(Action act)
            where TException : Exception
        {
            try
            {
                act();
            }
            catch (TException found)
            {
                return found;
            }
            throw new InvalidOperationException($"no {typeof(TException).Name}");
        }

        private static void Check(bool holds, string found)
        {
            if (!holds)
            {
                throw new InvalidOperationException(found);
            }
        }

        private static void Test(string name, Action test)
        {
            try
            {
                test();
                passed++;
            }
            catch (Exception error)
            {
                failed++;
                Console.WriteLine($"FAILED {name}: {error}");
            }
        }
    }
}
