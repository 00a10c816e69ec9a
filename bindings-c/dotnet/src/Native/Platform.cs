using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BilanProfessionnel.Native
{
    /// <summary>
    /// The system for which a native library is built, by the name of its folder in the package, <c>runtimes/NAME/native</c>:
    /// <c>linux-x64</c>, <c>linux-musl-arm64</c>, <c>win-x64</c>, <c>osx-arm64</c>.
    /// </summary>
    internal static class Platform
    {
        internal const string Windows = "Windows";

        internal const string Linux = "Linux";

        internal const string MacOs = "Darwin";

        private static readonly Dictionary<string, string> Systems = new Dictionary<string, string>
        {
            { Linux, "linux" }, { Windows, "win" }, { MacOs, "osx" },
        };

        private static readonly Dictionary<string, string> Machines =
            new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                { "x64", "x64" }, { "x86_64", "x64" }, { "amd64", "x64" }, { "arm64", "arm64" }, { "aarch64", "arm64" },
            };

        /// <summary>The name of a platform; null for one that no release is built for.</summary>
        internal static string Name(string system, string machine, bool isMusl)
        {
            if (!Systems.TryGetValue(system, out string name) || !Machines.TryGetValue(machine, out string built))
            {
                return null;
            }
            return system == Linux && isMusl ? $"{name}-musl-{built}" : $"{name}-{built}";
        }

        /// <summary>The file name of the library on a system.</summary>
        internal static string FileName(string system)
        {
            switch (system)
            {
                case Windows: return "bilan.dll";
                case MacOs: return "libbilan.dylib";
                default: return "libbilan.so";
            }
        }

        /// <summary>The platform of this process; null if no release is built for it.</summary>
        internal static string Here() => Name(SystemHere(), Machine(), SystemHere() == Linux && IsMusl());

        /// <summary>What this process runs on, for a message: <c>Linux, X64, glibc</c>.</summary>
        internal static string Description()
        {
            string system = SystemHere();
            return $"{system}, {Machine()}" + (system != Linux ? string.Empty : IsMusl() ? ", musl" : ", glibc");
        }

        internal static string SystemHere()
        {
            return Path.DirectorySeparatorChar == '\\' ? Windows : SystemOfUnix();
        }

        // .NET Framework before 4.7.1 has no RuntimeInformation: on Windows these methods are never compiled.
        [MethodImpl(MethodImplOptions.NoInlining)]
        private static string SystemOfUnix()
        {
            if (RuntimeInformation.IsOSPlatform(OSPlatform.Linux))
            {
                return Linux;
            }
            return RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? MacOs : RuntimeInformation.OSDescription;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static string MachineOfUnix() => RuntimeInformation.ProcessArchitecture.ToString();

        /// <summary>The machine that the process is built for, which may be another one than that it runs on.</summary>
        private static string Machine()
        {
            return SystemHere() == Windows ? Environment.GetEnvironmentVariable("PROCESSOR_ARCHITECTURE") ?? "?" : MachineOfUnix();
        }

        /// <summary>Whether the C library of the process is musl, as on Alpine: under that name it has no glibc.</summary>
        private static bool IsMusl()
        {
            try
            {
                return gnu_get_libc_version() == IntPtr.Zero;
            }
            catch (Exception error) when (error is DllNotFoundException || error is EntryPointNotFoundException)
            {
                return true;
            }
        }

        [DllImport("libc.so.6", CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        private static extern IntPtr gnu_get_libc_version();
    }
}
