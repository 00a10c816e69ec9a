/** What is told to the author of the page, in the console and by `bilan-error`. */

import type { Offer } from './contract.js';
import { isDay } from './french.js';

export const REFUSED =
  '<bilan-simulateur>: Trusted Types refuse its markup. Allow its policy in the page’s Content-Security-Policy: trusted-types bilan-simulateur';
export const NO_WEBASSEMBLY =
  "<bilan-simulateur>: WebAssembly is not there or not allowed. The page’s Content-Security-Policy needs: script-src 'wasm-unsafe-eval'";

/** The attributes that the author gave and the catalogue decides about. */
interface Attributes {
  readonly mode: string | null;
  readonly date: string | null;
  readonly client: string | null;
  readonly variant: string | null;
}

/** What cannot be used of them. */
export function wrongAttributes({ mode, date, client, variant }: Attributes, { clients, variants }: Offer): string[] {
  const wrong = [];
  if (mode !== null && mode !== 'expert') wrong.push(`mode="${mode}": expert is expected, or no such attribute`);
  if (date !== null && !isDay(date)) wrong.push(`date="${date}": a day, YYYY-MM-DD, is expected`);
  for (const [name, value, known] of [
    ['client', client, clients],
    ['variant', variant, variants],
  ] as const) {
    if (value !== null && !known.some(({ code }) => code === value))
      wrong.push(`${name}="${value}": one of ${known.map(({ code }) => code).join(', ')} is expected`);
  }
  return wrong;
}
