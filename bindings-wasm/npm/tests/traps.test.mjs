import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import { test } from 'node:test';

import { deep, HOSTILE, ON } from './hostile.mjs';
import { bilan, outcome, refused } from './support.mjs';

const funding = (facts) => () => bilan.funding({ on: ON, facts });
const plan = (rest) => () => bilan.plan({ variant: 'evolution', ...rest });

test('what JSON cannot say is refused where it stands', () => {
  for (const [what, operation, request, code, path] of HOSTILE) {
    assert.deepEqual(
      refused(() => bilan[operation](request)),
      [code, path],
      what,
    );
    assert.equal(bilan.plan({ variant: 'horizon' }).hours, 18, `usable after ${what}`);
  }
});

test('undefined, null and absent are one and the same', () => {
  const unknown = funding({})();
  for (const facts of [undefined, null, { rqth: undefined }, { rqth: null }]) {
    assert.deepEqual(funding(facts)(), unknown);
  }
  const { record } = bilan.simulate({ on: ON, variant: 'horizon', facts: { rqth: undefined } });
  assert.equal(record.request, bilan.simulate({ on: ON, variant: 'horizon', facts: {} }).record.request);
});

test('minus zero is zero', () => {
  const drop = (hours) => plan({ hours: 17, fixed: { recherches: hours, demarchesTerrain: 2 } })();
  assert.deepEqual(drop(-0), drop(0));
});

test('the deepest object is the deepest text', () => {
  for (const levels of [31, 32, 33, 34, 127, 128]) {
    assert.deepEqual(
      outcome(() => bilan.plan(deep(levels))).error.code,
      JSON.parse(bilan.answer('plan', JSON.stringify(deep(levels)))).error.code,
      `${levels} levels`,
    );
  }
});

test('an object of another realm, or without a prototype, is an object', () => {
  const foreign = runInNewContext(`({ on: '${ON}', facts: { rqth: true } })`);
  const bare = Object.assign(Object.create(null), { on: ON, facts: { rqth: true } });
  const proxied = new Proxy({ on: ON, facts: new Proxy({ rqth: true }, {}) }, {});
  const frozen = Object.freeze({ on: ON, facts: { rqth: true } });
  for (const request of [foreign, bare, proxied, frozen]) assert.deepEqual(bilan.funding(request).met, ['rqth']);
});

test('bytes of another realm are bytes', () => {
  const foreign = runInNewContext(
    `Uint8Array.from([...'{"variant":"horizon"}'].map((character) => character.charCodeAt(0)))`,
  );
  assert.equal(foreign instanceof Uint8Array, false);
  assert.equal(bilan.answer('plan', foreign), bilan.answer('plan', '{"variant":"horizon"}'));
});

test('names that every object has are no codes', () => {
  for (const name of ['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf']) {
    const table = [
      [() => bilan.plan({ variant: name }), 'unknownVariant', 'variant'],
      [() => bilan.quote({ variant: 'horizon', client: name }), 'unknownCode', 'client'],
      [() => bilan.recommend({ needs: [name] }), 'unknownCode', 'needs[0]'],
      [plan({ fixed: JSON.parse(`{"${name}":1}`) }), 'unknownStep', `fixed.${name}`],
      [funding(JSON.parse(`{"${name}":true}`)), 'unknownField', `facts.${name}`],
      [() => bilan.answer(name, '{}'), 'unknownCode', 'operation'],
    ];
    for (const [call, code, path] of table) assert.deepEqual(refused(call), [code, path], `${name}, ${call}`);
  }
});

test('a getter is read once, and may call back', () => {
  let reads = 0;
  const facts = Object.defineProperty({}, 'rqth', {
    enumerable: true,
    get() {
      reads += 1;
      return bilan.plan({ variant: 'horizon' }).hours === 18;
    },
  });
  assert.deepEqual(bilan.funding({ on: ON, facts }).met, ['rqth']);
  assert.equal(reads, 1);
});

test('half a character in a text is said at its byte, as of the same bytes', () => {
  const text = '{"variant":"évo\ud83d"}';
  const bytes = Buffer.concat([Buffer.from('{"variant":"évo'), Buffer.of(0xed, 0xa0, 0xbd), Buffer.from('"}')]);
  assert.equal(bilan.answer('plan', text), bilan.answer('plan', bytes));
  assert.match(bilan.answer('plan', text), /"code":"invalidUtf8".*l’octet 16 /);
  assert.throws(() => bilan.answer('plan', 42), { code: 'wrongType' });
});

test('a text is too large from one byte above 1 MiB, however it is counted', () => {
  const padded = (bytes, filler) => `{"variant":"${filler.repeat((bytes - 14) / Buffer.byteLength(filler))}"}`;
  for (const [bytes, filler, code] of [
    [2 ** 20, 'x', 'unknownVariant'],
    [2 ** 20 + 1, 'x', 'tooLarge'],
    [2 ** 20, 'é', 'unknownVariant'],
    [2 ** 20 + 2, 'é', 'tooLarge'],
    [2 ** 26 + 2, '漢', 'tooLarge'],
  ]) {
    const text = padded(bytes, filler);
    assert.equal(JSON.parse(bilan.answer('plan', text)).error.code, code, `${bytes} bytes of ${filler}`);
    assert.equal(JSON.parse(bilan.answer('plan', Buffer.from(text))).error.code, code, `${bytes} bytes of ${filler}`);
  }
});
