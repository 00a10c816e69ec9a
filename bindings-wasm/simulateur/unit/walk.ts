/** A visitor who walks the journey as the element leads them: screen after screen, each answered as they would. */

import { NOTHING, setFact, setNeeds, setValidUntil, tickNone, toggleConcern, type Answers } from '../src/answers.js';
import { concerns } from '../src/concerns.js';
import type { Day, FactCode, FactValue } from '../src/contract.js';
import { inquire, type Inquiry } from '../src/inquiry.js';
import { places, same, type Place } from '../src/journey.js';
import { motivesOf, toggleMotive } from '../src/motives.js';
import { LIBRARY, OFFER, ON } from './library.js';

/** All that a visitor would say, whether they are asked or not. */
export interface Visitor {
  readonly motives: readonly string[];
  /** What they tick where they look closer; nothing: they leave what their motives mean. */
  readonly needs?: readonly string[];
  /** Codes of concerns, or one of the two other answers. */
  readonly concerns: readonly string[] | 'no' | 'unknown';
  readonly others: 'no' | 'unknown';
  readonly facts: { readonly [fact: FactCode]: FactValue | null };
  readonly until?: { readonly [fact: FactCode]: Day };
  readonly client: string | null;
  readonly exchangesOn?: Day | null;
}

export const SETTLED = { variant: false, client: false, situation: false };

export const inquired = (answers: Answers): Inquiry => inquire(LIBRARY, answers, ON);

export interface Walked {
  readonly answers: Answers;
  /** The screens, the result included. */
  readonly screens: readonly Place[];
  /** What was ticked, chosen or filled in. */
  readonly given: number;
  /** What was to be read and decided upon: the boxes, buttons and fields of the screens, what is folded aside. */
  readonly read: number;
}

/** Walks from the first screen to the result, whatever was answered before; passes the questions that try their patience. */
export function walk(visitor: Visitor, from: Answers = NOTHING, patience = Number.POSITIVE_INFINITY): Walked {
  let answers = from;
  let given = 0;
  let read = 0;
  const screens: Place[] = [];
  for (;;) {
    const place = following(places(inquired(answers), SETTLED), screens, patience);
    if (!place) return { answers, screens, given, read };
    screens.push(place);
    read += offered(answers, place);
    const [next, count] = answered(answers, place, visitor);
    answers = next;
    given += count;
  }
}

function following(all: readonly Place[], seen: readonly Place[], patience: number): Place | undefined {
  const asked = seen.filter(({ step }) => step === 'conditions').length;
  if (asked >= patience && seen.at(-1)?.step === 'conditions') return all.find(({ step }) => step === 'organisation');
  const last = seen.at(-1);
  return last ? all[all.findIndex((place) => same(place, last)) + 1] : all[0];
}

/** What a screen puts before the visitor. */
function offered(answers: Answers, { step, fact }: Place): number {
  switch (step) {
    case 'besoins':
      return motivesOf(OFFER).length;
    case 'situations':
      return concerns(LIBRARY.blank.situations).length + 2;
    case 'conditions': {
      const { answered: before, answeredRest, open } = inquired(answers);
      const question = [...before, ...answeredRest, ...(open ? [open] : [])].find((each) => each.fact === fact);
      return question?.kind === 'percent' ? 2 : 3;
    }
    case 'autres':
      return 2;
    case 'organisation':
      return OFFER.clients.length + 2;
    default:
      return 0;
  }
}

/** The answers of one screen, and how many they are. */
function answered(answers: Answers, { step, fact }: Place, visitor: Visitor): [Answers, number] {
  switch (step) {
    case 'besoins':
      return motivesAndNeeds(answers, visitor);
    case 'situations':
      return situations(answers, visitor);
    case 'conditions': {
      const value = visitor.facts[fact ?? ''] ?? null;
      const until = value === true ? visitor.until?.[fact ?? ''] : undefined;
      const next = setFact(answers, fact ?? '', value);
      return [LIBRARY.canEnd.has(fact ?? '') ? setValidUntil(next, fact ?? '', until ?? null) : next, until ? 2 : 1];
    }
    case 'autres':
      return [{ ...answers, others: visitor.others }, 1];
    case 'organisation': {
      const exchangesOn = visitor.exchangesOn ?? null;
      return [{ ...answers, client: visitor.client, exchangesOn }, exchangesOn ? 2 : 1];
    }
    default:
      return [answers, 0];
  }
}

function motivesAndNeeds(from: Answers, { motives, needs }: Visitor): [Answers, number] {
  let answers = from;
  for (const { code } of motivesOf(OFFER)) {
    if (answers.motives.includes(code) !== motives.includes(code)) answers = toggleMotive(answers, code, OFFER);
  }
  if (!needs) {
    // They look at what their motives mean, and leave it so.
    const [first] = motives;
    const fresh = [first, first].reduce((next, code) => (code ? toggleMotive(next, code, OFFER) : next), answers);
    return [fresh, motives.length];
  }
  const changed = (OFFER.needs ?? []).filter(
    ({ code }) => answers.needs.includes(code) !== needs.includes(code),
  ).length;
  const ordered = (OFFER.needs ?? []).map(({ code }) => code).filter((code) => needs.includes(code));
  return [changed > 0 ? setNeeds(answers, ordered) : answers, motives.length + changed];
}

function situations(from: Answers, visitor: Visitor): [Answers, number] {
  const said = visitor.concerns;
  if (typeof said === 'string') return [tickNone(from, said), 1];
  let answers = said.length === 0 ? tickNone(from, null) : from;
  const all = concerns(LIBRARY.blank.situations);
  for (const { code, situations: codes } of all) {
    const ticked = codes.every((each) => answers.ticked.includes(each));
    if (ticked !== said.includes(code)) answers = toggleConcern(answers, codes);
  }
  let proofs = 0;
  for (const { code, sure, situations: codes } of all) {
    if (!sure || !said.includes(code)) continue;
    const owned = LIBRARY.blank.situations.filter((situation) => codes.includes(situation.code));
    for (const { fact } of owned.flatMap(({ questions }) => questions)) {
      answers = setValidUntil(answers, fact, visitor.until?.[fact] ?? null);
      proofs += visitor.until?.[fact] ? 1 : 0;
    }
  }
  return [answers, said.length + proofs];
}
