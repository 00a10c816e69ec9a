// What the tests share: an entry of the package as built, and the vectors of the conformance tests.
import { readdirSync, readFileSync } from 'node:fs';

export const PACKAGE = new URL('../', import.meta.url);
/** The entry that is tried: that of Node, or the one named. */
export const ENTRY = process.env.BILAN_ENTRY ?? 'node';
export const { BilanError, Catalogue, ...bilan } = await import(new URL(`dist/${ENTRY}.js`, PACKAGE));

const catalogues = new URL('../../../tests/catalogues/', import.meta.url);
const folder = new URL('../../../tests/conformance/vectors/', import.meta.url);

/** The catalogue document of that name. */
export const catalogueText = (name) => readFileSync(new URL(name, catalogues), 'utf8');

/** Every vector that is an operation and a request, with its catalogue's name. */
export const vectors = readdirSync(folder).flatMap((file) =>
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')).filter((vector) => 'operation' in vector),
);

/** What a call answers: a result, or the document of the error it throws. */
export function outcome(call) {
  try {
    return call();
  } catch (error) {
    if (error instanceof BilanError) return error.toJSON();
    throw error;
  }
}

/** The code and the path of the error that a call throws. */
export function refused(call) {
  const { error } = outcome(call);
  return error && [error.code, error.path];
}
