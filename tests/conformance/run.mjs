#!/usr/bin/env node
// Pushes every vector through every host and compares bytes: tests/conformance/run.mjs [HOST…]
//
// A host is a folder of hosts/ with an executable `run`: it reads a request line after the other on its standard input
// and writes an answer line for each; its argument, if any, is the catalogue file to answer with, whose error is every
// answer if it is refused. A new file in
// vectors/ reaches every host; a new folder in hosts/ meets every vector, and every text of hostile-texts.json in every place
// of a request. Node 18 or later, no package.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { hostileVectors, isRefusal } from './hostile.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const SHOWN = 5; // faults shown for each host
const SCRATCH = fs.mkdtempSync(path.join(os.tmpdir(), 'conformance-'));

process.on('exit', () => fs.rmSync(SCRATCH, { recursive: true, force: true }));

/** The line of a case: an operation and its request, or a raw text where those cannot say it. */
function lineOf(vector) {
  if ('operation' in vector) {
    return Buffer.from(`{"operation":${JSON.stringify(vector.operation)},"request":${JSON.stringify(vector.request)}}`);
  }
  if ('lineBase64' in vector) return Buffer.from(vector.lineBase64, 'base64');
  const { line, repeat } = vector;
  return Buffer.from(repeat ? line.replaceAll('§', () => repeat.text.repeat(repeat.times)) : line);
}

/** The catalogue file of a case, once for all the cases that have it; none where it is that of the library. */
function catalogueOf({ catalogue, change }) {
  if (!catalogue) return undefined;
  const file = path.join(HERE, '..', 'catalogues', catalogue);
  if (!change) return file;
  const document = JSON.parse(fs.readFileSync(file, 'utf8'));
  for (const [pointer, value] of Object.entries(change)) {
    const keys = pointer.split('/').slice(1);
    const last = keys.pop();
    keys.reduce((member, key) => member[key], document)[last] = value;
  }
  const changed = path.join(SCRATCH, `${createHash('sha256').update(JSON.stringify(document)).digest('hex')}.json`);
  fs.writeFileSync(changed, JSON.stringify(document));
  return changed;
}

/** Bytes cut at line feeds; the last line need not end. */
function cut(bytes) {
  const lines = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from);
    lines.push(bytes.subarray(from, end < 0 ? bytes.length : end));
    from = end < 0 ? bytes.length : end + 1;
  }
  return lines;
}

/** Every vector with the answer expected, and what is wrong with the files themselves. */
function readVectors() {
  const vectors = [];
  const faults = [];
  for (const file of fs
    .readdirSync(path.join(HERE, 'vectors'))
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    const subject = path.basename(file, '.json');
    const cases = JSON.parse(fs.readFileSync(path.join(HERE, 'vectors', file), 'utf8'));
    const answers = path.join(HERE, 'expected', `${subject}.jsonl`);
    const expected = fs.existsSync(answers) ? cut(fs.readFileSync(answers)) : [];
    if (expected.length !== cases.length)
      faults.push(`${subject}: ${cases.length} vectors, ${expected.length} answers`);
    cases.forEach((vector, place) =>
      vectors.push({
        name: `${subject}.json, « ${vector.name} »`,
        catalogue: catalogueOf(vector),
        line: lineOf(vector),
        expected: expected[place],
      }),
    );
  }
  return { vectors: [...vectors, ...hostileVectors()], faults };
}

/** The answer lines of a host to vectors of one catalogue. */
function ask(host, catalogue, vectors) {
  const program = path.join(HERE, 'hosts', host, 'run');
  return new Promise((resolve) => {
    const child = spawn(program, catalogue ? [catalogue] : [], { stdio: ['pipe', 'pipe', 'inherit'] });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stdin.on('error', () => {}); // a host that stops reading is seen by the answers it lacks
    child.on('error', (error) => resolve({ answers: [], fault: `cannot be run: ${error.message}` }));
    child.on('close', (code, signal) => {
      const fault = code === 0 ? undefined : `ended with ${signal ?? `status ${code}`}`;
      resolve({ answers: cut(Buffer.concat(chunks)), fault });
    });
    for (const { line } of vectors) {
      child.stdin.write(line);
      child.stdin.write('\n');
    }
    child.stdin.end();
  });
}

const shorten = (bytes) =>
  bytes === undefined ? 'nothing' : bytes.length > 300 ? `${bytes.toString('utf8', 0, 300)}…` : `${bytes}`;

async function check(host, vectors) {
  const faults = [];
  let passed = 0;
  for (const catalogue of new Set(vectors.map((vector) => vector.catalogue))) {
    const asked = vectors.filter((vector) => vector.catalogue === catalogue);
    const { answers, fault } = await ask(host, catalogue, asked);
    if (fault) faults.push(fault);
    if (answers.length > asked.length) faults.push(`${answers.length} answers to ${asked.length} lines`);
    asked.forEach((vector, place) => {
      const found = answers[place];
      const { name, refused } = vector;
      // Where no answer is written down, the first host that is right is the measure of the others.
      if (refused && found && isRefusal(found, refused)) vector.expected ??= found;
      const expected = vector.expected ?? Buffer.from(JSON.stringify(refused ?? null));
      if (found && expected.equals(found)) passed += 1;
      else faults.push(`${name}\n    expected ${shorten(expected)}\n    found    ${shorten(found)}`);
    });
  }
  return { passed, faults };
}

async function main() {
  const known = fs
    .readdirSync(path.join(HERE, 'hosts'))
    .filter((name) => fs.existsSync(path.join(HERE, 'hosts', name, 'run')))
    .sort();
  const hosts = process.argv.length > 2 ? process.argv.slice(2) : known;
  const unknown = hosts.filter((host) => !known.includes(host));
  if (unknown.length > 0) {
    console.error(`conformance: no such host: ${unknown.join(', ')}; there is ${known.join(', ')}`);
    return 2;
  }
  const { vectors, faults: broken } = readVectors();
  const rows = [];
  let [allPassed, allFailed] = [0, broken.length];
  broken.forEach((fault) => console.log(`  ${fault}`));
  for (const host of hosts) {
    const started = Date.now();
    const { passed, faults } = await check(host, vectors);
    faults.slice(0, SHOWN).forEach((fault) => console.log(`  ${host}: ${fault}`));
    if (faults.length > SHOWN) console.log(`  ${host}: and ${faults.length - SHOWN} more`);
    rows.push([host, vectors.length, passed, faults.length, ((Date.now() - started) / 1000).toFixed(1)]);
    allPassed += passed;
    allFailed += faults.length;
  }
  const print = (row) =>
    console.log(
      row[0].padEnd(12) +
        row
          .slice(1)
          .map((cell) => String(cell).padStart(9))
          .join(''),
    );
  [['host', 'vectors', 'passed', 'failed', 'seconds'], ...rows].forEach(print);
  console.log(`${allPassed} passed, ${allFailed} failed`);
  return allFailed === 0 && allPassed > 0 ? 0 : 1;
}

main().then((status) => {
  process.exitCode = status;
});
