/** The way of ten agents through the journey: what they reach, how many screens and answers it takes. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { toCase } from '../src/answers.js';
import type { Case, Dossier } from '../src/contract.js';
import { AGENTS, caseOf, type Agent, type Counts } from './agents.js';
import { LIBRARY, ON } from './library.js';
import { inquired, walk, type Walked } from './walk.js';

/** What an agent does not say is that they are not concerned; of their rate, that they have none. */
function walked(agent: Agent): Walked {
  const { facts = {}, asked = [], validUntil, client, calendar } = caseOf(agent);
  const none = LIBRARY.blank.situations
    .flatMap(({ questions }) => questions)
    .map(({ fact, kind }) => [fact, kind === 'percent' ? 0 : kind === 'status' || asked.includes(fact) ? null : false]);
  return walk(
    {
      ...agent,
      facts: { ...Object.fromEntries(none), ...facts },
      until: { ...validUntil },
      client: client ?? null,
      exchangesOn: calendar?.exchangesOn ?? null,
    },
    undefined,
    agent.patience,
  );
}

const WALKED = AGENTS.map((agent) => ({ agent, ...walked(agent) }));

for (const { agent, answers } of WALKED) {
  test(`${agent.name} reaches what the whole case gives: variant, funding, price, dates`, () => {
    const reached = (asked: Case): unknown => {
      const { plan, funding, quote, schedule }: Dossier = LIBRARY.simulate(asked);
      return [plan.variant, funding?.outcome, funding?.met, quote?.amount, schedule?.startsOn, schedule?.endsOn];
    };
    assert.deepEqual(reached(toCase(answers, ON, inquired(answers))), reached(caseOf(agent)));
  });
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}

const medians = (counts: readonly Counts[]): Counts => ({
  screens: median(counts.map(({ screens }) => screens)),
  given: median(counts.map(({ given }) => given)),
  read: median(counts.map(({ read }) => read)),
});

const BEFORE = medians(AGENTS.map(({ before }) => before));
const AFTER = medians(WALKED.map(({ screens, given, read }) => ({ screens: screens.length, given, read })));

test('the median agent gives at most half the answers that the journey of two lists asked for, and reads at most half', () => {
  assert.ok(AFTER.given <= BEFORE.given / 2, `${AFTER.given} of ${BEFORE.given}`);
  assert.ok(AFTER.read <= BEFORE.read / 2, `${AFTER.read} of ${BEFORE.read}`);
  assert.ok(AFTER.screens < BEFORE.screens, `${AFTER.screens} of ${BEFORE.screens}`);
});

test('no agent sees more screens or gives more answers than before', () => {
  for (const { agent, given, screens } of WALKED) {
    assert.ok(screens.length <= agent.before.screens, agent.name);
    assert.ok(given <= agent.before.given, agent.name);
  }
});

test('the table of the README is what is counted', () => {
  const row = (name: string, before: Counts, after: Counts): string =>
    `| ${name} | ${before.screens} → ${after.screens} | ${before.given} → ${after.given} | ${before.read} → ${after.read} |`;
  const rows = WALKED.map(({ agent, screens, given, read }) =>
    row(agent.story, agent.before, { screens: screens.length, given, read }),
  );
  const table = [...rows, row('**médiane**', BEFORE, AFTER)].join('\n');
  const readme = readFileSync('README.md', 'utf8');
  assert.ok(readme.includes(table), `README.md should hold:\n${table}`);
});
