import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  answerBeside,
  chooseVariant,
  forEmployer,
  knownFacts,
  NOTHING,
  setFact,
  setNeeds,
  setOthers,
  setValidUntil,
  toCase,
  toggleSituation,
  type Answers,
} from '../src/answers.js';
import type { Case } from '../src/contract.js';
import { CAN_END, named, SITUATIONS } from './situations.js';

const ON = '2026-11-23';
const asked = (answers: Answers): Case => toCase(answers, ON, SITUATIONS, CAN_END);

test('what was not answered is not in the case', () => {
  assert.deepEqual(Object.keys(asked({ ...NOTHING, needs: ['faireLePoint'] })), ['on', 'needs', 'facts']);
});

test('a client that is not known is not in the case, one that is known is', () => {
  for (const client of [undefined, null]) assert.ok(!('client' in asked({ ...NOTHING, client })));
  assert.equal(asked({ ...NOTHING, client: 'nonAffiliee' }).client, 'nonAffiliee');
});

test('a situation that is one fact is answered by its tick, and unanswered by its removal', () => {
  const ticked = toggleSituation(NOTHING, named('rqth'));
  assert.deepEqual(asked(ticked).facts, { rqth: true });
  assert.deepEqual(asked(toggleSituation(ticked, named('rqth'))).facts, {});
});

test('a situation of several facts is answered question by question', () => {
  assert.deepEqual(asked(toggleSituation(NOTHING, named('sapeurPompier'))).facts, {});
});

test('the situations left unticked are denied only when the agent says so', () => {
  const ticked = toggleSituation(NOTHING, named('rqth'));
  assert.deepEqual(knownFacts({ ...ticked, others: 'unknown' }, SITUATIONS, CAN_END), { rqth: true });
  const { rqth, ...others } = knownFacts({ ...ticked, others: 'no' }, SITUATIONS, CAN_END);
  assert.equal(rqth, true);
  assert.ok(Object.values(others).length > 0);
  assert.ok(Object.values(others).every((value) => value === false));
});

test('what is denied is the benefit, not the event behind it', () => {
  const facts = knownFacts({ ...NOTHING, others: 'no' }, SITUATIONS, CAN_END);
  for (const event of ['sapeurPompierVolontaire', 'tauxIncapacitePermanente', 'statut'])
    assert.ok(!(event in facts), event);
  for (const benefit of CAN_END) assert.equal(facts[benefit], false, benefit);
});

test('« je ne sais pas » is not asked again, in the order of the questions whatever that of the answers', () => {
  const unknown = (facts: readonly string[]): Case =>
    asked(facts.reduce((answers, fact) => setFact(answers, fact, null), NOTHING));
  assert.deepEqual(unknown(['statut', 'rqth']), unknown(['rqth', 'statut']));
  assert.deepEqual(unknown(['statut', 'rqth']).asked, ['rqth', 'statut']);
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

test('an answer given beside the result is seen in the form, and « Non, aucune » takes it back', () => {
  const none = setOthers({ ...NOTHING, needs: ['faireLePoint'] }, 'unknown', SITUATIONS);
  const beside = answerBeside(none, 'rqth', true, SITUATIONS);
  assert.deepEqual([beside.ticked, asked(beside).facts], [['rqth'], { rqth: true }]);
  const back = setOthers(toggleSituation(beside, named('rqth')), 'no', SITUATIONS);
  assert.deepEqual(asked(back), asked(setOthers({ ...NOTHING, needs: ['faireLePoint'] }, 'no', SITUATIONS)));
  assert.equal(asked(back).facts?.rqth, false);
});

test('« Non, aucune autre » keeps a fact that a ticked situation shares with one that is not', () => {
  const shared = [...SITUATIONS, { ...named('rqth'), code: 'autre' }];
  const ticked = toggleSituation(NOTHING, named('rqth'));
  assert.deepEqual(setOthers(ticked, 'no', shared).facts, { rqth: true });
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

/** A visitor's answers, screen by screen. */
interface Said {
  readonly needs: readonly string[];
  readonly situations: readonly string[];
  readonly others: Answers['others'];
  readonly values: ReadonlyMap<string, boolean | number | string | null | undefined>;
  readonly until: string | null;
  readonly client: string | null;
  readonly exchangesOn: string | null;
}

const NEEDS = ['faireLePoint', 'preserverSante', 'explorerPistes'];

/** Answers every screen of the journey as the form does, from whatever was answered before. */
function answerAll(from: Answers, said: Said): Answers {
  let answers = setNeeds(from, said.needs);
  for (const situation of SITUATIONS) {
    if (answers.ticked.includes(situation.code) !== said.situations.includes(situation.code))
      answers = toggleSituation(answers, situation);
  }
  answers = setOthers(answers, said.others, SITUATIONS);
  for (const { code, questions } of SITUATIONS) {
    if (!answers.ticked.includes(code)) continue;
    for (const { fact } of questions) {
      answers = setFact(answers, fact, said.values.get(fact) as boolean | number | null | undefined);
      if (said.values.get(fact) === true && CAN_END.has(fact))
        answers = setValidUntil(answers, fact, (said.until as Answers['exchangesOn']) ?? null);
    }
  }
  return { ...answers, client: said.client, exchangesOn: said.exchangesOn as Answers['exchangesOn'] };
}

/** The same numbers every time: a failure can be looked at again. */
function drawer(seed: number): <T>(items: readonly T[]) => T {
  let state = seed;
  return (items) => {
    state = (Math.imul(state ^ (state >>> 15), state | 1) + 0x6d2b79f5) >>> 0;
    return items[(state >>> 8) % items.length] as (typeof items)[number];
  };
}

function drawn(draw: ReturnType<typeof drawer>): Said {
  const some = (items: readonly string[]): string[] => items.filter(() => draw([true, false]));
  const values = new Map(
    SITUATIONS.flatMap(({ questions }) =>
      questions.map(({ fact, kind }) => {
        const all = { yesNo: [true, false], percent: [0, 8, 33.33], status: ['fonctionnaire', 'contractuel'] }[
          kind as 'yesNo' | 'percent' | 'status'
        ];
        return [fact, draw<boolean | number | string | null | undefined>([...all, null, undefined])] as const;
      }),
    ),
  );
  return {
    needs: some(NEEDS),
    situations: some(SITUATIONS.map(({ code }) => code)),
    others: draw(['no', 'unknown']),
    values,
    until: draw(['2027-01-31', null]),
    client: draw(['affiliee', null]),
    exchangesOn: draw(['2026-12-01', null]),
  };
}

/** What a visitor may do beside the result before going back. */
function beside(answers: Answers, draw: ReturnType<typeof drawer>): Answers {
  const { fact } = draw(SITUATIONS.flatMap(({ questions }) => questions));
  return draw<() => Answers>([
    () => answerBeside(answers, fact, draw([true, false, null]), SITUATIONS),
    () => chooseVariant(answers, draw(['evolution', 'prevention', null])),
    () => ({ ...answers, hours: 20, kickoff: false, fixed: { recherches: 2 } }),
  ])();
}

test('a journey that goes back and changes every answer equals a fresh journey to the same answers', () => {
  for (let seed = 1; seed <= 2000; seed += 1) {
    const draw = drawer(seed);
    const [first, last] = [drawn(draw), drawn(draw)];
    let answers = answerAll(NOTHING, first);
    for (let times = draw([0, 1, 2, 3]); times > 0; times -= 1) answers = beside(answers, draw);
    const shown = new Set(
      SITUATIONS.filter(({ code }) => answers.ticked.includes(code)).flatMap(({ questions }) =>
        questions.map(({ fact }) => fact),
      ),
    );
    for (const fact of Object.keys(answers.facts))
      assert.ok(shown.has(fact), `seed ${seed}: ${fact} is asked of the library and seen nowhere in the form`);
    assert.deepEqual(asked(answerAll(answers, last)), asked(answerAll(NOTHING, last)), `seed ${seed}`);
  }
});

test('nothing of the agent’s needs, facts and situations is in what the employer gets', () => {
  const everything = SITUATIONS.reduce((answers, situation) => toggleSituation(answers, situation), {
    ...NOTHING,
    needs: NEEDS,
    client: 'affiliee',
    hours: 20,
    exchangesOn: '2026-12-01' as const,
  });
  const known = SITUATIONS.flatMap(({ questions }) => questions).reduce(
    (answers, { fact, kind }) => setFact(answers, fact, kind === 'percent' ? 8 : true),
    everything as Answers,
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
