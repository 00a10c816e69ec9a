using System;
using System.Runtime.InteropServices;
using System.Text;

namespace BilanProfessionnel.Native
{
    /// <summary>Text in both directions: UTF-8 bytes, never a <c>string</c>, cross the boundary.</summary>
    internal static unsafe class NativeText
    {
        private static readonly UTF8Encoding Strict = new UTF8Encoding(false, true);

        /// <summary>The first half of a surrogate pair as UTF-8 would write it if it could: no valid text has it.</summary>
        private static readonly byte[] LoneSurrogate = { 0xED, 0xA0, 0x80 };

        /// <summary>
        /// The UTF-8 bytes of a text. A <c>string</c> may hold half a character, which UTF-8 cannot say: the text is
        /// then cut at that place with bytes that the library refuses, so that it names the place in its own words.
        /// </summary>
        internal static byte[] Encode(string text)
        {
            int valid = LengthWithoutLoneSurrogate(text);
            if (valid == text.Length)
            {
                return Strict.GetBytes(text);
            }
            byte[] before = Strict.GetBytes(text.Substring(0, valid));
            var bytes = new byte[before.Length + LoneSurrogate.Length];
            before.CopyTo(bytes, 0);
            LoneSurrogate.CopyTo(bytes, before.Length);
            return bytes;
        }

        internal static string Decode(byte[] bytes) => Strict.GetString(bytes);

        /// <summary>Copies a text of the library and gives it back.</summary>
        internal static byte[] Take(IntPtr text, UIntPtr length)
        {
            try
            {
                var bytes = new byte[checked((int)length.ToUInt64())];
                if (bytes.Length > 0)
                {
                    Marshal.Copy(text, bytes, 0, bytes.Length);
                }
                return bytes;
            }
            finally
            {
                NativeMethods.bilan_text_free(text, length);
            }
        }

        /// <summary>A static text, up to its NUL.</summary>
        internal static string ReadStatic(byte* text)
        {
            int length = 0;
            while (text[length] != 0)
            {
                length++;
            }
            return Strict.GetString(text, length);
        }

        private static int LengthWithoutLoneSurrogate(string text)
        {
            for (int i = 0; i < text.Length; i++)
            {
                if (!char.IsSurrogate(text[i]))
                {
                    continue;
                }
                if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    return i;
                }
                i++;
            }
            return text.Length;
        }
    }
}
