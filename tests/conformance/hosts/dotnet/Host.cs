using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using BilanProfessionnel;

namespace ConformanceHost
{
    /// <summary>Answers the request lines of the standard input, a line each; the argument, if any, is a catalogue file.</summary>
    /// <remarks>
    /// A line <c>{"operation":"plan","request":…}</c> goes to the operation itself, with the request as written; every
    /// other line to <see cref="Catalogue.AnswerLine(byte[])"/>. A catalogue that is refused is refused by every answer.
    /// </remarks>
    internal static class Host
    {
        /// <summary>Errors of the text itself name positions, which are those of the line and not of the request in it.</summary>
        private static readonly string[] AboutText = { "invalidJson", "invalidUtf8", "tooLarge" };

        private static readonly KeyValuePair<byte[], Operation>[] Routes =
            Array.ConvertAll((Operation[])Enum.GetValues(typeof(Operation)), RouteOf);

        private static int Main(string[] arguments)
        {
            byte[] refusal = null;
            using (Catalogue catalogue = Open(arguments, ref refusal))
            using (var input = new BufferedStream(Console.OpenStandardInput(), 1 << 16))
            using (var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16))
            {
                for (byte[] line = ReadLine(input); line != null; line = ReadLine(input))
                {
                    byte[] answer = refusal ?? Answer(catalogue, line);
                    output.Write(answer, 0, answer.Length);
                    output.WriteByte((byte)'\n');
                }
            }
            return 0;
        }

        private static Catalogue Open(string[] arguments, ref byte[] refusal)
        {
            try
            {
                return arguments.Length > 0 ? Catalogue.Parse(File.ReadAllBytes(arguments[0])) : Catalogue.CreateDefault();
            }
            catch (BilanException refused)
            {
                refusal = Encoding.UTF8.GetBytes(refused.Document);
                return null;
            }
        }

        private static byte[] Answer(Catalogue catalogue, byte[] line)
        {
            foreach (KeyValuePair<byte[], Operation> route in Routes)
            {
                int from = route.Key.Length;
                if (line.Length <= from || line[line.Length - 1] != '}' || !StartsWith(line, route.Key))
                {
                    continue;
                }
                if (Encoding.UTF8.GetString(line, from, line.Length - from - 1).Trim() == "null")
                {
                    break; // no request at all: a fault of the line
                }
                try
                {
                    return catalogue.Answer(route.Value, line, from, line.Length - from - 1);
                }
                catch (BilanException refusal) when (Array.IndexOf(AboutText, refusal.Code) < 0)
                {
                    return Encoding.UTF8.GetBytes(refusal.Document);
                }
                catch (BilanException)
                {
                    break;
                }
            }
            return catalogue.AnswerLine(line);
        }

        private static KeyValuePair<byte[], Operation> RouteOf(Operation operation)
        {
            string prefix = "{\"operation\":\"" + operation.ToString().ToLowerInvariant() + "\",\"request\":";
            return new KeyValuePair<byte[], Operation>(Encoding.UTF8.GetBytes(prefix), operation);
        }

        private static bool StartsWith(byte[] line, byte[] prefix)
        {
            for (int i = 0; i < prefix.Length; i++)
            {
                if (line[i] != prefix[i])
                {
                    return false;
                }
            }
            return true;
        }

        /// <summary>A line without its end, LF or CRLF; null when there is none.</summary>
        private static byte[] ReadLine(Stream input)
        {
            int found = input.ReadByte();
            if (found < 0)
            {
                return null;
            }
            var line = new MemoryStream();
            for (; found >= 0 && found != '\n'; found = input.ReadByte())
            {
                line.WriteByte((byte)found);
            }
            byte[] bytes = line.ToArray();
            if (found == '\n' && bytes.Length > 0 && bytes[bytes.Length - 1] == '\r')
            {
                Array.Resize(ref bytes, bytes.Length - 1);
            }
            return bytes;
        }
    }
}
