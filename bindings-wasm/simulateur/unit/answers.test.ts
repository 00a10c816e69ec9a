import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  chooseVariant,
  forEmployer,
  NOTHING,
  setFact,
  setNeeds,
  setValidUntil,
  toCase,
  type Answers,
} from '../src/answers.js';
import type { Case } from '../src/contract.js';
import { everything } from '../src/inquiry.js';
import { MOTIVES, motivesOf, toggleMotive } from '../src/motives.js';
import { OFFER } from './library.js';
import { SITUATIONS } from './situations.js';

const ON = '2026-11-23';
const asked = (answers: Answers): Case => toCase(answers, ON, everything(answers, SITUATIONS));

test('what was not answered is not in the case', () => {
  assert.deepEqual(Object.keys(asked({ ...NOTHING, needs: ['faireLePoint'] })), ['on', 'needs', 'facts']);
});

test('a client that is not known is not in the case, one that is known is', () => {
  for (const client of [undefined, null]) assert.ok(!('client' in asked({ ...NOTHING, client })));
  assert.equal(asked({ ...NOTHING, client: 'nonAffiliee' }).client, 'nonAffiliee');
});

test('a proof goes with the answer that it proves', () => {
  const proven = setValidUntil(setFact(NOTHING, 'rqth', true), 'rqth', '2027-01-31');
  assert.deepEqual(asked(proven).validUntil, { rqth: '2027-01-31' });
  assert.deepEqual(setFact(proven, 'rqth', false).validUntil, {});
});

test('an answer that is taken back leaves nothing', () => {
  assert.deepEqual(
    setFact(setFact(NOTHING, 'tauxIncapacitePermanente', 8), 'tauxIncapacitePermanente', undefined),
    NOTHING,
  );
});

test('another variant forgets the hours and steps that were chosen', () => {
  const chosen = { ...NOTHING, variant: 'evolution', hours: 20, kickoff: false, fixed: { recherches: 2 } };
  const { variant, hours, kickoff, fixed } = chooseVariant(chosen, 'prevention');
  assert.deepEqual(
    { variant, hours, kickoff, fixed },
    { variant: 'prevention', hours: null, kickoff: null, fixed: {} },
  );
});

test('other needs forget the variant that was chosen beside the result of the former ones', () => {
  assert.deepEqual(setNeeds(chooseVariant(NOTHING, 'evolution'), ['preserverSante']), {
    ...NOTHING,
    needs: ['preserverSante'],
  });
});

test('a motive ticks needs, which can be refined, and goes with them', () => {
  const one = toggleMotive(NOTHING, 'sante', OFFER);
  assert.deepEqual(one.needs, ['analyserUsure', 'preserverSante']);
  const refined = setNeeds(one, ['preserverSante']);
  assert.deepEqual([refined.motives, refined.needs], [['sante'], ['preserverSante']]);
  assert.deepEqual(toggleMotive(one, 'sante', OFFER), { ...NOTHING, needs: [] });
});

test('a need that two motives mean stays as long as one of them does', () => {
  const both = toggleMotive(toggleMotive(NOTHING, 'choix', OFFER), 'contrainte', OFFER);
  const one = toggleMotive(both, 'choix', OFFER);
  assert.ok(one.needs.includes('explorerPistes'));
  assert.ok(!one.needs.includes('evoluer'));
});

test('every motive means needs that the catalogue has', () => {
  const known = (OFFER.needs ?? []).map(({ code }) => code);
  for (const { code, needs } of MOTIVES)
    assert.deepEqual(
      needs.filter((need) => !known.includes(need)),
      [],
      code,
    );
});

test('a centre with needs of its own is asked by those', () => {
  assert.deepEqual(motivesOf({ needs: [{ code: 'changerDeMetier', label: 'Changer de métier' }] }), []);
});

const NEEDS = ['faireLePoint', 'preserverSante', 'explorerPistes'];

test('nothing of the agent’s needs, facts and situations is in what the employer gets', () => {
  const agent = {
    ...NOTHING,
    needs: NEEDS,
    ticked: SITUATIONS.map(({ code }) => code),
    client: 'affiliee',
    hours: 20,
    exchangesOn: '2026-12-01' as const,
  };
  const known = SITUATIONS.flatMap(({ questions }) => questions).reduce(
    (answers, { fact, kind }) => setFact(answers, fact, kind === 'percent' ? 8 : true),
    agent as Answers,
  );
  const full = asked(setValidUntil(setFact(known, 'statut', null), 'rqth', '2027-01-31'));
  const words = [
    ...NEEDS,
    ...SITUATIONS.flatMap(({ code, label, questions }) => [
      code,
      label,
      ...questions.flatMap(({ fact, document }) => [fact, document ?? fact]),
    ]),
    '2027-01-31',
  ];
  const before = JSON.stringify(full);
  assert.ok(
    words.some((word) => before.includes(word)),
    'the agent’s own case has them',
  );
  const handed = JSON.stringify(forEmployer(full, 'evolution'));
  assert.deepEqual(
    words.filter((word) => handed.includes(word)),
    [],
  );
  assert.deepEqual(forEmployer(full, 'evolution'), {
    on: ON,
    audience: 'employer',
    variant: 'evolution',
    client: 'affiliee',
    hours: 20,
    calendar: { exchangesOn: '2026-12-01' },
  });
});
