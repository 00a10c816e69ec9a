using System;
using System.Collections.Generic;
using BilanProfessionnel.Json;

namespace BilanProfessionnel
{
    /// <summary>The two answers to the question on the agent’s status.</summary>
    public enum Statut
    {
        /// <summary>Civil servant.</summary>
        Fonctionnaire,

        /// <summary>Contract agent.</summary>
        Contractuel,
    }

    /// <summary>What is known of an agent. A fact without an answer, null, is unknown: never false.</summary>
    /// <remarks>For a request of the contract, and, by <see cref="Known"/> and <see cref="Values"/>, for a packed verdict.</remarks>
    public sealed class FactAnswers
    {
        /// <summary>The rate of permanent incapacity, in percent, from which that fact holds.</summary>
        public const decimal RateThreshold = 10m;

        private Fact known;

        private Fact values;

        private decimal? rate;

        /// <summary>Does the fitness opinion state objective elements on capacity for the present post?</summary>
        public bool? AvisElementsObjectifs { get => Get(Fact.AvisElementsObjectifs); set => Set(Fact.AvisElementsObjectifs, value); }

        /// <summary>Does that opinion propose an adaptation of the post?</summary>
        public bool? AvisAdaptationPoste { get => Get(Fact.AvisAdaptationPoste); set => Set(Fact.AvisAdaptationPoste, value); }

        /// <summary>Recognised as a disabled worker (RQTH) by the CDAPH?</summary>
        public bool? Rqth { get => Get(Fact.Rqth); set => Set(Fact.Rqth, value); }

        /// <summary>Rate of permanent incapacity after a work accident or an occupational disease, from 0 to 100 percent.</summary>
        public decimal? TauxIncapacitePermanente
        {
            get => rate;
            set
            {
                rate = value;
                Put(Fact.TauxIncapacitePermanente, value.HasValue ? value.Value >= RateThreshold : (bool?)null);
            }
        }

        /// <summary>Receives the annuity for that incapacity?</summary>
        public bool? RenteIncapacitePermanente
        {
            get => Get(Fact.RenteIncapacitePermanente);
            set => Set(Fact.RenteIncapacitePermanente, value);
        }

        /// <summary>Receives an invalidity pension?</summary>
        public bool? PensionInvalidite { get => Get(Fact.PensionInvalidite); set => Set(Fact.PensionInvalidite, value); }

        /// <summary>Does that invalidity reduce working capacity by two thirds at least?</summary>
        public bool? ReductionCapaciteDeuxTiers
        {
            get => Get(Fact.ReductionCapaciteDeuxTiers);
            set => Set(Fact.ReductionCapaciteDeuxTiers, value);
        }

        /// <summary>Former military?</summary>
        public bool? AncienMilitaire { get => Get(Fact.AncienMilitaire); set => Set(Fact.AncienMilitaire, value); }

        /// <summary>Receives a military invalidity pension?</summary>
        public bool? PensionMilitaireInvalidite
        {
            get => Get(Fact.PensionMilitaireInvalidite);
            set => Set(Fact.PensionMilitaireInvalidite, value);
        }

        /// <summary>Has been a volunteer firefighter?</summary>
        public bool? SapeurPompierVolontaire { get => Get(Fact.SapeurPompierVolontaire); set => Set(Fact.SapeurPompierVolontaire, value); }

        /// <summary>Receives an invalidity allowance or annuity for an accident in, or a disease from, that service?</summary>
        public bool? AllocationOuRenteService { get => Get(Fact.AllocationOuRenteService); set => Set(Fact.AllocationOuRenteService, value); }

        /// <summary>Victim of an act of terrorism?</summary>
        public bool? VictimeTerrorisme { get => Get(Fact.VictimeTerrorisme); set => Set(Fact.VictimeTerrorisme, value); }

        /// <summary>Holds the carte mobilité inclusion marked « invalidité »?</summary>
        public bool? CmiInvalidite { get => Get(Fact.CmiInvalidite); set => Set(Fact.CmiInvalidite, value); }

        /// <summary>Receives the allocation aux adultes handicapés?</summary>
        public bool? Aah { get => Get(Fact.Aah); set => Set(Fact.Aah, value); }

        /// <summary>Receives an allocation temporaire d’invalidité?</summary>
        public bool? Ati { get => Get(Fact.Ati); set => Set(Fact.Ati, value); }

        /// <summary>Civil servant or contract agent?</summary>
        public Statut? Statut
        {
            get
            {
                bool? civilServant = Get(Fact.Statut);
                return !civilServant.HasValue ? (Statut?)null
                    : civilServant.Value ? BilanProfessionnel.Statut.Fonctionnaire : BilanProfessionnel.Statut.Contractuel;
            }

            set => Put(Fact.Statut, value.HasValue ? value.Value == BilanProfessionnel.Statut.Fonctionnaire : (bool?)null);
        }

        /// <summary>In a period of preparation for redeployment (PPR)?</summary>
        public bool? PreparationReclassement { get => Get(Fact.PreparationReclassement); set => Set(Fact.PreparationReclassement, value); }

        /// <summary>Being redeployed?</summary>
        public bool? Reclassement { get => Get(Fact.Reclassement); set => Set(Fact.Reclassement, value); }

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
            if (fact == Fact.TauxIncapacitePermanente || fact == Fact.Statut)
            {
                throw new ArgumentOutOfRangeException(nameof(fact));
            }
            Put(fact, holds);
        }

        internal static FactAnswers Read(JsonObject json)
        {
            var answers = new FactAnswers
            {
                TauxIncapacitePermanente = json[Fact.TauxIncapacitePermanente.Code()] == null
                    ? (decimal?)null : json.Number(Fact.TauxIncapacitePermanente.Code()),
            };
            string statut = json.OptionalText(Fact.Statut.Code());
            answers.Statut = statut == null ? (Statut?)null : Codes.Read<Statut>(statut);
            foreach (string name in json.Names)
            {
                Fact fact = Codes.ReadFact(name);
                if (fact != Fact.TauxIncapacitePermanente && fact != Fact.Statut)
                {
                    answers.Set(fact, json.OptionalFlag(name));
                }
            }
            return answers;
        }

        internal void Write(JsonWriter json)
        {
            foreach (Fact fact in Codes.AllFacts)
            {
                switch (fact)
                {
                    case Fact.TauxIncapacitePermanente: json.Number(fact.Code(), rate); break;
                    case Fact.Statut: json.Text(fact.Code(), Codes.WriteOptional(Statut)); break;
                    default: json.Flag(fact.Code(), Get(fact)); break;
                }
            }
        }

        private void Put(Fact fact, bool? holds)
        {
            known = holds.HasValue ? known | fact : known & ~fact;
            values = holds == true ? values | fact : values & ~fact;
        }
    }

    /// <summary>Last valid days of proofs, as both <c>funding</c> and <c>simulate</c> take them.</summary>
    internal static class Proofs
    {
        internal static void Write(JsonWriter json, IDictionary<Fact, DateTime> validUntil)
        {
            json.Member("validUntil", proofs =>
            {
                foreach (KeyValuePair<Fact, DateTime> proof in validUntil)
                {
                    proofs.Date(proof.Key.Code(), proof.Value);
                }
            });
        }
    }
}
