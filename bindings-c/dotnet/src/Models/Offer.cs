using System;
using System.Collections.Generic;
using BilanProfessionnel.Json;

namespace BilanProfessionnel
{
    /// <summary>Whether a variant can do without its kickoff meeting.</summary>
    public enum Kickoff
    {
        /// <summary>Held if the employer wishes.</summary>
        Optional,

        /// <summary>Always held.</summary>
        Required,
    }

    /// <summary>A centre’s whole offer.</summary>
    public sealed class Offer
    {
        internal Offer(JsonObject json)
        {
            Id = json.Text("id");
            Edition = json.Text("edition");
            Centre = json.Object("centre", found => new Centre(found));
            Needs = json.Objects("needs", found => new Labelled(found));
            Modes = json.Objects("modes", found => new WorkMode(found));
            Variants = json.Objects("variants", found => new Variant(found));
            Covers = json.Objects("covers", found => new Labelled(found));
            Tariffs = json.Objects("tariffs", found => new Tariff(found));
            Course = json.Object("course", found => new Course(found));
            Accompaniment = json.Objects("accompaniment", found => new Companion(found));
            Settlement = json.Object("settlement", found => new SettlementTerms(found));
            Texts = json.Objects("texts", found => new LegalText(found));
        }

        /// <summary>Stable name of the catalogue: `cdg29`.</summary>
        public string Id { get; }

        /// <summary>Edition: changes with every figure, rule or label.</summary>
        public string Edition { get; }

        /// <summary>Who offers it.</summary>
        public Centre Centre { get; }

        /// <summary>What an agent may want, in the order of display.</summary>
        public IReadOnlyList<Labelled> Needs { get; }

        /// <summary>Ways of working during a step.</summary>
        public IReadOnlyList<WorkMode> Modes { get; }

        /// <summary>The variants of the bilan, in the order of display.</summary>
        public IReadOnlyList<Variant> Variants { get; }

        /// <summary>What a price may cover.</summary>
        public IReadOnlyList<Labelled> Covers { get; }

        /// <summary>Prices, by variant, affiliation and date.</summary>
        public IReadOnlyList<Tariff> Tariffs { get; }

        /// <summary>Before, during and around the sessions.</summary>
        public Course Course { get; }

        /// <summary>Who accompanies the agent.</summary>
        public IReadOnlyList<Companion> Accompaniment { get; }

        /// <summary>Certificate, invoice, term of payment.</summary>
        public SettlementTerms Settlement { get; }

        /// <summary>Legal texts the offer rests on.</summary>
        public IReadOnlyList<LegalText> Texts { get; }
    }

    /// <summary>A code and its French label.</summary>
    public sealed class Labelled
    {
        internal Labelled(JsonObject json)
        {
            Code = json.Text("code");
            Label = json.Text("label");
        }

        /// <summary>Stable code.</summary>
        public string Code { get; }

        /// <summary>French label.</summary>
        public string Label { get; }
    }

    /// <summary>The centre that offers the bilan.</summary>
    public sealed class Centre
    {
        internal Centre(JsonObject json)
        {
            Name = json.Text("name");
            ShortName = json.Text("shortName");
            Service = json.Text("service");
            Source = json.Text("source");
        }

        /// <summary>Full name.</summary>
        public string Name { get; }

        /// <summary>Usual abbreviation.</summary>
        public string ShortName { get; }

        /// <summary>The service to contact.</summary>
        public string Service { get; }

        /// <summary>Where this comes from.</summary>
        public string Source { get; }
    }

    /// <summary>A way of working during a step.</summary>
    public sealed class WorkMode
    {
        internal WorkMode(JsonObject json)
        {
            Code = json.Text("code");
            Label = json.Text("label");
            Accompanied = json.Flag("accompanied");
        }

        /// <summary>Stable code.</summary>
        public string Code { get; }

        /// <summary>French label.</summary>
        public string Label { get; }

        /// <summary>Whether a counsellor is present; otherwise the agent works alone.</summary>
        public bool Accompanied { get; }
    }

    /// <summary>One variant (<i>déclinaison</i>) of the bilan.</summary>
    public sealed class Variant
    {
        internal Variant(JsonObject json)
        {
            Code = json.Text("code");
            Label = json.Text("label");
            Purpose = json.Text("purpose");
            StatedHours = json.Number("statedHours");
            Needs = json.Texts("needs");
            Steps = json.Objects("steps", found => new VariantStep(found));
            Source = json.Text("source");
        }

        /// <summary>Stable code.</summary>
        public string Code { get; }

        /// <summary>French label.</summary>
        public string Label { get; }

        /// <summary>What it is for, in one sentence.</summary>
        public string Purpose { get; }

        /// <summary>The stated total, a target never derived from the steps.</summary>
        public decimal StatedHours { get; }

        /// <summary>The needs it serves.</summary>
        public IReadOnlyList<string> Needs { get; }

        /// <summary>The example plan, in order.</summary>
        public IReadOnlyList<VariantStep> Steps { get; }

        /// <summary>Where this comes from.</summary>
        public string Source { get; }
    }

    /// <summary>One step of a variant’s example plan.</summary>
    public sealed class VariantStep
    {
        internal VariantStep(JsonObject json)
        {
            Code = json.Text("code");
            Label = json.Text("label");
            Hours = json.Object("hours", found => new HoursRange(found));
            Modes = json.Texts("modes");
            Coach = json.Flag("coach");
            Kickoff = json.OptionalText("kickoff") == null ? (Kickoff?)null : Codes.Read<Kickoff>(json.Text("kickoff"));
        }

        /// <summary>Stable code.</summary>
        public string Code { get; }

        /// <summary>French label.</summary>
        public string Label { get; }

        /// <summary>Hours of the example.</summary>
        public HoursRange Hours { get; }

        /// <summary>Ways of working; all accompanied, or none.</summary>
        public IReadOnlyList<string> Modes { get; }

        /// <summary>Whether a certified coach takes part.</summary>
        public bool Coach { get; }

        /// <summary>The kickoff meeting, which takes place on the day of the last exchange, if this step is one.</summary>
        public Kickoff? Kickoff { get; }
    }

    /// <summary>Before, during and around the sessions.</summary>
    public sealed class Course
    {
        internal Course(JsonObject json)
        {
            DelayWeeks = json.Count("delayWeeks");
            MinMonths = json.Count("minMonths");
            MaxMonths = json.Count("maxMonths");
            MaxSessionHours = json.Number("maxSessionHours");
            Before = json.Objects("before", found => new Labelled(found));
            Sites = json.Objects("sites", found => new Labelled(found));
            Remote = json.Objects("remote", found => new Labelled(found));
            Accessibility = json.Text("accessibility");
            WorkingTime = json.Text("workingTime");
            Source = json.Text("source");
        }

        /// <summary>Weeks between the last exchange and the effective start, at least.</summary>
        public int DelayWeeks { get; }

        /// <summary>Usual duration in calendar months, at least.</summary>
        public int MinMonths { get; }

        /// <summary>Usual duration in calendar months, at most.</summary>
        public int MaxMonths { get; }

        /// <summary>The longest session, unless told otherwise.</summary>
        public decimal MaxSessionHours { get; }

        /// <summary>What comes before the start, in order.</summary>
        public IReadOnlyList<Labelled> Before { get; }

        /// <summary>Places where it takes place.</summary>
        public IReadOnlyList<Labelled> Sites { get; }

        /// <summary>Remote forms.</summary>
        public IReadOnlyList<Labelled> Remote { get; }

        /// <summary>Accessibility and adaptations.</summary>
        public string Accessibility { get; }

        /// <summary>On working time or not.</summary>
        public string WorkingTime { get; }

        /// <summary>Where this comes from.</summary>
        public string Source { get; }
    }

    /// <summary>Somebody who accompanies the agent.</summary>
    public sealed class Companion
    {
        internal Companion(JsonObject json)
        {
            Code = json.Text("code");
            Label = json.Text("label");
            Part = json.Text("part");
            Variants = json["variants"] == null ? null : json.Texts("variants");
            Source = json.Text("source");
        }

        /// <summary>Stable code.</summary>
        public string Code { get; }

        /// <summary>French label.</summary>
        public string Label { get; }

        /// <summary>What this person does.</summary>
        public string Part { get; }

        /// <summary>The variants concerned; absent: all of them.</summary>
        public IReadOnlyList<string> Variants { get; }

        /// <summary>Where this comes from.</summary>
        public string Source { get; }
    }

    /// <summary>Certificate, invoice, term of payment.</summary>
    public sealed class SettlementTerms
    {
        internal SettlementTerms(JsonObject json)
        {
            Documents = json.Objects("documents", found => new Labelled(found));
            DueDays = json.Count("dueDays");
            Payee = json.Text("payee");
            Request = json.Text("request");
            Source = json.Text("source");
        }

        /// <summary>Documents sent to the funder at the end.</summary>
        public IReadOnlyList<Labelled> Documents { get; }

        /// <summary>Days from the receipt of the invoice within which it is due.</summary>
        public int DueDays { get; }

        /// <summary>To whose order.</summary>
        public string Payee { get; }

        /// <summary>Who is asked to fund, and who decides.</summary>
        public string Request { get; }

        /// <summary>Where this comes from.</summary>
        public string Source { get; }
    }

    /// <summary>A legal text the offer rests on.</summary>
    public sealed class LegalText
    {
        internal LegalText(JsonObject json)
        {
            Code = json.Text("code");
            Title = json.Text("title");
            Date = json.Date("date");
            Note = json.Text("note");
        }

        /// <summary>Stable code.</summary>
        public string Code { get; }

        /// <summary>Short title.</summary>
        public string Title { get; }

        /// <summary>Day it was signed.</summary>
        public DateTime Date { get; }

        /// <summary>What became of it, or what it is about.</summary>
        public string Note { get; }
    }
}
