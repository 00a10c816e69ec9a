using System;
using System.Collections.Generic;
using BilanProfessionnel.Json;

namespace BilanProfessionnel
{
    /// <summary>How a price is known.</summary>
    public enum QuoteStatus
    {
        /// <summary>In a way that this version of the package does not know.</summary>
        Other,

        /// <summary>The amount is published for these hours.</summary>
        Published,

        /// <summary>The amount is computed from a published hourly rate.</summary>
        Computed,

        /// <summary>Nothing to pay.</summary>
        Free,

        /// <summary>The centre’s quote says.</summary>
        OnQuote,
    }

    /// <summary>A variant, a total, an affiliation.</summary>
    public sealed class QuoteRequest
    {
        /// <summary>The price of that variant, at its stated total.</summary>
        /// <param name="variant">Code of a variant of the catalogue.</param>
        /// <param name="affiliated">Whether the collectivity is affiliated to the centre.</param>
        public QuoteRequest(string variant, bool affiliated)
        {
            Variant = variant;
            Affiliated = affiliated;
        }

        /// <summary>Code of a variant of the catalogue.</summary>
        public string Variant { get; set; }

        /// <summary>Total hours, a multiple of 0.5; by default the variant’s stated total.</summary>
        public decimal? Hours { get; set; }

        /// <summary>Whether the collectivity is affiliated to the centre.</summary>
        public bool Affiliated { get; set; }

        /// <summary>The day of the price; needed where the tariffs are dated.</summary>
        public DateTime? On { get; set; }

        internal string ToJson() => JsonWriter.Object(json =>
        {
            json.Text("variant", Variant);
            json.Number("hours", Hours);
            json.Flag("affiliated", Affiliated);
            json.Date("on", On);
        });
    }

    /// <summary>A price, or what can honestly be said of it. Amounts are exact, in euros, tax included.</summary>
    public sealed class QuoteResult
    {
        internal QuoteResult(JsonObject json)
        {
            Variant = json.Text("variant");
            Hours = json.Number("hours");
            Affiliated = json.Flag("affiliated");
            QuoteStatus status;
            Status = Codes.TryRead(json.Text("status"), out status) ? status : QuoteStatus.Other;
            Amount = json.OptionalAmount("amount");
            Currency = json.Text("currency");
            TaxIncluded = json.Flag("taxIncluded");
            Reference = json.OptionalObject("reference", found => new ReferencePrice(found));
            Indicative = json.OptionalObject("indicative", found => new PriceInterval(found));
            Covers = json.Texts("covers");
            Source = json.OptionalText("source");
            Explanation = json.Text("explanation");
        }

        /// <summary>Code of the variant.</summary>
        public string Variant { get; }

        /// <summary>Total hours.</summary>
        public decimal Hours { get; }

        /// <summary>Whether the collectivity is affiliated to the centre.</summary>
        public bool Affiliated { get; }

        /// <summary>How the price is known.</summary>
        public QuoteStatus Status { get; }

        /// <summary>The price, where one exists.</summary>
        public decimal? Amount { get; }

        /// <summary>Always <c>EUR</c>.</summary>
        public string Currency { get; }

        /// <summary>Always true.</summary>
        public bool TaxIncluded { get; }

        /// <summary>The published amount and its hours.</summary>
        public ReferencePrice Reference { get; }

        /// <summary>Where no price exists: between which amounts it lies. Never a price.</summary>
        public PriceInterval Indicative { get; }

        /// <summary>Codes of what the price covers.</summary>
        public IReadOnlyList<string> Covers { get; }

        /// <summary>Where the tariff comes from.</summary>
        public string Source { get; }

        /// <summary>One French sentence.</summary>
        public string Explanation { get; }
    }

    /// <summary>One amount for a reference number of hours.</summary>
    public sealed class ReferencePrice
    {
        internal ReferencePrice(JsonObject json)
        {
            Hours = json.Number("hours");
            Amount = json.Amount("amount");
        }

        /// <summary>The reference hours.</summary>
        public decimal Hours { get; }

        /// <summary>The amount for those hours, in euros, tax included.</summary>
        public decimal Amount { get; }
    }

    /// <summary>Two amounts between which a price lies.</summary>
    public sealed class PriceInterval
    {
        internal PriceInterval(JsonObject json)
        {
            Low = json.Amount("low");
            High = json.Amount("high");
        }

        /// <summary>The lower amount.</summary>
        public decimal Low { get; }

        /// <summary>The higher amount.</summary>
        public decimal High { get; }
    }
}
