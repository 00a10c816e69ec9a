// What the package costs in Node, each figure beside its baseline of the same run: node bindings-wasm/bench/node.mjs
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { CASE, REQUESTS } from './requests.mjs';
import { middleAndBest, print } from './table.mjs';
import { warm } from './warm.mjs';

const ROUNDS = 11;
const dist = new URL('../npm/dist/', import.meta.url).href;
const wasm = fileURLToPath(new URL('bilan.wasm', dist));

/** What each start does, from a process that has done nothing yet. */
const STARTS = [
  ['read the module’s bytes', `const { readFileSync } = await import('node:fs'); readFileSync('${wasm}')`],
  [
    'compile and start the module',
    `const { readFileSync } = await import('node:fs'); new WebAssembly.Instance(new WebAssembly.Module(readFileSync('${wasm}')), {})`,
  ],
  [
    'import to first quote',
    `const { quote } = await import('${dist}node.js'); quote(${JSON.stringify(REQUESTS.quote)})`,
  ],
  ['import to first dossier', `const { simulate } = await import('${dist}node.js'); simulate(${JSON.stringify(CASE)})`],
  [
    'import ./objects to first quote',
    `const { quote } = await import('${dist}objects.js'); quote(${JSON.stringify(REQUESTS.quote)})`,
  ],
];

function start(script) {
  const timed = `const start = performance.now(); ${script}; console.log(performance.now() - start)`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', timed]));
}

const taken = STARTS.map(() => []);
for (let round = 0; round < ROUNDS; round += 1) STARTS.forEach(([, script], place) => taken[place].push(start(script)));

console.log(`Node ${process.version}`);
print({
  headings: ['ms in a new process', 'median', 'best'],
  rows: STARTS.map(([name], place) => [name, ...middleAndBest(taken[place])]),
});
for (const table of await warm([dist, 'node.js', REQUESTS])) print(table);
// From here on the larger module answers, whichever entry is asked.
const [objects] = await warm([dist, 'objects.js', REQUESTS]);
print({ ...objects, headings: ['ns a call of ./objects', ...objects.headings.slice(1)] });
