using System;
using System.Collections.Generic;
using System.Text;

namespace BilanProfessionnel.Tests
{
    /// <summary>Hostile input at every entrance: always an exception with the right code, or an error document.</summary>
    internal static class HostileTests
    {
        /// <summary>Bytes, and the code with which every operation refuses them.</summary>
        private static readonly object[][] Bytes =
        {
            new object[] { "empty", "", "invalidJson" },
            new object[] { "spaces only", "  \t\n", "invalidJson" },
            new object[] { "byte FF", "{\"a\":\"\xff\"}", "invalidUtf8" },
            new object[] { "stray continuation byte", "{\"a\":\"\x80\"}", "invalidUtf8" },
            new object[] { "overlong form", "{\"a\":\"\xc0\xaf\"}", "invalidUtf8" },
            new object[] { "surrogate in UTF-8", "{\"a\":\"\u00ed\u00a0\u0080\"}", "invalidUtf8" },
            new object[] { "beyond Unicode", "{\"a\":\"\u00f5\u0080\u0080\u0080\"}", "invalidUtf8" },
            new object[] { "character cut short", "\"\u00c3", "invalidUtf8" },
            new object[] { "Latin-1", "{\"a\":\"\u00e9t\u00e9\"}", "invalidUtf8" },
            new object[] { "UTF-16", "{\0}\0", "invalidJson" },
            new object[] { "byte order mark", "\u00ef\u00bb\u00bf{}", "invalidJson" },
            new object[] { "NUL after the document", "{}\0", "invalidJson" },
            new object[] { "NUL before the document", "\0{}", "invalidJson" },
            new object[] { "NUL inside a text", "{\"a\":\"b\0c\"}", "invalidJson" },
            new object[] { "lone high surrogate escape", "{\"a\":\"\\ud83d\"}", "invalidJson" },
            new object[] { "lone low surrogate escape", "{\"a\":\"\\udc00\"}", "invalidJson" },
            new object[] { "surrogates in the wrong order", "{\"a\":\"\\ude00\\ud83d\"}", "invalidJson" },
            new object[] { "trailing comma", "{\"a\":1,}", "invalidJson" },
            new object[] { "two documents", "{} {}", "invalidJson" },
            new object[] { "NaN", "{\"a\":NaN}", "invalidJson" },
            new object[] { "leading zero", "{\"a\":018}", "invalidJson" },
            new object[] { "format directives", "%s%n%s%n", "invalidJson" },
            new object[] { "null", "null", "wrongType" },
            new object[] { "number", "42", "wrongType" },
            new object[] { "text", "\"evolution\"", "wrongType" },
            new object[] { "list", "[]", "wrongType" },
        };

        /// <summary>Requests of one operation each: operation, request, code, path.</summary>
        private static readonly object[][] Requests =
        {
            new object[] { Operation.Catalogue, "{\"a\":1}", "unknownField", "a" },
            new object[] { Operation.Recommend, "{\"needs\":[]}", "noNeeds", "needs" },
            new object[] { Operation.Recommend, "{}", "noNeeds", "needs" },
            new object[] { Operation.Recommend, "{\"needs\":[\"dormir\"]}", "unknownCode", "needs[0]" },
            new object[] { Operation.Recommend, "{\"needs\":\"faireLePoint\"}", "wrongType", "needs" },
            new object[] { Operation.Recommend, "{\"needs\":[],\"needs\":[]}", "duplicateField", "needs" },
            new object[] { Operation.Funding, "{}", "missingField", "on" },
            new object[] { Operation.Funding, "{\"on\":\"2026-02-30\"}", null, "on" },
            new object[] { Operation.Funding, "{\"on\":\"2026-12-01\",\"facts\":{\"rqth\":1}}", "wrongType", "facts.rqth" },
            new object[] { Operation.Funding, "{\"on\":\"2026-12-01\",\"facts\":{\"rqht\":true}}", "unknownField", "facts.rqht" },
            new object[] { Operation.Funding, "{\"on\":\"2026-12-01\",\"facts\":{\"rqth\":true,\"\\u0072qth\":false}}", "duplicateField", "facts.rqth" },
            new object[] { Operation.Funding, "{\"on\":\"2026-12-01\",\"facts\":{\"tauxIncapacitePermanente\":101}}", "outOfRange", "facts.tauxIncapacitePermanente" },
            new object[] { Operation.Funding, "{\"on\":\"2026-12-01\",\"facts\":{\"tauxIncapacitePermanente\":1e300}}", "outOfRange", "facts.tauxIncapacitePermanente" },
            new object[] { Operation.Funding, "{\"on\":\"2026-12-01\",\"validUntil\":{\"statut\":\"2027-01-01\"}}", "unknownField", "validUntil.statut" },
            new object[] { Operation.Plan, "{}", "missingField", "variant" },
            new object[] { Operation.Plan, "{\"variant\":null}", "missingField", "variant" },
            new object[] { Operation.Plan, "{\"variant\":\"retraite\"}", "unknownVariant", "variant" },
            new object[] { Operation.Plan, "{\"variant\":\"evolution\",\"hours\":1e300}", "budgetInfeasible", "hours" },
            new object[] { Operation.Plan, "{\"variant\":\"evolution\",\"hours\":1e-308}", "hoursGranularity", "hours" },
            new object[] { Operation.Plan, "{\"variant\":\"evolution\",\"hours\":-18}", "budgetInfeasible", "hours" },
            new object[] { Operation.Plan, "{\"variant\":\"evolution\",\"hours\":123456789012345678901234567890}", "budgetInfeasible", "hours" },
            new object[] { Operation.Plan, "{\"variant\":\"evolution\",\"hours\":\"18\"}", "wrongType", "hours" },
            new object[] { Operation.Plan, "{\"variant\":\"evolution\",\"fixed\":{\"coaching\":1}}", "unknownStep", "fixed.coaching" },
            new object[] { Operation.Plan, "{\"variant\":\"evolution\",\"fixed\":{\"pistes\":41}}", "hoursOutOfRange", "fixed.pistes" },
            new object[] { Operation.Plan, "{\"variant\":\"developpement\",\"kickoffMeeting\":false}", "kickoffRequired", "kickoffMeeting" },
            new object[] { Operation.Quote, "{\"variant\":\"evolution\"}", "missingField", "client" },
            new object[] { Operation.Quote, "{\"variant\":\"evolution\",\"client\":\"affiliee\",\"hours\":18.25}", "hoursGranularity", "hours" },
            new object[] { Operation.Schedule, "{\"plan\":{\"variant\":\"x\"},\"exchangesOn\":\"2026-12-01\"}", "unknownVariant", "plan.variant" },
            new object[] { Operation.Schedule, "{\"plan\":{\"variant\":\"evolution\"}}", "missingField", "exchangesOn" },
            new object[] { Operation.Schedule, "{\"plan\":{\"variant\":\"evolution\"},\"exchangesOn\":\"2026-12-01\",\"weekday\":\"sunday\"}", "unknownCode", "weekday" },
            new object[] { Operation.Schedule, "{\"plan\":{\"variant\":\"evolution\"},\"exchangesOn\":\"2026-12-01\",\"closures\":[{\"from\":\"2027-01-01\",\"to\":\"2030-01-01\"}]}", "noOpenDay", null },
            new object[] { Operation.Settle, "{\"plan\":{\"variant\":\"evolution\"},\"attended\":[{\"date\":\"2027-01-12\",\"hours\":0}]}", "hoursOutOfRange", "attended[0].hours" },
            new object[] { Operation.Simulate, "{\"on\":\"2026-11-23\"}", "missingField", null },
            new object[] { Operation.Replay, "{\"case\":{\"on\":\"2026-11-23\",\"variant\":\"horizon\"}}", "missingField", "record" },
        };

        internal static void Run(Catalogue catalogue)
        {
            foreach (Operation operation in (Operation[])Enum.GetValues(typeof(Operation)))
            {
                foreach (object[] input in Bytes)
                {
                    byte[] bytes = Latin1((string)input[1]);
                    Check.Refused($"{operation}, {input[0]}", (string)input[2], "", () => catalogue.Answer(operation, bytes));
                }
                Sizes(catalogue, operation);
                Arguments(catalogue, operation);
            }
            foreach (object[] request in Requests)
            {
                var operation = (Operation)request[0];
                var text = (string)request[1];
                string name = $"{operation} {text}";
                BilanException refusal = Check.Throws<BilanException>(name, () => catalogue.Answer(operation, text));
                Check.That(name, refusal != null && (request[2] == null || refusal.Code == (string)request[2])
                    && (request[3] == null || refusal.Path == (string)request[3]), refusal?.Document);
            }
            Lines(catalogue);
            Surrogates(catalogue);
            Catalogues();
        }

        internal static byte[] Latin1(string text) => Encoding.GetEncoding(28591).GetBytes(text);

        private static void Sizes(Catalogue catalogue, Operation operation)
        {
            var large = new byte[50 << 20];
            for (int i = 0; i < large.Length; i++)
            {
                large[i] = (byte)' ';
            }
            Check.Refused($"{operation}, 50 MB", "tooLarge", "", () => catalogue.Answer(operation, large));
            Check.Refused($"{operation}, 1 MiB and a byte", "tooLarge", "", () => catalogue.Answer(operation, large, 0, (1 << 20) + 1));
            Check.Refused($"{operation}, 1 MiB", "invalidJson", "", () => catalogue.Answer(operation, large, 0, 1 << 20));
            Check.Refused($"{operation}, 100,000 lists", "invalidJson", "", () => catalogue.Answer(operation, new string('[', 100000)));
            var objects = new StringBuilder();
            for (int i = 0; i < 100000; i++)
            {
                objects.Append("{\"a\":");
            }
            Check.Refused($"{operation}, 100,000 objects", "invalidJson", "", () => catalogue.Answer(operation, objects.ToString()));
        }

        private static void Arguments(Catalogue catalogue, Operation operation)
        {
            var buffer = new byte[] { (byte)'x', (byte)'{', (byte)'}', (byte)'x' };
            Check.Throws<ArgumentNullException>($"{operation}, null text", () => catalogue.Answer(operation, (string)null));
            Check.Throws<ArgumentNullException>($"{operation}, null bytes", () => catalogue.Answer(operation, (byte[])null));
            Check.Throws<ArgumentNullException>($"{operation}, null buffer", () => catalogue.Answer(operation, null, 0, 0));
            foreach (int[] part in new[] { new[] { -1, 2 }, new[] { 5, 0 }, new[] { 0, 5 }, new[] { 1, -1 }, new[] { 3, 2 }, new[] { int.MaxValue, int.MaxValue } })
            {
                Check.Throws<ArgumentOutOfRangeException>($"{operation}, part {part[0]} {part[1]}", () => catalogue.Answer(operation, buffer, part[0], part[1]));
            }
            Check.Refused($"{operation}, a length that lies short", "invalidJson", "", () => catalogue.Answer(operation, buffer, 1, 1));
            Check.Refused($"{operation}, length 0 at the end", "invalidJson", "", () => catalogue.Answer(operation, buffer, 4, 0));
        }

        private static void Lines(Catalogue catalogue)
        {
            foreach (object[] input in Bytes)
            {
                byte[] answer = catalogue.AnswerLine(Latin1((string)input[1]));
                string text = Encoding.UTF8.GetString(answer);
                Check.That($"line, {input[0]}", text.StartsWith($"{{\"error\":{{\"code\":\"{input[2]}\"", StringComparison.Ordinal), text);
            }
            Check.That("line, an operation that is not", catalogue.AnswerLine("{\"operation\":\"devis\",\"request\":{}}").Contains("\"unknownCode\""));
            Check.Throws<ArgumentNullException>("line, null", () => catalogue.AnswerLine((string)null));
            Check.Throws<ArgumentNullException>("line, null bytes", () => catalogue.AnswerLine((byte[])null));
            Check.Throws<ArgumentOutOfRangeException>("line, outside the buffer", () => catalogue.AnswerLine(new byte[2], 1, 2));
            foreach (Operation none in new[] { (Operation)9, (Operation)(-1), (Operation)int.MinValue })
            {
                Check.Throws<ArgumentOutOfRangeException>($"operation {none}", () => catalogue.Answer(none, "{}"));
            }
        }

        /// <summary>Half a character in a string: UTF-8 cannot say it, and the library says where.</summary>
        private static void Surrogates(Catalogue catalogue)
        {
            foreach (string half in new[] { "\ud83d", "\ude00", "\ude00\ud83d", "\ud83dx", "\ud83d\ud83d\ude00" })
            {
                Check.Refused("half a character in a text", "invalidUtf8", "", () => catalogue.Answer(Operation.Plan, "{\"variant\":\"" + half + "\"}"));
                Check.Refused("half a character in a model", "invalidUtf8", "", () => catalogue.Plan(new PlanRequest(half)));
                Check.Refused("half a character in a list", "invalidUtf8", "", () => catalogue.Recommend(new RecommendRequest { Needs = { "é", half } }));
                Check.Refused("half a character in a catalogue", "invalidUtf8", "", () => Catalogue.Parse(half));
                Check.That("half a character in a line", catalogue.AnswerLine(half).Contains("\"invalidUtf8\""));
            }
            BilanException refusal = Check.Throws<BilanException>("its place", () => catalogue.Answer(Operation.Plan, "\"é\ud83d\""));
            Check.That("its place is in the message", refusal != null && refusal.Message.Contains("3"), refusal?.Message);
            Check.Refused("a whole character beyond the first plane", "unknownVariant", "variant", () => catalogue.Plan(new PlanRequest("\ud83d\ude00")));
            Check.Refused("NUL in a model", "unknownVariant", "variant", () => catalogue.Plan(new PlanRequest("evolution\0")));
        }

        private static void Catalogues()
        {
            foreach (object[] input in Bytes)
            {
                Check.Refused($"catalogue, {input[0]}", (string)input[2], "", () => Catalogue.Parse(Latin1((string)input[1])));
            }
            Check.Throws<ArgumentNullException>("catalogue, null", () => Catalogue.Parse((string)null));
            Check.Throws<ArgumentNullException>("catalogue, null bytes", () => Catalogue.Parse((byte[])null));
            Check.Refused("catalogue, 50 MB", "tooLarge", "", () => Catalogue.Parse(new byte[50 << 20]));
            Check.Refused("catalogue, a member missing", "missingField", null, () => Catalogue.Parse("{}"));
        }
    }
}
