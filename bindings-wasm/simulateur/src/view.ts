/** What every view is given: what to show, and what the visitor may do. */

import type { Answers } from './answers.js';
import type { Day } from './contract.js';
import type { Evaluation } from './evaluation.js';
import type { Inquiry } from './inquiry.js';
import type { Place, Settled, StepName } from './journey.js';
import type { Library } from './library.js';
import type { Aside, Papers } from './papers.js';

export interface View {
  readonly library: Library;
  readonly answers: Answers;
  readonly evaluation: Evaluation;
  readonly settled: Settled;
  readonly expert: boolean;
  /** The day of the assessment. */
  readonly on: Day;
  /** What is known of the agent, and what is asked next. */
  readonly inquiry: Inquiry;
  readonly place: Place;
  /** The screens that the answers call for. */
  readonly places: readonly Place[];
  /** What is typed on the pages beside the result. */
  readonly papers: Papers;
  /** The page that takes the place of the form and the result. */
  readonly aside: Aside | null;
  change(answers: Answers): void;
  write(papers: Papers): void;
  /** Opens a page beside the result, or goes back. */
  show(aside: Aside | null): void;
  /** Opens a step; a step opened from the summary goes back there when it is done. */
  open(step: StepName): void;
  saveCalendar(): void;
  /** The whole dossier, health answers included. */
  saveDossier(): void;
  /** What may be handed on: the variant, its plan, price and dates, made without needs and facts. */
  saveForEmployer(): void;
  saveLetter(letter: string): void;
  print(): void;
  /** Forgets every answer, and begins anew. */
  restart(): void;
}
