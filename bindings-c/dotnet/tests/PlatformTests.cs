using System.Collections.Generic;
using System.IO;
using BilanProfessionnel.Native;

namespace BilanProfessionnel.Tests
{
    /// <summary>Which of the package's libraries a system gets.</summary>
    internal static class PlatformTests
    {
        private static readonly Dictionary<string, string> Machines = new Dictionary<string, string>
        {
            { "X64", "x64" }, { "x64", "x64" }, { "x86_64", "x64" }, { "AMD64", "x64" }, { "amd64", "x64" },
            { "Arm64", "arm64" }, { "ARM64", "arm64" }, { "arm64", "arm64" }, { "aarch64", "arm64" },
        };

        internal static void Run()
        {
            foreach (var machine in Machines)
            {
                Named("Linux", machine.Key, false, $"linux-{machine.Value}");
                Named("Linux", machine.Key, true, $"linux-musl-{machine.Value}");
                foreach (bool isMusl in new[] { false, true })
                {
                    Named("Windows", machine.Key, isMusl, $"win-{machine.Value}");
                    Named("Darwin", machine.Key, isMusl, $"osx-{machine.Value}");
                    Named("FreeBSD 14.1", machine.Key, isMusl, null);
                    Named(string.Empty, machine.Key, isMusl, null);
                }
            }
            foreach (string system in new[] { "Linux", "Windows", "Darwin" })
            {
                foreach (string machine in new[] { "X86", "x86", "Arm", "S390x", "LoongArch64", "Ppc64le", "RiscV64", "?", string.Empty })
                {
                    Named(system, machine, false, null);
                }
            }
            Looked("Windows", "win-x64", "bilan.dll");
            Looked("Linux", "linux-musl-arm64", "libbilan.so");
            Looked("Darwin", "osx-arm64", "libbilan.dylib");
            Check.Equal("an unknown platform: beside the program alone", Path.Combine("x", "libbilan.so"),
                string.Join(" ", LibraryLoader.Candidates("x", "FreeBSD", null)));
            Here();
        }

        private static void Named(string system, string machine, bool isMusl, string expected)
        {
            Check.Equal($"{system} on {machine}{(isMusl ? ", musl" : string.Empty)}", expected, Platform.Name(system, machine, isMusl));
        }

        private static void Looked(string system, string platform, string file)
        {
            string[] found = LibraryLoader.Candidates("x", system, platform);
            Check.Equal($"{platform}: in the layout of the package first", Path.Combine("x", "runtimes", platform, "native", file), found[0]);
            Check.Equal($"{platform}: then beside the program", Path.Combine("x", file), found[1]);
        }

        /// <summary>This process, by what Linux itself says of it.</summary>
        private static void Here()
        {
            string maps = File.ReadAllText("/proc/self/maps");
            string libc = maps.Contains("/ld-musl-") ? "musl-" : string.Empty;
            string machine = maps.Contains("ld-linux-aarch64") || maps.Contains("ld-musl-aarch64") ? "arm64" : "x64";
            Check.Equal("this machine", $"linux-{libc}{machine}", Platform.Here());
            Check.That("this machine, in a message", Platform.Description().StartsWith("Linux, "), Platform.Description());
            string unknown = LibraryLoader.Missing(null, "detail");
            Check.That("an unknown system is named", unknown.Contains(Platform.Description()), unknown);
            Check.That("it is said what to do", unknown.Contains("bindings-c/install") && unknown.Contains("BILAN_LIBRARY"), unknown);
        }
    }
}
