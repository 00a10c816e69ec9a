// What the package costs in Node: node bench.mjs. Each figure stands beside its baseline of the same run; medians of batches.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const entry = new URL('npm/dist/node.js', import.meta.url).href;
const bilan = await import(entry);
const { write } = await import(new URL('npm/dist/write.js', import.meta.url));

const EMPTY = Uint8Array.of(
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 4, 1, 2, 0, 11,
);
const { f: empty } = new WebAssembly.Instance(new WebAssembly.Module(EMPTY)).exports;

const CASE = {
  on: '2026-11-23',
  needs: ['preserverSante', 'construireProjet'],
  affiliated: true,
  facts: { rqth: true, statut: 'fonctionnaire', tauxIncapacitePermanente: 12.5, ati: false },
  validUntil: { rqth: '2027-01-31' },
  calendar: { exchangesOn: '2026-12-01', closures: [{ from: '2027-02-15', to: '2027-02-26' }] },
};
const REQUESTS = {
  recommend: { needs: CASE.needs },
  funding: { on: '2026-12-01', until: '2027-05-31', facts: CASE.facts, validUntil: CASE.validUntil },
  plan: { variant: 'evolution', hours: 20, kickoffMeeting: false, fixed: { analyseDemande: 1.5, recherches: 0 } },
  quote: { variant: 'evolution', hours: 20, affiliated: true, on: '2026-12-01' },
  schedule: { plan: { variant: 'evolution' }, ...CASE.calendar },
  simulate: CASE,
};

const median = (values) => values.sort((one, other) => one - other)[values.length >> 1];

/** Nanoseconds a call, the median of twenty-one batches of some milliseconds. */
function time(call) {
  let calls = 1;
  const batch = () => {
    const start = performance.now();
    for (let index = 0; index < calls; index += 1) call();
    return performance.now() - start;
  };
  while (batch() < 4) calls *= 2;
  return (median(Array.from({ length: 21 }, batch)) * 1e6) / calls;
}

const shown = (ns) => (ns < 100 ? ns.toFixed(1) : String(Math.round(ns)));
const row = (...cells) => console.log(cells.map((cell, place) => (place === 0 ? cell.padEnd(34) : String(cell).padStart(13))).join(''));

row('ns a call', 'objects', 'text', 'bare JSON', 'empty call');
for (const [operation, request] of Object.entries(REQUESTS)) {
  const text = JSON.stringify(request);
  const result = bilan.answer(operation, text);
  row(
    operation,
    shown(time(() => bilan[operation](request))),
    shown(time(() => bilan.answer(operation, text))),
    shown(time(() => JSON.parse(result) && JSON.stringify(request))),
    shown(time(empty)),
  );
}

const count = 100_000;
const known = Uint32Array.from({ length: count }, (_, index) => Math.imul(index, 2654435761) >>> 14);
const values = Uint32Array.from({ length: count }, (_, index) => Math.imul(index, 2246822519) >>> 14);
const verdicts = new Uint32Array(count);
let place = 0;
console.log();
row('ns an agent', 'verdict', 'baseline');
row('decide, beside an empty call', shown(time(() => bilan.decide(known[(place = (place + 1) % count)], values[place]))), shown(time(empty)));
row(
  'decideMany, beside three copies',
  shown(time(() => bilan.decideMany(known, values, verdicts)) / count),
  shown(time(() => [known, values, known].forEach((column) => verdicts.set(column))) / count),
);

const text = JSON.stringify(CASE).padEnd(500);
const fields = Object.fromEntries(Object.keys(bilan.Fact).concat('on', 'until', 'by').map((code) => [code, true]));
const encoder = new TextEncoder();
const room = new Uint8Array(2048);
console.log();
row('ns to the memory', 'here', 'usual way');
row(
  'an object of 21 fields',
  shown(time(() => encoder.encodeInto(write(fields), room))),
  shown(time(() => room.set(encoder.encode(JSON.stringify(fields))))),
);
row('a text of 500 bytes', shown(time(() => encoder.encodeInto(text, room))), shown(time(() => room.set(encoder.encode(text)))));

/** Milliseconds in a process of its own. */
const inProcess = (script) =>
  median(
    Array.from({ length: 11 }, () =>
      Number(execFileSync(process.execPath, ['--input-type=module', '-e', `const start = performance.now(); ${script}; console.log(performance.now() - start)`])),
    ),
  );
const wasm = fileURLToPath(new URL('npm/dist/bilan.wasm', import.meta.url));
console.log();
row('ms in a new process', 'time', `(${readFileSync(wasm).length} bytes)`);
row('compile and start the module', inProcess(`const { readFileSync } = await import('node:fs'); new WebAssembly.Instance(new WebAssembly.Module(readFileSync('${wasm}')), {})`).toFixed(1));
row('import to first quote', inProcess(`const { quote } = await import('${entry}'); quote({ variant: 'horizon', affiliated: true })`).toFixed(1));
row('import to first dossier', inProcess(`const { simulate } = await import('${entry}'); simulate(${JSON.stringify(CASE)})`).toFixed(1));
