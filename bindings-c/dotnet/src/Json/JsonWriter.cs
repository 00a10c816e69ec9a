using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace BilanProfessionnel.Json
{
    /// <summary>
    /// Writes a request: one method a type of member. A member without a value is left out, and so is a list without items
    /// that is not required.
    /// </summary>
    internal sealed class JsonWriter
    {
        private readonly StringBuilder text = new StringBuilder();

        private bool isFirst = true;

        internal static string Object(Action<JsonWriter> members)
        {
            var writer = new JsonWriter();
            writer.Braces('{', '}', () => members(writer));
            return writer.text.ToString();
        }

        internal void Text(string name, string value)
        {
            if (value != null)
            {
                Name(name);
                Quote(value);
            }
        }

        internal void Flag(string name, bool? value)
        {
            if (value.HasValue)
            {
                Name(name);
                text.Append(value.Value ? "true" : "false");
            }
        }

        internal void Number(string name, decimal? value)
        {
            if (value.HasValue)
            {
                Name(name);
                text.Append(value.Value.ToString("0.############################", CultureInfo.InvariantCulture));
            }
        }

        internal void Date(string name, DateTime? value)
        {
            if (value.HasValue)
            {
                Text(name, JsonDate.Write(value.Value));
            }
        }

        /// <summary>An amount of money, a text with two decimals.</summary>
        internal void Amount(string name, decimal? value) =>
            Text(name, value?.ToString("0.00", CultureInfo.InvariantCulture));

        internal void Code<T>(string name, T? value)
            where T : struct => Text(name, BilanProfessionnel.Codes.WriteOptional(value));

        internal void Texts(string name, ICollection<string> values, bool always = false) =>
            List(name, values, always, Item);

        internal void Codes<T>(string name, ICollection<T> values, bool always = false)
            where T : struct => List(name, values, always, value => Quote(BilanProfessionnel.Codes.Write(value)));

        internal void Members<T>(string name, ICollection<T> items, Action<T, JsonWriter> members, bool always = false) =>
            List(name, items, always, item =>
            {
                if (item == null)
                {
                    text.Append("null");
                }
                else
                {
                    Braces('{', '}', () => members(item, this));
                }
            });

        internal void Member(string name, Action<JsonWriter> members)
        {
            if (members != null)
            {
                Name(name);
                Braces('{', '}', () => members(this));
            }
        }

        /// <summary>An object of numbers by code.</summary>
        internal void Numbers(string name, IDictionary<string, decimal> values, bool always = false)
        {
            if (always || (values != null && values.Count > 0))
            {
                Member(name, json =>
                {
                    foreach (KeyValuePair<string, decimal> value in values ?? new Dictionary<string, decimal>())
                    {
                        json.Number(value.Key, value.Value);
                    }
                });
            }
        }

        /// <summary>An object of days by fact.</summary>
        internal void Dates(string name, IDictionary<Fact, DateTime> values)
        {
            if (values != null && values.Count > 0)
            {
                Member(name, json =>
                {
                    foreach (KeyValuePair<Fact, DateTime> value in values)
                    {
                        json.Date(value.Key.Code(), value.Value);
                    }
                });
            }
        }

        private void List<T>(string name, ICollection<T> items, bool always, Action<T> item)
        {
            if (always || (items != null && items.Count > 0))
            {
                Name(name);
                Braces('[', ']', () =>
                {
                    foreach (T one in items ?? new T[0])
                    {
                        Next();
                        item(one);
                    }
                });
            }
        }

        private void Item(string value)
        {
            if (value == null)
            {
                text.Append("null");
            }
            else
            {
                Quote(value);
            }
        }

        private void Name(string name)
        {
            Next();
            Quote(name);
            text.Append(':');
        }

        private void Next()
        {
            if (!isFirst)
            {
                text.Append(',');
            }
            isFirst = false;
        }

        private void Braces(char open, char close, Action inside)
        {
            text.Append(open);
            isFirst = true;
            inside();
            isFirst = false;
            text.Append(close);
        }

        /// <summary>Half a character is kept as it is: the library refuses it, and says where.</summary>
        private void Quote(string value)
        {
            text.Append('"');
            foreach (char found in value)
            {
                if (found == '"' || found == '\\')
                {
                    text.Append('\\').Append(found);
                }
                else if (found < ' ')
                {
                    text.Append("\\u").Append(((int)found).ToString("x4", CultureInfo.InvariantCulture));
                }
                else
                {
                    text.Append(found);
                }
            }
            text.Append('"');
        }
    }
}
