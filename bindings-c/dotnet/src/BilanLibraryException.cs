using System;

namespace BilanProfessionnel
{
    /// <summary>The native library is missing, cannot be used by this process, or is of another ABI.</summary>
    public sealed class BilanLibraryException : Exception
    {
        internal BilanLibraryException(string message, Exception inner = null)
            : base(message, inner)
        {
        }
    }
}
