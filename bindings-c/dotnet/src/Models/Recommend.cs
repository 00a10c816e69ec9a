using System.Collections.Generic;
using BilanProfessionnel.Json;

namespace BilanProfessionnel
{
    /// <summary>What the agent wants.</summary>
    public sealed class RecommendRequest
    {
        /// <summary>Needs of the catalogue.</summary>
        /// <param name="needs">Their codes.</param>
        public RecommendRequest(params string[] needs)
        {
            Needs = new List<string>(needs);
        }

        /// <summary>Codes of needs of the catalogue, each once.</summary>
        public IList<string> Needs { get; }

        internal string ToJson() => JsonWriter.Object(json => json.Texts("needs", Needs));
    }

    /// <summary>All variants, the one that serves most needs first.</summary>
    public sealed class RecommendResult
    {
        internal RecommendResult(JsonObject json)
        {
            Ranking = json.Objects("ranking", found => new RankedVariant(found));
        }

        /// <summary>Every variant of the catalogue; ties in the order of the catalogue.</summary>
        public IReadOnlyList<RankedVariant> Ranking { get; }
    }

    /// <summary>How well one variant serves the needs.</summary>
    public sealed class RankedVariant
    {
        internal RankedVariant(JsonObject json)
        {
            Variant = json.Text("variant");
            Label = json.Text("label");
            Purpose = json.Text("purpose");
            Served = json.Texts("served");
            Unserved = json.Texts("unserved");
        }

        /// <summary>Code of the variant.</summary>
        public string Variant { get; }

        /// <summary>French label.</summary>
        public string Label { get; }

        /// <summary>What it is for.</summary>
        public string Purpose { get; }

        /// <summary>The needs it serves, in the order of the catalogue.</summary>
        public IReadOnlyList<string> Served { get; }

        /// <summary>The others, in the same order.</summary>
        public IReadOnlyList<string> Unserved { get; }
    }
}
