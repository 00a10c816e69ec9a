import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import ICAL from 'ical.js';

import { replay } from '../../npm/dist/node.js';
import { AGENTS, answer, resultOf } from './support/agent.js';
import { session } from './support/session.js';

const { visit } = session();

async function saved(page, button) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

describe('what is handed over', () => {
  for (const timezoneId of ['Europe/Paris', 'America/Guadeloupe', 'Pacific/Auckland']) {
    test(`the calendar file has the sessions, each a whole day: ${timezoneId}`, () => visit(async page => {
      await answer(page, AGENTS.prevention);
      const { sessions, milestones } = (await resultOf(page)).dossier.schedule;
      const { name, text } = await saved(page, 'Ajouter à mon agenda');
      assert.equal(name, 'bilan-professionnel.ics');
      assert.ok(text.split('\r\n').every(line => Buffer.byteLength(line) <= 75), 'lines are folded');
      const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map(event => new ICAL.Event(event));
      const before = milestones.filter(({ code }) => code === 'exchanges' || code === 'kickoffMeeting').map(({ date }) => date);
      assert.deepEqual(events.map(({ startDate }) => startDate.toString()), [...before, ...sessions.map(({ date }) => date)]);
      assert.ok(events.every(({ startDate, duration }) => startDate.isDate && duration.toSeconds() === 86_400));
      assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length);
      assert.match(events.at(-1).summary, /séance 11 sur 11/);
      assert.ok(!text.includes('RQTH'), 'no health fact in a diary');
    }, { timezoneId }));
  }

  test('the dossier is the case and its result, word for word', () => visit(async page => {
    await answer(page, AGENTS.prevention);
    const { name, text } = await saved(page, 'Enregistrer pour moi');
    assert.equal(name, 'bilan-professionnel.json');
    const document = JSON.parse(text);
    assert.deepEqual(document, await resultOf(page));
    assert.equal(document.case.validUntil.rqth, '2027-02-28');
    const { dossier: { record }, case: asked } = document;
    assert.equal(replay({ case: asked, record }).holds, true, 'the office that receives it can replay it');
  }));
});
