using System;

namespace BilanProfessionnel.Tests
{
    /// <summary>Packed verdicts: their reading, and many at once as one by one.</summary>
    internal static class VerdictTests
    {
        private const Fact Anything = (Fact)uint.MaxValue;

        internal static void Run()
        {
            Check.Equal("eighteen facts", 18, Codes.AllFacts.Count);
            Check.Equal("eleven situations", 11, Codes.AllSituations.Count);
            for (int i = 0; i < Codes.AllFacts.Count; i++)
            {
                Fact fact, found = Codes.AllFacts[i];
                Check.That($"{found}, its bit and its code", (uint)found == 1u << i && Codes.TryParseFact(found.Code(), out fact) && fact == found);
            }
            Fact none;
            Check.That("no fact of that code", !Codes.TryParseFact("none", out none) && !Codes.TryParseFact("RQTH", out none) && !Codes.TryParseFact(null, out none));

            Check.Equal("nothing known, nothing decided", 0u, Verdict.Decide(Fact.None, Fact.None).Bits);
            Check.Equal("nothing known", Outcome.Undetermined, Verdict.Decide(Fact.None, Anything).Outcome);
            Check.Equal("nothing holds", Outcome.NotListed, Verdict.Decide(Anything, Fact.None).Outcome);
            Check.Equal("nothing holds, nothing is open", Situation.None, Verdict.Decide(Anything, Fact.None).Undetermined);
            Check.Equal("bits that are no facts", 0u, Verdict.Decide((Fact)0xFFFC0000u, (Fact)0xFFFC0000u).Bits);
            Check.Equal("RQTH", Situation.Rqth, Verdict.Decide(Fact.Rqth, Fact.Rqth).Met);
            const Fact Either = Fact.PreparationReclassement | Fact.Reclassement;
            Check.Equal("redeployment, whatever the status", Situation.Reclassement, Verdict.Decide(Either, Either).Met);
            Check.Equal("all hold", Outcome.Possible, Verdict.Decide(Anything, Anything).Outcome);
            var same = new Verdict(Verdict.Decide(Fact.Rqth, Fact.Rqth).Bits);
            Check.That("verdicts compare by their word", same == Verdict.Decide(Fact.Rqth, Fact.Rqth) && same != default(Verdict) && same.Equals((object)same)
                && same.GetHashCode() == same.Bits && !same.Equals("x") && same.ToString().Contains("Rqth"));
            var day = new DateTime(2026, 12, 1);
            Check.Equal("all rules are in force on a day of 2026", Verdict.Decide(Anything, Anything), Verdict.DecideOn(day, Anything, Anything));
            bool refused = false;
            try
            {
                Verdict.DecideOn(new DateTime(1500, 1, 1), Fact.None, Fact.None);
            }
            catch (ArgumentOutOfRangeException)
            {
                refused = true;
            }
            Check.That("a day before the calendar is refused", refused);
            string report = Catalogue.Check("{\"id\":\"\"}");
            Check.That("the check of a catalogue tells every fault", report.Contains("\"faults\":[{") && report.Contains("missingField"));
            Many();
        }

        private static void Many()
        {
            foreach (int agents in new[] { 0, 1, 2, 7, 8, 15, 16, 17, 63, 1000, 262144 })
            {
                var random = new Random(agents);
                var known = new Fact[agents];
                var values = new Fact[agents];
                for (int i = 0; i < agents; i++)
                {
                    known[i] = (Fact)(uint)random.Next(int.MinValue, int.MaxValue);
                    values[i] = (Fact)(uint)random.Next(int.MinValue, int.MaxValue);
                }
                Verdict[] verdicts = Verdict.DecideMany(known, values);
                int different = 0;
                for (int i = 0; i < agents; i++)
                {
                    different += verdicts[i] == Verdict.Decide(known[i], values[i]) ? 0 : 1;
                }
                Check.That($"{agents} agents, the verdicts one by one", verdicts.Length == agents && different == 0);
            }
            Check.Equal("known facts that all hold, in one array", Outcome.Possible, Verdict.DecideMany(new[] { Fact.Aah }, new[] { Fact.Aah })[0].Outcome);
            var one = new Fact[1];
            Check.Throws<ArgumentNullException>("no known", () => Verdict.DecideMany(null, one));
            Check.Throws<ArgumentNullException>("no values", () => Verdict.DecideMany(one, null));
            Check.Throws<ArgumentNullException>("no verdicts", () => Verdict.DecideMany(one, one, null));
            Check.Throws<ArgumentException>("fewer values", () => Verdict.DecideMany(one, new Fact[0]));
            Check.Throws<ArgumentException>("more values", () => Verdict.DecideMany(one, new Fact[2]));
            Check.Throws<ArgumentException>("fewer verdicts", () => Verdict.DecideMany(one, one, new Verdict[0]));
        }
    }
}
