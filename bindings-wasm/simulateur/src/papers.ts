/** The pages beside the result, and what is typed on them: kept in the page alone, and gone with the agent. */

import type { Day, Dossier, PlanCase, Session, SettleCase } from './contract.js';

/** A page that takes the place of the form and the result, until one goes back. */
export type Aside = 'comparer' | 'employeur' | 'lettre' | 'attestation';

export interface Papers {
  /** The letter as the agent has rewritten it. */
  readonly letter: string | null;
  /** Whom the certificate is for. */
  readonly agent: string;
  /** What took place, by the session foreseen: another calendar has other sessions, none of them ticked. */
  readonly attended: { readonly [session: string]: Attended };
  readonly autonomousHours: number | null;
  readonly invoiceReceivedOn: Day | null;
}

/** A session as it took place: perhaps on another day, for other hours. */
export interface Attended {
  readonly date: Day;
  readonly hours: number;
}

export const BLANK: Papers = { letter: null, agent: '', attended: {}, autonomousHours: null, invoiceReceivedOn: null };

/** What the calendar foresees with a counsellor: the kickoff meeting where there is one, then the sessions. */
export function foreseen({ plan, schedule }: Dossier): readonly Session[] {
  if (!schedule) return [];
  const kickoff = plan.steps.find((step) => step.kickoff !== null);
  const day = schedule.milestones.find(({ code }) => code === 'kickoffMeeting')?.date;
  const meeting = kickoff && day ? [{ date: day, step: kickoff.code, hours: kickoff.hours }] : [];
  return [...meeting, ...schedule.sessions];
}

/** What tells a session from the others of its calendar. */
export function nameOf({ date, step }: Session): string {
  return `${date} ${step}`;
}

/** What the library is asked for the certificate: the plan that was agreed, and the sessions that are ticked. */
export function toSettle(plan: PlanCase, sessions: readonly Session[], papers: Papers): SettleCase {
  const attended = sessions.flatMap((session) => {
    const took = papers.attended[nameOf(session)];
    return took ? [{ ...took, step: session.step }] : [];
  });
  return {
    plan,
    attended,
    ...(papers.autonomousHours !== null && { autonomousHours: papers.autonomousHours }),
    ...(papers.invoiceReceivedOn && { invoiceReceivedOn: papers.invoiceReceivedOn }),
  };
}

/** Ticks sessions as foreseen; those that are ticked already keep what was written of them. */
export function tick(papers: Papers, sessions: readonly Session[]): Papers {
  const took = sessions.map((session) => {
    return [nameOf(session), papers.attended[nameOf(session)] ?? { date: session.date, hours: session.hours }] as const;
  });
  return { ...papers, attended: { ...papers.attended, ...Object.fromEntries(took) } };
}

export function untick(papers: Papers, session: Session): Papers {
  const { [nameOf(session)]: _, ...others } = papers.attended;
  return { ...papers, attended: others };
}

/** Writes what was different about a session that is ticked. */
export function correct(papers: Papers, session: Session, change: Partial<Attended>): Papers {
  const took = papers.attended[nameOf(session)] ?? session;
  const { date, hours } = { ...took, ...change };
  return { ...papers, attended: { ...papers.attended, [nameOf(session)]: { date, hours } } };
}
