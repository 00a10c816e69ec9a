// Holds each entry of the package against its size budget, compressed as a server would; fails over it.
import { readFileSync, readdirSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const dist = new URL('npm/dist/', import.meta.url);

/** What no entry for a page loads, or one entry alone. */
const ELSEWHERE = ['node.js', 'inline.js', 'objects.js', 'carried.js', 'packed.js', 'index.js', 'embedded.js'];

/** The scripts of every entry: those compiled from npm/src. */
const common = readdirSync(new URL('npm/src/', import.meta.url))
  .filter((name) => !name.endsWith('.d.ts'))
  .map((name) => name.replace(/ts$/, 'js'))
  .filter((name) => !ELSEWHERE.includes(name));

/** What the simulator loads, the entry `.`, and that of objects: the module, its scripts, its budget. */
const ENTRIES = [
  { module: 'embedded.wasm', scripts: [...common, 'embedded.js'], budget: 115_000 },
  { module: 'bilan.wasm', scripts: [...common, 'index.js'], budget: 140_000 },
  {
    module: 'objects.wasm',
    scripts: [...common, 'objects.js', 'carried.js', 'packed.js', 'connect.js'],
    budget: 220_000,
  },
];

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;
const read = (name) => readFileSync(new URL(name, dist));

for (const { module, scripts, budget } of ENTRIES) {
  const rows = [
    [module, read(module)],
    ['JavaScript', Buffer.concat(scripts.map(read))],
  ].map(([name, bytes]) => [name, bytes.length, brotli(bytes)]);
  const sum = (column) => rows.reduce((total, row) => total + row[column], 0);
  const total = sum(2);
  rows.push(['together', sum(1), total], ['budget', '', budget]);

  for (const [name, raw, compressed] of [['', 'bytes', 'Brotli'], ...rows]) {
    console.log(`${name.padEnd(14)}${String(raw).padStart(10)}${String(compressed).padStart(10)}`);
  }
  if (total > budget) {
    console.error(`${module} and its scripts are over their size budget by ${total - budget} bytes.`);
    process.exitCode = 1;
  }
}
