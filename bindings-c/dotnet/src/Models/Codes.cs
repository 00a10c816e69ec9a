using System;
using System.Collections.Generic;

namespace BilanProfessionnel
{
    /// <summary>The stable codes of the contract, for values of this package: <c>"tauxIncapacitePermanente"</c>.</summary>
    public static class Codes
    {
        /// <summary>All facts, in the order of the contract.</summary>
        public static IReadOnlyList<Fact> AllFacts { get; } = AllSingleBits<Fact>(fact => (uint)fact);

        /// <summary>All situations, in the order of the contract.</summary>
        public static IReadOnlyList<Situation> AllSituations { get; } = AllSingleBits<Situation>(situation => (uint)situation);

        /// <summary>The code of one fact.</summary>
        /// <param name="fact">One fact.</param>
        /// <returns>Its code.</returns>
        /// <exception cref="ArgumentOutOfRangeException">It is not exactly one fact.</exception>
        public static string Code(this Fact fact)
        {
            string code;
            return fact != Fact.None && Table<Fact>.Codes.TryGetValue(fact, out code) ? code : throw new ArgumentOutOfRangeException(nameof(fact));
        }

        /// <summary>The fact of that code.</summary>
        /// <param name="code">A code of the contract.</param>
        /// <param name="fact">The fact, or <see cref="Fact.None"/>.</param>
        /// <returns>Whether there is one.</returns>
        public static bool TryParseFact(string code, out Fact fact)
        {
            fact = Fact.None;
            return code != null && Table<Fact>.Values.TryGetValue(code, out fact) && fact != Fact.None;
        }

        internal static Fact ReadFact(string code)
        {
            Fact fact;
            return TryParseFact(code, out fact) ? fact : throw new FormatException($"Unknown fact \"{code}\".");
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

        internal static T Read<T>(string code)
            where T : struct
        {
            T value;
            return TryRead(code, out value) ? value : throw new FormatException($"Unknown {typeof(T).Name} \"{code}\".");
        }

        internal static bool TryRead<T>(string code, out T value)
            where T : struct => Table<T>.Values.TryGetValue(code, out value);

        private static IReadOnlyList<T> AllSingleBits<T>(Func<T, uint> bits)
        {
            T[] all = Array.FindAll((T[])Enum.GetValues(typeof(T)), value => bits(value) != 0 && (bits(value) & (bits(value) - 1)) == 0);
            Array.Sort(all, (left, right) => bits(left).CompareTo(bits(right)));
            return Array.AsReadOnly(all);
        }

        /// <summary>Members and codes of an enumeration: a code is the name of the member with a small first letter.</summary>
        private static class Table<T>
        {
            internal static readonly Dictionary<T, string> Codes = new Dictionary<T, string>();

            internal static readonly Dictionary<string, T> Values = new Dictionary<string, T>(StringComparer.Ordinal);

            static Table()
            {
                foreach (T value in (T[])Enum.GetValues(typeof(T)))
                {
                    string name = value.ToString();
                    string code = char.ToLowerInvariant(name[0]) + name.Substring(1);
                    Codes.Add(value, code);
                    Values.Add(code, value);
                }
            }
        }
    }
}
