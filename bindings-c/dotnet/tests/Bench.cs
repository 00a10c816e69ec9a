using System;
using System.Diagnostics;
using System.Text;
using BilanProfessionnel.Native;

namespace BilanProfessionnel.Tests
{
    /// <summary>The cost of the boundary, beside an empty call in the same run: the best of several rounds.</summary>
    internal static class Bench
    {
        /// <summary>Milliseconds for each contender: long enough for the runtime to compile it well.</summary>
        private const int Least = 1000;

        private const int Agents = 10000;

        private const Fact Known = (Fact)0x3FFFF;

        private const Fact Values = Fact.Rqth | Fact.Statut;

        private static uint sink;

        internal static void Run()
        {
            Verdict.Decide(Known, Values);
            var known = new Fact[Agents];
            var values = new Fact[Agents];
            var verdicts = new Verdict[Agents];
            for (int i = 0; i < Agents; i++)
            {
                known[i] = Known;
                values[i] = (Fact)(uint)i;
            }
            double empty = Best("empty call (bilan_abi_version)", 20000, Empty);
            double verdict = Best("packed verdict (Verdict.Decide)", 20000, Decide);
            double batch = Best($"verdict in a batch of {Agents}, an agent", Agents, count => Verdict.DecideMany(known, values, verdicts));
            Best("packing of an agent (FactAnswers to words)", 5000, Pack);
            using (Catalogue catalogue = Catalogue.CreateDefault())
            {
                byte[] request = Encoding.UTF8.GetBytes("{\"on\":\"2026-12-01\",\"facts\":{\"rqth\":true,\"statut\":\"fonctionnaire\",\"ati\":false}}");
                Best("text, funding, bytes to bytes", 200, count => Text(catalogue, request, count));
                var typed = new FundingRequest(new DateTime(2026, 12, 1)) { Facts = { Rqth = true, Statut = Statut.Fonctionnaire, Ati = false } };
                Best("model, funding, object to object", 5, count => Model(catalogue, typed, count));
            }
            Console.WriteLine($"a verdict is {verdict / empty:0.00} empty calls; a batch, {batch:0.0} ns an agent");
        }

        private static void Empty(int count)
        {
            for (int i = 0; i < count; i++)
            {
                sink += NativeMethods.bilan_abi_version();
            }
        }

        private static void Decide(int count)
        {
            for (int i = 0; i < count; i++)
            {
                sink += Verdict.Decide(Known, (Fact)(uint)i).Bits;
            }
        }

        private static void Pack(int count)
        {
            for (int i = 0; i < count; i++)
            {
                var answers = new FactAnswers { Rqth = true, Statut = Statut.Fonctionnaire, Ati = (i & 1) == 0 };
                sink += (uint)(answers.Known ^ answers.Values);
            }
        }

        private static void Text(Catalogue catalogue, byte[] request, int count)
        {
            for (int i = 0; i < count; i++)
            {
                sink += (uint)catalogue.Answer(Operation.Funding, request).Length;
            }
        }

        private static void Model(Catalogue catalogue, FundingRequest request, int count)
        {
            for (int i = 0; i < count; i++)
            {
                sink += (uint)catalogue.AssessFunding(request).Situations.Count;
            }
        }

        /// <summary>
        /// Nanoseconds a unit. Rounds are short, so that on a busy machine the best of them was not interrupted.
        /// </summary>
        private static double Best(string name, int units, Action<int> work)
        {
            double best = double.MaxValue;
            Stopwatch all = Stopwatch.StartNew();
            while (all.ElapsedMilliseconds < Least)
            {
                Stopwatch watch = Stopwatch.StartNew();
                work(units);
                best = Math.Min(best, watch.Elapsed.TotalMilliseconds * 1e6 / units);
            }
            Console.WriteLine($"{name,-48}{best,10:0.0} ns");
            return best;
        }
    }
}
