import type { Codes, SimulateRequest, SimulateResult } from './index.js';

/** What `bilan-result` carries: the case as asked, and its dossier with its record. */
export interface ResultDetail {
  readonly case: SimulateRequest<Codes>;
  readonly dossier: SimulateResult<Codes>;
}

/** A step of the agent's journey. */
export type StepName =
  | 'besoins'
  | 'situations'
  | 'conditions'
  | 'autres'
  | 'organisation'
  | 'recapitulatif'
  | 'resultat';

/** `<bilan-simulateur>`: importing this module defines it. */
export class BilanSimulateur extends HTMLElement {
  /** `expert`: everything on one page, live. Otherwise step by step. */
  mode: string | null;
  /** Code of a client of the catalogue: the visitor is not asked. */
  client: string | null;
  /** Code of a variant: the visitor is not asked what they expect. */
  variant: string | null;
  /** Address of another centre's catalogue, fetched once when the element starts. */
  catalogueSrc: string | null;
  /** The day of the assessment, `YYYY-MM-DD`; by default the visitor's own. */
  date: string | null;
  /** The browser's Back and Forward go through the screens. For pages without a router of their own. */
  browserBack: boolean;
  /** The case and its dossier, as in the last `bilan-result`; `null` while the answers allow none. */
  readonly result: ResultDetail | null;
  /** Resolves when what was last asked is on the page. */
  readonly updateComplete: Promise<boolean>;
}

declare global {
  interface HTMLElementTagNameMap {
    'bilan-simulateur': BilanSimulateur;
  }
  interface HTMLElementEventMap {
    /** A result is shown, or has changed. */
    'bilan-result': CustomEvent<ResultDetail>;
    /** Another step is shown. */
    'bilan-step': CustomEvent<{ readonly step: StepName }>;
    /** The simulator could not start, or an attribute has a value that cannot be used. */
    'bilan-error': CustomEvent<unknown>;
  }
}
