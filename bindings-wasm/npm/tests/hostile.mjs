// Requests that JSON cannot say, or that are said in an odd way: what is asked, the operation, the request, the code and the
// path of the refusal. Whatever path an object takes to the library, it is refused alike.

export const ON = '2026-12-01';

const cyclic = { rqth: true };
cyclic.self = cyclic;
export const deep = (levels) => JSON.parse('{"a":'.repeat(levels) + '1' + '}'.repeat(levels));
class Answers {
  rqth = true;
}
const inherited = Object.create({ rqth: true });
const no = () => {
  throw new Error('no');
};
const named = (name) => new (Object.defineProperty(class {}, 'name', name))();
const throwing = Object.defineProperty({}, 'rqth', { enumerable: true, get: no });
const attended = (hours) => ({
  plan: { variant: 'evolution' },
  attended: [
    { date: ON, hours: 1 },
    { date: ON, hours },
  ],
});
const revoked = Proxy.revocable({}, {});
revoked.revoke();

const plan = (rest) => ['plan', { variant: 'evolution', ...rest }];
const funding = (facts) => ['funding', { on: ON, facts }];

export const HOSTILE = [
  ['not a number', ...plan({ hours: NaN }), 'wrongType', 'hours'],
  ['infinity', ...plan({ hours: Infinity }), 'wrongType', 'hours'],
  ['minus infinity, in a list', 'settle', attended(-Infinity), 'wrongType', 'attended[1].hours'],
  ['a BigInt', ...plan({ hours: 18n }), 'wrongType', 'hours'],
  ['a BigInt, alone', 'plan', 1n, 'wrongType', ''],
  ['a Date', 'funding', { on: new Date(0) }, 'wrongType', 'on'],
  ['a Map', ...funding(new Map([['rqth', true]])), 'wrongType', 'facts'],
  ['a Set', 'recommend', { needs: new Set(['transmettre']) }, 'wrongType', 'needs'],
  ['a boxed boolean', ...funding({ rqth: new Boolean(false) }), 'wrongType', 'facts.rqth'],
  ['a boxed text', 'plan', { variant: new String('evolution') }, 'wrongType', 'variant'],
  ['an instance of a class', ...funding(new Answers()), 'wrongType', 'facts'],
  ['an instance of a class of a long name', ...funding(named({ value: 'x'.repeat(50) })), 'wrongType', 'facts'],
  ['an instance of a class without a name', ...funding(new (class {})()), 'wrongType', 'facts'],
  ['inherited members', ...funding(inherited), 'wrongType', 'facts'],
  [
    'members inherited from an object without a prototype',
    ...funding(Object.create(Object.assign(Object.create(null), { rqth: true }))),
    'wrongType',
    'facts',
  ],
  ['a typed array', 'recommend', { needs: new Uint8Array(2) }, 'wrongType', 'needs'],
  ['a buffer', ...funding(new ArrayBuffer(2)), 'wrongType', 'facts'],
  ['a regular expression', 'plan', { variant: /evolution/ }, 'wrongType', 'variant'],
  ['an error', ...funding(new RangeError('no')), 'wrongType', 'facts'],
  ['a function', ...funding({ rqth: () => true }), 'wrongType', 'facts.rqth'],
  ['a function, alone', 'plan', () => ({}), 'wrongType', ''],
  ['a symbol', ...funding({ rqth: Symbol('oui') }), 'wrongType', 'facts.rqth'],
  ['a promise', ...funding(Promise.resolve({})), 'wrongType', 'facts'],
  [
    'an object that can be iterated',
    ...funding({ *[Symbol.iterator]() {} }),
    'unknownField',
    'facts.Symbol(Symbol.iterator)',
  ],
  ['a cycle', ...funding(cyclic), 'wrongType', 'facts.self'],
  ['a getter that throws', ...funding(throwing), 'wrongType', 'facts.rqth'],
  ['a proxy whose keys throw', ...funding(new Proxy({}, { ownKeys: no })), 'wrongType', 'facts'],
  ['a proxy whose prototype throws', ...funding(new Proxy({}, { getPrototypeOf: no })), 'wrongType', 'facts'],
  ['a proxy that was revoked', ...funding(revoked.proxy), 'wrongType', 'facts'],
  ['a list whose length throws', 'recommend', { needs: new Proxy([], { get: no }) }, 'wrongType', 'needs'],
  ['a class whose name throws', ...funding(named({ get: no })), 'wrongType', 'facts'],
  ['a symbol as a key', ...funding({ [Symbol('rqth')]: true }), 'unknownField', 'facts.Symbol(rqth)'],
  ['toJSON is a member like another', ...funding({ toJSON: () => ({}) }), 'wrongType', 'facts.toJSON'],
  [
    '__proto__ is a member like another',
    ...funding(JSON.parse('{"__proto__":{"rqth":true}}')),
    'unknownField',
    'facts.__proto__',
  ],
  ['half a character', 'plan', { variant: 'évolution\ud83d' }, 'invalidUtf8', 'variant'],
  ['half a character in a key', ...funding({ '\udc00': true }), 'invalidUtf8', 'facts.\\u{dc00}'],
  ['a key that cannot be seen, of a wrong value', ...funding({ 'a\u202eb': NaN }), 'wrongType', 'facts.a\\u{202e}b'],
  ['a key longer than any code', ...funding({ ['é'.repeat(70)]: 1n }), 'wrongType', `facts.${'é'.repeat(64)}…`],
  ['the character that stands for an unknown one', 'plan', { variant: '\ufffd' }, 'unknownVariant', 'variant'],
  // biome-ignore lint/suspicious/noSparseArray: the hole is what is tried
  ['a hole in a list', 'recommend', { needs: [, 'transmettre'] }, 'wrongType', 'needs[0]'],
  ['undefined in a list', 'recommend', { needs: ['transmettre', undefined] }, 'wrongType', 'needs[1]'],
  ['a list without an end', 'recommend', { needs: new Array(2 ** 32 - 1) }, 'tooLarge', ''],
  ['a text above 1 MiB', 'plan', { variant: 'x'.repeat(2 ** 20) }, 'tooLarge', ''],
  [
    'many texts above 1 MiB together',
    'recommend',
    { needs: new Array(2 ** 12).fill('x'.repeat(2 ** 10)) },
    'tooLarge',
    '',
  ],
  ['a thousand levels', 'plan', deep(1000), 'invalidJson', ''],
  ['one level too many', 'plan', deep(33), 'invalidJson', ''],
  ['as many levels as are read', 'plan', deep(32), 'unknownField', 'a'],
  ['nothing', 'plan', undefined, 'wrongType', ''],
  ['text where an object is asked', 'plan', '{"variant":"evolution"}', 'wrongType', ''],
];
