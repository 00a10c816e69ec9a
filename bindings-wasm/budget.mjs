// Holds the package against its size budget, compressed as a server would; fails over it.
import { readFileSync, readdirSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const BUDGET = 150_000;
const dist = new URL('npm/dist/', import.meta.url);

/** The modules that a browser loads from the smallest entry: those compiled from npm/src, less those of other entries. */
const ELSEWHERE = ['node.js', 'inline.js', 'packed.js'];
const glue = readdirSync(new URL('npm/src/', import.meta.url))
  .filter((name) => !name.endsWith('.d.ts'))
  .map((name) => name.replace(/ts$/, 'js'))
  .filter((name) => !ELSEWHERE.includes(name));

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;
const read = (name) => readFileSync(new URL(name, dist));

const rows = [
  ['bilan.wasm', read('bilan.wasm')],
  ['JavaScript', Buffer.concat(glue.map(read))],
].map(([name, bytes]) => [name, bytes.length, brotli(bytes)]);
const sum = (column) => rows.reduce((total, row) => total + row[column], 0);
const total = sum(2);
rows.push(['together', sum(1), total], ['budget', '', BUDGET]);

for (const [name, raw, compressed] of [['', 'bytes', 'Brotli'], ...rows]) {
  console.log(`${name.padEnd(12)}${String(raw).padStart(10)}${String(compressed).padStart(10)}`);
}
if (total > BUDGET) {
  console.error(`The package is over its size budget by ${total - BUDGET} bytes.`);
  process.exitCode = 1;
}
