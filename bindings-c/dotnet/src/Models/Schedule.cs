using System;
using System.Collections.Generic;
using BilanProfessionnel.Json;

namespace BilanProfessionnel
{
    /// <summary>Spacing of the sessions.</summary>
    public enum Cadence
    {
        /// <summary>Weeks and fortnights so that the bilan lasts as usual, as evenly as possible.</summary>
        Auto,

        /// <summary>At least 7 days.</summary>
        Weekly,

        /// <summary>At least 14 days.</summary>
        Fortnightly,
    }

    /// <summary>A working day of the week.</summary>
    public enum Weekday
    {
        /// <summary>Lundi.</summary>
        Monday,

        /// <summary>Mardi.</summary>
        Tuesday,

        /// <summary>Mercredi.</summary>
        Wednesday,

        /// <summary>Jeudi.</summary>
        Thursday,

        /// <summary>Vendredi.</summary>
        Friday,
    }

    /// <summary>A period without sessions, both days included.</summary>
    public sealed class Closure
    {
        /// <summary>Closed from one day to another.</summary>
        /// <param name="from">First day closed.</param>
        /// <param name="to">Last day closed.</param>
        public Closure(DateTime from, DateTime to)
        {
            From = from;
            To = to;
        }

        /// <summary>First day closed.</summary>
        public DateTime From { get; }

        /// <summary>Last day closed.</summary>
        public DateTime To { get; }
    }

    /// <summary>When: the exchanges, a wish for the start, a cadence, closed periods.</summary>
    public sealed class Calendar
    {
        /// <summary>A calendar from the day of the last exchange on.</summary>
        /// <param name="exchangesOn">Day of the last exchange before the start.</param>
        public Calendar(DateTime exchangesOn)
        {
            ExchangesOn = exchangesOn;
        }

        /// <summary>Day of the last exchange before the start; the kickoff meeting, if planned, is on it.</summary>
        public DateTime ExchangesOn { get; set; }

        /// <summary>No session before that day; at most two years after the exchanges.</summary>
        public DateTime? StartOn { get; set; }

        /// <summary>Spacing of the sessions; by default automatic.</summary>
        public Cadence? Cadence { get; set; }

        /// <summary>Day of the week of all sessions; by default that of the first open day.</summary>
        public Weekday? Weekday { get; set; }

        /// <summary>Periods without sessions.</summary>
        public IList<Closure> Closures { get; } = new List<Closure>();

        /// <summary>The longest session, a multiple of 0.5 up to 8; by default that of the catalogue.</summary>
        public decimal? MaxSessionHours { get; set; }

        internal void Write(JsonWriter json)
        {
            json.Date("exchangesOn", ExchangesOn);
            json.Date("startOn", StartOn);
            json.Text("cadence", Codes.WriteOptional(Cadence));
            json.Text("weekday", Codes.WriteOptional(Weekday));
            json.Members("closures", Closures, (closure, member) =>
            {
                member.Date("from", closure.From);
                member.Date("to", closure.To);
            });
            json.Number("maxSessionHours", MaxSessionHours);
        }
    }

    /// <summary>A plan, and when.</summary>
    public sealed class ScheduleRequest
    {
        /// <summary>Places a plan on a calendar.</summary>
        /// <param name="plan">The plan.</param>
        /// <param name="calendar">When.</param>
        public ScheduleRequest(PlanRequest plan, Calendar calendar)
        {
            Plan = plan;
            Calendar = calendar;
        }

        /// <summary>The plan to place.</summary>
        public PlanRequest Plan { get; set; }

        /// <summary>When.</summary>
        public Calendar Calendar { get; set; }

        internal string ToJson() => JsonWriter.Object(json =>
        {
            json.Member("plan", Plan == null ? (Action<JsonWriter>)null : Plan.Write);
            Calendar?.Write(json);
        });
    }

    /// <summary>Sessions on a calendar.</summary>
    public sealed class ScheduleResult
    {
        internal ScheduleResult(JsonObject json)
        {
            EarliestStart = json.Date("earliestStart");
            StartsOn = json.Date("startsOn");
            EndsOn = json.Date("endsOn");
            WithinUsualDuration = json.Flag("withinUsualDuration");
            Sessions = json.Objects("sessions", found => new Session(found));
            Autonomous = json.Objects("autonomous", found => new AutonomousWork(found));
            Milestones = json.Objects("milestones", found => new Milestone(found));
            Warnings = json.Objects("warnings", found => new ScheduleWarning(found));
            Explanation = json.Text("explanation");
        }

        /// <summary>The first day the delay allows.</summary>
        public DateTime EarliestStart { get; }

        /// <summary>Day of the first session.</summary>
        public DateTime StartsOn { get; }

        /// <summary>Day of the last session.</summary>
        public DateTime EndsOn { get; }

        /// <summary>Whether it lasts as usual: from 4 to 6 calendar months at the CDG29.</summary>
        public bool WithinUsualDuration { get; }

        /// <summary>Sessions, by date.</summary>
        public IReadOnlyList<Session> Sessions { get; }

        /// <summary>Work that the agent does alone, in the order of the plan.</summary>
        public IReadOnlyList<AutonomousWork> Autonomous { get; }

        /// <summary>Days to remember, by date.</summary>
        public IReadOnlyList<Milestone> Milestones { get; }

        /// <summary>What departs from the usual.</summary>
        public IReadOnlyList<ScheduleWarning> Warnings { get; }

        /// <summary>The calendar in one French sentence.</summary>
        public string Explanation { get; }
    }

    /// <summary>One session with a counsellor.</summary>
    public sealed class Session
    {
        internal Session(JsonObject json)
        {
            Date = json.Date("date");
            Step = json.Text("step");
            Hours = json.Number("hours");
        }

        /// <summary>Its day.</summary>
        public DateTime Date { get; }

        /// <summary>Code of the step.</summary>
        public string Step { get; }

        /// <summary>How long it is.</summary>
        public decimal Hours { get; }
    }

    /// <summary>Work that the agent does alone, between two sessions.</summary>
    public sealed class AutonomousWork
    {
        internal AutonomousWork(JsonObject json)
        {
            Step = json.Text("step");
            Hours = json.Number("hours");
            From = json.Date("from");
            To = json.Date("to");
        }

        /// <summary>Code of the step.</summary>
        public string Step { get; }

        /// <summary>How long it takes.</summary>
        public decimal Hours { get; }

        /// <summary>From the session before it, or the first one.</summary>
        public DateTime From { get; }

        /// <summary>To the session after it, or the last one.</summary>
        public DateTime To { get; }
    }

    /// <summary>A day to remember.</summary>
    public sealed class Milestone
    {
        internal Milestone(JsonObject json)
        {
            Code = json.Text("code");
            Label = json.Text("label");
            Date = json.Date("date");
        }

        /// <summary>What it is: <c>exchanges</c>, <c>kickoffMeeting</c>, <c>earliestStart</c>, <c>firstSession</c>,
        /// <c>lastSession</c>; more may come.</summary>
        public string Code { get; }

        /// <summary>French label.</summary>
        public string Label { get; }

        /// <summary>Its day.</summary>
        public DateTime Date { get; }
    }

    /// <summary>What departs from the usual: allowed, and said.</summary>
    public sealed class ScheduleWarning
    {
        internal ScheduleWarning(JsonObject json)
        {
            Code = json.Text("code");
            Message = json.Text("message");
        }

        /// <summary>What it is: <c>shorterThanUsual</c>, <c>longerThanUsual</c>; more may come.</summary>
        public string Code { get; }

        /// <summary>One French sentence.</summary>
        public string Message { get; }
    }
}
