using System;
using System.Runtime.InteropServices;

namespace BilanProfessionnel.Native
{
    /// <summary>Owns a <c>bilan_catalogue</c>: freed once, and never while a call uses it.</summary>
    internal sealed class CatalogueHandle : SafeHandle
    {
        private CatalogueHandle()
            : base(IntPtr.Zero, ownsHandle: true)
        {
        }

        public override bool IsInvalid => handle == IntPtr.Zero;

        protected override bool ReleaseHandle()
        {
            NativeMethods.bilan_catalogue_free(handle);
            return true;
        }
    }
}
