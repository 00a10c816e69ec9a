using System;
using System.Globalization;
using System.Threading;

namespace BilanProfessionnel.Tests
{
    /// <summary>Whatever the culture of a thread is, requests are written, answers read and texts shown alike.</summary>
    internal static class CultureTests
    {
        /// <summary>
        /// Cultures that write numbers, dates or letters otherwise: the i of Turkish; the commas of French; the calendars,
        /// digits and directions of Arabic and Persian; years of the Buddha; the apostrophes of Swiss numbers.
        /// </summary>
        private static readonly string[] Names = { "tr-TR", "fr-FR", "ar-SA", "ar", "fa-IR", "th-TH", "de-CH", "sv-SE", "ja-JP", "hi-IN" };

        /// <param name="real">Whether the runtime must know the cultures of the world, and not their names alone.</param>
        internal static void Run(Catalogue catalogue, bool real, Action<Catalogue> cases)
        {
            string expected = Told(catalogue);
            foreach (string name in Names)
            {
                CultureInfo culture = CultureInfo.GetCultureInfo(name);
                In(culture, () =>
                {
                    Check.Equal($"{name}: the same answers", expected, Told(catalogue));
                    cases(catalogue);
                });
            }
            if (real)
            {
                Check.Equal("the cultures are those of the world", "1,5", 1.5m.ToString(CultureInfo.GetCultureInfo("fr-FR")));
                Check.Equal("and so are their letters", "İ", CultureInfo.GetCultureInfo("tr-TR").TextInfo.ToUpper("i"));
            }
            In(Invented(), () =>
            {
                Check.Equal("the invented culture is in force", "−1§5", (-1.5m).ToString(CultureInfo.CurrentCulture));
                Check.Equal("an invented culture: the same answers", expected, Told(catalogue));
                cases(catalogue);
            });
        }

        /// <summary>A culture of no country, in which nothing is written as JSON writes it.</summary>
        private static CultureInfo Invented()
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberDecimalSeparator = "§";
            culture.NumberFormat.NumberGroupSeparator = ".";
            culture.NumberFormat.NegativeSign = "−";
            culture.DateTimeFormat.DateSeparator = "§";
            culture.DateTimeFormat.ShortDatePattern = "d/M/yy";
            return culture;
        }

        private static void In(CultureInfo culture, Action work)
        {
            CultureInfo before = Thread.CurrentThread.CurrentCulture, beforeUi = Thread.CurrentThread.CurrentUICulture;
            Thread.CurrentThread.CurrentCulture = culture;
            Thread.CurrentThread.CurrentUICulture = culture;
            try
            {
                work();
            }
            finally
            {
                Thread.CurrentThread.CurrentCulture = before;
                Thread.CurrentThread.CurrentUICulture = beforeUi;
            }
        }

        /// <summary>What a request with every kind of value is answered, as text and as models.</summary>
        private static string Told(Catalogue catalogue)
        {
            var request = new SimulateRequest(new DateTime(2026, 11, 23))
            {
                Variant = "horizon", Client = "affiliee", Hours = 18.5m, Fixed = { ["analyseDemande"] = 1.5m },
                Facts = new FactAnswers { Rqth = true, Statut = Statut.Fonctionnaire, TauxIncapacitePermanente = 9.96m, RenteIncapacitePermanente = true },
                Calendar = new Calendar(new DateTime(2026, 12, 1)) { Cadence = Cadence.Fortnightly, Weekday = Weekday.Friday, MaxSessionHours = 1.5m },
            };
            SimulateResult dossier = catalogue.Simulate(request);
            QuoteResult quote = catalogue.Quote(new QuoteRequest("affiliee") { Variant = "evolution", Hours = 20, On = new DateTime(2026, 12, 1) });
            return string.Join("\n", ModelTests.Written(dossier), ModelTests.Written(quote), dossier.Record.Request,
                catalogue.Replay(new ReplayRequest(request, dossier.Record)).Holds);
        }
    }
}
