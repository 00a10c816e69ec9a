import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import { test } from 'node:test';

import { bilan, outcome, refused } from './support.mjs';

const ON = '2026-12-01';
const funding = (facts) => () => bilan.funding({ on: ON, facts });
const plan = (rest) => () => bilan.plan({ variant: 'evolution', ...rest });

const cyclic = { rqth: true };
cyclic.self = cyclic;
const deep = (levels) => JSON.parse('{"a":'.repeat(levels) + '1' + '}'.repeat(levels));
class Answers {
  rqth = true;
}
const inherited = Object.create({ rqth: true });
const throwing = Object.defineProperty({}, 'rqth', {
  enumerable: true,
  get: () => {
    throw new Error('no');
  },
});
const hostile = new Proxy(
  {},
  {
    ownKeys: () => {
      throw new Error('no');
    },
  },
);

test('what JSON cannot say is refused where it stands', () => {
  const table = [
    ['not a number', plan({ hours: NaN }), 'wrongType', 'hours'],
    ['infinity', plan({ hours: Infinity }), 'wrongType', 'hours'],
    [
      'minus infinity, in a list',
      () =>
        bilan.settle({
          plan: { variant: 'evolution' },
          attended: [
            { date: ON, hours: 1 },
            { date: ON, hours: -Infinity },
          ],
        }),
      'wrongType',
      'attended[1].hours',
    ],
    ['a BigInt', plan({ hours: 18n }), 'wrongType', 'hours'],
    ['a BigInt, alone', () => bilan.plan(1n), 'wrongType', ''],
    ['a Date', () => bilan.funding({ on: new Date(0) }), 'wrongType', 'on'],
    ['a Map', funding(new Map([['rqth', true]])), 'wrongType', 'facts'],
    ['a Set', () => bilan.recommend({ needs: new Set(['transmettre']) }), 'wrongType', 'needs'],
    ['a boxed boolean', funding({ rqth: new Boolean(false) }), 'wrongType', 'facts.rqth'],
    ['a boxed text', () => bilan.plan({ variant: new String('evolution') }), 'wrongType', 'variant'],
    ['an instance of a class', funding(new Answers()), 'wrongType', 'facts'],
    ['inherited members', funding(inherited), 'wrongType', 'facts'],
    [
      'members inherited from an object without a prototype',
      funding(Object.create(Object.assign(Object.create(null), { rqth: true }))),
      'wrongType',
      'facts',
    ],
    ['a typed array', () => bilan.recommend({ needs: new Uint8Array(2) }), 'wrongType', 'needs'],
    ['a function', funding({ rqth: () => true }), 'wrongType', 'facts.rqth'],
    ['a symbol', funding({ rqth: Symbol('oui') }), 'wrongType', 'facts.rqth'],
    ['a promise', funding(Promise.resolve({})), 'wrongType', 'facts'],
    ['a cycle', funding(cyclic), 'wrongType', 'facts.self'],
    ['a getter that throws', funding(throwing), 'wrongType', 'facts.rqth'],
    ['a proxy that throws', funding(hostile), 'wrongType', 'facts'],
    ['a symbol as a key', funding({ [Symbol('rqth')]: true }), 'unknownField', 'facts.Symbol(rqth)'],
    ['toJSON is a member like another', funding({ toJSON: () => ({}) }), 'wrongType', 'facts.toJSON'],
    [
      '__proto__ is a member like another',
      funding(JSON.parse('{"__proto__":{"rqth":true}}')),
      'unknownField',
      'facts.__proto__',
    ],
    ['half a character', () => bilan.plan({ variant: 'évolution\ud83d' }), 'invalidUtf8', 'variant'],
    ['half a character in a key', funding({ '\udc00': true }), 'invalidUtf8', 'facts.\\u{dc00}'],
    // biome-ignore lint/suspicious/noSparseArray: the hole is what is tried
    ['a hole in a list', () => bilan.recommend({ needs: [, 'transmettre'] }), 'wrongType', 'needs[0]'],
    ['undefined in a list', () => bilan.recommend({ needs: ['transmettre', undefined] }), 'wrongType', 'needs[1]'],
    ['a list without an end', () => bilan.recommend({ needs: new Array(2 ** 32 - 1) }), 'tooLarge', ''],
    ['a text above 1 MiB', () => bilan.plan({ variant: 'x'.repeat(2 ** 20) }), 'tooLarge', ''],
    ['a thousand levels', () => bilan.plan(deep(1000)), 'invalidJson', ''],
    ['nothing', () => bilan.plan(undefined), 'wrongType', ''],
    ['text where an object is asked', () => bilan.plan('{"variant":"evolution"}'), 'wrongType', ''],
  ];
  for (const [what, call, code, path] of table) {
    assert.deepEqual(refused(call), [code, path], what);
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
  for (const levels of [126, 127, 128, 129]) {
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
