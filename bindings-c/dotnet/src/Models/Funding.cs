using System;
using System.Collections.Generic;
using BilanProfessionnel.Json;

namespace BilanProfessionnel
{
    /// <summary>The two groups of the FIPHFP’s list.</summary>
    public enum SituationGroup
    {
        /// <summary>Persons fit with restrictions.</summary>
        AptitudeAvecRestrictions,

        /// <summary>Beneficiaries of the duty to employ disabled workers (<i>obligation d’emploi</i>).</summary>
        ObligationEmploi,
    }

    /// <summary>What is known of an agent, on a date.</summary>
    public sealed class FundingRequest
    {
        /// <summary>An assessment on that day.</summary>
        /// <param name="on">The day; a time has no effect.</param>
        public FundingRequest(DateTime on)
        {
            On = on;
        }

        /// <summary>The day of the assessment.</summary>
        public DateTime On { get; set; }

        /// <summary>The end of the bilan, to tell which proofs expire before it.</summary>
        public DateTime? Until { get; set; }

        /// <summary>What is known of the agent.</summary>
        public FactAnswers Facts { get; set; } = new FactAnswers();

        /// <summary>Last day on which the proof of a fact is valid; not for the rate and the status.</summary>
        public IDictionary<Fact, DateTime> ValidUntil { get; } = new Dictionary<Fact, DateTime>();

        internal string ToJson() => JsonWriter.Object(json =>
        {
            json.Date("on", On);
            json.Date("until", Until);
            json.Member("facts", Facts == null ? (Action<JsonWriter>)null : Facts.Write);
            Proofs.Write(json, ValidUntil);
        });
    }

    /// <summary>The whole verdict, explained. A possibility, never a right.</summary>
    public sealed class FundingResult
    {
        internal FundingResult(JsonObject json)
        {
            Outcome = Codes.Read<Outcome>(json.Text("outcome"));
            Situations = json.Objects("situations", found => new SituationReport(found));
            Met = json.Codes("met", Codes.Read<Situation>);
            Missing = json.Codes("missing", Codes.ReadFact);
            string next = json.OptionalText("nextQuestion");
            NextQuestion = next == null ? (Fact?)null : Codes.ReadFact(next);
            NextQuestionLabel = json.OptionalText("nextQuestionLabel");
            Expiring = json.Objects("expiring", found => new DatedProof(found));
            Expired = json.Objects("expired", found => new DatedProof(found));
            Explanation = json.Text("explanation");
        }

        /// <summary>Whether the FIPHFP might be asked.</summary>
        public Outcome Outcome { get; }

        /// <summary>All eleven situations, in order.</summary>
        public IReadOnlyList<SituationReport> Situations { get; }

        /// <summary>The situations met.</summary>
        public IReadOnlyList<Situation> Met { get; }

        /// <summary>The facts that can still change the outcome.</summary>
        public IReadOnlyList<Fact> Missing { get; }

        /// <summary>The fact to ask next; null exactly when none is missing.</summary>
        public Fact? NextQuestion { get; }

        /// <summary>That question in French.</summary>
        public string NextQuestionLabel { get; }

        /// <summary>Proofs valid on the day of the assessment, but not to the end of the bilan.</summary>
        public IReadOnlyList<DatedProof> Expiring { get; }

        /// <summary>Proofs no longer valid on the day of the assessment: their facts count as false.</summary>
        public IReadOnlyList<DatedProof> Expired { get; }

        /// <summary>The outcome in French, for the agent and the counsellor.</summary>
        public string Explanation { get; }
    }

    /// <summary>The verdict on one situation, explained.</summary>
    public sealed class SituationReport
    {
        internal SituationReport(JsonObject json)
        {
            Code = Codes.Read<Situation>(json.Text("code"));
            Group = Codes.Read<SituationGroup>(json.Text("group"));
            Label = json.Text("label");
            Source = json.Text("source");
            Status = Codes.Read<SituationStatus>(json.Text("status"));
            Questions = json.Objects("questions", found => new FactQuestion(found));
            Missing = json.Codes("missing", Codes.ReadFact);
            Failed = json.Codes("failed", Codes.ReadFact);
            WouldSuffice = json.Objects("wouldSuffice", FactAnswers.Read);
            Explanation = json.Text("explanation");
        }

        /// <summary>The situation.</summary>
        public Situation Code { get; }

        /// <summary>Its group in the list.</summary>
        public SituationGroup Group { get; }

        /// <summary>French label.</summary>
        public string Label { get; }

        /// <summary>Section of the page and article of law.</summary>
        public string Source { get; }

        /// <summary>Whether it is met.</summary>
        public SituationStatus Status { get; }

        /// <summary>The facts it rests on, each with its question.</summary>
        public IReadOnlyList<FactQuestion> Questions { get; }

        /// <summary>The facts that can still change the status.</summary>
        public IReadOnlyList<Fact> Missing { get; }

        /// <summary>The facts because of which it is not met.</summary>
        public IReadOnlyList<Fact> Failed { get; }

        /// <summary>Unless it is met: the fewest answers that would make it so, in each way there is.</summary>
        public IReadOnlyList<FactAnswers> WouldSuffice { get; }

        /// <summary>The status in one French sentence.</summary>
        public string Explanation { get; }
    }

    /// <summary>A fact, and the question that asks for it.</summary>
    public sealed class FactQuestion
    {
        internal FactQuestion(JsonObject json)
        {
            Fact = Codes.ReadFact(json.Text("fact"));
            Question = json.Text("question");
        }

        /// <summary>The fact.</summary>
        public Fact Fact { get; }

        /// <summary>The question, in French.</summary>
        public string Question { get; }
    }

    /// <summary>A fact whose proof has a last valid day.</summary>
    public sealed class DatedProof
    {
        internal DatedProof(JsonObject json)
        {
            Fact = Codes.ReadFact(json.Text("fact"));
            ValidUntil = json.Date("validUntil");
        }

        /// <summary>The fact.</summary>
        public Fact Fact { get; }

        /// <summary>Its proof’s last valid day.</summary>
        public DateTime ValidUntil { get; }
    }
}
