// Says what takes the room in the module: node sizes.mjs NAMED.wasm [HOW-MANY]
//
// NAMED.wasm is the module before names are stripped, which the build leaves in the target folder. Prints a Markdown table by
// subject, each function counted once under the first subject that its name holds, then the largest functions.
import { readFileSync } from 'node:fs';

const [file, many = '0'] = process.argv.slice(2);
const bytes = readFileSync(file);

const SUBJECTS = [
  ['reading catalogues', /catalogue/],
  ['digests: canonical JSON', /canon_json|CanonicalFormatter/],
  ['digests: SHA-256', /sha2|digest|block_buffer/],
  ['ordered maps', /btree/i],
  ['reading requests', /json::decode|::de::|Deserialize|Visitor/],
  ['writing answers', /::ser::|Serialize/],
  ['amounts: decimals', /rust_decimal|euros/],
  ['days', /chrono|::date::/],
  ['funding', /funding/],
  ['calendar', /schedule/],
  ['plan, price, orientation, settlement', /plan::|pricing|orientation|settlement|simulation|record/],
  ['numbers as text', /flt2dec|dec2flt|num::|float|zmij|itoa/],
  ['formatting', /fmt::|format/],
  ['memory', /dlmalloc|alloc/],
  ['this binding', /professionnel_wasm|wasm_bindgen/],
];

/** A number of variable length, and where it ends. */
function number(at) {
  let value = 0;
  for (let shift = 0; ; shift += 7, at += 1) {
    value += (bytes[at] & 127) * 2 ** shift;
    if (bytes[at] < 128) return [value, at + 1];
  }
}

function text(at) {
  const [length, start] = number(at);
  return [bytes.toString('utf8', start, start + length), start + length];
}

const sections = [];
for (let at = 8; at < bytes.length; ) {
  const [length, start] = number(at + 1);
  sections.push({ kind: bytes[at], start, length });
  at = start + length;
}

/** Names by index; the module imports nothing, so that its first function has index 0. */
function namesOf({ start, length }) {
  const names = new Map();
  let [title, at] = text(start);
  if (title !== 'name') return names;
  while (at < start + length) {
    const kind = bytes[at];
    const [size, from] = number(at + 1);
    if (kind === 1) {
      let [count, place] = number(from);
      for (; count > 0; count -= 1) {
        const [index, next] = number(place);
        const [name, end] = text(next);
        // Rust names each crate with a hash, which says nothing here.
        names.set(index, name.replace(/\[[0-9a-f]{12,}\]/g, ''));
        place = end;
      }
    }
    at = from + size;
  }
  return names;
}

const names = new Map(sections.filter(({ kind }) => kind === 0).flatMap((section) => [...namesOf(section)]));
const functions = [];
for (const { start } of sections.filter(({ kind }) => kind === 10)) {
  let [count, at] = number(start);
  for (let index = 0; index < count; index += 1) {
    const [size, from] = number(at);
    functions.push({ size, name: names.get(index) ?? '' });
    at = from + size;
  }
}

const rows = new Map();
for (const { size, name } of functions) {
  const subject = SUBJECTS.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other';
  rows.set(subject, (rows.get(subject) ?? 0) + size);
}
rows.set('data: the catalogue, French sentences, tables', sections.find(({ kind }) => kind === 11)?.length ?? 0);
const sum = [...rows.values()].reduce((total, size) => total + size, 0);

console.log('| what | bytes | share |\n|---|---:|---:|');
for (const [subject, size] of [...rows].sort(([, one], [, other]) => other - one)) {
  console.log(`| ${subject} | ${size} | ${((size * 100) / sum).toFixed(1)} % |`);
}
console.log(`| together | ${sum} | |`);
for (const { size, name } of functions.sort((one, other) => other.size - one.size).slice(0, Number(many)))
  console.log(size, name);
