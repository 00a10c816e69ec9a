using System;

namespace BilanProfessionnel.Tests
{
    /// <summary>Runs all cases on the runtime that runs it, and ends with « N passed, N failed ».</summary>
    /// <remarks>
    /// The arguments are a file of request lines, whose answers the models must hold; the table of hostile texts; and
    /// « cultures » where the runtime must know those of the world.
    /// </remarks>
    internal static class Program
    {
        private static int Main(string[] arguments)
        {
            if (arguments.Length == 1 && arguments[0] == "--load")
            {
                return Load();
            }
            if (arguments.Length == 1 && arguments[0] == "--bench")
            {
                Bench.Run();
                return 0;
            }
            Check.Runs("JSON", JsonTests.Run);
            Check.Runs("platforms", PlatformTests.Run);
            Check.Runs("codes of later libraries", LaterTests.Added);
            using (Catalogue catalogue = Catalogue.CreateDefault())
            {
                Check.Runs("library", () => LibraryTests.Run(catalogue));
                Check.Runs("verdicts", VerdictTests.Run);
                Check.Runs("models", () => ModelTests.Run(catalogue));
                Check.Runs("later libraries", () => LaterTests.Run(catalogue));
                Check.Runs("chains", () => ChainTests.Run(catalogue));
                bool cultures = arguments.Length == 3 && arguments[2] == "cultures";
                Check.Runs("cultures", () => CultureTests.Run(catalogue, cultures, ModelTests.Run));
                if (arguments.Length >= 2)
                {
                    Check.Runs("vectors", () => ModelTests.Lines(catalogue, arguments[0]));
                    Check.Runs("hostile texts", () => HostileTextTests.Run(catalogue, arguments[1]));
                }
                Check.Runs("hostile input", () => HostileTests.Run(catalogue));
            }
            Check.Runs("life", LifeTests.Run);
            Console.WriteLine($"{Check.Passed} passed, {Check.Failed} failed");
            return Check.Failed == 0 ? 0 : 1;
        }

        /// <summary>Says which library was loaded, or why none was; twice, since a failure must not stick.</summary>
        private static int Load()
        {
            for (int i = 0; i < 2; i++)
            {
                try
                {
                    Console.WriteLine($"loaded {BilanLibrary.Version}, ABI {BilanLibrary.AbiVersion}");
                }
                catch (BilanLibraryException error)
                {
                    Console.WriteLine($"refused: {error.Message}");
                }
            }
            return 0;
        }
    }
}
