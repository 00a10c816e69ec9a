using System;
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
            new object[] { Operation.Simulate, "{\"on\":\"2026-12-01\",\"variant\":\"evolution\",\"affiliated\":true,\"calendar\":{\"exchangesOn\":\"2026-12-01\"}}" },
        };

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
