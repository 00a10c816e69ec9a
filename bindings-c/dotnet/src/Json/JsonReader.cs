using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace BilanProfessionnel.Json
{
    /// <summary>
    /// Reads JSON (RFC 8259) strictly into a tree of null, <c>bool</c>, <c>decimal</c>, <c>string</c>,
    /// <see cref="List{T}"/> of values and <see cref="JsonObject"/>.
    /// </summary>
    /// <remarks>
    /// For what the library writes. Refuses duplicate names, half characters, numbers that a <c>decimal</c> cannot hold and
    /// more than 128 levels: so it never guesses, and no text can exhaust the stack.
    /// </remarks>
    internal sealed class JsonReader
    {
        private const int MaxDepth = 128;

        private readonly string text;

        private int at;

        private JsonReader(string text)
        {
            this.text = text;
        }

        /// <exception cref="FormatException">The text is not JSON.</exception>
        internal static object Read(string text)
        {
            var reader = new JsonReader(text);
            object value = reader.Value(0);
            reader.SkipSpaces();
            if (reader.at < text.Length)
            {
                throw reader.Refusal("nothing more");
            }
            return value;
        }

        /// <exception cref="FormatException">The text is not a JSON object.</exception>
        internal static JsonObject ReadObject(string text) =>
            Read(text) as JsonObject ?? throw new FormatException("An object is expected.");

        private object Value(int depth)
        {
            if (depth > MaxDepth)
            {
                throw Refusal("fewer levels");
            }
            SkipSpaces();
            switch (Peek())
            {
                case '{': return Object(depth);
                case '[': return List(depth);
                case '"': return Text();
                case 't': return Word("true", true);
                case 'f': return Word("false", false);
                case 'n': return Word("null", null);
                default: return Number();
            }
        }

        private JsonObject Object(int depth)
        {
            var members = new JsonObject();
            at++;
            SkipSpaces();
            if (TryTake('}'))
            {
                return members;
            }
            do
            {
                SkipSpaces();
                if (Peek() != '"')
                {
                    throw Refusal("a name");
                }
                string name = Text();
                SkipSpaces();
                Take(':');
                if (!members.TryAdd(name, Value(depth + 1)))
                {
                    throw Refusal("each name once");
                }
                SkipSpaces();
            }
            while (TryTake(','));
            Take('}');
            return members;
        }

        private List<object> List(int depth)
        {
            var items = new List<object>();
            at++;
            SkipSpaces();
            if (TryTake(']'))
            {
                return items;
            }
            do
            {
                items.Add(Value(depth + 1));
                SkipSpaces();
            }
            while (TryTake(','));
            Take(']');
            return items;
        }

        private string Text()
        {
            at++;
            int from = at;
            StringBuilder unescaped = null;
            while (true)
            {
                SkipPlain();
                char found = Peek();
                if (found == '"')
                {
                    break;
                }
                if (found < ' ')
                {
                    throw Refusal("no control character");
                }
                unescaped = unescaped ?? new StringBuilder();
                unescaped.Append(text, from, at - from).Append(Escape());
                from = at;
            }
            string rest = text.Substring(from, at - from);
            at++;
            string whole = unescaped == null ? rest : unescaped.Append(rest).ToString();
            RefuseHalfCharacters(whole);
            return whole;
        }

        /// <summary>To the next character that is not simply itself. Most of a document is read here.</summary>
        private void SkipPlain()
        {
            string from = text;
            int place = at;
            while (place < from.Length && from[place] != '"' && from[place] != '\\' && from[place] >= ' ')
            {
                place++;
            }
            at = place;
        }

        private char Escape()
        {
            at++;
            char escaped = Peek();
            at++;
            switch (escaped)
            {
                case '"':
                case '\\':
                case '/': return escaped;
                case 'b': return '\b';
                case 'f': return '\f';
                case 'n': return '\n';
                case 'r': return '\r';
                case 't': return '\t';
                case 'u': return CodeUnit();
                default: throw Refusal("an escape");
            }
        }

        private char CodeUnit()
        {
            int unit = 0;
            for (int i = 0; i < 4; i++)
            {
                int digit = "0123456789abcdef".IndexOf(char.ToLowerInvariant(Peek()));
                if (digit < 0 || text[at] > 'f')
                {
                    throw Refusal("four hexadecimal digits");
                }
                unit = (unit * 16) + digit;
                at++;
            }
            return (char)unit;
        }

        private void RefuseHalfCharacters(string whole)
        {
            for (int i = 0; i < whole.Length; i++)
            {
                if (whole[i] >= '\ud800' && char.IsSurrogate(whole[i]) && (i + 1 == whole.Length || !char.IsSurrogatePair(whole[i], whole[++i])))
                {
                    throw Refusal("whole characters");
                }
            }
        }

        private object Number()
        {
            int from = at;
            TryTake('-');
            if (!TryTake('0'))
            {
                Digits();
            }
            if (TryTake('.'))
            {
                Digits();
            }
            if (TryTake('e') || TryTake('E'))
            {
                if (!TryTake('+'))
                {
                    TryTake('-');
                }
                Digits();
            }
            decimal number;
            if (!decimal.TryParse(text.Substring(from, at - from), NumberStyles.Float, CultureInfo.InvariantCulture, out number))
            {
                throw Refusal("a number that a decimal holds");
            }
            return number;
        }

        private void Digits()
        {
            int from = at;
            while (at < text.Length && text[at] >= '0' && text[at] <= '9')
            {
                at++;
            }
            if (at == from)
            {
                throw Refusal("a value");
            }
        }

        private object Word(string word, object value)
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0)
            {
                throw Refusal("a value");
            }
            at += word.Length;
            return value;
        }

        private void SkipSpaces()
        {
            while (at < text.Length && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r'))
            {
                at++;
            }
        }

        private char Peek()
        {
            if (at == text.Length)
            {
                throw Refusal("more");
            }
            return text[at];
        }

        private bool TryTake(char expected)
        {
            bool found = at < text.Length && text[at] == expected;
            at += found ? 1 : 0;
            return found;
        }

        private void Take(char expected)
        {
            if (!TryTake(expected))
            {
                throw Refusal(expected.ToString());
            }
        }

        private FormatException Refusal(string expected) => new FormatException($"Not JSON at {at}: {expected} expected.");
    }
}
