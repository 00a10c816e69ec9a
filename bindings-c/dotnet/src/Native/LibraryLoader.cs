using System;
using System.IO;
using System.Reflection;
using System.Runtime.InteropServices;

namespace BilanProfessionnel.Native
{
    /// <summary>
    /// Finds the native library and checks its ABI, once, before the first call.
    /// </summary>
    /// <remarks>
    /// <c>netstandard2.0</c> has no <c>NativeLibrary</c>. Where a file is known, it is loaded by what each runtime has:
    /// on modern .NET a resolver, reached by reflection; on .NET Framework <c>LoadLibraryEx</c>, after which Windows
    /// answers the name <c>bilan</c> with the module already loaded. Else the runtime's own search applies:
    /// <c>runtimes/RID/native</c> of the package by the <c>.deps.json</c> file, the program's folder, the system's.
    /// </remarks>
    internal static class LibraryLoader
    {
        internal const string PathVariable = "BILAN_LIBRARY";

        internal const uint ExpectedAbi = 1;

        private const uint LoadWithAlteredSearchPath = 8;

        private static readonly object Gate = new object();

        private static volatile bool loaded;

        private static IntPtr resolved;

        /// <summary>Call before any native function. Fails again, and says the same, as long as the library is missing.</summary>
        internal static void EnsureLoaded()
        {
            if (!loaded)
            {
                Load();
            }
        }

        /// <summary>What an ABI is refused for; null if it is the one expected.</summary>
        internal static string RefusalOf(uint abi)
        {
            return abi == ExpectedAbi
                ? null
                : $"La bibliothèque native « bilan » parle l’ABI {abi} ; ce paquet attend l’ABI {ExpectedAbi} : installez la version assortie.";
        }

        /// <summary>Where the file is looked for beside an assembly: the layout of the package, then the folder itself.</summary>
        internal static string[] Candidates(string folder, bool windows)
        {
            string file = windows ? "bilan.dll" : "libbilan.so";
            string rid = windows ? "win-x64" : "linux-x64";
            return new[]
            {
                Path.Combine(folder, "runtimes", rid, "native", file),
                Path.Combine(folder, file),
            };
        }

        private static void Load()
        {
            lock (Gate)
            {
                if (loaded)
                {
                    return;
                }
                if (IntPtr.Size != 8)
                {
                    throw new BilanLibraryException(
                        "La bibliothèque native « bilan » demande un processus 64 bits : visez x64, sans « Préférer 32 bits ».");
                }
                string refusal;
                try
                {
                    Preload();
                    refusal = RefusalOf(NativeMethods.bilan_abi_version());
                }
                catch (Exception error) when (
                    error is DllNotFoundException || error is BadImageFormatException || error is EntryPointNotFoundException)
                {
                    throw new BilanLibraryException(
                        "La bibliothèque native « bilan » est introuvable ou inutilisable : voyez « Chargement » dans le README " +
                        $"du paquet, ou donnez son chemin absolu dans la variable {PathVariable}. Détail : {error.Message}",
                        error);
                }
                if (refusal != null)
                {
                    throw new BilanLibraryException(refusal);
                }
                loaded = true;
            }
        }

        private static void Preload()
        {
            string asked = Environment.GetEnvironmentVariable(PathVariable);
            bool isAsked = !string.IsNullOrEmpty(asked);
            string file = isAsked ? Asked(asked) : BesideAssembly();
            if (file == null || resolved != IntPtr.Zero)
            {
                return;
            }
            Type modern = Type.GetType("System.Runtime.InteropServices.NativeLibrary, System.Runtime.InteropServices");
            if (modern != null)
            {
                resolved = Resolve(modern, file);
            }
            else if (IsWindows())
            {
                resolved = LoadLibraryEx(file, IntPtr.Zero, LoadWithAlteredSearchPath);
                if (resolved == IntPtr.Zero)
                {
                    throw new DllNotFoundException($"{file}, erreur Windows {Marshal.GetLastWin32Error()}");
                }
            }
            else if (isAsked)
            {
                throw new BilanLibraryException(
                    $"Sous Mono, {PathVariable} est sans effet : placez la bibliothèque à côté du programme, ou employez LD_LIBRARY_PATH.");
            }
        }

        /// <summary>Registers a resolver of the file for this assembly's imports; returns the module.</summary>
        private static IntPtr Resolve(Type modern, string file)
        {
            IntPtr module;
            try
            {
                module = (IntPtr)modern.GetMethod("Load", new[] { typeof(string) }).Invoke(null, new object[] { file });
            }
            catch (TargetInvocationException error)
            {
                throw new DllNotFoundException(error.InnerException.Message, error.InnerException);
            }
            resolved = module;
            MethodInfo register = modern.GetMethod("SetDllImportResolver");
            Type resolver = register.GetParameters()[1].ParameterType;
            MethodInfo answer = typeof(LibraryLoader).GetMethod(nameof(OnImport), BindingFlags.NonPublic | BindingFlags.Static);
            register.Invoke(null, new object[] { typeof(LibraryLoader).Assembly, Delegate.CreateDelegate(resolver, answer) });
            return module;
        }

        private static IntPtr OnImport(string library, Assembly assembly, DllImportSearchPath? search)
        {
            return library == NativeMethods.Library ? resolved : IntPtr.Zero;
        }

        private static string Asked(string path)
        {
            if (!Path.IsPathRooted(path) || !File.Exists(path))
            {
                throw new BilanLibraryException(
                    $"{PathVariable} doit être le chemin absolu d’un fichier qui existe ; trouvé : « {path} ».");
            }
            return path;
        }

        private static string BesideAssembly()
        {
            // Empty where the program is a single file.
            string location = typeof(LibraryLoader).Assembly.Location;
            string folder = string.IsNullOrEmpty(location) ? AppDomain.CurrentDomain.BaseDirectory : Path.GetDirectoryName(location);
            return Array.Find(Candidates(folder, IsWindows()), File.Exists);
        }

        private static bool IsWindows() => Path.DirectorySeparatorChar == '\\';

        [DllImport("kernel32", CharSet = CharSet.Unicode, ExactSpelling = true, EntryPoint = "LoadLibraryExW", SetLastError = true)]
        private static extern IntPtr LoadLibraryEx(string file, IntPtr reserved, uint flags);
    }
}
