// What one operation says and another says of the same: each chain as what it is, what is found, what is expected. Imports
// nothing, so that a page can run it as Node does.

const ON = '2026-11-23';
const calendar = { exchangesOn: '2026-12-01', weekday: 'tuesday' };

export function plans(bilan) {
  return [
    ...bilan.catalogue().variants.map(({ code }) => ({ variant: code })),
    { variant: 'evolution', hours: 20, kickoffMeeting: false },
    { variant: 'horizon', fixed: { analyseDemande: 1.5, recherches: 0 } },
  ];
}

/** Who attends every session of the calendar has missed nothing, and who misses one has. */
export function* certificates(bilan) {
  for (const plan of plans(bilan)) {
    const what = JSON.stringify(plan);
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
    const { complete, accompanied, autonomous, lastOn } = attendance;
    const whole = (hours) => ({ planned: hours, done: hours });
    yield [what, [complete, lastOn], [true, endsOn]];
    yield [what, [accompanied, autonomous], [whole(totals.accompanied), whole(totals.autonomous)]];
    const missed = bilan.settle({ plan, attended: [...kickoff, ...sessions.slice(1)] });
    yield [what, missed.attendance.complete, false];
  }
}

/** The price is that of the plan, asked as it was or written out step by step. */
export function* prices(bilan) {
  for (const plan of plans(bilan)) {
    const what = JSON.stringify(plan);
    const { variant, hours, kickoffMeeting, steps } = bilan.plan(plan);
    const quote = bilan.quote({ plan, client: 'affiliee', on: ON });
    yield [what, [quote.variant, quote.hours], [variant, hours]];
    const fixed = { ...plan.fixed, ...Object.fromEntries(steps.map((step) => [step.code, step.hours])) };
    yield [what, bilan.quote({ plan: { variant, hours, kickoffMeeting, fixed }, client: 'affiliee', on: ON }), quote];
  }
}

/** A dossier is the answers of the operations that it is made of. */
export function* dossiers(bilan) {
  const facts = { rqth: true, tauxIncapacitePermanente: 12.5 };
  const needs = ['faireLePoint', 'explorerPistes'];
  for (const plan of plans(bilan)) {
    const what = JSON.stringify(plan);
    const request = { on: ON, needs, client: 'affiliee', facts, calendar, ...plan };
    const { record, warnings, ...parts } = bilan.simulate(request);
    const schedule = bilan.schedule({ plan, ...calendar });
    yield [what, Object.keys(parts).sort(), ['funding', 'plan', 'quote', 'recommendation', 'schedule']];
    yield [what, parts.recommendation, bilan.recommend({ on: ON, needs, facts })];
    yield [what, parts.funding, bilan.funding({ on: ON, facts, until: schedule.endsOn })];
    yield [what, parts.plan, bilan.plan(plan)];
    yield [what, parts.quote, bilan.quote({ plan, client: 'affiliee', on: ON })];
    yield [what, parts.schedule, schedule];
    yield [what, warnings, []];
    yield [what, bilan.replay({ case: request, record }).holds, true];
  }
}
