using System;
using System.Collections.Generic;
using System.Globalization;
using BilanProfessionnel;

namespace VerifierAgents
{
    /// <summary>One row of the file: who, and what is known. An empty cell is not an answer.</summary>
    internal sealed class Agent
    {
        private const string Identifier = "Matricule";

        private const string RqthValidUntil = "RQTH valable jusqu’au";

        private static readonly Dictionary<string, Fact> Columns = new Dictionary<string, Fact>
        {
            { "Restrictions motivées", Fact.AvisElementsObjectifs },
            { "Adaptation du poste proposée", Fact.AvisAdaptationPoste },
            { "RQTH", Fact.Rqth },
            { "Taux d’incapacité", Fact.TauxIncapacitePermanente },
            { "Rente d’incapacité", Fact.RenteIncapacitePermanente },
            { "Pension d’invalidité", Fact.PensionInvalidite },
            { "Capacité réduite des deux tiers", Fact.ReductionCapaciteDeuxTiers },
            { "Ancien militaire", Fact.AncienMilitaire },
            { "Pension militaire d’invalidité", Fact.PensionMilitaireInvalidite },
            { "Sapeur-pompier volontaire", Fact.SapeurPompierVolontaire },
            { "Allocation ou rente de ce service", Fact.AllocationOuRenteService },
            { "Victime du terrorisme", Fact.VictimeTerrorisme },
            { "CMI invalidité", Fact.CmiInvalidite },
            { "AAH", Fact.Aah },
            { "ATI", Fact.Ati },
            { "Statut", Fact.Statut },
            { "Préparation au reclassement", Fact.PreparationReclassement },
            { "En reclassement", Fact.Reclassement },
        };

        private Agent()
        {
        }

        internal string Id { get; private set; }

        internal FactAnswers Facts { get; } = new FactAnswers();

        internal DateTime? RqthEnds { get; private set; }

        /// <summary>The columns by the names used here: capitals and the form of apostrophes make no difference.</summary>
        /// <exception cref="FormatException">A column is not known, or there twice, or the first one is missing.</exception>
        internal static List<string> ReadHeader(List<string> header)
        {
            var columns = new List<string>();
            for (int i = 0; i < header.Count; i++)
            {
                string column = Named(header[i]);
                if (column == null)
                {
                    string written = header[i].Trim();
                    throw new FormatException(written.Length == 0
                        ? $"la colonne {i + 1} n’a pas de nom." : $"la colonne {i + 1}, « {written} », n’est pas connue.");
                }
                int first = columns.IndexOf(column);
                if (first >= 0)
                {
                    throw new FormatException($"la colonne « {column} » est là deux fois, en {first + 1} et en {i + 1}.");
                }
                columns.Add(column);
            }
            if (!columns.Contains(Identifier))
            {
                throw new FormatException($"il faut une colonne « {Identifier} ».");
            }
            return columns;
        }

        /// <summary>The agent of a row; null for a row without anything, as spreadsheets write below a table.</summary>
        /// <exception cref="FormatException">A cell cannot be read.</exception>
        internal static Agent Read(List<string> columns, List<string> row)
        {
            if (row.TrueForAll(string.IsNullOrWhiteSpace))
            {
                return null;
            }
            if (row.Count != columns.Count)
            {
                throw new FormatException($"{row.Count} cellule(s) au lieu de {columns.Count}.");
            }
            var agent = new Agent();
            for (int i = 0; i < row.Count; i++)
            {
                agent.Learn(columns[i], row[i].Trim());
            }
            return agent;
        }

        private static string Named(string written)
        {
            string name = written.Trim().Replace('\'', '’');
            foreach (string column in Columns.Keys)
            {
                if (Is(name, column))
                {
                    return column;
                }
            }
            return Is(name, Identifier) ? Identifier : Is(name, RqthValidUntil) ? RqthValidUntil : null;
        }

        private void Learn(string column, string cell)
        {
            if (column == Identifier)
            {
                Id = cell.Length > 0 ? cell : throw new FormatException($"la cellule « {column} » est vide.");
            }
            else if (cell.Length > 0 && column == RqthValidUntil)
            {
                DateTime day;
                RqthEnds = DateTime.TryParseExact(cell, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
                    ? day : throw Unreadable(column, cell, "une date comme 31/01/2027");
            }
            else if (cell.Length > 0)
            {
                Answer(Columns[column], column, cell);
            }
        }

        private void Answer(Fact fact, string column, string cell)
        {
            switch (fact)
            {
                case Fact.TauxIncapacitePermanente:
                    decimal rate;
                    string number = cell.TrimEnd('%', ' ', '\u00a0', '\u202f').Replace(',', '.');
                    bool isRate = decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out rate) && rate <= 100;
                    Facts.TauxIncapacitePermanente = isRate ? rate : throw Unreadable(column, cell, "un taux de 0 à 100");
                    break;
                case Fact.Statut:
                    bool isCivilServant = Is(cell, "fonctionnaire");
                    Facts.Statut = isCivilServant ? Statut.Fonctionnaire
                        : Is(cell, "contractuel") ? Statut.Contractuel : throw Unreadable(column, cell, "fonctionnaire ou contractuel");
                    break;
                default:
                    Facts.Set(fact, Is(cell, "oui") || (Is(cell, "non") ? false : throw Unreadable(column, cell, "oui ou non")));
                    break;
            }
        }

        private static bool Is(string cell, string word) => string.Equals(cell, word, StringComparison.OrdinalIgnoreCase);

        private static FormatException Unreadable(string column, string cell, string expected) =>
            new FormatException($"« {column} » : {expected}, et non « {cell} ».");
    }
}
