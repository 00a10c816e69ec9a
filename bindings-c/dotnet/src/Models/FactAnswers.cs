using System;
using System.Collections.Generic;
using BilanProfessionnel.Json;

namespace BilanProfessionnel
{
    /// <summary>What is known of an agent. A fact without an answer, null, is unknown: never false.</summary>
    /// <remarks>For a request of the contract, and, by <see cref="Known"/> and <see cref="Values"/>, for a packed verdict.</remarks>
    public sealed partial class FactAnswers
    {
        private Fact known;

        private Fact values;

        private decimal? rate;

        /// <summary>The facts that are known, for <see cref="Verdict.Decide"/>.</summary>
        public Fact Known => known;

        /// <summary>Those of them that hold, for <see cref="Verdict.Decide"/>: the rate from 10 %, the status for a civil servant.</summary>
        public Fact Values => values;

        /// <summary>Whether that fact holds; null if it is not known.</summary>
        /// <param name="fact">One fact.</param>
        /// <returns>True, false or null.</returns>
        public bool? Get(Fact fact) => (known & fact) == 0 ? (bool?)null : (values & fact) != 0;

        /// <summary>Answers a question of yes or no, true, false or, for unknown, null.</summary>
        /// <param name="fact">One fact other than the rate and the status, which have answers of their own.</param>
        /// <param name="holds">The answer.</param>
        /// <exception cref="ArgumentOutOfRangeException">It is not one such fact.</exception>
        public void Set(Fact fact, bool? holds)
        {
            fact.Code();
            if (KindOf(fact) != AnswerKind.YesNo)
            {
                throw new ArgumentOutOfRangeException(nameof(fact));
            }
            Put(fact, holds);
        }

        /// <summary>Facts that this version of the package does not know are passed over.</summary>
        internal static FactAnswers Read(JsonObject json)
        {
            var answers = new FactAnswers();
            foreach (string name in json.Names)
            {
                Fact fact;
                if (!Codes.TryParseFact(name, out fact))
                {
                    continue;
                }
                switch (KindOf(fact))
                {
                    case AnswerKind.Percent: answers.PutRate(fact, json.OptionalNumber(name)); break;
                    case AnswerKind.Status: answers.PutStatut(fact, ReadStatut(json, name)); break;
                    default: answers.Set(fact, json.OptionalFlag(name)); break;
                }
            }
            return answers;
        }

        /// <summary>Whether nothing is known.</summary>
        internal bool IsEmpty => known == Fact.None;

        internal void Write(JsonWriter json)
        {
            foreach (Fact fact in Codes.AllFacts)
            {
                switch (KindOf(fact))
                {
                    case AnswerKind.Percent: json.Number(fact.Code(), rate); break;
                    case AnswerKind.Status: json.Code(fact.Code(), GetStatut(fact)); break;
                    default: json.Flag(fact.Code(), Get(fact)); break;
                }
            }
        }

        /// <summary>A status that is not known is no answer.</summary>
        private static Statut? ReadStatut(JsonObject json, string name)
        {
            Statut? statut = json.OptionalCode<Statut>(name);
            return statut == BilanProfessionnel.Statut.Other ? (Statut?)null : statut;
        }

        private void PutRate(Fact fact, decimal? value)
        {
            rate = value;
            Put(fact, value.HasValue ? value.Value >= RateThreshold : (bool?)null);
        }

        private Statut? GetStatut(Fact fact)
        {
            bool? civilServant = Get(fact);
            return !civilServant.HasValue ? (Statut?)null
                : civilServant.Value ? BilanProfessionnel.Statut.Fonctionnaire : BilanProfessionnel.Statut.Contractuel;
        }

        private void PutStatut(Fact fact, Statut? value) =>
            Put(fact, value.HasValue ? value.Value == BilanProfessionnel.Statut.Fonctionnaire : (bool?)null);

        private void Put(Fact fact, bool? holds)
        {
            known = holds.HasValue ? known | fact : known & ~fact;
            values = holds == true ? values | fact : values & ~fact;
        }
    }

    /// <summary>What the answer to a fact looks like.</summary>
    internal enum AnswerKind
    {
        /// <summary>True or false.</summary>
        YesNo,

        /// <summary>A percentage.</summary>
        Percent,

        /// <summary>One of the two statuses.</summary>
        Status,
    }
}
