/** The only room that knows how the library is loaded and called. */

import { BilanError, Catalogue, init, initForCatalogues } from 'bilan-professionnel';

import type { Known } from './answers.js';
import type {
  Case,
  Day,
  Dossier,
  FactCode,
  Funding,
  Offer,
  Quote,
  QuoteCase,
  SettleCase,
  Settlement,
} from './contract.js';
import { typeset } from './french.js';

/** What the simulator asks of the library, with one catalogue. */
export interface Library {
  /** The catalogue, as it is shown. */
  readonly offer: Offer;
  /** The verdict on an agent of whom nothing is known: the situations, and their questions. */
  readonly blank: Funding;
  /** The facts whose proof may have a last valid day. */
  readonly canEnd: ReadonlySet<FactCode>;
  simulate(asked: Case): Dossier;
  /** The verdict on what is known of the agent, and the question that comes next. */
  ask(known: Known & { readonly on: Day }): Funding;
  /** Keeps nothing of what was asked. */
  forget(): void;
  /** The price of a plan for one client, as it is shown. */
  quote(asked: QuoteCase): Quote;
  /** What took place of a plan: the certificate, and when to pay, as they are shown. */
  settle(asked: SettleCase): Settlement;
  free(): void;
}

/** What the library refuses, and why. */
export interface Problem {
  readonly code: string;
  readonly path: string;
  readonly message: string;
  readonly details?: { readonly min?: number; readonly max?: number } | undefined;
}

/** Whether the library takes a last valid day for the proof of a fact. */
function endsByItself(catalogue: Pick<Catalogue, 'funding'>, on: Day, fact: FactCode): boolean {
  try {
    catalogue.funding({ on, validUntil: { [fact]: on } });
    return true;
  } catch {
    return false;
  }
}

/** The embedded catalogue, or the one at that address, which another module reads: both arrive at once. */
async function openCatalogue(address: string | null) {
  if (!address) {
    await init();
    return Catalogue.embedded();
  }
  const [document] = await Promise.all([fetched(address), initForCatalogues()]);
  return Catalogue.parse(document);
}

async function fetched(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

/** The library on a day, whose situations are those in force, with the embedded catalogue or with the one at that address. */
export async function openLibrary(on: Day, address: string | null): Promise<Library> {
  const catalogue = await openCatalogue(address);
  // Every catalogue is asked with open codes: those of the embedded one are among them.
  const open = catalogue as Catalogue<never> as unknown as {
    catalogue(): Offer;
    simulate(asked: Case): Dossier;
    funding(known: Known): Funding;
    quote(asked: QuoteCase): Quote;
    settle(asked: SettleCase): Settlement;
  };
  const blank = catalogue.funding({ on });
  const verdicts = new Map<string, Funding>();
  const facts = [...new Set(blank.situations.flatMap(({ questions }) => questions.map(({ fact }) => fact)))];
  return {
    offer: typeset(open.catalogue()),
    blank: typeset(blank),
    canEnd: new Set(facts.filter((fact) => endsByItself(catalogue, on, fact))),
    simulate: (asked) => open.simulate(asked),
    ask: (known) => {
      // The questions are read anew after every answer: all but the last have been answered.
      const key = JSON.stringify(known);
      const answer = verdicts.get(key) ?? typeset(open.funding(known));
      verdicts.set(key, answer);
      return answer;
    },
    forget: () => verdicts.clear(),
    quote: (asked) => typeset(open.quote(asked)),
    settle: (asked) => typeset(open.settle(asked)),
    free: () => catalogue.free(),
  };
}

export function problemOf(error: unknown): Problem {
  if (!(error instanceof BilanError)) throw error;
  const { code, path, details } = error;
  // A date field shows its own format.
  const message = /AAAA-MM-JJ/.test(error.message) ? 'Vérifiez cette date, année comprise.' : typeset(error.message);
  return { code, path, message, details: details && 'min' in details ? details : undefined };
}
