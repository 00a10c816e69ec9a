using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading;

namespace BilanProfessionnel.Tests
{
    /// <summary>The life of a catalogue: disposal, memory over a million calls, threads.</summary>
    internal static class LifeTests
    {
        private const int Calls = 1000000;

        private const int WarmUp = 100000;

        /// <summary>18 bytes a call: less than the smallest thing that a call could leave behind.</summary>
        private const long Slack = 16 << 20;

        private static readonly KeyValuePair<Operation, string>[] Requests =
        {
            new KeyValuePair<Operation, string>(Operation.Recommend, "{\"needs\":[\"preserverSante\"]}"),
            new KeyValuePair<Operation, string>(Operation.Funding, "{\"on\":\"2026-12-01\",\"facts\":{\"rqth\":true}}"),
            new KeyValuePair<Operation, string>(Operation.Plan, "{\"variant\":\"evolution\",\"hours\":20}"),
            new KeyValuePair<Operation, string>(Operation.Quote, "{\"variant\":\"evolution\",\"hours\":20,\"client\":\"affiliee\"}"),
            new KeyValuePair<Operation, string>(Operation.Settle, "{\"plan\":{\"variant\":\"horizon\"}}"),
            new KeyValuePair<Operation, string>(Operation.Plan, "{\"variant\":\"evolution\",\"hours\":99}"),
            new KeyValuePair<Operation, string>(Operation.Quote, "{\"variant\""),
        };

        internal static void Run()
        {
            Disposal();
            DisposalDuringCalls();
            Threads();
            Memory();
        }

        private static void Disposal()
        {
            Catalogue catalogue = Catalogue.CreateDefault();
            catalogue.Dispose();
            Check.Runs("disposed of twice", catalogue.Dispose);
            foreach (Operation operation in (Operation[])Enum.GetValues(typeof(Operation)))
            {
                Check.Throws<ObjectDisposedException>($"{operation} after Dispose", () => catalogue.Answer(operation, "{}"));
            }
            Check.Throws<ObjectDisposedException>("a line after Dispose", () => catalogue.AnswerLine("{}"));
            Check.Throws<ObjectDisposedException>("a plan after Dispose", () => catalogue.Plan(new PlanRequest("evolution")));
            Check.Throws<ObjectDisposedException>("the offer after Dispose", () => catalogue.GetCatalogue());
            for (int i = 0; i < 1000; i++)
            {
                Catalogue.CreateDefault(); // left to the collector
            }
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Check.That("catalogues left to the collector", true);
        }

        /// <summary>A call under way keeps the catalogue; a later one is refused: never a crash.</summary>
        private static void DisposalDuringCalls()
        {
            for (int round = 0; round < 50; round++)
            {
                Catalogue catalogue = Catalogue.CreateDefault();
                string unexpected = null;
                Thread[] threads = Start(4, () =>
                {
                    try
                    {
                        while (true)
                        {
                            catalogue.Answer(Operation.Plan, "{\"variant\":\"evolution\"}");
                        }
                    }
                    catch (ObjectDisposedException)
                    {
                    }
                    catch (Exception error)
                    {
                        unexpected = error.ToString();
                    }
                });
                Thread.Sleep(1);
                catalogue.Dispose();
                Array.ForEach(threads, thread => thread.Join());
                Check.Equal("disposed of during calls", null, unexpected);
            }
        }

        private static void Threads()
        {
            using (Catalogue catalogue = Catalogue.CreateDefault())
            {
                string[] expected = Array.ConvertAll(Requests, request => Answered(catalogue, request));
                int different = 0, answered = 0;
                Thread[] threads = Start(8, () =>
                {
                    for (int i = 0; i < 7000; i++)
                    {
                        int place = i % Requests.Length;
                        Interlocked.Add(ref different, Answered(catalogue, Requests[place]) == expected[place] ? 0 : 1);
                        Interlocked.Increment(ref answered);
                    }
                });
                Array.ForEach(threads, thread => thread.Join());
                Check.That("one catalogue, eight threads, equal answers", different == 0 && answered == 56000, $"{different} of {answered} differ");
            }
        }

        private static void Memory()
        {
            using (Catalogue catalogue = Catalogue.CreateDefault())
            {
                byte[][] requests = Array.ConvertAll(Requests, request => Encoding.UTF8.GetBytes(request.Value));
                long before = 0;
                int answered = 0;
                for (int i = 0; i < Calls; i++)
                {
                    if (i == WarmUp)
                    {
                        before = Resident();
                    }
                    int place = i % 5 == 4 && i % 100 != 4 ? 3 : i % Requests.Length;
                    try
                    {
                        answered += catalogue.Answer(Requests[place].Key, requests[place]).Length > 0 ? 1 : 0;
                    }
                    catch (BilanException)
                    {
                        answered++;
                    }
                    if (i % 1000 == 0)
                    {
                        Catalogue.CreateDefault().Dispose();
                    }
                }
                long after = Resident();
                Console.WriteLine($"{Calls} calls, resident memory {before >> 10} kB after the first {WarmUp} and {after >> 10} kB at the end");
                Check.Equal("every call is answered", Calls, answered);
                Check.That("resident memory is flat", after - before <= Slack, $"{(after - before) >> 10} kB more");
            }
        }

        private static string Answered(Catalogue catalogue, KeyValuePair<Operation, string> request)
        {
            try
            {
                return catalogue.Answer(request.Key, request.Value);
            }
            catch (BilanException refusal)
            {
                return refusal.Document;
            }
        }

        private static Thread[] Start(int count, ThreadStart work)
        {
            var threads = new Thread[count];
            for (int i = 0; i < count; i++)
            {
                threads[i] = new Thread(work);
                threads[i].Start();
            }
            return threads;
        }

        /// <summary>The resident memory of this process, in bytes, once the collector has done its work.</summary>
        private static long Resident()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            string pages = File.ReadAllText("/proc/self/statm").Split(' ')[1];
            return long.Parse(pages, CultureInfo.InvariantCulture) * Environment.SystemPageSize;
        }
    }
}
