using System;
using System.Globalization;

namespace BilanProfessionnel.Json
{
    /// <summary>Dates as the contract writes them, <c>2026-12-01</c>: a day, without a time.</summary>
    internal static class JsonDate
    {
        private const string Format = "yyyy-MM-dd";

        internal static DateTime Read(string date) =>
            DateTime.ParseExact(date, Format, CultureInfo.InvariantCulture, DateTimeStyles.None);

        internal static string Write(DateTime date) => date.ToString(Format, CultureInfo.InvariantCulture);
    }
}
