using System.Collections.Generic;
using BilanProfessionnel.Json;

namespace BilanProfessionnel
{
    /// <summary>A variant, a total, choices.</summary>
    public sealed class PlanRequest
    {
        /// <summary>The example plan of that variant.</summary>
        /// <param name="variant">Code of a variant of the catalogue.</param>
        public PlanRequest(string variant)
        {
            Variant = variant;
        }

        /// <summary>Code of a variant of the catalogue.</summary>
        public string Variant { get; set; }

        /// <summary>Total hours, a multiple of 0.5; by default the variant’s stated total.</summary>
        public decimal? Hours { get; set; }

        /// <summary>Whether the tripartite kickoff meeting is held; by default, if the variant has one.</summary>
        public bool? KickoffMeeting { get; set; }

        /// <summary>Hours of some steps, multiples of 0.5 from 0 to 40; 0 drops the step.</summary>
        public IDictionary<string, decimal> Fixed { get; } = new Dictionary<string, decimal>();

        internal static void WriteFixed(JsonWriter json, IDictionary<string, decimal> hours)
        {
            json.Member("fixed", steps =>
            {
                foreach (KeyValuePair<string, decimal> step in hours)
                {
                    steps.Number(step.Key, step.Value);
                }
            });
        }

        internal string ToJson() => JsonWriter.Object(Write);

        internal void Write(JsonWriter json)
        {
            json.Text("variant", Variant);
            json.Number("hours", Hours);
            json.Flag("kickoffMeeting", KickoffMeeting);
            WriteFixed(json, Fixed);
        }
    }

    /// <summary>Steps and hours.</summary>
    public sealed class PlanResult
    {
        internal PlanResult(JsonObject json)
        {
            Variant = json.Text("variant");
            Label = json.Text("label");
            Hours = json.Number("hours");
            KickoffMeeting = json.Flag("kickoffMeeting");
            Range = json.Object("range", found => new HoursRange(found));
            Steps = json.Objects("steps", found => new PlannedStep(found));
            Totals = json.Object("totals", found => new PlanTotals(found));
            Warnings = json.Objects("warnings", found => new PlanWarning(found));
        }

        /// <summary>Code of the variant.</summary>
        public string Variant { get; }

        /// <summary>French label of the variant.</summary>
        public string Label { get; }

        /// <summary>Total hours.</summary>
        public decimal Hours { get; }

        /// <summary>Whether the kickoff meeting is held.</summary>
        public bool KickoffMeeting { get; }

        /// <summary>The totals that these choices can reach.</summary>
        public HoursRange Range { get; }

        /// <summary>The steps, in order.</summary>
        public IReadOnlyList<PlannedStep> Steps { get; }

        /// <summary>Hours with a counsellor and hours alone.</summary>
        public PlanTotals Totals { get; }

        /// <summary>Choices that depart from the example.</summary>
        public IReadOnlyList<PlanWarning> Warnings { get; }
    }

    /// <summary>One step of a plan.</summary>
    public sealed class PlannedStep
    {
        internal PlannedStep(JsonObject json)
        {
            Code = json.Text("code");
            Label = json.Text("label");
            Hours = json.Number("hours");
            Range = json.Object("range", found => new HoursRange(found));
            Modes = json.Texts("modes");
            Coach = json.Flag("coach");
            Accompanied = json.Flag("accompanied");
        }

        /// <summary>Code of the step.</summary>
        public string Code { get; }

        /// <summary>French label.</summary>
        public string Label { get; }

        /// <summary>Its hours in this plan.</summary>
        public decimal Hours { get; }

        /// <summary>Its hours in the example.</summary>
        public HoursRange Range { get; }

        /// <summary>Codes of the ways of working.</summary>
        public IReadOnlyList<string> Modes { get; }

        /// <summary>Whether a certified coach takes part.</summary>
        public bool Coach { get; }

        /// <summary>Whether a counsellor is present; otherwise the agent works alone.</summary>
        public bool Accompanied { get; }
    }

    /// <summary>The fewest and the most hours that something can take.</summary>
    public sealed class HoursRange
    {
        internal HoursRange(JsonObject json)
        {
            Min = json.Number("min");
            Max = json.Number("max");
        }

        /// <summary>The fewest hours.</summary>
        public decimal Min { get; }

        /// <summary>The most hours.</summary>
        public decimal Max { get; }
    }

    /// <summary>Hours with a counsellor and hours alone.</summary>
    public sealed class PlanTotals
    {
        internal PlanTotals(JsonObject json)
        {
            Accompanied = json.Number("accompanied");
            Autonomous = json.Number("autonomous");
        }

        /// <summary>Hours with a counsellor.</summary>
        public decimal Accompanied { get; }

        /// <summary>Hours alone.</summary>
        public decimal Autonomous { get; }
    }

    /// <summary>A choice that departs from the example: allowed, and said.</summary>
    public sealed class PlanWarning
    {
        internal PlanWarning(JsonObject json)
        {
            Code = json.Text("code");
            Step = json.Text("step");
            Message = json.Text("message");
        }

        /// <summary>What it is: <c>outsideExampleRange</c>; more may come.</summary>
        public string Code { get; }

        /// <summary>Code of the step concerned.</summary>
        public string Step { get; }

        /// <summary>One French sentence.</summary>
        public string Message { get; }
    }
}
