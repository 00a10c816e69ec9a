/**
 * The package as the simulator in one script has it: the module that answers about the embedded catalogue alone is inside. The
 * one that reads other catalogues is the file of the script's own name that ends in `.wasm`, beside it: it is fetched when it
 * is asked for, and held to the digest that the script carries.
 */

import { carry } from '../../npm/src/carried.js';
import { fetching } from '../../npm/src/fetched.js';
import { CATALOGUES, EMBEDDED } from '../../npm/src/module.js';
import packed from 'packed-embedded';

export * from '../../npm/src/api.js';

/** The digest of that file, as `integrity` has it: the build writes it. */
declare const CATALOGUES_DIGEST: string;

/** A classic script knows its own element; a module does not, and finds it by its name. */
const own =
  (document.currentScript as HTMLScriptElement | null) ??
  document.querySelector<HTMLScriptElement>('script[src*="bilan-simulateur"]:not([src*="-loader"])');

const inside = carry(packed, EMBEDDED);
const beside = fetching('bilan-simulateur.wasm', bring, CATALOGUES);

async function bring(): Promise<Response> {
  const address = new URL(own?.src || 'bilan-simulateur.js', document.baseURI);
  address.pathname = address.pathname.replace(/\.js$/, '.wasm');
  try {
    return await fetch(address, { integrity: CATALOGUES_DIGEST });
  } catch (cause) {
    throw new Error(`${address.href}: catalogue-src needs this file, of the same build as the script`, { cause });
  }
}

/** Compiles the module without holding the page up, once. */
export function init(): Promise<void> {
  return inside.init();
}

/** Loads the module that reads other catalogues. */
export function initForCatalogues(): Promise<void> {
  return beside.init();
}
