using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Reflection;
using BilanProfessionnel.Json;

namespace BilanProfessionnel.Tests
{
    /// <summary>Typed requests write the documents of the contract; typed results hold every member of the library’s answers.</summary>
    internal static class ModelTests
    {
        private static readonly DateTime FirstOfDecember = new DateTime(2026, 12, 1);

        internal static void Run(Catalogue catalogue)
        {
            Recommendations(catalogue);
            Funding(catalogue);
            Plans(catalogue);
            Quotes(catalogue);
            Schedules(catalogue);
            Settlements(catalogue);
            Dossiers(catalogue);
            Offers(catalogue);
            Grids(catalogue);
            Clients(catalogue);
            Refusals(catalogue);
        }

        /// <summary>Every answer to a file of request lines is held by its model, whole; every refusal by its exception.</summary>
        internal static void Lines(Catalogue catalogue, string path)
        {
            foreach (string line in File.ReadAllLines(path))
            {
                string answer = catalogue.AnswerLine(line);
                string difference = null;
                Check.Runs(line, () =>
                {
                    JsonObject json = JsonReader.ReadObject(answer);
                    if (answer.StartsWith("{\"error\":", StringComparison.Ordinal))
                    {
                        BilanException refusal = BilanException.FromDocument(answer);
                        JsonObject error = json.Object("error", found => found);
                        difference = refusal.Code == error.Text("code") && refusal.Path == error.Text("path") && refusal.Document == answer
                            && refusal.Message == error.Text("message") ? null : refusal.ToString();
                    }
                    else
                    {
                        difference = Difference(json, ModelOf(OperationOf(line), json), "");
                    }
                });
                Check.That($"{line}, read", difference == null, difference);
            }
        }

        private static string OperationOf(string line)
        {
            int from = line.IndexOf(':') + 2;
            return line.Substring(from, line.IndexOf('"', from) - from);
        }

        /// <summary>The result of an operation is the class of its name.</summary>
        internal static object ModelOf(string operation, JsonObject json)
        {
            string name = "BilanProfessionnel." + char.ToUpperInvariant(operation[0]) + operation.Substring(1) + "Result";
            const BindingFlags Own = BindingFlags.Instance | BindingFlags.NonPublic;
            ConstructorInfo read = typeof(Catalogue).Assembly.GetType(name, true).GetConstructor(Own, null, new[] { typeof(JsonObject) }, null);
            try
            {
                return read.Invoke(new object[] { json });
            }
            catch (TargetInvocationException error)
            {
                throw error.InnerException;
            }
        }

        /// <summary>The model asks what the text asks, and holds what the text answers.</summary>
        private static T Same<T>(Catalogue catalogue, Operation operation, string text, string written, Func<T> ask)
        {
            string name = $"{operation} {text}";
            Check.That($"{name}, written", Alike(Pruned(JsonReader.ReadObject(text)), Pruned(JsonReader.ReadObject(written))), written);
            T model = default(T);
            Check.Runs(name, () =>
            {
                model = ask();
                string difference = Difference(JsonReader.ReadObject(catalogue.Answer(operation, written)), model, "");
                Check.That($"{name}, read", difference == null, difference);
            });
            return model;
        }

        private static void Recommendations(Catalogue catalogue)
        {
            var request = new RecommendRequest { Needs = { "preserverSante", "construireProjet" } };
            RecommendResult result = Same(
                catalogue, Operation.Recommend, "{ \"needs\": [\"preserverSante\", \"construireProjet\"] }", request.ToJson(), () => catalogue.Recommend(request));
            Check.Equal("the example of the contract", "prevention", result.Ranking[0].Variant);
            Check.Equal("all variants", 5, result.Ranking.Count);
        }

        private static void Funding(Catalogue catalogue)
        {
            var request = new FundingRequest(FirstOfDecember)
            {
                Until = new DateTime(2027, 5, 31),
                Facts = { Rqth = true, Statut = Statut.Fonctionnaire, TauxIncapacitePermanente = 12.5m, Ati = false },
                ValidUntil = { { Fact.Rqth, new DateTime(2027, 1, 31) } },
            };
            const string Text = "{ \"on\": \"2026-12-01\", \"until\": \"2027-05-31\", \"facts\": { \"rqth\": true, \"statut\": \"fonctionnaire\","
                + " \"tauxIncapacitePermanente\": 12.5, \"ati\": false }, \"validUntil\": { \"rqth\": \"2027-01-31\" } }";
            FundingResult result = Same(catalogue, Operation.Funding, Text, request.ToJson(), () => catalogue.AssessFunding(request));
            Check.Equal("possible", Outcome.Possible, result.Outcome);
            Check.Equal("met", Situation.Rqth, result.Met[0]);
            Check.Equal("expiring", new DateTime(2027, 1, 31), result.Expiring[0].ValidUntil);

            var nothing = new FundingRequest(FirstOfDecember);
            result = Same(catalogue, Operation.Funding, "{\"on\":\"2026-12-01\"}", nothing.ToJson(), () => catalogue.AssessFunding(nothing));
            Check.That("nothing known, a question to ask", result.Outcome == Outcome.Undetermined && result.NextQuestion != null && result.NextQuestionDetail.Question.EndsWith("?", StringComparison.Ordinal));

            foreach (Fact fact in Codes.AllFacts)
            {
                foreach (bool holds in new[] { true, false })
                {
                    Answered(catalogue, fact, holds);
                }
            }
        }

        /// <summary>One answer: the packed verdict and the explained one agree, situation by situation.</summary>
        private static void Answered(Catalogue catalogue, Fact fact, bool holds)
        {
            var request = new FundingRequest(FirstOfDecember);
            string value = holds ? "true" : "false";
            switch (fact)
            {
                case Fact.TauxIncapacitePermanente:
                    request.Facts.TauxIncapacitePermanente = holds ? 10m : 9.99m;
                    value = holds ? "10" : "9.99";
                    break;
                case Fact.Statut:
                    request.Facts.Statut = holds ? Statut.Fonctionnaire : Statut.Contractuel;
                    value = holds ? "\"fonctionnaire\"" : "\"contractuel\"";
                    break;
                default:
                    request.Facts.Set(fact, holds);
                    break;
            }
            string text = $"{{\"on\":\"2026-12-01\",\"facts\":{{\"{fact.Code()}\":{value}}}}}";
            FundingResult result = Same(catalogue, Operation.Funding, text, request.ToJson(), () => catalogue.AssessFunding(request));
            Verdict verdict = Verdict.Decide(request.Facts.Known, request.Facts.Values);
            Check.Equal($"{text}, outcome", result.Outcome, verdict.Outcome);
            foreach (SituationReport report in result.Situations)
            {
                Check.Equal($"{text}, {report.Code}", report.Status, verdict.StatusOf(report.Code));
            }
        }

        private static void Plans(Catalogue catalogue)
        {
            var request = new PlanRequest("evolution") { Hours = 20, KickoffMeeting = false, Fixed = { { "analyseDemande", 1.5m }, { "recherches", 0m } } };
            const string Text = "{ \"variant\": \"evolution\", \"hours\": 20, \"kickoffMeeting\": false, \"fixed\": { \"analyseDemande\": 1.5, \"recherches\": 0 } }";
            PlanResult result = Same(catalogue, Operation.Plan, Text, request.ToJson(), () => catalogue.Plan(request));
            Check.Equal("hours add up", 20m, result.Totals.Accompanied + result.Totals.Autonomous);
            Check.Equal("a warning", "recherches", result.Warnings[0].Step);
            foreach (Variant variant in catalogue.GetCatalogue().Variants)
            {
                var usual = new PlanRequest(variant.Code);
                PlanResult plan = Same(catalogue, Operation.Plan, $"{{\"variant\":\"{variant.Code}\"}}", usual.ToJson(), () => catalogue.Plan(usual));
                Check.Equal($"{variant.Code}, stated hours", variant.StatedHours, plan.Hours);
            }
        }

        private static void Quotes(Catalogue catalogue)
        {
            var request = new QuoteRequest("affiliee") { Variant = "evolution", Hours = 20, On = FirstOfDecember };
            const string Text = "{ \"variant\": \"evolution\", \"hours\": 20, \"client\": \"affiliee\", \"on\": \"2026-12-01\" }";
            QuoteResult result = Same(catalogue, Operation.Quote, Text, request.ToJson(), () => catalogue.Quote(request));
            Check.That("on quote", result.Status == QuoteStatus.OnQuote && result.Amount == null && result.Indicative.High == 2354.42m);
            var published = new QuoteRequest("affiliee") { Variant = "horizon" };
            result = Same(catalogue, Operation.Quote, "{\"variant\":\"horizon\",\"client\":\"affiliee\"}", published.ToJson(), () => catalogue.Quote(published));
            Check.That("published", result.Status == QuoteStatus.Published && result.Amount == 2040.50m && result.Currency == "EUR");
            var other = new QuoteRequest("nonAffiliee") { Variant = "horizon" };
            result = Same(catalogue, Operation.Quote, "{\"variant\":\"horizon\",\"client\":\"nonAffiliee\"}", other.ToJson(), () => catalogue.Quote(other));
            Check.That("not affiliated, no figure", result.Amount == null && result.Reference == null && result.Indicative == null);
        }

        private static void Schedules(Catalogue catalogue)
        {
            var request = new ScheduleRequest(new PlanRequest("evolution"), FirstOfDecember)
            {
                StartOn = new DateTime(2027, 1, 11),
                Cadence = Cadence.Auto,
                Weekday = Weekday.Tuesday,
                Closures = { new Closure(new DateTime(2027, 2, 15), new DateTime(2027, 2, 26)) },
                MaxSessionHours = 2,
            };
            const string Text = "{ \"plan\": { \"variant\": \"evolution\" }, \"exchangesOn\": \"2026-12-01\", \"startOn\": \"2027-01-11\", \"cadence\": \"auto\","
                + " \"weekday\": \"tuesday\", \"closures\": [ { \"from\": \"2027-02-15\", \"to\": \"2027-02-26\" } ], \"maxSessionHours\": 2 }";
            ScheduleResult result = Same(catalogue, Operation.Schedule, Text, request.ToJson(), () => catalogue.Schedule(request));
            Check.Equal("first session", new DateTime(2027, 1, 12), result.StartsOn);
            Check.That("all on a Tuesday", new List<Session>(result.Sessions).TrueForAll(session => session.Date.DayOfWeek == DayOfWeek.Tuesday));
            foreach (Cadence cadence in (Cadence[])Enum.GetValues(typeof(Cadence)))
            {
                foreach (Weekday weekday in (Weekday[])Enum.GetValues(typeof(Weekday)))
                {
                    var each = new ScheduleRequest(new PlanRequest("developpement"), FirstOfDecember) { Cadence = cadence, Weekday = weekday };
                    string text = "{\"plan\":{\"variant\":\"developpement\"},\"exchangesOn\":\"2026-12-01\",\"cadence\":\""
                        + cadence.ToString().ToLowerInvariant() + "\",\"weekday\":\"" + weekday.ToString().ToLowerInvariant() + "\"}";
                    Same(catalogue, Operation.Schedule, text, each.ToJson(), () => catalogue.Schedule(each));
                }
            }
        }

        private static void Settlements(Catalogue catalogue)
        {
            var request = new SettleRequest(new PlanRequest("evolution"))
            {
                Attended = { new AttendedSession(new DateTime(2027, 1, 12), 1) },
                InvoiceReceivedOn = new DateTime(2027, 6, 10),
            };
            const string Text = "{ \"plan\": { \"variant\": \"evolution\" }, \"attended\": [ { \"date\": \"2027-01-12\", \"hours\": 1 } ], \"invoiceReceivedOn\": \"2027-06-10\" }";
            SettleResult result = Same(catalogue, Operation.Settle, Text, request.ToJson(), () => catalogue.Settle(request));
            Check.That("due within 30 days", result.Payment.DueOn == new DateTime(2027, 7, 10) && result.Attendance.Accompanied.Done == 1);
            var parts = new SettleRequest(new PlanRequest("evolution"))
            {
                Attended = { new AttendedSession(new DateTime(2027, 1, 12), 1.25m) { Step = "pistes" } },
                AutonomousHours = 3.75m,
            };
            result = Same(
                catalogue, Operation.Settle, "{\"plan\":{\"variant\":\"evolution\"},\"attended\":[{\"date\":\"2027-01-12\",\"hours\":1.25,\"step\":\"pistes\"}],\"autonomousHours\":3.75}", parts.ToJson(), () => catalogue.Settle(parts));
            Check.That("quarters of an hour done", result.Attendance.Accompanied.Done == 1.25m && result.Attendance.Autonomous.Done == 3.75m);
            var open = new SettleRequest(new PlanRequest("evolution"));
            result = Same(catalogue, Operation.Settle, "{\"plan\":{\"variant\":\"evolution\"}}", open.ToJson(), () => catalogue.Settle(open));
            Check.That("no invoice, no payment", result.Payment == null && result.Attendance.FirstOn == null);
        }

        private static void Dossiers(Catalogue catalogue)
        {
            var request = new SimulateRequest(new DateTime(2026, 11, 23)) { Needs = { "faireLePoint" }, Client = "affiliee", Calendar = new Calendar(FirstOfDecember) };
            const string Text = "{ \"on\": \"2026-11-23\", \"needs\": [\"faireLePoint\"], \"variant\": null, \"client\": \"affiliee\", \"facts\": {}, \"validUntil\": {},"
                + " \"hours\": null, \"kickoffMeeting\": null, \"fixed\": {}, \"calendar\": { \"exchangesOn\": \"2026-12-01\" } }";
            SimulateResult result = Same(catalogue, Operation.Simulate, Text, request.ToJson(), () => catalogue.Simulate(request));
            Check.That("everything is there", result.Recommendation != null && result.Quote != null && result.Schedule != null);

            var least = new SimulateRequest(new DateTime(2026, 11, 23)) { Variant = "horizon" };
            SimulateResult little = Same(catalogue, Operation.Simulate, "{\"on\":\"2026-11-23\",\"variant\":\"horizon\"}", least.ToJson(), () => catalogue.Simulate(least));
            Check.That("nothing that was not asked", little.Recommendation == null && little.Quote == null && little.Schedule == null);

            var kept = new DossierRecord(
                result.Record.Engine, result.Record.Contract, new RulesStamp(result.Record.Rules.Edition, result.Record.Rules.Digest),
                new CatalogueStamp(result.Record.Catalogue.Id, result.Record.Catalogue.Edition, result.Record.Catalogue.Digest),
                result.Record.Request, result.Record.Result);
            ReplayRequest same = new ReplayRequest(request, kept), other = new ReplayRequest(least, kept);
            ReplayResult replay = Same(catalogue, Operation.Replay, same.ToJson(), same.ToJson(), () => catalogue.Replay(same));
            Check.That("a record holds", replay.Holds && replay.Differs.Count == 0 && replay.Engine == null, replay.Explanation);
            ReplayRequest older = new ReplayRequest(request, new DossierRecord("0.0.1", kept.Contract, kept.Rules, kept.Catalogue, kept.Request, kept.Result));
            replay = Same(catalogue, Operation.Replay, older.ToJson(), older.ToJson(), () => catalogue.Replay(older));
            Check.That("a record of another version holds", replay.Holds && replay.Engine.Recorded == "0.0.1", replay.Explanation);
            replay = Same(catalogue, Operation.Replay, other.ToJson(), other.ToJson(), () => catalogue.Replay(other));
            Check.Equal("another case differs", "Request, Result", string.Join(", ", replay.Differs));
        }

        private static void Offers(Catalogue catalogue)
        {
            string text = catalogue.Answer(Operation.Catalogue, "{}");
            CatalogueResult offer = catalogue.GetCatalogue();
            Check.Equal("the offer holds the whole catalogue", null, Difference(JsonReader.ReadObject(text), offer, ""));
            Check.That("kickoff of développement", new List<Variant>(offer.Variants).Find(found => found.Code == "developpement").Steps[0].Kickoff == Kickoff.Required);

            const string Reference = "{\"reference\":{\"hours\":18,\"amount\":\"2040.50\"}}";
            string[] prices =
            {
                "\"free\"", "\"onQuote\"", "{\"hourly\":{\"rate\":\"95.00\",\"bills\":\"accompanied\",\"fixed\":[{\"label\":\"Dossier\",\"amount\":\"120.00\"}]}}",
                "{\"hourly\":{\"rate\":\"95.00\",\"bills\":\"accompanied\"}}",
            };
            foreach (string price in prices)
            {
                Check.Runs($"a catalogue with the price {price}", () =>
                {
                    using (Catalogue other = Catalogue.Parse(text.Replace(Reference, price)))
                    {
                        string written = other.Answer(Operation.Catalogue, "{}");
                        Check.That("another price", written != text);
                        Check.Equal($"{price}, offer", null, Difference(JsonReader.ReadObject(written), other.GetCatalogue(), ""));
                        var request = new QuoteRequest("affiliee") { Variant = "evolution" };
                        Same(other, Operation.Quote, "{\"variant\":\"evolution\",\"client\":\"affiliee\"}", request.ToJson(), () => other.Quote(request));
                    }
                });
            }
        }

        /// <summary>Hours of a plan are on the grid of the catalogue: here half an hour, elsewhere a quarter.</summary>
        private static void Grids(Catalogue catalogue)
        {
            var request = new PlanRequest("evolution") { Hours = 18.25m };
            Check.Refused("a quarter of an hour on a grid of halves", "hoursGranularity", "hours", () => catalogue.Plan(request));
            string text = catalogue.Answer(Operation.Catalogue, "{}").Replace("\"granularity\":0.5,", string.Empty);
            using (Catalogue quarters = Catalogue.Parse("{\"granularity\":0.25," + text.Substring(1)))
            {
                PlanResult plan = Same(quarters, Operation.Plan, "{\"variant\":\"evolution\",\"hours\":18.25}", request.ToJson(), () => quarters.Plan(request));
                Check.That("a quarter of an hour on a grid of quarters", plan.Hours == 18.25m && quarters.GetCatalogue().Granularity == 0.25m);
            }
        }

        /// <summary>A request without a client, and one that the catalogue does not know.</summary>
        private static void Clients(Catalogue catalogue)
        {
            Check.Refused("no client", "missingField", "client", () => catalogue.Quote(new QuoteRequest(null) { Variant = "evolution" }));
            Check.Refused("an unknown client", "unknownCode", "client", () => catalogue.Quote(new QuoteRequest("voisine") { Variant = "evolution" }));
            foreach (Client client in catalogue.GetCatalogue().Clients)
            {
                Check.Equal($"the client {client.Code}", client.Code, catalogue.Quote(new QuoteRequest(client.Code) { Variant = "evolution" }).Client);
            }
        }

        private static void Refusals(Catalogue catalogue)
        {
            BilanException refusal = Check.Throws<BilanException>("99 h", () => catalogue.Plan(new PlanRequest("evolution") { Hours = 99 }));
            Check.That("what is possible", refusal != null && refusal.Details["min"] == 18 && refusal.Details["max"] == 30 && refusal.Path == "hours");
            Check.Refused("null variant", "missingField", "variant", () => catalogue.Plan(new PlanRequest(null)));
            Check.Refused("null plan", "missingField", "plan", () => catalogue.Schedule(new ScheduleRequest(null, FirstOfDecember)));
            Check.Refused("null need", "wrongType", "needs[0]", () => catalogue.Recommend(new RecommendRequest { Needs = { null } }));
            Check.Refused("null record", "missingField", "record", () => catalogue.Replay(new ReplayRequest(new SimulateRequest(FirstOfDecember), null)));
            Check.Refused("a rate of 101 %", "outOfRange", "facts.tauxIncapacitePermanente", () => catalogue.AssessFunding(new FundingRequest(FirstOfDecember) { Facts = { TauxIncapacitePermanente = 101 } }));
            Check.Throws<ArgumentOutOfRangeException>("no such cadence", () => catalogue.Schedule(new ScheduleRequest(new PlanRequest("evolution"), FirstOfDecember) { Cadence = (Cadence)77 }));
            Check.Throws<ArgumentOutOfRangeException>("two facts at once", () => new FactAnswers().Set(Fact.Rqth | Fact.Aah, true));
            Check.Throws<ArgumentOutOfRangeException>("the rate by yes or no", () => new FactAnswers().Set(Fact.TauxIncapacitePermanente, true));
            Action[] nothing =
            {
                () => catalogue.Recommend(null), () => catalogue.AssessFunding(null), () => catalogue.Plan(null), () => catalogue.Quote(null),
                () => catalogue.Schedule(null), () => catalogue.Settle(null), () => catalogue.Simulate(null), () => catalogue.Replay(null),
            };
            for (int i = 0; i < nothing.Length; i++)
            {
                Check.Throws<ArgumentNullException>($"no request, {i}", nothing[i]);
            }
        }

        /// <summary>Without what means nothing: null, empty lists, empty objects.</summary>
        private static JsonObject Pruned(JsonObject json)
        {
            var pruned = new JsonObject();
            foreach (string name in json.Names)
            {
                object value = json[name] is JsonObject ? Pruned((JsonObject)json[name]) : json[name];
                if (value != null && !(value is JsonObject && ((JsonObject)value).Names.Count == 0) && !(value is IList && ((IList)value).Count == 0))
                {
                    pruned.TryAdd(name, value);
                }
            }
            return pruned;
        }

        private static bool Alike(object left, object right)
        {
            var leftObject = left as JsonObject;
            var rightObject = right as JsonObject;
            if (leftObject != null && rightObject != null)
            {
                return leftObject.Names.Count == rightObject.Names.Count
                    && new List<string>(leftObject.Names).TrueForAll(name => Alike(leftObject[name], rightObject[name]));
            }
            var leftList = left as List<object>;
            var rightList = right as List<object>;
            if (leftList != null && rightList != null)
            {
                bool alike = leftList.Count == rightList.Count;
                for (int i = 0; alike && i < leftList.Count; i++)
                {
                    alike = Alike(leftList[i], rightList[i]);
                }
                return alike;
            }
            return Equals(left, right);
        }

        /// <summary>Where a model is not the JSON it was read from; null if it is.</summary>
        internal static string Difference(object json, object model, string path)
        {
            if (model is FactAnswers)
            {
                return Alike(json, JsonReader.ReadObject(JsonWriter.Object(((FactAnswers)model).Write))) ? null : path;
            }
            PropertyInfo kind = model?.GetType().GetProperty("Kind");
            if (kind != null && kind.PropertyType.FullName == "BilanProfessionnel." + model.GetType().Name + "Kind")
            {
                return FormDifference(json, model, kind.GetValue(model, null), path);
            }
            if (json is JsonObject)
            {
                foreach (string name in ((JsonObject)json).Names)
                {
                    PropertyInfo property = model?.GetType().GetProperty(char.ToUpperInvariant(name[0]) + name.Substring(1));
                    if (property == null)
                    {
                        return $"{path}.{name} is not in the model";
                    }
                    string difference = Difference(((JsonObject)json)[name], property.GetValue(model, null), $"{path}.{name}");
                    if (difference != null)
                    {
                        return difference;
                    }
                }
                return null;
            }
            if (json is List<object>)
            {
                var items = new List<object>();
                foreach (object item in (IEnumerable)model)
                {
                    items.Add(item);
                }
                var expected = (List<object>)json;
                string difference = items.Count == expected.Count ? null : $"{path} has {items.Count} items of {expected.Count}";
                for (int i = 0; difference == null && i < items.Count; i++)
                {
                    difference = Difference(expected[i], items[i], $"{path}[{i}]");
                }
                return difference;
            }
            return Equals(json, Plain(json, model)) ? null : $"{path}: {json} is {model}";
        }

        /// <summary>A value of several forms: a code, or an object whose only key is the form’s.</summary>
        private static string FormDifference(object json, object model, object kind, string path)
        {
            if (json is string)
            {
                return (string)json == Code(kind) ? null : path;
            }
            string form = ((JsonObject)json).Names[0];
            object content = model.GetType().GetProperty(char.ToUpperInvariant(form[0]) + form.Substring(1))?.GetValue(model, null);
            return form == Code(kind) ? Difference(((JsonObject)json)[form], content, path) : path;
        }

        private static object Plain(object json, object model)
        {
            if (model is Enum)
            {
                return Code(model);
            }
            if (model is DateTime)
            {
                return ((DateTime)model).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            }
            if (model is decimal && json is string)
            {
                return ((decimal)model).ToString(CultureInfo.InvariantCulture);
            }
            return model is int ? (decimal)(int)model : model;
        }

        /// <summary>All that a model holds, member by member, as a text.</summary>
        internal static string Written(object model)
        {
            if (model == null || model is string || model is bool || model is Enum)
            {
                return $"{model}";
            }
            if (model is DateTime || model is decimal || model is int)
            {
                return ((IFormattable)model).ToString(null, CultureInfo.InvariantCulture);
            }
            if (model is FactAnswers)
            {
                return JsonWriter.Object(((FactAnswers)model).Write);
            }
            var written = new List<string>();
            if (model is IEnumerable)
            {
                foreach (object item in (IEnumerable)model)
                {
                    written.Add(Written(item));
                }
                return $"[{string.Join(",", written)}]";
            }
            foreach (PropertyInfo property in model.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public))
            {
                written.Add($"{property.Name}:{Written(property.GetValue(model, null))}");
            }
            return $"{{{string.Join(",", written)}}}";
        }

        private static string Code(object value) => char.ToLowerInvariant(value.ToString()[0]) + value.ToString().Substring(1);
    }
}
