// Takes away what came after the oldest browsers stated, as a script that runs before any other: methods of ECMAScript
// 2023 and later. Returns the names of those that were there.
export function takeLaterAway() {
  const later = {
    Array: ['fromAsync'],
    'Array.prototype': ['findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with'],
    'Uint8Array.prototype.__proto__': ['findLast', 'findLastIndex', 'toReversed', 'toSorted', 'with'],
    Uint8Array: ['fromBase64', 'fromHex'],
    'Uint8Array.prototype': ['toBase64', 'toHex', 'setFromBase64', 'setFromHex'],
    'ArrayBuffer.prototype': ['resize', 'transfer', 'transferToFixedLength'],
    'String.prototype': ['isWellFormed', 'toWellFormed'],
    Object: ['groupBy'],
    Map: ['groupBy'],
    Promise: ['try', 'withResolvers'],
    'Set.prototype': [
      'union',
      'intersection',
      'difference',
      'symmetricDifference',
      'isSubsetOf',
      'isSupersetOf',
      'isDisjointFrom',
    ],
    'Iterator.prototype': [
      'map',
      'filter',
      'take',
      'drop',
      'flatMap',
      'reduce',
      'toArray',
      'forEach',
      'some',
      'every',
      'find',
    ],
    RegExp: ['escape'],
    Math: ['sumPrecise', 'f16round'],
    globalThis: ['structuredClone', 'Iterator'],
    Symbol: [],
  };
  const taken = [];
  for (const [path, names] of Object.entries(later)) {
    const owner =
      path === 'globalThis' ? globalThis : path.split('.').reduce((object, name) => object?.[name], globalThis);
    for (const name of names) {
      if (owner && Object.hasOwn(owner, name) && delete owner[name]) taken.push(`${path}.${name}`);
    }
  }
  return taken;
}
