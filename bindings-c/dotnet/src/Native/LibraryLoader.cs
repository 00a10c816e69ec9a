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
    /// answers the name <c>bilan</c> with the module already loaded; on Mono <c>dlopen</c>, after which the map beside the
    /// assembly names the library as it names itself. Else the runtime's own search applies:
    /// <c>runtimes/RID/native</c> of the package by the <c>.deps.json</c> file, the program's folder, the system's.
    /// </remarks>
    internal static class LibraryLoader
    {
        internal const string PathVariable = "BILAN_LIBRARY";

        internal const uint ExpectedAbi = 1;

        private const uint LoadWithAlteredSearchPath = 8;

        private const int ResolveNow = 2;

        private const string WithoutMap =
            "Sous Mono, " + PathVariable + " demande le fichier BilanProfessionnel.dll.config du paquet à côté de " +
            "BilanProfessionnel.dll ; sinon, placez la bibliothèque à côté du programme, ou employez LD_LIBRARY_PATH.";

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

        /// <summary>
        /// Where the file is looked for beside an assembly: the layout of the package, if it is built for this platform,
        /// then the folder itself.
        /// </summary>
        internal static string[] Candidates(string folder, string system, string platform)
        {
            string file = Platform.FileName(system);
            string beside = Path.Combine(folder, file);
            return platform == null
                ? new[] { beside }
                : new[] { Path.Combine(folder, "runtimes", platform, "native", file), beside };
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
                    refusal = RefusalOf(FirstCalls.AbiVersion());
                }
                catch (Exception error) when (
                    error is DllNotFoundException || error is BadImageFormatException || error is EntryPointNotFoundException)
                {
                    throw new BilanLibraryException(Missing(Platform.Here(), error.Message), error);
                }
                if (refusal != null)
                {
                    throw new BilanLibraryException(refusal);
                }
                loaded = true;
            }
        }

        /// <summary>What is said where no library can be used.</summary>
        internal static string Missing(string platform, string detail)
        {
            return platform == null
                ? $"Ce paquet n’a pas de bibliothèque native pour ce système ({Platform.Description()}) : compilez-la depuis les " +
                    $"sources (bindings-c/install), puis donnez son chemin absolu dans la variable {PathVariable}. Détail : {detail}"
                : $"La bibliothèque native « bilan » pour « {platform} » est introuvable ou inutilisable : voyez « Loading » dans " +
                    $"le README du paquet, ou donnez son chemin absolu dans la variable {PathVariable}. Détail : {detail}";
        }

        private static void Preload()
        {
            string asked = Environment.GetEnvironmentVariable(PathVariable);
            bool isAsked = !string.IsNullOrEmpty(asked);
            string file = isAsked ? Asked(asked) : BesideAssembly();
            if (resolved != IntPtr.Zero)
            {
                return;
            }
            Type modern = Type.GetType("System.Runtime.InteropServices.NativeLibrary, System.Runtime.InteropServices");
            if (modern == null && Platform.SystemHere() == Platform.Linux)
            {
                PreloadForMono(file, isAsked);
            }
            else if (file == null)
            {
                return;
            }
            else if (modern != null)
            {
                resolved = Resolve(modern, file);
            }
            else if (Platform.SystemHere() == Platform.Windows)
            {
                resolved = LoadLibraryEx(file, IntPtr.Zero, LoadWithAlteredSearchPath);
                if (resolved == IntPtr.Zero)
                {
                    throw new DllNotFoundException($"{file}, erreur Windows {Marshal.GetLastWin32Error()}");
                }
            }
            else if (isAsked)
            {
                throw new BilanLibraryException(WithoutMap);
            }
        }

        /// <summary>
        /// Mono has no resolver. Its map, which lies beside the assembly, names the library as the library names itself, and
        /// that name the system answers with what is loaded already. Without the map Mono looks beside the assembly.
        /// </summary>
        private static void PreloadForMono(string file, bool isAsked)
        {
            if (!File.Exists(typeof(LibraryLoader).Assembly.Location + ".config"))
            {
                if (isAsked)
                {
                    throw new BilanLibraryException(WithoutMap);
                }
                return;
            }
            resolved = dlopen(file ?? Platform.FileName(Platform.Linux), ResolveNow);
            if (resolved == IntPtr.Zero && file != null)
            {
                throw new DllNotFoundException(Marshal.PtrToStringAnsi(dlerror()));
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
            return Array.Find(Candidates(folder, Platform.SystemHere(), Platform.Here()), File.Exists);
        }

        [DllImport("libdl.so.2", CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        private static extern IntPtr dlopen([MarshalAs(UnmanagedType.LPStr)] string file, int flags);

        [DllImport("libdl.so.2", CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        private static extern IntPtr dlerror();

        [DllImport("kernel32", CharSet = CharSet.Unicode, ExactSpelling = true, EntryPoint = "LoadLibraryExW", SetLastError = true)]
        private static extern IntPtr LoadLibraryEx(string file, IntPtr reserved, uint flags);
    }
}
