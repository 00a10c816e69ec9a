using System;
using System.Collections.Generic;

namespace BilanProfessionnel
{
    /// <summary>The stable codes of the contract, for values of this package: <c>"tauxIncapacitePermanente"</c>.</summary>
    public static class Codes
    {
        /// <summary>All facts, in the order of the contract.</summary>
        public static IReadOnlyList<Fact> AllFacts { get; } = InOrder<Fact>(fact => (uint)fact);

        /// <summary>All situations, in the order of the contract.</summary>
        public static IReadOnlyList<Situation> AllSituations { get; } = InOrder<Situation>(situation => (uint)situation);

        /// <summary>The member that stands for a code that this version of the package does not know.</summary>
        private const string Other = "Other";

        /// <summary>The code of one fact.</summary>
        /// <param name="fact">One fact.</param>
        /// <returns>Its code.</returns>
        /// <exception cref="ArgumentOutOfRangeException">It is not exactly one fact.</exception>
        public static string Code(this Fact fact)
        {
            string code;
            return Table<Fact>.Codes.TryGetValue(fact, out code) ? code : throw new ArgumentOutOfRangeException(nameof(fact));
        }

        /// <summary>The fact of that code.</summary>
        /// <param name="code">A code of the contract.</param>
        /// <param name="fact">The fact, or <see cref="Fact.None"/>.</param>
        /// <returns>Whether there is one.</returns>
        public static bool TryParseFact(string code, out Fact fact)
        {
            fact = Fact.None;
            return code != null && Table<Fact>.Values.TryGetValue(code, out fact);
        }

        /// <summary>The member of an enumeration, as the contract writes it.</summary>
        internal static string Write<T>(T value)
            where T : struct
        {
            string code;
            return Table<T>.Codes.TryGetValue(value, out code) ? code : throw new ArgumentOutOfRangeException(typeof(T).Name);
        }

        internal static string WriteOptional<T>(T? value)
            where T : struct => value.HasValue ? Write(value.Value) : null;

        /// <summary>The member of that code; one that is not known is <c>Other</c>.</summary>
        internal static T Read<T>(string code)
            where T : struct
        {
            T value;
            return Table<T>.Values.TryGetValue(code, out value) ? value : Table<T>.Unknown;
        }

        private static IReadOnlyList<T> InOrder<T>(Func<T, uint> bits)
        {
            var all = new List<T>(Table<T>.Codes.Keys);
            all.Sort((left, right) => bits(left).CompareTo(bits(right)));
            return all.AsReadOnly();
        }

        /// <summary>Members and codes of an enumeration: a code is the name of the member with a small first letter.</summary>
        private static class Table<T>
        {
            internal static readonly Dictionary<T, string> Codes = new Dictionary<T, string>();

            internal static readonly Dictionary<string, T> Values = new Dictionary<string, T>(StringComparer.Ordinal);

            internal static readonly T Unknown;

            static Table()
            {
                bool isBits = typeof(T).IsDefined(typeof(FlagsAttribute), false);
                foreach (T value in (T[])Enum.GetValues(typeof(T)))
                {
                    string name = value.ToString();
                    if (name == Other)
                    {
                        Unknown = value;
                    }
                    if (name == Other || (isBits && (name == nameof(Fact.None) || name == nameof(Fact.All))))
                    {
                        continue;
                    }
                    string code = char.ToLowerInvariant(name[0]) + name.Substring(1);
                    Codes.Add(value, code);
                    Values.Add(code, value);
                }
            }
        }
    }
}
