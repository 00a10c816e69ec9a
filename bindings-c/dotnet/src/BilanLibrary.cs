using BilanProfessionnel.Native;

namespace BilanProfessionnel
{
    /// <summary>The native library that answers.</summary>
    public static class BilanLibrary
    {
        /// <summary>
        /// The environment variable with the absolute path of the native library, for those who do not keep it beside the
        /// program: <c>BILAN_LIBRARY</c>.
        /// </summary>
        public const string PathVariable = LibraryLoader.PathVariable;

        /// <summary>The ABI that this package is written for; another one is refused.</summary>
        public const int ExpectedAbiVersion = (int)LibraryLoader.ExpectedAbi;

        /// <summary>The ABI of the library loaded.</summary>
        /// <exception cref="BilanLibraryException">The library is missing, or of another ABI.</exception>
        public static int AbiVersion
        {
            get
            {
                LibraryLoader.EnsureLoaded();
                return (int)FirstCalls.AbiVersion();
            }
        }

        /// <summary>The version of the library loaded: <c>0.1.0</c>.</summary>
        /// <exception cref="BilanLibraryException">The library is missing, or of another ABI.</exception>
        public static unsafe string Version
        {
            get
            {
                LibraryLoader.EnsureLoaded();
                return NativeText.ReadStatic(FirstCalls.Version());
            }
        }
    }
}
