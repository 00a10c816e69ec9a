using System.Collections.Generic;
using System.IO;
using System.Text;

namespace VerifierAgents
{
    /// <summary>CSV as spreadsheets write it in France: semicolons, quotes where needed.</summary>
    internal static class Csv
    {
        private const char Separator = ';';

        /// <summary>The next row; null at the end. A quoted cell may hold separators, line ends and doubled quotes.</summary>
        internal static List<string> ReadRow(TextReader reader)
        {
            if (reader.Peek() < 0)
            {
                return null;
            }
            var row = new List<string>();
            var cell = new StringBuilder();
            bool quoted = false;
            for (int found = reader.Read(); found >= 0; found = reader.Read())
            {
                if (found == '"')
                {
                    if (quoted && reader.Peek() == '"')
                    {
                        cell.Append((char)reader.Read());
                    }
                    else
                    {
                        quoted = !quoted;
                    }
                }
                else if (!quoted && found == '\n')
                {
                    break;
                }
                else if (!quoted && found == Separator)
                {
                    row.Add(cell.ToString());
                    cell.Clear();
                }
                else if (quoted || found != '\r')
                {
                    cell.Append((char)found);
                }
            }
            row.Add(cell.ToString());
            return row;
        }

        internal static void WriteRow(TextWriter writer, params string[] cells)
        {
            for (int i = 0; i < cells.Length; i++)
            {
                writer.Write(i == 0 ? string.Empty : Separator.ToString());
                bool quote = cells[i].IndexOfAny(new[] { Separator, '"', '\r', '\n' }) >= 0;
                writer.Write(quote ? "\"" + cells[i].Replace("\"", "\"\"") + "\"" : cells[i]);
            }
            writer.Write("\r\n");
        }
    }
}
