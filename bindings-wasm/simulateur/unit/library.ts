/** The library itself, as the simulator uses it: the built package, whose module is read from its folder. */

import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { BilanError } from 'bilan-professionnel';

import type { Known } from '../src/answers.js';
import type { Case, Day, Dossier, FactCode, Funding, Offer, SettleCase, Settlement } from '../src/contract.js';
import type { Library } from '../src/library.js';

interface Answers {
  catalogue(): Offer;
  simulate(asked: Case): Dossier;
  funding(known: Partial<Known> & { readonly on: Day }): Funding;
  settle(asked: SettleCase): Settlement;
}

interface Package extends Answers {
  readonly Catalogue: { parse(document: string): Answers };
}

const built: Package = await import(pathToFileURL(path.resolve('../npm/dist/node.js')).href);

export const ON: Day = '2026-11-23';

export const OFFER = built.catalogue();

/** The library with that offer. */
export const withOffer = (offer: Offer): Answers => built.Catalogue.parse(JSON.stringify(offer));

const blank = built.funding({ on: ON });
const facts = [...new Set(blank.situations.flatMap(({ questions }) => questions.map(({ fact }) => fact)))];

function endsByItself(fact: FactCode): boolean {
  try {
    built.funding({ on: ON, validUntil: { [fact]: ON } });
    return true;
  } catch {
    return false;
  }
}

/** The errors of the built package as those of the sources, which the tests are bundled with. */
function told<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    const { code, path, message, details } = error as BilanError;
    throw new BilanError({ error: { code, path, message, ...(details && { details }) } } as ConstructorParameters<
      typeof BilanError
    >[0]);
  }
}

const verdicts = new Map<string, Funding>();

export const LIBRARY: Library = {
  offer: OFFER,
  blank,
  canEnd: new Set(facts.filter(endsByItself)),
  simulate: (asked) => built.simulate(asked),
  ask: (known) => {
    const key = JSON.stringify(known);
    const answer = verdicts.get(key) ?? told(() => built.funding(known));
    verdicts.set(key, answer);
    return answer;
  },
  forget: () => verdicts.clear(),
  free: () => {},
} as Library;
