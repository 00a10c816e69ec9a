using System;
using System.Runtime.CompilerServices;

namespace BilanProfessionnel.Native
{
    /// <summary>
    /// The native functions that a program may call first, each in a method of its own: Mono looks for what a method imports
    /// when it compiles the method, before the loader that the method calls has run, and does not look again.
    /// </summary>
    internal static unsafe class FirstCalls
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        internal static uint AbiVersion() => NativeMethods.bilan_abi_version();

        [MethodImpl(MethodImplOptions.NoInlining)]
        internal static byte* Version() => NativeMethods.bilan_version();

        [MethodImpl(MethodImplOptions.NoInlining)]
        internal static int CatalogueDefault(out CatalogueHandle catalogue) => NativeMethods.bilan_catalogue_default(out catalogue);

        [MethodImpl(MethodImplOptions.NoInlining)]
        internal static int CatalogueParse(
            byte* json, UIntPtr length, out CatalogueHandle catalogue, out IntPtr error, out UIntPtr errorLength) =>
            NativeMethods.bilan_catalogue_parse(json, length, out catalogue, out error, out errorLength);

        [MethodImpl(MethodImplOptions.NoInlining)]
        internal static int CatalogueCheck(byte* json, UIntPtr length, out IntPtr result, out UIntPtr resultLength) =>
            NativeMethods.bilan_catalogue_check(json, length, out result, out resultLength);

        [MethodImpl(MethodImplOptions.NoInlining)]
        internal static uint Decide(uint known, uint values) => NativeMethods.bilan_funding_decide(known, values);

        [MethodImpl(MethodImplOptions.NoInlining)]
        internal static int DecideOn(int day, uint known, uint values, out uint verdict) =>
            NativeMethods.bilan_funding_decide_on(day, known, values, out verdict);

        [MethodImpl(MethodImplOptions.NoInlining)]
        internal static int DecideMany(uint* known, uint* values, UIntPtr count, uint* verdicts) =>
            NativeMethods.bilan_funding_decide_many(known, values, count, verdicts);
    }
}
