using System;

namespace BilanProfessionnel.Tests
{
    /// <summary>Counts cases that pass and fail; a case that throws fails.</summary>
    internal static class Check
    {
        internal static int Passed { get; private set; }

        internal static int Failed { get; private set; }

        internal static void That(string name, bool condition, object found = null)
        {
            if (condition)
            {
                Passed++;
                return;
            }
            Failed++;
            Console.WriteLine($"FAILED {name}" + (found == null ? string.Empty : $": {found}"));
        }

        internal static void Equal<T>(string name, T expected, T found)
        {
            That(name, Equals(expected, found), $"expected {expected}, found {found}");
        }

        /// <summary>The work runs to its end.</summary>
        internal static void Runs(string name, Action work)
        {
            try
            {
                work();
            }
            catch (Exception error)
            {
                That(name, false, error);
            }
        }

        /// <summary>The work throws exactly that; returns what was thrown, or null.</summary>
        internal static T Throws<T>(string name, Action work)
            where T : Exception
        {
            try
            {
                work();
            }
            catch (Exception error)
            {
                That(name, error.GetType() == typeof(T), error);
                return error as T;
            }
            That(name, false, "nothing was thrown");
            return null;
        }

        /// <summary>The work is refused with that code and that path.</summary>
        internal static void Refused(string name, string code, string path, Action work)
        {
            BilanException refusal = Throws<BilanException>(name, work);
            if (refusal == null)
            {
                return;
            }
            That(name + ", code", refusal.Code == code, $"expected {code}, found {refusal.Document}");
            That(name + ", path", path == null || refusal.Path == path, $"expected {path}, found {refusal.Document}");
            That(name + ", message", refusal.Message.Length > 0 && refusal.Document.StartsWith("{\"error\":{", StringComparison.Ordinal));
        }
    }
}
