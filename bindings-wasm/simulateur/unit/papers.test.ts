import assert from 'node:assert/strict';
import { test } from 'node:test';

import { closuresBetween } from '../src/closures.js';
import type { Dossier, Offer, Session } from '../src/contract.js';
import { letterOf } from '../src/letter.js';
import { BLANK, correct, foreseen, tick, toSettle, untick } from '../src/papers.js';

const PLAN = {
  variant: 'prevention',
  label: 'Bilan prévention',
  hours: 18,
  average: true,
  totals: { accompanied: 14, autonomous: 4, kickoff: 1 },
  steps: [
    { code: 'reunionDemarrage', label: 'Démarrage', hours: 1, kickoff: 'optional' },
    { code: 'pistes', label: 'Pistes compatibles avec la santé', hours: 2.5, kickoff: null },
  ],
};
const SCHEDULE = {
  startsOn: '2026-12-29',
  endsOn: '2027-01-12',
  milestones: [{ code: 'kickoffMeeting', label: 'Démarrage', date: '2026-12-01' }],
  sessions: [
    { step: 'pistes', date: '2026-12-29', hours: 1.5 },
    { step: 'pistes', date: '2027-01-12', hours: 1 },
  ],
};
const DOSSIER = { plan: PLAN, schedule: SCHEDULE } as unknown as Dossier;
const PLAN_CASE = { variant: 'prevention' };

test('the kickoff meeting is the first of what the calendar foresees', () => {
  assert.deepEqual(
    foreseen(DOSSIER).map(({ step, date, hours }) => [step, date, hours]),
    [
      ['reunionDemarrage', '2026-12-01', 1],
      ['pistes', '2026-12-29', 1.5],
      ['pistes', '2027-01-12', 1],
    ],
  );
});

test('a dossier without a calendar foresees nothing', () => {
  assert.deepEqual(foreseen({ plan: PLAN } as unknown as Dossier), []);
});

test('what is ticked is asked as it was foreseen, or as it was corrected', () => {
  const [, second, third] = foreseen(DOSSIER) as [Session, Session, Session];
  const papers = correct(tick(BLANK, [second, third]), third, { date: '2027-01-14', hours: 1.25 });
  assert.deepEqual(toSettle(PLAN_CASE, foreseen(DOSSIER), papers), {
    plan: PLAN_CASE,
    attended: [
      { step: 'pistes', date: '2026-12-29', hours: 1.5 },
      { step: 'pistes', date: '2027-01-14', hours: 1.25 },
    ],
  });
  assert.deepEqual(tick(papers, foreseen(DOSSIER)).attended['2027-01-12 pistes'], { date: '2027-01-14', hours: 1.25 });
  assert.equal(toSettle(PLAN_CASE, foreseen(DOSSIER), untick(papers, third)).attended?.length, 1);
});

test('a session of another calendar is not ticked', () => {
  const papers = tick(BLANK, foreseen(DOSSIER));
  const moved = foreseen(DOSSIER).map((session) => ({ ...session, date: '2027-03-02' as const }));
  assert.deepEqual(toSettle(PLAN_CASE, moved, papers).attended, []);
});

test('hours that were not counted are not asked, and none is an answer', () => {
  assert.ok(!('autonomousHours' in toSettle(PLAN_CASE, [], BLANK)));
  assert.equal(toSettle(PLAN_CASE, [], { ...BLANK, autonomousHours: 0 }).autonomousHours, 0);
});

const CLOSURES = [
  { name: 'once, within', closure: { from: '2027-02-15', to: '2027-02-26' }, met: ['2027-02-15 2027-02-26'] },
  { name: 'once, over before', closure: { from: '2026-11-01', to: '2026-11-30' }, met: [] },
  {
    name: 'once, ends on the first day',
    closure: { from: '2026-11-01', to: '2026-12-01' },
    met: ['2026-11-01 2026-12-01'],
  },
  {
    name: 'once, begins on the last day',
    closure: { from: '2028-01-31', to: '2028-02-02' },
    met: ['2028-01-31 2028-02-02'],
  },
  {
    name: 'yearly, over New Year',
    closure: { from: '2020-12-21', to: '2021-01-08', yearly: true },
    met: ['2026-12-21 2027-01-08', '2027-12-21 2028-01-08'],
  },
  {
    name: 'yearly, on a day that not every year has',
    closure: { from: '2024-02-29', to: '2024-02-29', yearly: true },
    met: ['2027-02-28 2027-02-28'],
  },
] as const;

for (const { name, closure, met } of CLOSURES) {
  test(`the closures that a calendar meets: ${name}`, () => {
    assert.deepEqual(
      closuresBetween([closure], '2026-12-01', '2028-01-31').map(({ from, to }) => `${from} ${to}`),
      met,
    );
  });
}

const OFFER = {
  centre: { name: 'Centre de gestion', service: 'Service' },
  course: { before: [{ code: 'rendezVous', label: 'Rendez-vous' }] },
  settlement: { documents: [{ code: 'attestation', label: 'Attestation' }] },
} as unknown as Offer;

test('the letter tells neither the variant, nor its steps, nor anything of health', () => {
  const letter = letterOf(OFFER, '2026-11-23', DOSSIER, false);
  assert.doesNotMatch(letter, /prévention|santé|Pistes|FIPHFP|handicap/i);
  assert.match(letter, /du 29 décembre 2026 au 12 janvier 2027/);
});

const COSTS = [
  { status: 'free', amount: null, said: /Il est gratuit/ },
  { status: 'published', amount: '2040.50', said: /2\s040,50\s€/ },
  { status: 'onQuote', amount: null, said: /sur le devis/ },
] as const;

for (const { said, ...quote } of COSTS) {
  test(`the letter says what it costs as far as it is known: ${quote.status}`, () => {
    assert.match(
      letterOf(OFFER, '2026-11-23', { ...DOSSIER, quote } as unknown as Dossier, quote.status === 'free'),
      said,
    );
  });
}
