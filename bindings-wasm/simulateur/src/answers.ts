/** What the visitor has answered so far, and the case that it makes. */

import type { Cadence, Calendar, Case, Day, FactCode, Facts, FactValue, FlagCode, Proofs, SituationCode, Weekday } from './contract.js';

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
  readonly affiliated: boolean | null | undefined;
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
export interface OpenClosure { readonly from: Day | ''; readonly to: Day | '' }

export const NOTHING: Answers = {
  needs: [], variant: null, ticked: [], others: null, facts: {}, validUntil: {}, affiliated: undefined,
  hours: null, kickoff: null, fixed: {}, exchangesOn: undefined, startOn: null, cadence: 'auto', weekday: null, closures: [],
};

/**
 * What is known of an agent who says that a situation does not concern him: the least that settles it. Where a situation
 * rests on several conditions, it is the benefit itself that is denied, not the event behind it.
 */
export const NOT_CONCERNED: { readonly [situation in SituationCode]: Facts } = {
  restrictionsAptitude: { avisElementsObjectifs: false, avisAdaptationPoste: false },
  rqth: { rqth: false },
  accidentOuMaladie: { renteIncapacitePermanente: false },
  pensionInvalidite: { pensionInvalidite: false },
  pensionMilitaire: { pensionMilitaireInvalidite: false },
  sapeurPompier: { allocationOuRenteService: false },
  victimeTerrorisme: { victimeTerrorisme: false },
  cmiInvalidite: { cmiInvalidite: false },
  aah: { aah: false },
  ati: { ati: false },
  reclassement: { preparationReclassement: false, reclassement: false },
};

/** Situations that are one fact: to tick them is to answer. */
const ONE_FACT: { readonly [situation in SituationCode]?: FlagCode } = {
  rqth: 'rqth', victimeTerrorisme: 'victimeTerrorisme', cmiInvalidite: 'cmiInvalidite', aah: 'aah', ati: 'ati',
};

const SITUATIONS = Object.keys(NOT_CONCERNED) as SituationCode[];

/** The facts by which a situation is judged, that its tick brings and its removal takes away. */
export function toggleSituation(answers: Answers, code: SituationCode, facts: readonly FactCode[]): Answers {
  const ticked = answers.ticked.includes(code);
  if (ticked) {
    return {
      ...answers,
      ticked: answers.ticked.filter(other => other !== code),
      facts: without(answers.facts, facts),
      validUntil: without(answers.validUntil, facts),
    };
  }
  const only = ONE_FACT[code];
  return {
    ...answers,
    ticked: SITUATIONS.filter(other => other === code || answers.ticked.includes(other)),
    facts: only ? { ...answers.facts, [only]: true } : answers.facts,
  };
}

/** `undefined` takes the answer back. */
export function setFact(answers: Answers, fact: FactCode, value: FactValue | null | undefined): Answers {
  const validUntil = value === true ? answers.validUntil : without(answers.validUntil, [fact]);
  return { ...answers, facts: { ...answers.facts, [fact]: value }, validUntil };
}

export function setValidUntil(answers: Answers, fact: FlagCode, day: Day | null): Answers {
  const others = without(answers.validUntil, [fact]);
  return { ...answers, validUntil: day ? { ...others, ...({ [fact]: day } as Proofs) } : others };
}

function without<T extends object>(object: T, keys: readonly string[]): T {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key))) as T;
}

/** Another variant has other steps: what was chosen for them is no longer meant. */
export function chooseVariant(answers: Answers, variant: string | null): Answers {
  return { ...answers, variant, hours: null, kickoff: null, fixed: {} };
}

export function setNeeds(answers: Answers, needs: readonly string[]): Answers {
  return { ...chooseVariant(answers, answers.variant), needs };
}

/** What is known of the agent: his answers, and what follows from the situations that do not concern him. */
export function knownFacts(answers: Answers): Facts {
  const denied = answers.others === 'no' ? SITUATIONS.filter(code => !answers.ticked.includes(code)) : [];
  return Object.assign({}, ...denied.map(code => NOT_CONCERNED[code]), answers.facts) as Facts;
}

export function toCase(answers: Answers, on: Day): Case {
  const calendar = toCalendar(answers);
  return {
    on,
    ...(answers.needs.length > 0 && { needs: answers.needs }),
    ...(answers.variant !== null && { variant: answers.variant }),
    ...(typeof answers.affiliated === 'boolean' && { affiliated: answers.affiliated }),
    facts: knownFacts(answers),
    ...(Object.keys(answers.validUntil).length > 0 && { validUntil: answers.validUntil }),
    ...(answers.hours !== null && { hours: answers.hours }),
    ...(answers.kickoff !== null && { kickoffMeeting: answers.kickoff }),
    ...(Object.keys(answers.fixed).length > 0 && { fixed: answers.fixed }),
    ...(calendar && { calendar }),
  };
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
