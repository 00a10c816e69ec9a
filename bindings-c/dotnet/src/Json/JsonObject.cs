using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;

namespace BilanProfessionnel.Json
{
    /// <summary>The members of a JSON object, each by its name and type; null and absent mean the same.</summary>
    internal sealed class JsonObject
    {
        private readonly Dictionary<string, object> members = new Dictionary<string, object>(StringComparer.Ordinal);

        private readonly List<string> names = new List<string>();

        /// <summary>The names, in the order of the text.</summary>
        internal IReadOnlyList<string> Names => names;

        internal object this[string name]
        {
            get
            {
                object value;
                members.TryGetValue(name, out value);
                return value;
            }
        }

        internal bool TryAdd(string name, object value)
        {
            if (members.ContainsKey(name))
            {
                return false;
            }
            members.Add(name, value);
            names.Add(name);
            return true;
        }

        internal string Text(string name) => Required<string>(name);

        internal string OptionalText(string name) => Optional<string>(name);

        internal bool Flag(string name) => RequiredValue<bool>(name);

        internal bool? OptionalFlag(string name) => OptionalValue<bool>(name);

        internal decimal Number(string name) => RequiredValue<decimal>(name);

        internal decimal? OptionalNumber(string name) => OptionalValue<decimal>(name);

        internal int Count(string name) => checked((int)Number(name));

        internal int? OptionalCount(string name) => checked((int?)OptionalNumber(name));

        /// <summary>A code; one that this package does not know is the member <c>Other</c>.</summary>
        internal T Code<T>(string name)
            where T : struct => BilanProfessionnel.Codes.Read<T>(Text(name));

        internal T? OptionalCode<T>(string name)
            where T : struct => this[name] == null ? (T?)null : Code<T>(name);

        internal DateTime Date(string name) => JsonDate.Read(Text(name));

        internal DateTime? OptionalDate(string name)
        {
            string date = OptionalText(name);
            return date == null ? (DateTime?)null : JsonDate.Read(date);
        }

        internal decimal Amount(string name) => ReadAmount(Text(name));

        internal decimal? OptionalAmount(string name)
        {
            string amount = OptionalText(name);
            return amount == null ? (decimal?)null : ReadAmount(amount);
        }

        internal T Object<T>(string name, Func<JsonObject, T> read) => read(Required<JsonObject>(name));

        internal T OptionalObject<T>(string name, Func<JsonObject, T> read)
            where T : class
        {
            JsonObject found = Optional<JsonObject>(name);
            return found == null ? null : read(found);
        }

        internal IReadOnlyList<T> Objects<T>(string name, Func<JsonObject, T> read) => List(name, read);

        internal IReadOnlyList<string> Texts(string name) => List<string, string>(name, text => text);

        internal IReadOnlyList<T> Codes<T>(string name)
            where T : struct => List<string, T>(name, BilanProfessionnel.Codes.Read<T>);

        private static decimal ReadAmount(string amount) =>
            decimal.Parse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

        /// <summary>A list; empty if there is none.</summary>
        private IReadOnlyList<T> List<TItem, T>(string name, Func<TItem, T> read)
            where TItem : class
        {
            var found = new List<T>();
            foreach (object item in Optional<List<object>>(name) ?? new List<object>())
            {
                found.Add(read(item as TItem ?? throw Unexpected(name)));
            }
            return new ReadOnlyCollection<T>(found);
        }

        private T Required<T>(string name)
            where T : class => this[name] as T ?? throw Unexpected(name);

        private T Optional<T>(string name)
            where T : class => this[name] == null ? null : Required<T>(name);

        private T RequiredValue<T>(string name)
            where T : struct => this[name] is T ? (T)this[name] : throw Unexpected(name);

        private T? OptionalValue<T>(string name)
            where T : struct => this[name] == null ? (T?)null : RequiredValue<T>(name);

        private static FormatException Unexpected(string name) =>
            new FormatException($"The library wrote something else than the contract at \"{name}\".");
    }
}
