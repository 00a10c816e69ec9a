/** What the visitor has answered so far, and the case that it makes. */

import type {
  Cadence,
  Calendar,
  Case,
  Day,
  FactCode,
  Facts,
  FactValue,
  Proofs,
  Situation,
  SituationCode,
  Weekday,
} from './contract.js';

export interface Answers {
  /** What brings the agent, of which the needs follow until they are changed. */
  readonly motives: readonly string[];
  readonly needs: readonly string[];
  /** Chosen by the visitor or the page; otherwise the first of the ranking. */
  readonly variant: string | null;
  /** The situations that concern the agent, perhaps: what is asked is about them. */
  readonly ticked: readonly SituationCode[];
  /** Whether the situations left unticked concern the agent; `null`: not said. */
  readonly others: 'no' | 'unknown' | null;
  /** What was answered, and what would be shown again if it were asked again: `inquire` says what counts. */
  readonly facts: Facts;
  readonly validUntil: Proofs;
  /** `undefined`: not asked yet; `null`: not known. */
  readonly client: string | null | undefined;
  readonly hours: number | null;
  readonly kickoff: boolean | null;
  readonly fixed: { readonly [step: string]: number };
  readonly exchangesOn: Day | null | undefined;
  readonly startOn: Day | null;
  readonly cadence: Cadence;
  readonly weekday: Weekday | null;
  readonly closures: readonly OpenClosure[];
}

/** What is known of the agent, as the library takes it. */
export interface Known {
  readonly facts: Facts;
  readonly validUntil: Proofs;
  /** The facts put to the agent that stayed open. */
  readonly asked: readonly FactCode[];
}

/** A period without sessions, as it is being typed. */
export interface OpenClosure {
  readonly from: Day | '';
  readonly to: Day | '';
}

export const NOTHING: Answers = {
  motives: [],
  needs: [],
  variant: null,
  ticked: [],
  others: null,
  facts: {},
  validUntil: {},
  client: undefined,
  hours: null,
  kickoff: null,
  fixed: {},
  exchangesOn: undefined,
  startOn: null,
  cadence: 'auto',
  weekday: null,
  closures: [],
};

/**
 * What is known of an agent whom a situation does not concern: the benefits it rests on are denied, not the events behind
 * them, which a proof can never end. A situation that is one fact is that fact.
 */
export function notConcerned({ questions }: Situation, canEnd: ReadonlySet<FactCode>): Facts {
  const flags = questions.filter(({ kind }) => kind === 'yesNo').map(({ fact }) => fact);
  const denied = questions.length === 1 ? flags : flags.filter((fact) => canEnd.has(fact));
  return Object.fromEntries(denied.map((fact) => [fact, false]));
}

/** Ticks what concerns the agent, or takes the tick away. Whether something else does is then asked anew. */
export function toggleConcern(answers: Answers, situations: readonly SituationCode[]): Answers {
  const others = answers.ticked.filter((code) => !situations.includes(code));
  const ticked = others.length < answers.ticked.length ? others : [...others, ...situations];
  return { ...answers, ticked, others: null };
}

/** None of the situations, or one does not know: whatever was ticked is taken back. */
export function tickNone(answers: Answers, others: Answers['others']): Answers {
  return { ...answers, ticked: [], others };
}

/** An answer given beside the result. What it is about was not ticked: the agent does not know what else concerns them. */
export function answerBeside(
  answers: Answers,
  fact: FactCode,
  value: FactValue | null | undefined,
  situations: readonly Situation[],
): Answers {
  const ticked = situations.some(({ code, questions }) => {
    return answers.ticked.includes(code) && questions.some((question) => question.fact === fact);
  });
  return setFact(ticked ? answers : { ...answers, others: answers.others ?? 'unknown' }, fact, value);
}

/** `undefined` takes the answer back, as if the question had not been put. */
export function setFact(answers: Answers, fact: FactCode, value: FactValue | null | undefined): Answers {
  if (value === undefined) return withoutFacts(answers, [fact]);
  const validUntil = value === true ? answers.validUntil : without(answers.validUntil, [fact]);
  return { ...answers, facts: { ...answers.facts, [fact]: value }, validUntil };
}

export function setValidUntil(answers: Answers, fact: FactCode, day: Day | null): Answers {
  const others = without(answers.validUntil, [fact]);
  return { ...answers, validUntil: day ? { ...others, [fact]: day } : others };
}

function withoutFacts(answers: Answers, facts: readonly FactCode[]): Answers {
  return { ...answers, facts: without(answers.facts, facts), validUntil: without(answers.validUntil, facts) };
}

function without<T extends object>(object: T, keys: readonly string[]): T {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key))) as T;
}

/** Another variant has other steps: what was chosen for them is no longer meant. */
export function chooseVariant(answers: Answers, variant: string | null): Answers {
  return { ...answers, variant, hours: null, kickoff: null, fixed: {} };
}

/** Other needs: a variant that was chosen beside the result of the former ones is no longer meant. */
export function setNeeds(answers: Answers, needs: readonly string[]): Answers {
  return { ...chooseVariant(answers, null), needs };
}

/** The case: what was said of the bilan, and what is known of the agent. */
export function toCase(answers: Answers, on: Day, { facts, validUntil, asked }: Known): Case {
  const calendar = toCalendar(answers);
  return {
    on,
    ...(answers.needs.length > 0 && { needs: answers.needs }),
    ...(answers.variant !== null && { variant: answers.variant }),
    ...(typeof answers.client === 'string' && { client: answers.client }),
    facts,
    ...(Object.keys(validUntil).length > 0 && { validUntil }),
    ...(asked.length > 0 && { asked }),
    ...(answers.hours !== null && { hours: answers.hours }),
    ...(answers.kickoff !== null && { kickoffMeeting: answers.kickoff }),
    ...(Object.keys(answers.fixed).length > 0 && { fixed: answers.fixed }),
    ...(calendar && { calendar }),
  } as Case;
}

/** The case that may be handed to the employer: the variant chosen, the client, the hours and the dates, and nothing else. */
export function forEmployer({ on, client, hours, kickoffMeeting, fixed, calendar }: Case, variant: string): Case {
  return {
    on,
    audience: 'employer',
    variant,
    ...(client && { client }),
    ...(hours != null && { hours }),
    ...(kickoffMeeting != null && { kickoffMeeting }),
    ...(fixed && { fixed }),
    ...(calendar && { calendar }),
  } as Case;
}

function toCalendar(answers: Answers): Calendar | null {
  if (!answers.exchangesOn) return null;
  const closures = answers.closures.flatMap(({ from, to }) => (from && to ? [{ from, to }] : []));
  return {
    exchangesOn: answers.exchangesOn,
    ...(answers.startOn && { startOn: answers.startOn }),
    ...(answers.cadence !== 'auto' && { cadence: answers.cadence }),
    ...(answers.weekday && { weekday: answers.weekday }),
    ...(closures.length > 0 && { closures }),
  };
}
