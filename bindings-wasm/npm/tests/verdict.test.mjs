import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bilan, refused } from './support.mjs';

const { decide, decideMany, Fact, funding, readVerdict, Situation } = bilan;
const CODES = Object.keys(Fact);

/** The facts of two masks, as an object. */
const facts = (known, values) =>
  Object.fromEntries(
    CODES.filter((code) => known & Fact[code]).map((code) => {
      const holds = Boolean(values & Fact[code]);
      if (code === 'statut') return [code, holds ? 'fonctionnaire' : 'contractuel'];
      return [code, code === 'tauxIncapacitePermanente' ? (holds ? 10 : 9.5) : holds];
    }),
  );

/** The verdict of a whole funding answer. */
const explained = (known, values) => {
  const { outcome, situations } = funding({ on: '2026-12-01', facts: facts(known, values) });
  const having = (status) => situations.filter((report) => report.status === status).map(({ code }) => code);
  return { outcome, met: having('met'), notMet: having('notMet'), undetermined: having('undetermined') };
};

test('the verdict by numbers is that of the funding answer', () => {
  const cases = [
    [0, 0],
    [-1, 0],
    [-1, -1],
  ];
  for (const one of CODES) {
    for (const other of CODES) {
      const pair = Fact[one] | Fact[other];
      for (const values of [0, Fact[one], Fact[other], pair]) cases.push([pair, values]);
    }
  }
  let seed = 29;
  const random = () => (seed = Math.imul(seed, 1664525) + 1013904223) >>> 8;
  for (let round = 0; round < 3000; round += 1) cases.push([random(), random()]);
  for (const [known, values] of cases) {
    assert.deepEqual(readVerdict(decide(known, values)), explained(known, values), `${known} ${values}`);
  }
});

test('columns are decided as one by one', () => {
  const count = 10_001;
  const known = Uint32Array.from({ length: count }, (_, index) => Math.imul(index, 2654435761) >>> 14);
  const values = Uint32Array.from({ length: count }, (_, index) => Math.imul(index + 7, 2246822519) >>> 14);
  const verdicts = decideMany(known, values);
  known.forEach((mask, index) => assert.equal(verdicts[index], decide(mask, values[index])));
  const reused = new Uint32Array(count);
  assert.equal(decideMany(known, values, reused), reused);
  assert.deepEqual(reused, verdicts);
  assert.equal(decideMany(new Uint32Array(), new Uint32Array()).length, 0);
});

test('a mask is a whole number of 32 bits, columns are as long as each other', () => {
  for (const wrong of [1.5, NaN, 2 ** 32, -(2 ** 31) - 1, '1', undefined, null]) {
    assert.deepEqual(
      refused(() => decide(wrong, 0)),
      ['wrongType', 'known'],
    );
    assert.deepEqual(
      refused(() => decide(0, wrong)),
      ['wrongType', 'values'],
    );
  }
  assert.deepEqual(
    refused(() => decideMany([1], new Uint32Array(1))),
    ['wrongType', 'known'],
  );
  assert.deepEqual(
    refused(() => decideMany(new Uint32Array(1), new Uint32Array(2))),
    ['outOfRange', 'values'],
  );
  assert.equal(decide(2 ** 32 - 1, 0), decide(-1, 0));
});

test('the constants cannot be changed', () => {
  assert.ok(Object.isFrozen(Fact) && Object.isFrozen(Situation));
});
