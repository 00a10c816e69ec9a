using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace BilanProfessionnel.Json
{
    /// <summary>Writes a request: one method a type of member. A member without a value is left out.</summary>
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

        internal void Texts(string name, IEnumerable<string> values)
        {
            Name(name);
            Braces('[', ']', () =>
            {
                foreach (string value in values)
                {
                    Next();
                    if (value == null)
                    {
                        text.Append("null");
                    }
                    else
                    {
                        Quote(value);
                    }
                }
            });
        }

        internal void Member(string name, Action<JsonWriter> members)
        {
            if (members != null)
            {
                Name(name);
                Braces('{', '}', () => members(this));
            }
        }

        internal void Members<T>(string name, IEnumerable<T> items, Action<T, JsonWriter> members)
        {
            Name(name);
            Braces('[', ']', () =>
            {
                foreach (T item in items)
                {
                    Next();
                    if (item == null)
                    {
                        text.Append("null");
                    }
                    else
                    {
                        Braces('{', '}', () => members(item, this));
                    }
                }
            });
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
