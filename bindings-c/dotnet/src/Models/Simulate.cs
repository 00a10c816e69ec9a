using System;
using System.Collections.Generic;
using BilanProfessionnel.Json;

namespace BilanProfessionnel
{
    /// <summary>One agent’s case. Only the day is required, and one of <see cref="Variant"/> and <see cref="Needs"/>.</summary>
    public sealed class SimulateRequest
    {
        /// <summary>A case assessed on that day.</summary>
        /// <param name="on">The day of the assessment and of the price.</param>
        public SimulateRequest(DateTime on)
        {
            On = on;
        }

        /// <summary>The day of the assessment and of the price.</summary>
        public DateTime On { get; set; }

        /// <summary>Codes of what the agent wants.</summary>
        public IList<string> Needs { get; } = new List<string>();

        /// <summary>The variant chosen; by default the one that serves most needs.</summary>
        public string Variant { get; set; }

        /// <summary>Whether the collectivity is affiliated to the centre; without it, no quote.</summary>
        public bool? Affiliated { get; set; }

        /// <summary>What is known of the agent.</summary>
        public FactAnswers Facts { get; set; } = new FactAnswers();

        /// <summary>Last day on which the proof of a fact is valid; not for the rate and the status.</summary>
        public IDictionary<Fact, DateTime> ValidUntil { get; } = new Dictionary<Fact, DateTime>();

        /// <summary>Total hours, a multiple of 0.5; by default the variant’s stated total.</summary>
        public decimal? Hours { get; set; }

        /// <summary>Whether the tripartite kickoff meeting is held; by default, if the variant has one.</summary>
        public bool? KickoffMeeting { get; set; }

        /// <summary>Hours of some steps; 0 drops the step.</summary>
        public IDictionary<string, decimal> Fixed { get; } = new Dictionary<string, decimal>();

        /// <summary>When; without it, no schedule.</summary>
        public Calendar Calendar { get; set; }

        internal string ToJson() => JsonWriter.Object(Write);

        internal void Write(JsonWriter json)
        {
            json.Date("on", On);
            json.Texts("needs", Needs);
            json.Text("variant", Variant);
            json.Flag("affiliated", Affiliated);
            json.Member("facts", Facts == null ? (Action<JsonWriter>)null : Facts.Write);
            Proofs.Write(json, ValidUntil);
            json.Number("hours", Hours);
            json.Flag("kickoffMeeting", KickoffMeeting);
            PlanRequest.WriteFixed(json, Fixed);
            json.Member("calendar", Calendar == null ? (Action<JsonWriter>)null : Calendar.Write);
        }
    }

    /// <summary>A whole dossier: what the case has no data for is null.</summary>
    public sealed class SimulateResult
    {
        internal SimulateResult(JsonObject json)
        {
            Recommendation = json.OptionalObject("recommendation", found => new RecommendResult(found));
            Funding = json.Object("funding", found => new FundingResult(found));
            Plan = json.Object("plan", found => new PlanResult(found));
            Quote = json.OptionalObject("quote", found => new QuoteResult(found));
            Schedule = json.OptionalObject("schedule", found => new ScheduleResult(found));
            Record = json.Object("record", found => new DossierRecord(found));
        }

        /// <summary>The variants ranked, if needs were given.</summary>
        public RecommendResult Recommendation { get; }

        /// <summary>The verdict, until the end of the schedule if there is one.</summary>
        public FundingResult Funding { get; }

        /// <summary>The plan.</summary>
        public PlanResult Plan { get; }

        /// <summary>The price, if the affiliation was given.</summary>
        public QuoteResult Quote { get; }

        /// <summary>The sessions, if a calendar was given.</summary>
        public ScheduleResult Schedule { get; }

        /// <summary>What the dossier was made from: keep it, with the case, to show later why the answer was what it was.</summary>
        public DossierRecord Record { get; }
    }

    /// <summary>What a dossier was made from, and its digest.</summary>
    public sealed class DossierRecord
    {
        /// <summary>A record that was kept.</summary>
        /// <param name="engine">Version of the library.</param>
        /// <param name="contract">Version of the contract.</param>
        /// <param name="catalogue">The catalogue in force.</param>
        /// <param name="request">Digest of the request.</param>
        /// <param name="result">Digest of the result without its record.</param>
        public DossierRecord(string engine, int contract, CatalogueStamp catalogue, string request, string result)
        {
            Engine = engine;
            Contract = contract;
            Catalogue = catalogue;
            Request = request;
            Result = result;
        }

        internal DossierRecord(JsonObject json)
        {
            Engine = json.Text("engine");
            Contract = json.Count("contract");
            Catalogue = json.Object("catalogue", found => new CatalogueStamp(found));
            Request = json.Text("request");
            Result = json.Text("result");
        }

        /// <summary>Version of the library.</summary>
        public string Engine { get; }

        /// <summary>Version of the contract.</summary>
        public int Contract { get; }

        /// <summary>The catalogue in force.</summary>
        public CatalogueStamp Catalogue { get; }

        /// <summary>Digest of the request: <c>sha256:</c> and 64 hexadecimal digits.</summary>
        public string Request { get; }

        /// <summary>Digest of the result without its record.</summary>
        public string Result { get; }

        internal void Write(JsonWriter json)
        {
            json.Text("engine", Engine);
            json.Number("contract", Contract);
            json.Member("catalogue", Catalogue == null ? (Action<JsonWriter>)null : Catalogue.Write);
            json.Text("request", Request);
            json.Text("result", Result);
        }
    }

    /// <summary>Which catalogue a dossier was made from.</summary>
    public sealed class CatalogueStamp
    {
        /// <summary>The stamp of a catalogue.</summary>
        /// <param name="id">Its name.</param>
        /// <param name="edition">Its edition.</param>
        /// <param name="digest">Its digest.</param>
        public CatalogueStamp(string id, string edition, string digest)
        {
            Id = id;
            Edition = edition;
            Digest = digest;
        }

        internal CatalogueStamp(JsonObject json)
            : this(json.Text("id"), json.Text("edition"), json.Text("digest"))
        {
        }

        /// <summary>Its name.</summary>
        public string Id { get; }

        /// <summary>Its edition.</summary>
        public string Edition { get; }

        /// <summary>Its digest.</summary>
        public string Digest { get; }

        internal void Write(JsonWriter json)
        {
            json.Text("id", Id);
            json.Text("edition", Edition);
            json.Text("digest", Digest);
        }
    }

    /// <summary>A case, and the record of its dossier.</summary>
    /// <remarks>
    /// The record has the digest of the request as it was written: replay by this package what this package simulated, and
    /// as text what was simulated as text.
    /// </remarks>
    public sealed class ReplayRequest
    {
        /// <summary>Whether that record still holds.</summary>
        /// <param name="case">The case, as it was.</param>
        /// <param name="record">The record kept.</param>
        public ReplayRequest(SimulateRequest @case, DossierRecord record)
        {
            Case = @case;
            Record = record;
        }

        /// <summary>The case, as it was.</summary>
        public SimulateRequest Case { get; set; }

        /// <summary>The record kept.</summary>
        public DossierRecord Record { get; set; }

        internal string ToJson() => JsonWriter.Object(json =>
        {
            json.Member("case", Case == null ? (Action<JsonWriter>)null : Case.Write);
            json.Member("record", Record == null ? (Action<JsonWriter>)null : Record.Write);
        });
    }

    /// <summary>Whether a record still holds.</summary>
    public sealed class ReplayResult
    {
        internal ReplayResult(JsonObject json)
        {
            Holds = json.Flag("holds");
            Differs = json.Texts("differs");
            Engine = json.OptionalObject("engine", found => new EngineVersions(found));
            Explanation = json.Text("explanation");
        }

        /// <summary>Whether contract, catalogue, request and result are as recorded.</summary>
        public bool Holds { get; }

        /// <summary>What is not: <c>engine</c>, <c>contract</c>, <c>catalogue</c>, <c>request</c>, <c>result</c>; more may come.</summary>
        public IReadOnlyList<string> Differs { get; }

        /// <summary>Version of the library that made the record, where it is another one than today’s; else null.</summary>
        public EngineVersions Engine { get; }

        /// <summary>One French sentence.</summary>
        public string Explanation { get; }
    }

    /// <summary>Two versions of the library.</summary>
    public sealed class EngineVersions
    {
        internal EngineVersions(JsonObject json)
        {
            Recorded = json.Text("recorded");
            Current = json.Text("current");
        }

        /// <summary>The one that made the record.</summary>
        public string Recorded { get; }

        /// <summary>The one that answers now.</summary>
        public string Current { get; }
    }
}
