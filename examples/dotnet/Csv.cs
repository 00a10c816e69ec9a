using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace VerifierAgents
{
    /// <summary>CSV as spreadsheets write it in France: semicolons, quotes where needed.</summary>
    internal sealed class Csv
    {
        private const char Separator = ';';

        private const char Quote = '"';

        private readonly TextReader reader;

        private readonly StringBuilder cell = new StringBuilder();

        private int line;

        private Csv(TextReader reader)
        {
            this.reader = reader;
        }

        /// <summary>The line on which the row last read begins, from 1: a quoted cell may hold several lines.</summary>
        internal int Line { get; private set; }

        /// <summary>The text of a file in UTF-8, with or without a byte order mark.</summary>
        /// <exception cref="FormatException">The file is in another encoding.</exception>
        internal static Csv Open(byte[] file)
        {
            if (StartsWith(file, 0xFF, 0xFE) || StartsWith(file, 0xFE, 0xFF))
            {
                throw new FormatException("ce fichier est en UTF-16 (« texte Unicode ») ; enregistrez-le en « CSV UTF-8 ».");
            }
            int mark = StartsWith(file, 0xEF, 0xBB, 0xBF) ? 3 : 0;
            string text;
            try
            {
                text = new UTF8Encoding(false, true).GetString(file, mark, file.Length - mark);
            }
            catch (ArgumentException error)
            {
                throw new FormatException("ce fichier n’est pas en UTF-8 ; enregistrez-le en « CSV UTF-8 ».", error);
            }
            // Text of spreadsheets holds no such character: it is UTF-16 without its mark.
            if (text.IndexOf('\0') >= 0)
            {
                throw new FormatException("ce fichier semble être en UTF-16 ; enregistrez-le en « CSV UTF-8 ».");
            }
            return new Csv(new StringReader(text));
        }

        /// <summary>The next row; null at the end. A quoted cell may hold separators, line ends and doubled quotes.</summary>
        /// <exception cref="FormatException">A quote is not closed, or stands where none can.</exception>
        internal List<string> ReadRow()
        {
            if (reader.Peek() < 0)
            {
                return null;
            }
            Line = ++line;
            var row = new List<string>();
            do
            {
                row.Add(ReadCell(row.Count + 1));
            }
            while (TryTake(Separator));
            EndLine();
            return row;
        }

        /// <summary>Writes a row. A cell that a spreadsheet would take for a formula is written as text.</summary>
        internal static void WriteRow(TextWriter writer, params string[] cells)
        {
            for (int i = 0; i < cells.Length; i++)
            {
                writer.Write(i == 0 ? string.Empty : Separator.ToString());
                string cell = IsFormula(cells[i]) ? "'" + cells[i] : cells[i];
                bool quote = cell.IndexOfAny(new[] { Separator, Quote, '\r', '\n', '\t' }) >= 0;
                writer.Write(quote ? "\"" + cell.Replace("\"", "\"\"") + "\"" : cell);
            }
            writer.Write("\r\n");
        }

        private static bool IsFormula(string cell) => cell.Length > 0 && "=+-@\t\r".IndexOf(cell[0]) >= 0;

        private static bool StartsWith(byte[] file, params byte[] mark)
        {
            for (int i = 0; i < mark.Length; i++)
            {
                if (i >= file.Length || file[i] != mark[i])
                {
                    return false;
                }
            }
            return true;
        }

        private string ReadCell(int column)
        {
            cell.Clear();
            if (TryTake(Quote))
            {
                ReadQuoted(column);
                if (!AtEndOfCell())
                {
                    throw Refusal(column, "du texte suit le guillemet fermant ; doublez les guillemets à l’intérieur d’une cellule.");
                }
            }
            while (!AtEndOfCell())
            {
                var found = (char)reader.Read();
                if (found == Quote)
                {
                    throw Refusal(column, "un guillemet est isolé ; entourez la cellule de guillemets et doublez ceux qu’elle contient.");
                }
                cell.Append(found);
            }
            return cell.ToString();
        }

        private void ReadQuoted(int column)
        {
            while (!TryTake(Quote) || TryAppendQuote())
            {
                int found = reader.Peek();
                if (found < 0)
                {
                    throw Refusal(column, "un guillemet ouvert n’est pas fermé.");
                }
                if (found != Quote)
                {
                    line += found == '\n' ? 1 : 0;
                    cell.Append((char)reader.Read());
                }
            }
        }

        /// <summary>A doubled quote, of which the first one was taken, is one quote of the cell.</summary>
        private bool TryAppendQuote()
        {
            bool isDoubled = TryTake(Quote);
            cell.Append(isDoubled ? Quote.ToString() : string.Empty);
            return isDoubled;
        }

        private bool AtEndOfCell()
        {
            int next = reader.Peek();
            return next < 0 || next == Separator || next == '\r' || next == '\n';
        }

        private void EndLine()
        {
            TryTake('\r');
            TryTake('\n');
        }

        private bool TryTake(char expected)
        {
            bool isNext = reader.Peek() == expected;
            if (isNext)
            {
                reader.Read();
            }
            return isNext;
        }

        private FormatException Refusal(int column, string sentence) => new FormatException($"colonne {column} : {sentence}");
    }
}
