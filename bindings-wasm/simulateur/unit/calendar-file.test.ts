import assert from 'node:assert/strict';
import { test } from 'node:test';

import { calendarFile, newMark } from '../src/calendar-file.js';
import type { Dossier } from '../src/contract.js';

const DOSSIER = {
  plan: { label: 'Bilan évolution', steps: [{ code: 'pistes', label: 'Pistes' }] },
  schedule: {
    milestones: [
      { code: 'exchanges', label: 'Dernier échange', date: '2026-12-01' },
      { code: 'lastSession', label: 'Fin', date: '2027-01-12' },
    ],
    sessions: [
      { step: 'pistes', date: '2026-12-29', hours: 1.5 },
      { step: 'pistes', date: '2027-01-12', hours: 1 },
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

test('an event says nothing that is made from the answers', () => {
  assert.ok(!file(newMark()).includes('aaaaaaaa'));
});

test('whatever a label holds, it neither forges an event nor breaks a line', () => {
  const hostile = 'Bilan ; de, la\\r\nEND:VEVENT\r\nBEGIN:VEVENT\u2028ORGANIZER:x\u0000 ' + 'é€😀'.repeat(60);
  const text = calendarFile(
    {
      ...DOSSIER,
      plan: { label: hostile, steps: [{ code: 'pistes', label: hostile }] },
    } as unknown as Dossier,
    hostile,
    '2026-11-23',
    newMark(),
  );
  const lines = (text ?? '').split('\r\n');
  assert.equal(lines.filter((line) => line === 'BEGIN:VEVENT').length, 3);
  assert.equal(lines.filter((line) => /^(ORGANIZER|BEGIN:VCALENDAR)/.test(line)).length, 1);
  assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75 && !/[\p{Cc}\u2028]/u.test(line)));
  const unfolded = (text ?? '').replaceAll('\r\n ', '');
  const summary = /^SUMMARY:(.*)$/m.exec(unfolded)?.[1] ?? '';
  assert.match(summary, /^Bilan \\; de\\, la\\\\r\ufffdEND:VEVENT\ufffd{2}BEGIN:VEVENT\ufffdORGANIZER:x\ufffd (é€😀){60}\u00a0: /u);
});
