/**
 * What is asked about the agent's situation, one question at a time, and what is known of it.
 *
 * The library says which question comes next; the answers are read in that order, so that an answer which is no longer
 * asked for no longer counts: whatever way led to the same answers, the case is the same. What counts is what the form
 * shows, and nothing else.
 */

import { notConcerned, type Answers, type Known } from './answers.js';
import { concerns } from './concerns.js';
import type { Day, FactCode, FactQuestion, FactValue, Funding, Situation } from './contract.js';
import { problemOf, type Library } from './library.js';

export interface Inquiry extends Known {
  /** The questions about what was ticked that have an answer, in order. */
  readonly answered: readonly FactQuestion[];
  /** Whether it is asked, after them, if anything else of the list concerns the agent. */
  readonly closing: boolean;
  /** The questions about the rest that have an answer, in order. */
  readonly answeredRest: readonly FactQuestion[];
  /** The question that comes next, if another answer can still change the outcome. */
  readonly open: FactQuestion | null;
  /** How many questions may follow it at most. */
  readonly left: number;
}

/** What an adviser fills in has all its questions in sight: every answer counts. */
export function everything({ facts, validUntil }: Answers, situations: readonly Situation[]): Inquiry {
  const asked = factsOf(situations).filter((fact) => facts[fact] === null);
  return { facts, validUntil, asked, answered: [], closing: false, answeredRest: [], open: null, left: 0 };
}

export function inquire(library: Library, answers: Answers, on: Day): Inquiry {
  const all = library.blank.situations;
  const ticked = all.filter(({ code }) => answers.ticked.includes(code));
  const unticked = all.filter(({ code }) => !answers.ticked.includes(code));
  const known = new Answered(library, answers, on);
  known.take(ticksThatAnswer(ticked, all));

  const among = new Set(factsOf(ticked));
  const beyond = factsOf(all).filter((fact) => !among.has(fact));
  const first = ticked.length > 0 ? known.follow(beyond) : NO_QUESTION;
  const asksRest = first.open === null && unticked.length > 0 && known.undetermined();
  if (asksRest && answers.others === 'no') {
    const denied = unticked.map((situation) => notConcerned(situation, library.canEnd));
    known.take(Object.assign({}, ...denied, known.facts));
  }
  const rest = asksRest && answers.others === 'unknown' ? known.follow([]) : NO_QUESTION;
  // While what was ticked is being asked about, the rest is not: the library's next question is the form's.
  const waiting = first.open ? beyond.filter((fact) => !(fact in known.facts)) : [];
  const { open, left } = first.open ? first : rest;
  return {
    facts: known.facts,
    validUntil: known.proofs(),
    asked: factsOf(all).filter((fact) => known.facts[fact] === null || waiting.includes(fact)),
    answered: first.answered,
    closing: asksRest && ticked.length > 0,
    answeredRest: rest.answered,
    open,
    left,
  };
}

interface Followed {
  readonly answered: readonly FactQuestion[];
  readonly open: FactQuestion | null;
  readonly left: number;
}

const NO_QUESTION: Followed = { answered: [], open: null, left: 0 };

/** What is known so far, question after question. */
class Answered {
  facts: { [fact: FactCode]: FactValue | null | undefined } = {};
  /** The facts whose value, or whose proof's last day, the library refuses. */
  private readonly refused = new Set<FactCode>();

  constructor(
    private readonly library: Library,
    private readonly answers: Answers,
    private readonly on: Day,
  ) {}

  take(facts: { readonly [fact: FactCode]: FactValue | null | undefined }): void {
    this.facts = { ...this.facts, ...facts };
  }

  /** The last valid days of the proofs of what is true. */
  proofs(): { readonly [fact: FactCode]: Day } {
    return Object.fromEntries(Object.entries(this.answers.validUntil).filter(([fact]) => this.facts[fact] === true));
  }

  undetermined(): boolean {
    return this.ask([]).outcome === 'undetermined';
  }

  /** Reads the answers in the order of the questions, those about the facts beyond aside, to the first that is open. */
  follow(beyond: readonly FactCode[]): Followed {
    const answered: FactQuestion[] = [];
    for (;;) {
      const { nextQuestionDetail: question, missing } = this.ask(beyond);
      const value = question && this.answers.facts[question.fact];
      if (!question || value === undefined) {
        const left = missing.filter((fact) => !beyond.includes(fact) && !(fact in this.facts)).length - 1;
        return { answered, open: question, left: Math.max(left, 0) };
      }
      answered.push(question);
      this.take({ [question.fact]: value });
    }
  }

  /** What the library refuses is told beside its field; meanwhile it is as if nothing were known of it. */
  private ask(beyond: readonly FactCode[]): Funding {
    for (;;) {
      const facts = omit(this.facts, this.refused);
      const vain = Object.keys(this.facts).filter((fact) => this.facts[fact] === null);
      const asked = [...new Set([...vain, ...this.refused, ...beyond])];
      try {
        return this.library.ask({ on: this.on, facts, validUntil: omit(this.proofs(), this.refused), asked });
      } catch (error) {
        const [, fact] = problemOf(error).path.split('.');
        if (fact === undefined || this.refused.has(fact)) throw error;
        this.refused.add(fact);
      }
    }
  }
}

function omit<T extends object>(object: T, keys: ReadonlySet<string>): T {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.has(key))) as T;
}

/** A tick that says all there is to say of its situation. */
function ticksThatAnswer(ticked: readonly Situation[], all: readonly Situation[]): { readonly [fact: FactCode]: true } {
  const sure = new Set(concerns(all).flatMap((concern) => (concern.sure ? concern.situations : [])));
  return Object.fromEntries(
    ticked
      .filter(({ code }) => sure.has(code))
      .flatMap(({ questions }) => questions.map(({ fact }) => [fact, true] as const)),
  );
}

function factsOf(situations: readonly Situation[]): FactCode[] {
  return [...new Set(situations.flatMap(({ questions }) => questions.map(({ fact }) => fact)))];
}
