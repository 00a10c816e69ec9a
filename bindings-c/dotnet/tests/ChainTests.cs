using System;
using System.Collections.Generic;
using System.Linq;

namespace BilanProfessionnel.Tests
{
    /// <summary>What one operation says, the next accepts and agrees with.</summary>
    internal static class ChainTests
    {
        private static readonly DateTime Exchanges = new DateTime(2026, 12, 1);

        internal static void Run(Catalogue catalogue)
        {
            foreach (Func<PlanRequest> plan in Plans())
            {
                string name = $"{plan().Variant}, {plan().Hours}, {plan().Fixed.Count} fixed";
                Check.Runs($"chain of sessions, {name}", () => Attendance(catalogue, plan, name));
                Check.Runs($"chain of prices, {name}", () => Price(catalogue, plan(), name));
                Check.Runs($"chain of parts, {name}", () => Parts(catalogue, plan(), name));
            }
        }

        /// <summary>Plans of every variant; one of other hours without a kickoff, one with hours that a counsellor fixed.</summary>
        private static IEnumerable<Func<PlanRequest>> Plans()
        {
            foreach (string variant in new[] { "evolution", "prevention", "reorientation", "developpement", "horizon" })
            {
                yield return () => new PlanRequest(variant);
            }
            yield return () => new PlanRequest("evolution") { Hours = 20, KickoffMeeting = false };
            yield return () => new PlanRequest("horizon") { Fixed = { ["analyseDemande"] = 1.5m, ["recherches"] = 0 } };
        }

        /// <summary>Who attends every session of the calendar has missed nothing, and who misses one has.</summary>
        private static void Attendance(Catalogue catalogue, Func<PlanRequest> request, string name)
        {
            PlanResult plan = catalogue.Plan(request());
            ScheduleResult schedule = catalogue.Schedule(new ScheduleRequest(request(), Exchanges));
            var attended = new SettleRequest(request()) { AutonomousHours = schedule.Autonomous.Sum(work => work.Hours) };
            var missed = new SettleRequest(request());
            foreach (PlannedStep step in plan.Steps.Where(step => step.Kickoff != null))
            {
                attended.Attended.Add(new AttendedSession(Exchanges, step.Hours) { Step = step.Code });
            }
            foreach (Session session in schedule.Sessions)
            {
                attended.Attended.Add(new AttendedSession(session.Date, session.Hours) { Step = session.Step });
            }
            foreach (AttendedSession session in attended.Attended.Take(attended.Attended.Count - 1))
            {
                missed.Attended.Add(session);
            }
            Attendance all = catalogue.Settle(attended).Attendance;
            Check.That($"{name}: complete", all.Complete);
            Check.Equal($"{name}: planned", plan.Totals.Accompanied, all.Accompanied.Planned);
            Check.Equal($"{name}: done", all.Accompanied.Planned, all.Accompanied.Done);
            Check.Equal($"{name}: personal work", (decimal?)plan.Totals.Autonomous, all.Autonomous.Done);
            Check.Equal($"{name}: the last day", (DateTime?)schedule.EndsOn, all.LastOn);
            Check.That($"{name}: one session less is not complete", !catalogue.Settle(missed).Attendance.Complete);
        }

        /// <summary>The plan that is answered, written out step by step, has the price of the plan that was asked.</summary>
        private static void Price(Catalogue catalogue, PlanRequest request, string name)
        {
            PlanResult plan = catalogue.Plan(request);
            PlanToPrice asked = Priced(request);
            var written = new PlanToPrice { Variant = plan.Variant, Hours = plan.Hours, KickoffMeeting = plan.KickoffMeeting };
            foreach (KeyValuePair<string, decimal> hours in request.Fixed)
            {
                written.Fixed[hours.Key] = hours.Value;
            }
            foreach (PlannedStep step in plan.Steps)
            {
                written.Fixed[step.Code] = step.Hours;
            }
            QuoteResult quote = catalogue.Quote(new QuoteRequest("affiliee") { Plan = asked, On = Exchanges });
            QuoteResult again = catalogue.Quote(new QuoteRequest("affiliee") { Plan = written, On = Exchanges });
            Check.Equal($"{name}: the variant priced", plan.Variant, quote.Variant);
            Check.Equal($"{name}: the hours priced", plan.Hours, quote.Hours);
            Check.Equal($"{name}: the same price", Told(quote), Told(again));
        }

        /// <summary>A dossier is the answers of the operations that it is made of.</summary>
        private static void Parts(Catalogue catalogue, PlanRequest request, string name)
        {
            var on = new DateTime(2026, 11, 23);
            var facts = new FactAnswers { Rqth = true, TauxIncapacitePermanente = 12.5m };
            var needs = new[] { "faireLePoint", "explorerPistes" };
            var dossierRequest = new SimulateRequest(on)
            {
                Variant = request.Variant, Client = "affiliee", Facts = facts, Hours = request.Hours,
                KickoffMeeting = request.KickoffMeeting, Calendar = new Calendar(Exchanges),
            };
            var ranked = new RecommendRequest { On = on, Facts = facts };
            foreach (string need in needs)
            {
                dossierRequest.Needs.Add(need);
                ranked.Needs.Add(need);
            }
            foreach (KeyValuePair<string, decimal> hours in request.Fixed)
            {
                dossierRequest.Fixed[hours.Key] = hours.Value;
            }
            SimulateResult dossier = catalogue.Simulate(dossierRequest);
            ScheduleResult schedule = catalogue.Schedule(new ScheduleRequest(request, Exchanges));
            Check.Equal($"{name}: its ranking", Told(catalogue.Recommend(ranked)), Told(dossier.Recommendation));
            Check.Equal($"{name}: its verdict", Told(catalogue.AssessFunding(new FundingRequest(on) { Facts = facts, Until = schedule.EndsOn })), Told(dossier.Funding));
            Check.Equal($"{name}: its plan", Told(catalogue.Plan(request)), Told(dossier.Plan));
            Check.Equal($"{name}: its price", Told(catalogue.Quote(new QuoteRequest("affiliee") { Plan = Priced(request), On = on })), Told(dossier.Quote));
            Check.Equal($"{name}: its calendar", Told(schedule), Told(dossier.Schedule));
            Check.That($"{name}: its record holds", catalogue.Replay(new ReplayRequest(dossierRequest, dossier.Record)).Holds);
        }

        private static PlanToPrice Priced(PlanRequest request)
        {
            var priced = new PlanToPrice { Variant = request.Variant, Hours = request.Hours, KickoffMeeting = request.KickoffMeeting };
            foreach (KeyValuePair<string, decimal> hours in request.Fixed)
            {
                priced.Fixed[hours.Key] = hours.Value;
            }
            return priced;
        }

        /// <summary>All that a model holds, member by member.</summary>
        private static string Told(object model) => ModelTests.Written(model);
    }
}
