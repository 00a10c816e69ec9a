using System;
using BilanProfessionnel.Json;
using BilanProfessionnel.Native;

namespace BilanProfessionnel
{
    /// <summary>
    /// What a centre offers (variants, steps, needs, tariffs), and every operation on it.
    /// </summary>
    /// <remarks>
    /// <para>A catalogue never changes: one instance may serve all threads of a program at once. Dispose of it once no
    /// thread uses it; a call under way is waited for by the handle, a later one throws
    /// <see cref="ObjectDisposedException"/>.</para>
    /// <para>Each operation comes twice: with typed requests and results, and as JSON text by
    /// <see cref="Answer(Operation, byte[])"/>, whose bytes are those of every other host.</para>
    /// </remarks>
    /// <example><code>
    /// using (Catalogue catalogue = Catalogue.CreateDefault())
    /// {
    ///     QuoteResult quote = catalogue.Quote(new QuoteRequest(client: "affiliee") { Variant = "evolution" });
    ///     Console.WriteLine(quote.Amount);
    /// }
    /// </code></example>
    public sealed partial class Catalogue : IDisposable
    {
        private static readonly NativeOperation LineFunction = LineFunctionOnly();

        private readonly CatalogueHandle handle;

        private Catalogue(CatalogueHandle handle)
        {
            this.handle = handle;
        }

        private unsafe delegate int NativeOperation(
            CatalogueHandle catalogue, byte* request, UIntPtr length, out IntPtr result, out UIntPtr resultLength);

        /// <summary>The catalogue of the Centre de Gestion du Finistère, which the library carries.</summary>
        /// <returns>A catalogue to dispose of.</returns>
        /// <exception cref="BilanLibraryException">The native library is missing, or of another ABI.</exception>
        public static Catalogue CreateDefault()
        {
            LibraryLoader.EnsureLoaded();
            CatalogueHandle handle;
            if (FirstCalls.CatalogueDefault(out handle) != NativeMethods.Ok)
            {
                throw new InvalidOperationException("La bibliothèque n’a pas donné son catalogue.");
            }
            return new Catalogue(handle);
        }

        /// <summary>Reads and checks another centre's catalogue.</summary>
        /// <param name="json">A catalogue document, in the form that the operation <c>catalogue</c> gives.</param>
        /// <returns>A catalogue to dispose of.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
        /// <exception cref="BilanException">The document is refused: <see cref="BilanException.Path"/> says where.</exception>
        /// <exception cref="BilanLibraryException">The native library is missing, or of another ABI.</exception>
        public static Catalogue Parse(string json) => Parse(NativeText.Encode(NotNull(json, nameof(json))));

        /// <summary>Reads and checks another centre's catalogue.</summary>
        /// <param name="json">A catalogue document in UTF-8, in the form that the operation <c>catalogue</c> gives.</param>
        /// <returns>A catalogue to dispose of.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
        /// <exception cref="BilanException">The document is refused: <see cref="BilanException.Path"/> says where.</exception>
        /// <exception cref="BilanLibraryException">The native library is missing, or of another ABI.</exception>
        public static unsafe Catalogue Parse(byte[] json)
        {
            NotNull(json, nameof(json));
            LibraryLoader.EnsureLoaded();
            CatalogueHandle handle;
            IntPtr error;
            UIntPtr errorLength;
            int status;
            fixed (byte* bytes = json)
            {
                status = FirstCalls.CatalogueParse(bytes, (UIntPtr)(uint)json.Length, out handle, out error, out errorLength);
            }
            if (status != NativeMethods.Ok)
            {
                handle.Dispose();
                throw BilanException.FromDocument(NativeText.Decode(NativeText.Take(error, errorLength)));
            }
            return new Catalogue(handle);
        }

        /// <summary>Checks a catalogue document: every fault at once, each with its place and a sentence.</summary>
        /// <param name="json">A catalogue document.</param>
        /// <returns>The report as JSON text: <c>faults</c>, <c>warnings</c> and a <c>summary</c>.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
        /// <exception cref="BilanException">The library failed.</exception>
        /// <exception cref="BilanLibraryException">The native library is missing, or of another ABI.</exception>
        public static unsafe string Check(string json)
        {
            byte[] document = NativeText.Encode(NotNull(json, nameof(json)));
            LibraryLoader.EnsureLoaded();
            IntPtr result;
            UIntPtr length;
            int status;
            fixed (byte* bytes = document)
            {
                status = FirstCalls.CatalogueCheck(bytes, (UIntPtr)(uint)document.Length, out result, out length);
            }
            string report = NativeText.Decode(NativeText.Take(result, length));
            return status == NativeMethods.Ok ? report : throw BilanException.FromDocument(report);
        }

        /// <summary>Answers a request of the contract as JSON text.</summary>
        /// <param name="operation">The operation.</param>
        /// <param name="request">The request.</param>
        /// <returns>The result document.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
        /// <exception cref="BilanException">The request cannot be answered; the error document comes with it.</exception>
        /// <exception cref="ObjectDisposedException">The catalogue was disposed of.</exception>
        public string Answer(Operation operation, string request) =>
            NativeText.Decode(Answer(operation, NativeText.Encode(NotNull(request, nameof(request)))));

        /// <summary>Answers a request of the contract as JSON text: the bytes pass through, in both directions.</summary>
        /// <param name="operation">The operation.</param>
        /// <param name="request">The request, in UTF-8.</param>
        /// <returns>The result document, in UTF-8.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
        /// <exception cref="BilanException">The request cannot be answered; the error document comes with it.</exception>
        /// <exception cref="ObjectDisposedException">The catalogue was disposed of.</exception>
        public byte[] Answer(Operation operation, byte[] request) =>
            Answer(operation, NotNull(request, nameof(request)), 0, request.Length);

        /// <summary>Answers a request of the contract that is a part of a buffer.</summary>
        /// <param name="operation">The operation.</param>
        /// <param name="buffer">Bytes, among which the request in UTF-8.</param>
        /// <param name="offset">Where the request begins.</param>
        /// <param name="count">How many bytes it has.</param>
        /// <returns>The result document, in UTF-8.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="buffer"/> is null.</exception>
        /// <exception cref="ArgumentOutOfRangeException">The part is not within the buffer, or there is no such operation.</exception>
        /// <exception cref="BilanException">The request cannot be answered; the error document comes with it.</exception>
        /// <exception cref="ObjectDisposedException">The catalogue was disposed of.</exception>
        public byte[] Answer(Operation operation, byte[] buffer, int offset, int count) =>
            Call(FunctionOf(operation), buffer, offset, count);

        /// <summary>Answers one line <c>{"operation":…,"request":…}</c>, for programs that only pass requests on.</summary>
        /// <param name="line">The line.</param>
        /// <returns>The result, or the error document, which begins with <c>{"error":</c> as no result does.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
        /// <exception cref="ObjectDisposedException">The catalogue was disposed of.</exception>
        public string AnswerLine(string line) => NativeText.Decode(AnswerLine(NativeText.Encode(NotNull(line, nameof(line)))));

        /// <summary>Answers one line <c>{"operation":…,"request":…}</c>, for programs that only pass requests on.</summary>
        /// <param name="line">The line, in UTF-8.</param>
        /// <returns>The result or the error document, in UTF-8, on one line without its end.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
        /// <exception cref="ObjectDisposedException">The catalogue was disposed of.</exception>
        public byte[] AnswerLine(byte[] line) => AnswerLine(NotNull(line, nameof(line)), 0, line.Length);

        /// <summary>Answers one line that is a part of a buffer.</summary>
        /// <param name="buffer">Bytes, among which the line in UTF-8.</param>
        /// <param name="offset">Where the line begins.</param>
        /// <param name="count">How many bytes it has.</param>
        /// <returns>The result or the error document, in UTF-8, on one line without its end.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="buffer"/> is null.</exception>
        /// <exception cref="ArgumentOutOfRangeException">The part is not within the buffer.</exception>
        /// <exception cref="ObjectDisposedException">The catalogue was disposed of.</exception>
        public byte[] AnswerLine(byte[] buffer, int offset, int count) =>
            Call(LineFunction, buffer, offset, count);

        /// <summary>Gives the native catalogue back. Once is enough; more often does no harm.</summary>
        public void Dispose() => handle.Dispose();

        private static unsafe NativeOperation LineFunctionOnly() => NativeMethods.bilan_answer_line;

        private static NativeOperation FunctionOf(Operation operation)
        {
            if (operation < 0 || (int)operation >= Functions.Length)
            {
                throw new ArgumentOutOfRangeException(nameof(operation));
            }
            return Functions[(int)operation];
        }

        private static T NotNull<T>(T argument, string name)
            where T : class => argument ?? throw new ArgumentNullException(name);

        private JsonObject Ask(Operation operation, string request) => JsonReader.ReadObject(Answer(operation, request));

        private unsafe byte[] Call(NativeOperation function, byte[] buffer, int offset, int count)
        {
            NotNull(buffer, nameof(buffer));
            if (offset < 0 || offset > buffer.Length)
            {
                throw new ArgumentOutOfRangeException(nameof(offset));
            }
            if (count < 0 || count > buffer.Length - offset)
            {
                throw new ArgumentOutOfRangeException(nameof(count));
            }
            if (handle.IsClosed)
            {
                throw new ObjectDisposedException(nameof(Catalogue));
            }
            IntPtr result;
            UIntPtr length;
            int status;
            fixed (byte* bytes = buffer)
            {
                status = function(handle, bytes + offset, (UIntPtr)(uint)count, out result, out length);
            }
            byte[] document = NativeText.Take(result, length);
            if (status != NativeMethods.Ok)
            {
                throw BilanException.FromDocument(NativeText.Decode(document));
            }
            return document;
        }
    }
}
