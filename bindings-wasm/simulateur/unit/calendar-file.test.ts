import assert from 'node:assert/strict';
import { test } from 'node:test';

import { calendarFile, newMark } from '../src/calendar-file.js';
import type { Dossier } from '../src/contract.js';

const DOSSIER = {
  plan: { label: 'Bilan prévention', steps: [{ code: 'usure', label: 'Analyse des facteurs d’usure' }] },
  schedule: {
    milestones: [
      { code: 'exchanges', label: 'Dernier échange', date: '2026-12-01' },
      { code: 'lastSession', label: 'Fin', date: '2027-01-12' },
    ],
    sessions: [
      { step: 'usure', date: '2026-12-29', hours: 1.5 },
      { step: 'usure', date: '2027-01-12', hours: 1 },
    ],
  },
  record: { request: `sha256:${'a'.repeat(64)}` },
} as unknown as Dossier;

const file = (mark: string, edition = 0): string =>
  calendarFile(DOSSIER, 'CDG', '2026-11-23', mark, edition) ?? assert.fail('no file');
const ids = (text: string): string[] => [...text.matchAll(/^UID:(.*)$/gm)].map(([, id]) => (id ?? '').trim());

test('two agents with the same dates have no event in common', () => {
  const [one, other] = [ids(file(newMark())), ids(file(newMark()))];
  assert.equal(one.length, 3);
  assert.deepEqual(
    one.filter((id) => other.includes(id)),
    [],
  );
});

test('one agent’s file saved again replaces its own events', () => {
  const mark = newMark();
  assert.deepEqual(ids(file(mark, 1)), ids(file(mark)));
  assert.match(file(mark, 1), /^SEQUENCE:1\s*$/m);
  assert.equal(new Set(ids(file(mark))).size, 3);
});

const titles = (text: string): string[] => [...text.matchAll(/^SUMMARY:(.*)\r$/gm)].map(([, title]) => title ?? '');

test('a colleague who sees the diary learns neither which bilan it is nor what its sessions are about', () => {
  const text = file(newMark()).replaceAll('\r\n ', '');
  assert.deepEqual(titles(text), [
    'Bilan professionnel\u00a0: Dernier échange',
    'Bilan professionnel\u00a0: séance 1 sur 2',
    'Bilan professionnel\u00a0: séance 2 sur 2',
  ]);
  assert.match(text, /^X-WR-CALNAME:Bilan professionnel\r$/m);
  assert.doesNotMatch(text, /prévention|usure|aaaaaaaa/);
});

test('whatever a label holds, it neither forges an event nor breaks a line', () => {
  const hostile = 'Bilan ; de, la\\r\nEND:VEVENT\r\nBEGIN:VEVENT\u2028ORGANIZER:x\u0000 ' + 'é€😀'.repeat(60);
  const [before, ...after] = DOSSIER.schedule?.milestones ?? [];
  const schedule = { ...DOSSIER.schedule, milestones: [{ ...before, label: hostile }, ...after] };
  const text = calendarFile({ schedule } as unknown as Dossier, hostile, '2026-11-23', newMark());
  const lines = (text ?? '').split('\r\n');
  assert.equal(lines.filter((line) => line === 'BEGIN:VEVENT').length, 3);
  assert.equal(lines.filter((line) => /^(ORGANIZER|BEGIN:VCALENDAR)/.test(line)).length, 1);
  assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75 && !/[\p{Cc}\u2028]/u.test(line)));
  const unfolded = (text ?? '').replaceAll('\r\n ', '');
  const summary = /^SUMMARY:(.*)$/m.exec(unfolded)?.[1] ?? '';
  assert.match(
    summary,
    /^Bilan professionnel\u00a0: Bilan \\; de\\, la\\\\r\ufffdEND:VEVENT\ufffd{2}BEGIN:VEVENT\ufffdORGANIZER:x\ufffd (é€😀){60}$/u,
  );
});
