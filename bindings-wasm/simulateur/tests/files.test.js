import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import ICAL from 'ical.js';

import { replay } from '../../npm/dist/node.js';
import { AGENTS, answer, resultOf } from './support/agent.js';
import { goBack, open, unfold } from './support/result.js';
import { session } from './support/session.js';
import { found, wordsOfTheAgent } from './support/words.js';

const { visit } = session();

async function saved(page, button) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

describe('what is handed over', () => {
  for (const timezoneId of ['Europe/Paris', 'America/Guadeloupe', 'Pacific/Auckland']) {
    test(`the calendar file has the sessions, each a whole day: ${timezoneId}`, () =>
      visit(
        async (page) => {
          await answer(page, AGENTS.prevention);
          const { sessions, milestones } = (await resultOf(page)).dossier.schedule;
          await unfold(page, 'calendar');
          const { name, text } = await saved(page, 'Ajouter à mon agenda');
          assert.equal(name, 'bilan-professionnel.ics');
          assert.ok(
            text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75),
            'lines are folded',
          );
          const events = new ICAL.Component(ICAL.parse(text))
            .getAllSubcomponents('vevent')
            .map((event) => new ICAL.Event(event));
          const before = milestones
            .filter(({ code }) => code === 'exchanges' || code === 'kickoffMeeting')
            .map(({ date }) => date);
          assert.deepEqual(
            events.map(({ startDate }) => startDate.toString()),
            [...before, ...sessions.map(({ date }) => date)],
          );
          assert.ok(events.every(({ startDate, duration }) => startDate.isDate && duration.toSeconds() === 86_400));
          assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length);
          assert.equal(events.at(-1).summary, 'Bilan professionnel\u00a0: séance 11 sur 11');
          const { plan } = (await resultOf(page)).dossier;
          const said = events.flatMap(({ summary, description }) => [summary, description]).join('\n');
          for (const { label } of [plan, ...plan.steps.filter(({ code }) => code !== 'reunionDemarrage')])
            assert.ok(!said.includes(label), `a diary is shown to colleagues: ${label}`);
          assert.doesNotMatch(said, /RQTH|prévention|santé|usure/i);
        },
        { timezoneId },
      ));
  }

  test('two agents with the same answers have no event in common, and one agent’s file replaces its own', () =>
    visit(async (page) => {
      const ids = async () => {
        await unfold(page, 'calendar');
        return [...(await saved(page, 'Ajouter à mon agenda')).text.matchAll(/^UID:(.*)$/gm)].map(([, id]) =>
          id.trim(),
        );
      };
      await answer(page, AGENTS.prevention);
      const one = await ids();
      assert.ok(one.length > 10);
      assert.deepEqual(await ids(), one);
      await page.getByRole('button', { name: 'Effacer mes réponses' }).click();
      await answer(page, AGENTS.prevention);
      assert.deepEqual(
        (await ids()).filter((id) => one.includes(id)),
        [],
      );
    }));

  test('the employer’s file has the variant, its price and dates, and nothing of needs, facts and situations', () =>
    visit(async (page) => {
      const words = wordsOfTheAgent();
      for (const name of ['prevention', 'developpement', 'horizon']) {
        const agent = AGENTS[name];
        await answer(page, agent);
        const mine = (await saved(page, 'Enregistrer pour moi')).text;
        await open(page, 'Voir le document', 'Pour mon employeur');
        const { name: file, text } = await saved(page, 'Enregistrer le fichier pour l’employeur');
        assert.equal(file, 'bilan-professionnel-employeur.json');
        const { about, case: asked, dossier } = JSON.parse(text);
        const {
          case: own,
          dossier: { plan, quote, schedule, record },
        } = JSON.parse(mine);
        assert.match(about, /Document pour l’employeur/);
        assert.equal(asked.audience, 'employer');
        assert.deepEqual(
          [dossier.plan.variant, dossier.plan.hours, dossier.quote, dossier.schedule],
          [plan.variant, plan.hours, quote, schedule],
        );
        assert.ok(found(mine, words).length > 5, 'the agent’s own file has them');
        assert.deepEqual(found(text, words), [], name);
        for (const secret of [...Object.values(own.validUntil ?? {}), record.request, record.result, 'sha256'])
          assert.ok(!text.includes(secret), secret);
        await goBack(page);
        await page.getByRole('button', { name: 'Effacer mes réponses' }).click();
      }
    }));

  test('the dossier is the case and its result, word for word', () =>
    visit(async (page) => {
      await answer(page, AGENTS.prevention);
      const { name, text } = await saved(page, 'Enregistrer pour moi');
      assert.equal(name, 'bilan-professionnel.json');
      const document = JSON.parse(text);
      const { about, ...held } = document;
      assert.match(about, /réponses de santé comprises/);
      assert.deepEqual(held, await resultOf(page));
      assert.equal(document.case.validUntil.rqth, '2027-02-28');
      const {
        dossier: { record },
        case: asked,
      } = document;
      assert.equal(replay({ case: asked, record }).holds, true, 'the office that receives it can replay it');
    }));
});
