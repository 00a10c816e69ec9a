using System;
using BilanProfessionnel.Native;

namespace BilanProfessionnel
{
    /// <summary>
    /// The verdict on an agent’s facts as one word, exact over every completion of the unknown facts; no text, no memory.
    /// </summary>
    /// <example><code>
    /// Verdict verdict = Verdict.Decide(known: Fact.Rqth, values: Fact.Rqth);
    /// bool mightBeFunded = verdict.Outcome == Outcome.Possible;
    /// </code></example>
    public readonly struct Verdict : IEquatable<Verdict>
    {
        private const int NotMetShift = 16;

        private readonly uint bits;

        /// <summary>A verdict from its word.</summary>
        /// <param name="bits">What <see cref="Bits"/> gave.</param>
        public Verdict(uint bits)
        {
            this.bits = bits;
        }

        /// <summary>The word: bits 0 to 15 are the situations met, bits 16 to 31 those not met.</summary>
        public uint Bits => bits;

        /// <summary>The situations met.</summary>
        public Situation Met => (Situation)bits & Situation.All;

        /// <summary>The situations not met.</summary>
        public Situation NotMet => (Situation)(bits >> NotMetShift) & Situation.All;

        /// <summary>The situations that depend on facts that are not known.</summary>
        public Situation Undetermined => Situation.All & ~Met & ~NotMet;

        /// <summary>The outcome over all situations.</summary>
        public Outcome Outcome
        {
            get
            {
                if (Met != Situation.None)
                {
                    return Outcome.Possible;
                }
                return NotMet == Situation.All ? Outcome.NotListed : Outcome.Undetermined;
            }
        }

        /// <summary>The same verdict.</summary>
        /// <param name="left">A verdict.</param>
        /// <param name="right">Another one.</param>
        /// <returns>Whether they are equal.</returns>
        public static bool operator ==(Verdict left, Verdict right) => left.bits == right.bits;

        /// <summary>Different verdicts.</summary>
        /// <param name="left">A verdict.</param>
        /// <param name="right">Another one.</param>
        /// <returns>Whether they differ.</returns>
        public static bool operator !=(Verdict left, Verdict right) => left.bits != right.bits;

        /// <summary>The verdict on one agent, in a few nanoseconds.</summary>
        /// <param name="known">The facts that are known.</param>
        /// <param name="values">Those of them that hold; others have no effect.</param>
        /// <returns>The verdict.</returns>
        /// <exception cref="BilanLibraryException">The native library is missing, or of another ABI.</exception>
        public static Verdict Decide(Fact known, Fact values)
        {
            LibraryLoader.EnsureLoaded();
            return new Verdict(FirstCalls.Decide((uint)known, (uint)values));
        }

        /// <summary>The verdict on one agent by the rules in force on a day.</summary>
        /// <param name="day">The day; its time does not count.</param>
        /// <param name="known">The facts that are known.</param>
        /// <param name="values">Those of them that hold; others have no effect.</param>
        /// <returns>The verdict: situations that are not in force that day are neither met nor not met.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is before 1583.</exception>
        /// <exception cref="BilanLibraryException">The native library is missing, or of another ABI.</exception>
        public static Verdict DecideOn(DateTime day, Fact known, Fact values)
        {
            LibraryLoader.EnsureLoaded();
            uint verdict;
            int number = (day.Year * 10000) + (day.Month * 100) + day.Day;
            if (FirstCalls.DecideOn(number, (uint)known, (uint)values, out verdict) != NativeMethods.Ok)
            {
                throw new ArgumentOutOfRangeException(nameof(day), day, "Il faut un jour à partir de 1583.");
            }
            return new Verdict(verdict);
        }

        /// <summary>The verdicts on many agents, in one call.</summary>
        /// <param name="known">For each agent, the facts that are known.</param>
        /// <param name="values">For each agent, those of them that hold.</param>
        /// <returns>For each agent, the verdict.</returns>
        /// <exception cref="ArgumentNullException">An array is null.</exception>
        /// <exception cref="ArgumentException">The arrays are not of one length.</exception>
        /// <exception cref="BilanLibraryException">The native library is missing, or of another ABI.</exception>
        public static Verdict[] DecideMany(Fact[] known, Fact[] values)
        {
            var verdicts = new Verdict[known == null ? 0 : known.Length];
            DecideMany(known, values, verdicts);
            return verdicts;
        }

        /// <summary>The verdicts on many agents, in one call, into an array of yours: nothing is allocated.</summary>
        /// <param name="known">For each agent, the facts that are known.</param>
        /// <param name="values">For each agent, those of them that hold.</param>
        /// <param name="verdicts">Where the verdicts go.</param>
        /// <exception cref="ArgumentNullException">An array is null.</exception>
        /// <exception cref="ArgumentException">The arrays are not of one length.</exception>
        /// <exception cref="BilanLibraryException">The native library is missing, or of another ABI.</exception>
        public static unsafe void DecideMany(Fact[] known, Fact[] values, Verdict[] verdicts)
        {
            if (known == null)
            {
                throw new ArgumentNullException(nameof(known));
            }
            if (values == null)
            {
                throw new ArgumentNullException(nameof(values));
            }
            if (verdicts == null)
            {
                throw new ArgumentNullException(nameof(verdicts));
            }
            if (values.Length != known.Length || verdicts.Length != known.Length)
            {
                throw new ArgumentException("Il faut autant de valeurs et de verdicts que d’agents.");
            }
            LibraryLoader.EnsureLoaded();
            int status;
            fixed (Fact* from = known)
            fixed (Fact* holding = values)
            fixed (Verdict* into = verdicts)
            {
                status = FirstCalls.DecideMany(
                    (uint*)from, (uint*)holding, (UIntPtr)(uint)known.Length, (uint*)into);
            }
            if (status != NativeMethods.Ok)
            {
                throw new ArgumentException("Les verdicts ne peuvent pas être écrits sur les faits.");
            }
        }

        /// <summary>The status of one situation.</summary>
        /// <param name="situation">One situation.</param>
        /// <returns>Met, not met, or undetermined.</returns>
        public SituationStatus StatusOf(Situation situation)
        {
            if ((Met & situation) != 0)
            {
                return SituationStatus.Met;
            }
            return (NotMet & situation) != 0 ? SituationStatus.NotMet : SituationStatus.Undetermined;
        }

        /// <inheritdoc/>
        public bool Equals(Verdict other) => bits == other.bits;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is Verdict && Equals((Verdict)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => (int)bits;

        /// <inheritdoc/>
        public override string ToString() => Met == Situation.None ? Outcome.ToString() : $"{Outcome}: {Met}";
    }
}
