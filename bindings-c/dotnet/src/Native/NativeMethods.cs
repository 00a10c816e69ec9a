using System;
using System.Runtime.InteropServices;
using System.Security;

namespace BilanProfessionnel.Native
{
    /// <summary>The functions of <c>bilan.h</c>, as declared there: blittable arguments only, text by pointer and length.</summary>
    [SuppressUnmanagedCodeSecurity]
    internal static unsafe partial class NativeMethods
    {
        internal const string Library = "bilan";

        internal const int Ok = 0;

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern uint bilan_abi_version();

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern byte* bilan_version();

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int bilan_catalogue_default(out CatalogueHandle catalogue);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int bilan_catalogue_parse(
            byte* json, UIntPtr length, out CatalogueHandle catalogue, out IntPtr error, out UIntPtr errorLength);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern void bilan_catalogue_free(IntPtr catalogue);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int bilan_answer_line(
            CatalogueHandle catalogue, byte* line, UIntPtr length, out IntPtr result, out UIntPtr resultLength);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern void bilan_text_free(IntPtr text, UIntPtr length);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern uint bilan_funding_decide(uint known, uint values);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int bilan_funding_decide_on(int day, uint known, uint values, out uint verdict);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int bilan_catalogue_check(byte* json, UIntPtr length, out IntPtr result, out UIntPtr resultLength);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int bilan_funding_decide_many(uint* known, uint* values, UIntPtr count, uint* verdicts);
    }
}
