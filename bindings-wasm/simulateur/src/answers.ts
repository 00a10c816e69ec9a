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
  readonly needs: readonly string[];
  /** Chosen by the visitor or the page; otherwise the first of the ranking. */
  readonly variant: string | null;
  readonly ticked: readonly SituationCode[];
  /** Whether the situations left unticked are known not to concern the agent. */
  readonly others: 'no' | 'unknown' | null;
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

/** A period without sessions, as it is being typed. */
export interface OpenClosure {
  readonly from: Day | '';
  readonly to: Day | '';
}

export const NOTHING: Answers = {
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

/** The facts of a situation, that its tick brings and its removal takes away. */
export function toggleSituation(answers: Answers, { code, questions }: Situation): Answers {
  const facts = questions.map(({ fact }) => fact);
  if (answers.ticked.includes(code)) {
    return withoutFacts({ ...answers, ticked: answers.ticked.filter((other) => other !== code) }, facts);
  }
  // A situation that is one fact: to tick it is to answer.
  const [only] = questions.length === 1 ? questions : [];
  return {
    ...answers,
    ticked: [...answers.ticked, code],
    facts: only?.kind === 'yesNo' ? { ...answers.facts, [only.fact]: true } : answers.facts,
  };
}

/**
 * Whether other situations concern the agent. To say that none does takes back what was answered of them: the form and
 * what is asked of the library stay one.
 */
export function setOthers(answers: Answers, others: Answers['others'], situations: readonly Situation[]): Answers {
  if (others !== 'no') return { ...answers, others };
  const [ticked, unticked] = [true, false].map((wanted) => {
    return new Set(
      situations
        .filter(({ code }) => answers.ticked.includes(code) === wanted)
        .flatMap(({ questions }) => questions.map(({ fact }) => fact)),
    );
  }) as [Set<FactCode>, Set<FactCode>];
  return withoutFacts(
    { ...answers, others },
    [...unticked].filter((fact) => !ticked.has(fact)),
  );
}

/** An answer given beside the result: the situation it belongs to is ticked, so that the form shows it and can take it back. */
export function answerBeside(
  answers: Answers,
  fact: FactCode,
  value: FactValue | null | undefined,
  situations: readonly Situation[],
): Answers {
  const next = setFact(answers, fact, value);
  const owners = situations
    .filter(({ questions }) => questions.some((question) => question.fact === fact))
    .map(({ code }) => code);
  return { ...next, ticked: [...answers.ticked, ...owners.filter((code) => !answers.ticked.includes(code))] };
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

/** What is known of the agent: what was answered, and what follows from the situations that do not concern them. */
export function knownFacts(answers: Answers, situations: readonly Situation[], canEnd: ReadonlySet<FactCode>): Facts {
  const denied = answers.others === 'no' ? situations.filter(({ code }) => !answers.ticked.includes(code)) : [];
  return Object.assign({}, ...denied.map((situation) => notConcerned(situation, canEnd)), answers.facts) as Facts;
}

/**
 * The facts put to the agent and left open: « je ne sais pas » is an answer, and is not asked again. In the order of the
 * questions, not of the answers: the same answers are the same case.
 */
function askedInVain(answers: Answers, situations: readonly Situation[]): FactCode[] {
  const facts = new Set(situations.flatMap(({ questions }) => questions.map(({ fact }) => fact)));
  return [...facts].filter((fact) => answers.facts[fact] === null);
}

export function toCase(
  answers: Answers,
  on: Day,
  situations: readonly Situation[],
  canEnd: ReadonlySet<FactCode>,
): Case {
  const calendar = toCalendar(answers);
  const asked = askedInVain(answers, situations);
  return {
    on,
    ...(answers.needs.length > 0 && { needs: answers.needs }),
    ...(answers.variant !== null && { variant: answers.variant }),
    ...(typeof answers.client === 'string' && { client: answers.client }),
    facts: knownFacts(answers, situations, canEnd),
    ...(Object.keys(answers.validUntil).length > 0 && { validUntil: answers.validUntil }),
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
