using System;
using System.IO;
using System.Text;
using BilanProfessionnel.Native;

namespace BilanProfessionnel.Tests
{
    /// <summary>The library that is loaded, and the bytes that pass through.</summary>
    internal static class LibraryTests
    {
        internal static void Run(Catalogue catalogue)
        {
            Check.Equal("the ABI expected", BilanLibrary.ExpectedAbiVersion, BilanLibrary.AbiVersion);
            Check.Equal("a version of three numbers", 3, BilanLibrary.Version.Split('.').Length);
            Check.Equal("the engine of the records is the library", BilanLibrary.Version,
                catalogue.Simulate(new SimulateRequest(new DateTime(2026, 11, 23)) { Variant = "horizon" }).Record.Engine);
            Check.Equal("the ABI expected is not refused", null, LibraryLoader.RefusalOf(LibraryLoader.ExpectedAbi));
            foreach (uint abi in new uint[] { 0, 2, uint.MaxValue })
            {
                Check.That($"ABI {abi} is refused", LibraryLoader.RefusalOf(abi).Contains(abi.ToString()));
            }
            BytesPassThrough(catalogue);
        }

        private static void BytesPassThrough(Catalogue catalogue)
        {
            byte[] request = Encoding.UTF8.GetBytes("??{\"variant\":\"evolution\"}??");
            byte[] whole = catalogue.Answer(Operation.Plan, request, 2, request.Length - 4);
            string text = catalogue.Answer(Operation.Plan, "{\"variant\":\"evolution\"}");
            Check.Equal("a part of a buffer, bytes, text: one answer", text, Encoding.UTF8.GetString(whole));
            Check.Equal("a line: the same answer", text, catalogue.AnswerLine("{\"operation\":\"plan\",\"request\":{\"variant\":\"evolution\"}}"));
            Check.That("no NUL, no line break", Array.TrueForAll(whole, found => found >= 32));
            string document = catalogue.Answer(Operation.Catalogue, "{}");
            using (Catalogue again = Catalogue.Parse(document))
            using (Catalogue fromBytes = Catalogue.Parse(Encoding.UTF8.GetBytes(document)))
            {
                Check.Equal("a catalogue read is written as before", document, again.Answer(Operation.Catalogue, "{}"));
                Check.Equal("from bytes as well", document, fromBytes.Answer(Operation.Catalogue, "{}"));
            }
        }
    }
}
