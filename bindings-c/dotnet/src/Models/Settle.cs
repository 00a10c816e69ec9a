using System;
using System.Collections.Generic;
using BilanProfessionnel.Json;

namespace BilanProfessionnel
{
    /// <summary>A session that took place.</summary>
    public sealed class AttendedSession
    {
        /// <summary>A session of that day.</summary>
        /// <param name="date">Its day.</param>
        /// <param name="hours">Hours actually done.</param>
        public AttendedSession(DateTime date, decimal hours)
        {
            Date = date;
            Hours = hours;
        }

        /// <summary>Its day.</summary>
        public DateTime Date { get; }

        /// <summary>Hours actually done, a multiple of 0.5 from 0.5 to 24.</summary>
        public decimal Hours { get; }
    }

    /// <summary>A plan, and what took place of it.</summary>
    public sealed class SettleRequest
    {
        /// <summary>The end of that plan.</summary>
        /// <param name="plan">The plan that was agreed.</param>
        public SettleRequest(PlanRequest plan)
        {
            Plan = plan;
        }

        /// <summary>The plan that was agreed.</summary>
        public PlanRequest Plan { get; set; }

        /// <summary>Sessions that took place, in any order.</summary>
        public IList<AttendedSession> Attended { get; } = new List<AttendedSession>();

        /// <summary>Day on which the funder received the invoice, if it has.</summary>
        public DateTime? InvoiceReceivedOn { get; set; }

        internal string ToJson() => JsonWriter.Object(json =>
        {
            json.Member("plan", Plan == null ? (Action<JsonWriter>)null : Plan.Write);
            json.Members("attended", Attended, (session, member) =>
            {
                member.Date("date", session.Date);
                member.Number("hours", session.Hours);
            });
            json.Date("invoiceReceivedOn", InvoiceReceivedOn);
        });
    }

    /// <summary>What the funder receives, and when it pays.</summary>
    public sealed class SettleResult
    {
        internal SettleResult(JsonObject json)
        {
            Attendance = json.Object("attendance", found => new Attendance(found));
            Payment = json.OptionalObject("payment", found => new Payment(found));
            Documents = json.Objects("documents", found => new Labelled(found));
            Source = json.Text("source");
            Explanation = json.Text("explanation");
        }

        /// <summary>What the certificate of attendance says.</summary>
        public Attendance Attendance { get; }

        /// <summary>When to pay and to whom, once the invoice is received.</summary>
        public Payment Payment { get; }

        /// <summary>Documents sent to the funder.</summary>
        public IReadOnlyList<Labelled> Documents { get; }

        /// <summary>Where this comes from.</summary>
        public string Source { get; }

        /// <summary>One French sentence.</summary>
        public string Explanation { get; }
    }

    /// <summary>What the certificate of attendance says.</summary>
    public sealed class Attendance
    {
        internal Attendance(JsonObject json)
        {
            Planned = json.Number("planned");
            Done = json.Number("done");
            Sessions = json.Count("sessions");
            FirstOn = json.OptionalDate("firstOn");
            LastOn = json.OptionalDate("lastOn");
        }

        /// <summary>Hours of the plan.</summary>
        public decimal Planned { get; }

        /// <summary>Hours actually done.</summary>
        public decimal Done { get; }

        /// <summary>Number of sessions that took place.</summary>
        public int Sessions { get; }

        /// <summary>Day of the first one.</summary>
        public DateTime? FirstOn { get; }

        /// <summary>Day of the last one.</summary>
        public DateTime? LastOn { get; }
    }

    /// <summary>When to pay, and to whom.</summary>
    public sealed class Payment
    {
        internal Payment(JsonObject json)
        {
            ReceivedOn = json.Date("receivedOn");
            DueOn = json.Date("dueOn");
            Payee = json.Text("payee");
        }

        /// <summary>Day on which the invoice was received.</summary>
        public DateTime ReceivedOn { get; }

        /// <summary>Last day to pay.</summary>
        public DateTime DueOn { get; }

        /// <summary>To whose order.</summary>
        public string Payee { get; }
    }
}
