/**
 * The verdict by numbers: no text, no object, a few nanoseconds.
 *
 * Facts are two masks of {@link Fact} bits: which are known, and which of those hold. The rate of permanent incapacity
 * holds from 10 %, the status for a civil servant. A verdict is one number: bits 0 to 15 are the situations met, bits 16
 * to 31 those not met, at their {@link Situation} bits; a situation in neither half is undetermined.
 */

import type { Outcome, SituationCode } from './codes.js';
import { refusal } from './error.js';
import { exchange } from './module.js';
import { Fact, Situation } from './tables.js';

export { Fact, Situation };

/** What a verdict says. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly met: readonly SituationCode[];
  readonly notMet: readonly SituationCode[];
  readonly undetermined: readonly SituationCode[];
}

/** So many agents at a time, to keep the module's memory small. */
const CHUNK = 4096;

/** The verdict on an agent. */
export function decide(known: number, values: number): number {
  if (!isMask(known)) throw notAMask('known');
  if (!isMask(values)) throw notAMask('values');
  return exchange(({ exports }) => exports.decide(known, values) >>> 0);
}

/**
 * The verdicts on many agents, column by column. They are written to `verdicts` if it is given.
 */
export function decideMany(
  known: Uint32Array,
  values: Uint32Array,
  verdicts: Uint32Array = new Uint32Array(known.length),
): Uint32Array {
  for (const [name, column] of Object.entries({ known, values, verdicts })) {
    if (!(column instanceof Uint32Array)) throw refusal('wrongType', name, 'Il faut ici un Uint32Array.');
    if (column.length !== known.length) {
      throw refusal('outOfRange', name, `Il faut ici autant d’éléments que dans known : ${known.length}.`);
    }
  }
  return exchange((module) => {
    for (let start = 0; start < known.length; start += CHUNK) {
      const count = Math.min(CHUNK, known.length - start);
      const address = module.exports.columns(count) >>> 0;
      const columns = new Uint32Array(module.bytes().buffer, address, count * 3);
      columns.set(known.subarray(start, start + count));
      columns.set(values.subarray(start, start + count), count);
      module.exports.decide_columns();
      verdicts.set(columns.subarray(count * 2), start);
    }
    return verdicts;
  });
}

/** A verdict in words. */
export function readVerdict(verdict: number): Verdict {
  const met: SituationCode[] = [];
  const notMet: SituationCode[] = [];
  const undetermined: SituationCode[] = [];
  for (const [code, bit] of Object.entries(Situation) as [SituationCode, number][]) {
    if (verdict & bit) met.push(code);
    else if ((verdict >>> 16) & bit) notMet.push(code);
    else undetermined.push(code);
  }
  const outcome = met.length > 0 ? 'possible' : undetermined.length > 0 ? 'undetermined' : 'notListed';
  return { outcome, met, notMet, undetermined };
}

function isMask(mask: number): boolean {
  return mask >>> 0 === mask || (mask | 0) === mask;
}

function notAMask(path: string) {
  return refusal('wrongType', path, 'Il faut ici un masque de bits, entier de 32 bits.');
}
