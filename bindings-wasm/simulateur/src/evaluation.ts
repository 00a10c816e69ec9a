/** The dossier of the answers, as far as they allow one, and what stands in the way of the rest. */

import { toCase, type Answers, type Known } from './answers.js';
import type { Case, Day, Dossier } from './contract.js';
import { hours, typeset } from './french.js';
import { problemOf, type Library, type Problem } from './library.js';

export interface Evaluation {
  readonly asked: Case | null;
  readonly dossier: Dossier | null;
  /** The same, as it is shown. */
  readonly shown: Dossier | null;
  /** The total was moved to what the chosen steps can reach. */
  readonly notice: string | null;
  /** What the library refuses in the answers. */
  readonly problems: readonly Problem[];
}

/** What the library refuses in one answer. */
export function problemAt({ problems }: Evaluation, path: string): Problem | undefined {
  return problems.find((problem) => problem.path === path);
}

export const NO_DOSSIER: Evaluation = { asked: null, dossier: null, shown: null, notice: null, problems: [] };

/** A refused part is left out and said, so that a date being typed does not empty the page. */
export function evaluate(library: Pick<Library, 'simulate'>, answers: Answers, known: Known, on: Day): Evaluation {
  if (answers.needs.length === 0 && answers.variant === null) return NO_DOSSIER;
  let asked = toCase(answers, on, known);
  let notice: string | null = null;
  const problems: Problem[] = [];
  for (;;) {
    try {
      const dossier = library.simulate(asked);
      return { asked, dossier, shown: typeset(dossier), notice, problems };
    } catch (error) {
      const problem = problemOf(error);
      const next = without(asked, problem);
      if (!next) return { ...NO_DOSSIER, notice, problems: [...problems, problem] };
      if (typeof next.hours === 'number' && next.hours !== asked.hours) {
        notice = `Le total passe à ${hours(next.hours)} pour tenir compte de ces choix.`;
      } else {
        problems.push(problem);
      }
      asked = next;
    }
  }
}

/** The case without the part at fault; nothing if there is no such part. */
function without(asked: Case, problem: Problem): Case | null {
  const [part = '', member = ''] = problem.path.split('.');
  const { min, max } = problem.details ?? {};
  if (problem.code === 'budgetInfeasible' && min !== undefined && max !== undefined) {
    const nearest = Math.min(Math.max(asked.hours ?? min, min), max);
    return nearest === asked.hours ? null : { ...asked, hours: nearest };
  }
  switch (part) {
    case 'calendar':
      return asked.calendar ? omit(asked, 'calendar') : null;
    case 'hours':
      return asked.hours == null ? null : omit(asked, 'hours');
    case 'kickoffMeeting':
      return asked.kickoffMeeting == null ? null : omit(asked, 'kickoffMeeting');
    case 'facts':
      return asked.facts && member in asked.facts ? { ...asked, facts: omitKey(asked.facts, member) } : null;
    case 'validUntil':
      return asked.validUntil && member in asked.validUntil
        ? { ...asked, validUntil: omitKey(asked.validUntil, member) }
        : null;
    case 'fixed':
      return asked.fixed && member in asked.fixed ? { ...asked, fixed: omitKey(asked.fixed, member) } : null;
    default:
      return null;
  }
}

function omit(asked: Case, part: keyof Case): Case {
  const { [part]: _, ...rest } = asked;
  return rest as Case;
}

function omitKey<T extends object>(object: T, key: string): T {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key)) as T;
}
