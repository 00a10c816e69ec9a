// What one operation says, the next accepts and agrees with.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { certificates, dossiers, plans, prices } from './chains.mjs';
import { bilan } from './support.mjs';

for (const [fact, chain] of [
  ['who attends every session of the calendar has missed nothing, and who misses one has', certificates],
  ['the price is that of the plan, asked as it was or written out step by step', prices],
  ['a dossier is the answers of the operations that it is made of', dossiers],
]) {
  test(fact, () => {
    assert.ok(plans(bilan).length >= 7);
    for (const [what, found, expected] of chain(bilan)) assert.deepEqual(found, expected, what);
  });
}
