import assert from 'node:assert/strict';
import { test } from 'node:test';

import { BilanError } from 'bilan-professionnel';

import { NOTHING, type Known } from '../src/answers.js';
import type { Case, Dossier } from '../src/contract.js';
import { evaluate, NO_DOSSIER, problemAt } from '../src/evaluation.js';
import type { Library } from '../src/library.js';

const ON = '2026-11-23';
const KNOWN: Known = { facts: {}, validUntil: {}, asked: [] };
const SOME = { ...NOTHING, needs: ['faireLePoint'] };

/** A library that answers with the case itself, or refuses it. */
function library(simulate: (asked: Case) => void): Pick<Library, 'simulate'> {
  const answer = (asked: Case): Dossier => {
    simulate(asked);
    return { case: asked, note: 'Vu : oui' } as unknown as Dossier;
  };
  return { simulate: answer };
}

function refuse(code: 'budgetInfeasible' | 'outOfRange', path: string, details?: { min: number; max: number }): never {
  throw new BilanError({ error: { code, path, message: 'Non ?', ...(details && { details }) } });
}

test('without a need or a variant nothing is asked', () => {
  assert.equal(
    evaluate(
      library(() => assert.fail('asked')),
      NOTHING,
      KNOWN,
      ON,
    ),
    NO_DOSSIER,
  );
});

test('what is shown is typeset, what is kept is as it was answered', () => {
  const { dossier, shown } = evaluate(
    library(() => {}),
    SOME,
    KNOWN,
    ON,
  );
  assert.deepEqual(
    [dossier, shown].map((each) => (each as unknown as { note: string }).note),
    ['Vu : oui', 'Vu\u00a0: oui'],
  );
});

test('a total that cannot be reached moves to the nearest that can, and says so', () => {
  const answered = evaluate(
    library((asked) => {
      if (asked.hours !== 26) refuse('budgetInfeasible', 'hours', { min: 15, max: 26 });
    }),
    { ...SOME, hours: 40 },
    KNOWN,
    ON,
  );
  assert.equal(answered.asked?.hours, 26);
  assert.match(answered.notice ?? '', /26\u00a0h/);
  assert.deepEqual(answered.problems, []);
});

test('a part that is refused is left out and told, and the rest is answered', () => {
  const answered = evaluate(
    library((asked) => {
      if (asked.calendar) refuse('outOfRange', 'calendar.startOn');
    }),
    { ...SOME, exchangesOn: '2026-12-01' },
    KNOWN,
    ON,
  );
  assert.ok(answered.dossier);
  assert.equal(problemAt(answered, 'calendar.startOn')?.message, 'Non\u00a0?');
});

test('what cannot be left out ends with a problem and no dossier', () => {
  const answered = evaluate(
    library(() => refuse('outOfRange', 'on')),
    SOME,
    KNOWN,
    ON,
  );
  assert.deepEqual([answered.dossier, answered.problems.length], [null, 1]);
});

test('an error that is not the library’s is not hidden', () => {
  const broken = library(() => {
    throw new TypeError('broken');
  });
  assert.throws(() => evaluate(broken, SOME, KNOWN, ON), TypeError);
});
