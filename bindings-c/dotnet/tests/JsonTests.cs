using System;
using System.Collections.Generic;
using BilanProfessionnel.Json;

namespace BilanProfessionnel.Tests
{
    /// <summary>The reader refuses what JSON is not; the writer writes what the reader reads.</summary>
    internal static class JsonTests
    {
        private static readonly string[] Refused =
        {
            "", " ", "{", "}", "[", "]", "[1", "[1,", "[1,]", "[,1]", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}",
            "{a:1}", "{'a':1}", "{1:1}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "[1 2]", "nul", "nulll", "True", "tru", "falsee", "NaN",
            "Infinity", "-Infinity", "-", "+1", "01", "-01", "1.", ".5", "1.e5", "1e", "1e+", "0x10", "1_000", "1,5", "1e400",
            "123456789012345678901234567890", "\"", "\"a", "\"a\nb\"", "\"\t\"", "\"\0\"", "\"\\x41\"", "\"\\u12\"", "\"\\u12g4\"",
            "\"\\", "\"\\u", "\"\\u+041\"", "\"\\ud83d\"", "\"\\ude00\"", "\"\\ude00\\ud83d\"", "\"\\ud83dx\"", "\"\ud83d\"",
            "{} {}", "1 2", "{}x", "/**/1", "// \n1", "{\"a\":1,\"a\":2}", "{\"a\":1,\"\\u0061\":2}", "\ufeff{}", "\u00a01", "{}\0",
        };

        private static readonly Dictionary<string, object> Scalars = new Dictionary<string, object>
        {
            { "null", null }, { " true ", true }, { "\t\r\nfalse", false }, { "0", 0m }, { "-0", 0m }, { "18", 18m }, { "4.5", 4.5m },
            { "-2.50", -2.5m }, { "1e2", 100m }, { "1E-1", 0.1m }, { "25e+1", 250m }, { "\"\"", "" }, { "\"é\"", "é" },
            { "\"\\u00e9\"", "é" }, { "\"\\u00E9\"", "é" }, { "\"\\ud83d\\ude00\"", "\ud83d\ude00" }, { "\"\ud83d\ude00\"", "\ud83d\ude00" },
            { "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000\"", "\"\\/\b\f\n\r\t\0" }, { "\"a\\nb\\tc\"", "a\nb\tc" },
        };

        internal static void Run()
        {
            foreach (string text in Refused)
            {
                Check.Throws<FormatException>($"refused: {text}", () => JsonReader.Read(text));
            }
            foreach (KeyValuePair<string, object> scalar in Scalars)
            {
                Check.Equal($"read: {scalar.Key}", scalar.Value, JsonReader.Read(scalar.Key));
            }
            Structures();
            Depth();
            Truncated();
            WrittenTextsAreReadBack();
            MembersHaveTypes();
        }

        private static void Structures()
        {
            JsonObject found = JsonReader.ReadObject(" { \"b\" : [ 1 , { } , [ ] ] , \"a\" : { \"c\" : null } } ");
            Check.Equal("names keep the order of the text", "b,a", string.Join(",", found.Names));
            Check.Equal("a list has its items", 3, ((List<object>)found["b"]).Count);
            Check.That("absent and null are alike", found["z"] == null && ((JsonObject)found["a"])["c"] == null);
            foreach (string text in new[] { "[]", "1", "null", "\"\"" })
            {
                Check.Throws<FormatException>($"an object, not {text}", () => JsonReader.ReadObject(text));
            }
        }

        private static void Depth()
        {
            Check.That("128 levels are read", JsonReader.Read(new string('[', 128) + new string(']', 128)) != null);
            foreach (int levels in new[] { 130, 100000 })
            {
                Check.Throws<FormatException>($"{levels} lists", () => JsonReader.Read(new string('[', levels)));
                Check.Throws<FormatException>($"{levels} objects", () => JsonReader.Read(string.Concat(Repeat("{\"a\":", levels))));
            }
        }

        private static void Truncated()
        {
            const string Whole = "{\"a\":[1.5,-2e1,true,false,null],\"b\":{\"c\":\"d\\u00e9\\n\"}}";
            for (int length = 0; length < Whole.Length; length++)
            {
                string part = Whole.Substring(0, length);
                Check.Throws<FormatException>($"cut after {length}", () => JsonReader.Read(part));
            }
            Check.Runs("whole", () => JsonReader.Read(Whole));
        }

        private static void WrittenTextsAreReadBack()
        {
            for (int unit = 0; unit <= char.MaxValue; unit++)
            {
                string text = "a" + (char)unit + "b";
                if (char.IsSurrogate((char)unit))
                {
                    continue;
                }
                string written = JsonWriter.Object(json => json.Text(text, text));
                JsonObject read = JsonReader.ReadObject(written);
                if (read.Text(text) != text)
                {
                    Check.That($"U+{unit:X4} is read back", false, written);
                }
            }
            foreach (decimal number in new[] { 0m, 18m, 18.0m, 4.5m, 0.5m, -1m, 12.5m, 100m, 0.001m, decimal.MaxValue, 10.10m })
            {
                string written = JsonWriter.Object(json => json.Number("n", number));
                Check.Equal($"{number} is read back", number, JsonReader.ReadObject(written).Number("n"));
            }
            Check.Equal("numbers without trailing zeros", "{\"n\":18,\"m\":4.5}", JsonWriter.Object(json =>
            {
                json.Number("n", 18.00m);
                json.Number("m", 4.50m);
                json.Number("none", null);
            }));
            Check.Equal("lists, objects, holes", "{\"t\":[\"a\",null],\"o\":{},\"l\":[{\"x\":true},null],\"d\":\"0026-01-02\"}", JsonWriter.Object(json =>
            {
                json.Texts("t", new[] { "a", null });
                json.Member("o", member => { });
                json.Member("none", null);
                json.Members("l", new[] { "x", null }, (item, member) => member.Flag(item, true));
                json.Date("d", new DateTime(26, 1, 2, 23, 59, 59));
                json.Date("none", null);
                json.Text("none", null);
                json.Flag("none", null);
            }));
        }

        private static void MembersHaveTypes()
        {
            JsonObject json = JsonReader.ReadObject(
                "{\"t\":\"x\",\"n\":1.5,\"f\":true,\"d\":\"2026-12-01\",\"a\":\"2040.50\",\"o\":{},\"l\":[\"x\"],\"m\":[1],\"z\":null,\"w\":\"2026-13-01\"}");
            Check.Equal("date", new DateTime(2026, 12, 1), json.Date("d"));
            Check.Equal("amount", "2040.50", json.Amount("a").ToString(System.Globalization.CultureInfo.InvariantCulture));
            Check.Equal("list", 1, json.Texts("l").Count);
            Check.Equal("no list", 0, json.Texts("z").Count + json.Texts("absent").Count);
            Check.That("null", json.OptionalText("z") == null && json.OptionalDate("z") == null && json.OptionalAmount("z") == null
                && json.OptionalFlag("z") == null && json.OptionalObject("z", found => "x") == null);
            Action[] wrong =
            {
                () => json.Text("n"), () => json.Text("z"), () => json.Text("absent"), () => json.OptionalText("n"), () => json.Number("t"),
                () => json.Number("z"), () => json.Flag("t"), () => json.Flag("z"), () => json.OptionalFlag("n"), () => json.Date("w"),
                () => json.Date("t"), () => json.Amount("d"), () => json.Object("t", found => found), () => json.OptionalObject("l", found => found),
                () => json.Texts("m"), () => json.Texts("t"), () => json.Objects("l", found => found),
            };
            for (int i = 0; i < wrong.Length; i++)
            {
                Check.Throws<FormatException>($"member of another type, {i}", wrong[i]);
            }
        }

        private static IEnumerable<string> Repeat(string text, int times)
        {
            for (int i = 0; i < times; i++)
            {
                yield return text;
            }
        }
    }
}
