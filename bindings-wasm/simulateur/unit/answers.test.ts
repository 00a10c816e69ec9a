import assert from 'node:assert/strict';
import { test } from 'node:test';

import { chooseVariant, knownFacts, NOTHING, setFact, setValidUntil, toCase, toggleSituation } from '../src/answers.js';

const ON = '2026-11-23';

test('what was not answered is not in the case', () => {
  assert.deepEqual(Object.keys(toCase({ ...NOTHING, needs: ['faireLePoint'] }, ON)), ['on', 'needs', 'facts']);
});

test('a situation that is one fact is answered by its tick, and unanswered by its removal', () => {
  const ticked = toggleSituation(NOTHING, 'rqth', ['rqth']);
  assert.deepEqual(toCase(ticked, ON).facts, { rqth: true });
  assert.deepEqual(toCase(toggleSituation(ticked, 'rqth', ['rqth']), ON).facts, {});
});

test('the situations left unticked are denied only when the agent says so', () => {
  const ticked = toggleSituation(NOTHING, 'rqth', ['rqth']);
  assert.deepEqual(knownFacts({ ...ticked, others: 'unknown' }), { rqth: true });
  const { rqth, ...others } = knownFacts({ ...ticked, others: 'no' });
  assert.equal(rqth, true);
  assert.ok(Object.values(others).length > 0);
  assert.ok(Object.values(others).every(value => value === false));
});

test('a proof goes with the answer that it proves', () => {
  const proven = setValidUntil(setFact(NOTHING, 'rqth', true), 'rqth', '2027-01-31');
  assert.deepEqual(toCase(proven, ON).validUntil, { rqth: '2027-01-31' });
  assert.deepEqual(setFact(proven, 'rqth', false).validUntil, {});
});

test('another variant forgets the hours and steps that were chosen', () => {
  const chosen = { ...NOTHING, variant: 'evolution', hours: 20, kickoff: false, fixed: { recherches: 2 } };
  const { variant, hours, kickoff, fixed } = chooseVariant(chosen, 'prevention');
  assert.deepEqual({ variant, hours, kickoff, fixed }, { variant: 'prevention', hours: null, kickoff: null, fixed: {} });
});
