using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using BilanProfessionnel.Json;

namespace BilanProfessionnel.Tests
{
    /// <summary>The table of hostile texts, in models: refused with the contract’s code and path, or handed on as they are.</summary>
    internal static class HostileTextTests
    {
        /// <summary>A text of the table: what the check of a catalogue says of it, and how a path names a member of that name.</summary>
        private sealed class HostileText
        {
            internal HostileText(JsonObject entry)
            {
                Name = entry.Text("name");
                Label = entry.Text("label");
                Text = entry["units"] is IEnumerable units
                    ? new string(units.Cast<decimal>().Select(unit => (char)unit).ToArray())
                    : string.Concat(Enumerable.Repeat(entry.Text("text"), entry.OptionalCount("times") ?? 1));
                Shown = entry.OptionalText("path") ?? Text;
            }

            internal string Name { get; }

            internal string Label { get; }

            internal string Text { get; }

            internal string Shown { get; }
        }

        /// <summary>The texts of the table in that file.</summary>
        internal static void Run(Catalogue catalogue, string table)
        {
            string purpose = catalogue.GetCatalogue().Variants[0].Purpose;
            string document = catalogue.Answer(Operation.Catalogue, "{}");
            IReadOnlyList<HostileText> texts = JsonReader.ReadObject(File.ReadAllText(table, Encoding.UTF8)).Objects("texts", entry => new HostileText(entry));
            Check.That("a table of hostile texts", texts.Count > 80 && texts.Any(text => text.Label == "invalidUtf8"));
            foreach (HostileText text in texts)
            {
                Requests(catalogue, text);
                Labels(document, purpose, text);
            }
        }

        private static void Requests(Catalogue catalogue, HostileText hostile)
        {
            string text = hostile.Text;
            var evolution = new PlanRequest("evolution");
            var attended = new SettleRequest(evolution);
            attended.Attended.Add(new AttendedSession(new DateTime(2027, 1, 12), 1) { Step = text });
            Refused(hostile, "unknownVariant", "variant", () => catalogue.Plan(new PlanRequest(text)));
            Refused(hostile, "unknownStep", "fixed.§", () => catalogue.Plan(new PlanRequest("evolution") { Fixed = { [text] = 1 } }));
            Refused(hostile, "unknownCode", "needs[1]", () => catalogue.Recommend(new RecommendRequest { Needs = { "faireLePoint", text } }));
            Refused(hostile, "unknownCode", "client", () => catalogue.Quote(new QuoteRequest(text) { Variant = "evolution" }));
            Refused(hostile, "unknownVariant", "plan.variant", () => catalogue.Schedule(new ScheduleRequest(new PlanRequest(text), new DateTime(2026, 12, 1))));
            Refused(hostile, "unknownStep", "attended[0].step", () => catalogue.Settle(attended));
            Refused(hostile, "unknownVariant", "variant", () => catalogue.Simulate(new SimulateRequest(new DateTime(2026, 11, 23)) { Variant = text }));
        }

        private static void Refused(HostileText hostile, string code, string path, Action work)
        {
            bool half = hostile.Label == "invalidUtf8";
            Check.Refused($"{hostile.Name}: {path}", half ? "invalidUtf8" : code, half ? "" : path.Replace("§", hostile.Shown), work);
        }

        /// <summary>A catalogue with the text in it is refused at its place, or hands it on as it is.</summary>
        private static void Labels(string document, string purpose, HostileText hostile)
        {
            string before = JsonWriter.Object(json => json.Text("purpose", purpose)).Trim('{', '}');
            string after = JsonWriter.Object(json => json.Text("purpose", hostile.Text));
            string changed = document.Replace(before, after.Substring(1, after.Length - 2));
            if (hostile.Label == "text")
            {
                Check.Runs($"{hostile.Name}: a catalogue", () =>
                {
                    using (Catalogue catalogue = Catalogue.Parse(changed))
                    {
                        Check.Equal($"{hostile.Name}: handed on", hostile.Text, catalogue.GetCatalogue().Variants[0].Purpose);
                    }
                });
            }
            else
            {
                string path = hostile.Label == "invalidUtf8" ? "" : "variants[0].purpose";
                Check.Refused($"{hostile.Name}: a catalogue", hostile.Label, path, () => Catalogue.Parse(changed).Dispose());
            }
        }
    }
}
