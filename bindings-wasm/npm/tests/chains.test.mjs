// What one operation says, the next accepts and agrees with.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bilan } from './support.mjs';

const ON = '2026-11-23';
const calendar = { exchangesOn: '2026-12-01', weekday: 'tuesday' };

const PLANS = [
  ...bilan.catalogue().variants.map(({ code }) => ({ variant: code })),
  { variant: 'evolution', hours: 20, kickoffMeeting: false },
  { variant: 'horizon', fixed: { analyseDemande: 1.5, recherches: 0 } },
];

test('who attends every session of the calendar has missed nothing, and who misses one has', () => {
  assert.ok(PLANS.length >= 7);
  for (const plan of PLANS) {
    const { steps, totals } = bilan.plan(plan);
    const { sessions, endsOn } = bilan.schedule({ plan, ...calendar });
    const kickoff = steps
      .filter((step) => step.kickoff)
      .map(({ code, hours }) => ({ date: calendar.exchangesOn, hours, step: code }));
    const { attendance } = bilan.settle({
      plan,
      attended: [...kickoff, ...sessions],
      autonomousHours: totals.autonomous,
    });
    assert.equal(attendance.complete, true, JSON.stringify(plan));
    assert.deepEqual(attendance.accompanied, { planned: totals.accompanied, done: totals.accompanied });
    assert.deepEqual(attendance.autonomous, { planned: totals.autonomous, done: totals.autonomous });
    assert.equal(attendance.lastOn, endsOn);
    const missed = bilan.settle({ plan, attended: [...kickoff, ...sessions.slice(1)] });
    assert.equal(missed.attendance.complete, false, JSON.stringify(plan));
  }
});

test('the price is that of the plan, asked as it was or written out step by step', () => {
  for (const plan of PLANS) {
    const { variant, hours, kickoffMeeting, steps } = bilan.plan(plan);
    const quote = bilan.quote({ plan, client: 'affiliee', on: ON });
    assert.deepEqual([quote.variant, quote.hours], [variant, hours]);
    const fixed = { ...plan.fixed, ...Object.fromEntries(steps.map((step) => [step.code, step.hours])) };
    const again = bilan.quote({ plan: { variant, hours, kickoffMeeting, fixed }, client: 'affiliee', on: ON });
    assert.deepEqual(again, quote, JSON.stringify(plan));
  }
});

test('a dossier is the answers of the operations that it is made of', () => {
  const facts = { rqth: true, tauxIncapacitePermanente: 12.5 };
  const needs = ['faireLePoint', 'explorerPistes'];
  for (const plan of PLANS) {
    const request = { on: ON, needs, client: 'affiliee', facts, calendar, ...plan };
    const { record, warnings, ...parts } = bilan.simulate(request);
    const schedule = bilan.schedule({ plan, ...calendar });
    assert.deepEqual(parts, {
      recommendation: bilan.recommend({ on: ON, needs, facts }),
      funding: bilan.funding({ on: ON, facts, until: schedule.endsOn }),
      plan: bilan.plan(plan),
      quote: bilan.quote({ plan, client: 'affiliee', on: ON }),
      schedule,
    });
    assert.deepEqual(warnings, []);
    assert.equal(bilan.replay({ case: request, record }).holds, true);
  }
});
