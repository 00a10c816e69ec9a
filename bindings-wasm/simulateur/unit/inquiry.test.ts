import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  answerBeside,
  chooseVariant,
  NOTHING,
  setFact,
  tickNone,
  toCase,
  toggleConcern,
  type Answers,
} from '../src/answers.js';
import { concerns } from '../src/concerns.js';
import type { Case, FactCode, FactValue } from '../src/contract.js';
import { everything } from '../src/inquiry.js';
import { places } from '../src/journey.js';
import { MOTIVES } from '../src/motives.js';
import { drawer, type Draw } from './drawer.js';
import { LIBRARY, OFFER, ON } from './library.js';
import { inquired, SETTLED, walk, type Visitor } from './walk.js';

const ALL = LIBRARY.blank.situations;
const QUESTIONS = ALL.flatMap(({ questions }) => questions);
const CONCERNS = concerns(ALL);
const asked = (answers: Answers): Case => toCase(answers, ON, inquired(answers));
const ticked = (code: string, from = NOTHING): Answers =>
  toggleConcern(from, CONCERNS.find((concern) => concern.code === code)?.situations ?? []);

/** An answer that meets no situation. */
function no(kind: string): FactValue {
  if (kind === 'percent') return 0;
  return kind === 'status' ? 'contractuel' : false;
}

function drawnValue(kind: string, draw: Draw): FactValue | null {
  if (kind === 'percent') return draw<FactValue | null>([0, 8, 12.5, null]);
  if (kind === 'status') return draw<FactValue | null>(['fonctionnaire', 'contractuel', null]);
  return draw<FactValue | null>([true, false, false, null]);
}

function drawn(draw: Draw): Visitor {
  const some = <T>(items: readonly T[]): T[] => items.filter(() => draw([true, false, false]));
  const exchangesOn = draw(['2026-12-01', null] as const);
  return {
    motives: some(MOTIVES.map(({ code }) => code)),
    ...(draw([true, false]) && { needs: some((OFFER.needs ?? []).map(({ code }) => code)) }),
    concerns: draw<Visitor['concerns']>(['no', 'unknown', some(CONCERNS.map(({ code }) => code))]),
    others: draw(['no', 'unknown'] as const),
    facts: Object.fromEntries(QUESTIONS.map(({ fact, kind }) => [fact, drawnValue(kind, draw)])),
    until: Object.fromEntries(some(QUESTIONS).map(({ fact }) => [fact, draw(['2027-01-31', '2026-01-31'] as const)])),
    client: draw(['affiliee', 'nonAffiliee', null]),
    exchangesOn,
  };
}

/** What a visitor may do beside the result before going back. */
function beside(answers: Answers, draw: Draw): Answers {
  const next = LIBRARY.simulate({ ...asked(answers), variant: 'evolution' }).funding?.nextQuestionDetail;
  return draw<() => Answers>([
    () => (next ? answerBeside(answers, next.fact, drawnValue(next.kind, draw), ALL) : answers),
    () => chooseVariant(answers, draw(['evolution', 'prevention', null])),
    () => ({ ...answers, hours: 20, kickoff: false, fixed: { recherches: 2 } }),
  ])();
}

/** What the visitor chose beside the result is not of the form. */
const ofTheForm = (answers: Answers): Answers => ({ ...answers, variant: null, hours: null, kickoff: null, fixed: {} });

test('a journey that goes back and changes every answer is the case of a fresh journey to the same answers', () => {
  for (let seed = 1; seed <= 400; seed += 1) {
    const draw = drawer(seed);
    const [first, last] = [drawn(draw), drawn(draw)];
    let { answers } = walk(first);
    for (let times = draw([0, 1, 2, 3]); times > 0; times -= 1) answers = beside(answers, draw);
    const [changed, fresh] = [walk(last, answers), walk(last)];
    assert.deepEqual(asked(ofTheForm(changed.answers)), asked(fresh.answers), `seed ${seed}`);
    assert.deepEqual(changed.screens, fresh.screens, `seed ${seed}`);
  }
});

test('whatever is known of the agent is seen in the form: a tick, an answer, or what « aucune » denies', () => {
  for (let seed = 1; seed <= 400; seed += 1) {
    const draw = drawer(seed);
    let { answers } = walk(drawn(draw));
    for (let times = draw([0, 1, 2]); times > 0; times -= 1) answers = beside(answers, draw);
    const inquiry = inquired(answers);
    const shown = new Set<FactCode>([...inquiry.answered, ...inquiry.answeredRest].map(({ fact }) => fact));
    for (const { code, questions } of ALL) {
      if (answers.ticked.includes(code) && code === 'rqth') for (const { fact } of questions) shown.add(fact);
      if (answers.others === 'no' && !answers.ticked.includes(code)) for (const { fact } of questions) shown.add(fact);
    }
    assert.deepEqual(
      Object.keys(inquiry.facts).filter((fact) => !shown.has(fact)),
      [],
      `seed ${seed}`,
    );
  }
});

test('a question is put only where its answer can still change the outcome', () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    let answers = walk(drawn(drawer(seed))).answers;
    answers = { ...answers, facts: {}, validUntil: {} };
    for (;;) {
      const { open, facts, validUntil } = inquired(answers);
      if (!open) break;
      assert.ok(LIBRARY.ask({ on: ON, facts, validUntil, asked: [] }).missing.includes(open.fact), open.fact);
      answers = setFact(answers, open.fact, drawnValue(open.kind, drawer(seed)));
    }
  }
});

test('the question that the result would put is the one that the form would put next', () => {
  for (const code of CONCERNS.map((concern) => concern.code)) {
    let answers: Answers = { ...ticked(code), needs: ['faireLePoint'] };
    for (;;) {
      const { open, closing } = inquired(answers);
      const next = LIBRARY.simulate(asked(answers)).funding?.nextQuestion ?? null;
      if (!open && closing) break;
      assert.equal(next, open?.fact ?? null, code);
      if (!open) break;
      answers = answerBeside(answers, open.fact, no(open.kind), ALL);
      assert.equal(answers.others, null, 'what was ticked is answered, and nothing is said of the rest');
    }
  }
});

test('an answer beside the result about what was not ticked is in the form, and can be taken back there', () => {
  const skipped = ticked('restrictions', { ...NOTHING, needs: ['faireLePoint'] });
  const settled = ['avisElementsObjectifs', 'avisAdaptationPoste'].reduce(
    (answers, fact) => setFact(answers, fact, false),
    skipped,
  );
  const answered = answerBeside(settled, 'rqth', true, ALL);
  assert.equal(asked(answered).facts?.rqth, true);
  assert.ok(places(inquired(answered), SETTLED).some(({ fact }) => fact === 'rqth'));
  assert.deepEqual(asked(tickNone(answered, 'no')), asked(tickNone({ ...NOTHING, needs: ['faireLePoint'] }, 'no')));
  assert.equal(asked(tickNone(answered, 'no')).facts?.rqth, false);
});

test('to tick the recognition as a disabled worker is to answer, other ticks are asked about', () => {
  assert.deepEqual(asked(ticked('rqth')).facts, { rqth: true });
  assert.deepEqual(asked(ticked('rqth', ticked('rqth'))).facts, {});
  for (const { code, sure } of CONCERNS)
    assert.equal(Object.keys(asked(ticked(code)).facts ?? {}).length, sure ? 1 : 0);
});

test('« aucune » denies the benefits, not the events behind them, and settles every situation', () => {
  const { facts = {} } = asked(tickNone(NOTHING, 'no'));
  assert.ok(Object.values(facts).every((value) => value === false));
  for (const event of ['sapeurPompierVolontaire', 'tauxIncapacitePermanente', 'statut'])
    assert.ok(!(event in facts), event);
  for (const benefit of LIBRARY.canEnd) assert.equal(facts[benefit], false, benefit);
  assert.equal(LIBRARY.ask({ on: ON, facts, validUntil: {}, asked: [] }).outcome, 'notListed');
});

test('no answer about the situation leaves everything unknown', () => {
  assert.deepEqual(asked(NOTHING).facts, {});
  assert.deepEqual(inquired(NOTHING).open, null);
});

test('delicate questions come after every other', () => {
  let answers = tickNone(NOTHING, 'unknown');
  const order: boolean[] = [];
  for (let { open } = inquired(answers); open; { open } = inquired(answers)) {
    order.push(open.delicate);
    answers = setFact(answers, open.fact, no(open.kind));
  }
  assert.ok(order.includes(true));
  assert.ok(!order.slice(order.indexOf(true)).includes(false));
});

test('« je ne sais pas » is not asked again, and does not depend on the order of the answers', () => {
  const open = (facts: readonly FactCode[]): Case =>
    asked(facts.reduce((answers, fact) => setFact(answers, fact, null), tickNone(NOTHING, 'unknown')));
  assert.deepEqual(open(['rqth', 'avisElementsObjectifs']), open(['avisElementsObjectifs', 'rqth']));
  const { asked: vain, facts } = open(['rqth']);
  assert.deepEqual([vain, facts], [['rqth'], { rqth: null }]);
});

test('a proof that has expired leaves its fact unknown, and the rest is asked about', () => {
  const proven = { ...ticked('rqth'), validUntil: { rqth: '2026-01-31' as const } };
  assert.deepEqual(asked(proven).validUntil, { rqth: '2026-01-31' });
  assert.ok(inquired(proven).closing);
});

test('a rate or a day that the library refuses stays in the case, beside what is refused, and stops no other question', () => {
  const refused = setFact(ticked('invalidite'), 'tauxIncapacitePermanente', 120);
  let answers = refused;
  for (let { open } = inquired(answers); open; { open } = inquired(answers))
    answers = setFact(answers, open.fact, null);
  assert.equal(asked(answers).facts?.tauxIncapacitePermanente, 120);
});

test('an adviser sees every question, and every answer counts', () => {
  const answers = setFact(setFact(NOTHING, 'statut', null), 'aah', true);
  const { facts, asked: vain } = everything(answers, ALL);
  assert.deepEqual([facts, vain], [{ statut: null, aah: true }, ['statut']]);
});

test('every situation can be ticked, once', () => {
  const codes = CONCERNS.flatMap(({ situations }) => situations);
  assert.deepEqual([...codes].sort(), ALL.map(({ code }) => code).sort());
  const later = [...ALL, { ...(ALL[0] as (typeof ALL)[number]), code: 'nouvelle' }];
  assert.ok(concerns(later).at(-1)?.situations.includes('nouvelle'), 'one that is added is among the others');
});
