using System;
using System.Collections.Generic;
using BilanProfessionnel.Json;

namespace BilanProfessionnel
{
    /// <summary>A request that cannot be answered: what is wrong, and where.</summary>
    /// <remarks>
    /// <see cref="Exception.Message"/> is one French sentence that says what is expected. "Not listed" and "undetermined"
    /// are results, never exceptions.
    /// </remarks>
    public sealed class BilanException : Exception
    {
        private BilanException(string code, string path, string message, IReadOnlyDictionary<string, decimal> details, string document)
            : base(message)
        {
            Code = code;
            Path = path;
            Details = details;
            Document = document;
        }

        /// <summary>
        /// The stable code, the same in every host: <c>wrongType</c>, <c>budgetInfeasible</c>… Codes may be added;
        /// <c>internal</c> is a fault of the library.
        /// </summary>
        public string Code { get; }

        /// <summary>The member at fault: <c>facts.rqth</c>, <c>closures[0].to</c>; empty for the whole document.</summary>
        public string Path { get; }

        /// <summary>Figures that go with the code: <c>min</c> and <c>max</c> of what is possible; empty for most codes.</summary>
        public IReadOnlyDictionary<string, decimal> Details { get; }

        /// <summary>The error document, as the library wrote it.</summary>
        public string Document { get; }

        internal static BilanException FromDocument(string document)
        {
            JsonObject error = JsonReader.ReadObject(document).Object("error", found => found);
            var details = new Dictionary<string, decimal>();
            JsonObject figures = error.OptionalObject("details", found => found);
            if (figures != null)
            {
                foreach (string name in figures.Names)
                {
                    // What a later library tells otherwise than by figures stays in the document.
                    if (figures[name] is decimal)
                    {
                        details.Add(name, figures.Number(name));
                    }
                }
            }
            return new BilanException(error.Text("code"), error.Text("path"), error.Text("message"), details, document);
        }
    }
}
