using System;
using System.Reflection;
using BilanProfessionnel.Json;

namespace BilanProfessionnel.Tests
{
    /// <summary>
    /// Answers of a later library that speaks the same contract, which may add members: what a model knows it holds, what
    /// it does not know it leaves alone.
    /// </summary>
    internal static class LaterTests
    {
        private const string Replay = "{\"holds\":true,\"engine\":{\"recorded\":\"0.1.0\",\"current\":\"0.2.0\",\"later\":[]},\"explanation\":\"Oui.\"}";

        private static readonly object[][] Requests =
        {
            new object[] { Operation.Catalogue, "{}" },
            new object[] { Operation.Recommend, "{\"needs\":[\"faireLePoint\"]}" },
            new object[] { Operation.Settle, "{\"plan\":{\"variant\":\"evolution\"}}" },
            new object[] { Operation.Simulate, "{\"on\":\"2026-12-01\",\"variant\":\"evolution\",\"client\":\"affiliee\",\"calendar\":{\"exchangesOn\":\"2026-12-01\"}}" },
        };

        /// <summary>Codes and members that no library of today writes; no library is asked.</summary>
        internal static void Added()
        {
            Check.Runs("a verdict with codes and members added", () =>
            {
                const string Report = "{\"code\":\"situationNouvelle\",\"group\":\"groupeNouveau\",\"label\":\"Nouveau\",\"articles\":[],"
                    + "\"status\":\"statutNouveau\",\"questions\":[{\"fact\":\"faitNouveau\",\"question\":\"?\",\"questionAbout\":\"?\",\"document\":\"\",\"kind\":\"genreNouveau\",\"delicate\":true}],"
                    + "\"missing\":[\"faitNouveau\",\"rqth\"],\"failed\":[],\"wouldSuffice\":[{\"faitNouveau\":[1],\"statut\":\"statutNouveau\",\"rqth\":true}],"
                    + "\"explanation\":\"\",\"membreNouveau\":{\"a\":[null]}}";
                var report = new SituationReport(JsonReader.ReadObject(Report));
                Check.Equal("an added situation", Situation.Other, report.Code);
                Check.Equal("an added group", SituationGroup.Other, report.Group);
                Check.Equal("an added status", SituationStatus.Other, report.Status);
                Check.Equal("its label is there", "Nouveau", report.Label);
                Check.That("an added fact beside a known one", report.Missing[0] == Fact.Other && report.Missing[1] == Fact.Rqth);
                Check.Equal("an added fact in a question", Fact.Other, report.Questions[0].Fact);
                FactAnswers answers = report.WouldSuffice[0];
                Check.That("an added fact and status are passed over", answers.Rqth == true && answers.Statut == null && answers.Known == Fact.Rqth);
            });
            MethodInfo each = typeof(LaterTests).GetMethod(nameof(Each), BindingFlags.Static | BindingFlags.NonPublic);
            foreach (Type type in typeof(Catalogue).Assembly.GetExportedTypes())
            {
                if (type.IsEnum && !type.IsDefined(typeof(FlagsAttribute), false) && Enum.IsDefined(type, "Other"))
                {
                    each.MakeGenericMethod(type).Invoke(null, new object[] { "codeNouveau" });
                }
            }
            Check.Runs("a warning added", () =>
            {
                var warning = new PlanWarning(JsonReader.ReadObject("{\"code\":\"nouveau\",\"step\":\"recherches\",\"message\":\"Nouveau.\",\"later\":1}"));
                Check.That("its sentence is there", warning.Code == PlanWarningCode.Other && warning.Message == "Nouveau.");
            });
            Check.Runs("a price of a form added", () =>
            {
                Check.Equal("as an object", TariffPriceKind.Other, new TariffPrice(JsonReader.ReadObject("{\"formeNouvelle\":{}}")).Kind);
                Check.Equal("as a code", TariffPriceKind.Other, new TariffPrice("formeNouvelle").Kind);
            });
            Check.Runs("an error with a code and details added", () =>
            {
                const string Document = "{\"error\":{\"code\":\"erreurNouvelle\",\"path\":\"a\",\"message\":\"Nouveau.\",\"details\":{\"seuil\":2.5,\"liste\":[1]}}}";
                BilanException error = BilanException.FromDocument(Document);
                Check.That("they are told", error.Code == "erreurNouvelle" && error.Details.Count == 1 && error.Details["seuil"] == 2.5m);
            });
            Check.Throws<ArgumentOutOfRangeException>("what is not known cannot be asked", () => new FactAnswers().Set(Fact.Other, true));
            Check.Throws<ArgumentOutOfRangeException>("nor all facts at once", () => new FactAnswers().Set(Fact.All, true));
        }

        /// <summary>Every code of an enumeration is read as itself, and one that is added as <c>Other</c>.</summary>
        private static void Each<T>(string added)
            where T : struct
        {
            string name = typeof(T).Name;
            Check.Equal($"{name}, added", "Other", Codes.Read<T>(added).ToString());
            Check.Equal($"{name}, other is no code", "Other", Codes.Read<T>("other").ToString());
            foreach (T value in (T[])Enum.GetValues(typeof(T)))
            {
                if (value.ToString() != "Other")
                {
                    Check.Equal($"{name}, {value}", value, Codes.Read<T>(Codes.Write(value)));
                }
            }
        }

        internal static void Run(Catalogue catalogue)
        {
            Check.Runs("a replay by another version", () =>
            {
                var replay = new ReplayResult(JsonReader.ReadObject(Replay));
                Check.That("holds, and names both versions", replay.Holds && replay.Engine.Recorded == "0.1.0" && replay.Engine.Current == "0.2.0");
                Check.Equal("nothing differs", 0, replay.Differs.Count);
            });
            Check.Runs("a replay by the same version", () =>
            {
                var replay = new ReplayResult(JsonReader.ReadObject("{\"holds\":true,\"explanation\":\"Oui.\"}"));
                Check.That("names none", replay.Holds && replay.Engine == null);
            });
            foreach (object[] request in Requests)
            {
                string operation = request[0].ToString();
                string answer = catalogue.Answer((Operation)request[0], (string)request[1]);
                string later = answer.Replace("{\"code\":", "{\"later\":{\"a\":[1,null]},\"code\":").Replace("{\"variant\":", "{\"later\":null,\"variant\":");
                Check.That($"{operation}, members added", later.Length > answer.Length);
                Check.Runs($"{operation}, with members added", () =>
                {
                    object model = ModelTests.ModelOf(operation.ToLowerInvariant(), JsonReader.ReadObject(later));
                    Check.Equal($"{operation}, the same model", null, ModelTests.Difference(JsonReader.ReadObject(answer), model, ""));
                });
            }
        }
    }
}
