using System;
using System.Collections.Generic;
using BilanProfessionnel.Json;

namespace BilanProfessionnel
{
    /// <summary>The forms a price can take.</summary>
    public enum PriceKind
    {
        /// <summary>Nothing to pay.</summary>
        Free,

        /// <summary>One amount for a reference number of hours; other hours on quote.</summary>
        Reference,

        /// <summary>So much an hour, and fixed parts.</summary>
        Hourly,

        /// <summary>No amount is published.</summary>
        OnQuote,
    }

    /// <summary>How much a tariff asks.</summary>
    public sealed class TariffPrice
    {
        internal TariffPrice(object json)
        {
            var form = json as JsonObject;
            Kind = Codes.Read<PriceKind>(form == null ? (string)json : form.Names[0]);
            Reference = form?.OptionalObject("reference", found => new ReferencePrice(found));
            Hourly = form?.OptionalObject("hourly", found => new HourlyPrice(found));
        }

        /// <summary>Its form.</summary>
        public PriceKind Kind { get; }

        /// <summary>For <see cref="PriceKind.Reference"/>, the amount and its hours.</summary>
        public ReferencePrice Reference { get; }

        /// <summary>For <see cref="PriceKind.Hourly"/>, the rate and the fixed parts.</summary>
        public HourlyPrice Hourly { get; }
    }

    /// <summary>A price: for whom, when, how much.</summary>
    public sealed class Tariff
    {
        internal Tariff(JsonObject json)
        {
            Variants = json.Texts("variants");
            Affiliated = json.OptionalFlag("affiliated");
            From = json.OptionalDate("from");
            To = json.OptionalDate("to");
            Price = new TariffPrice(json["price"]);
            Covers = json.Texts("covers");
            Source = json.Text("source");
        }

        /// <summary>The variants it prices.</summary>
        public IReadOnlyList<string> Variants { get; }

        /// <summary>For affiliated collectivities, for the others, or (absent) for all.</summary>
        public bool? Affiliated { get; }

        /// <summary>First day in force; absent: since ever.</summary>
        public DateTime? From { get; }

        /// <summary>Last day in force; absent: for ever.</summary>
        public DateTime? To { get; }

        /// <summary>How much.</summary>
        public TariffPrice Price { get; }

        /// <summary>What it covers.</summary>
        public IReadOnlyList<string> Covers { get; }

        /// <summary>Where this comes from.</summary>
        public string Source { get; }
    }

    /// <summary>So much an hour, and fixed parts.</summary>
    public sealed class HourlyPrice
    {
        internal HourlyPrice(JsonObject json)
        {
            Rate = json.Amount("rate");
            Fixed = json.Objects("fixed", found => new FixedPart(found));
        }

        /// <summary>The amount of one hour, tax included.</summary>
        public decimal Rate { get; }

        /// <summary>Parts that do not depend on the hours.</summary>
        public IReadOnlyList<FixedPart> Fixed { get; }
    }

    /// <summary>A part of a price that does not depend on the hours.</summary>
    public sealed class FixedPart
    {
        internal FixedPart(JsonObject json)
        {
            Label = json.Text("label");
            Amount = json.Amount("amount");
        }

        /// <summary>French label.</summary>
        public string Label { get; }

        /// <summary>The amount, tax included.</summary>
        public decimal Amount { get; }
    }
}
