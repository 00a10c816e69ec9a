import assert from 'node:assert/strict';
import { test } from 'node:test';

import { aroundTheSessions } from '../src/around.js';
import type { Dossier, Offer, Quote } from '../src/contract.js';
import { inAutonomy } from '../src/french.js';
import { letterOf } from '../src/letter.js';
import { isFree } from '../src/price.js';
import type { View } from '../src/view.js';
import { OFFER as CDG29, withOffer } from './library.js';

const OFFER = {
  centre: { name: 'Centre de gestion' },
  settlement: { documents: [{ code: 'attestation', label: 'Attestation' }], payee: 'la perception', dueDays: 45 },
} as unknown as Offer;

const toldTo = (free: boolean): string => aroundTheSessions(OFFER, free).join(' ').replaceAll('\u00a0', ' ');

test('an employer is told of an invoice, and of none where the bilan is free', () => {
  assert.equal(
    toldTo(false),
    'À la fin, le centre envoie à qui finance : attestation. La facture se règle dans les 45 jours de sa réception, à l’ordre de : la perception.',
  );
  assert.equal(toldTo(true), 'À la fin, le centre remet : attestation.');
});

test('where a centre says no term, an employer is told the one that the certificate counts', () => {
  const { dueDays: _, ...settlement } = CDG29.settlement ?? {};
  const offer = { ...CDG29, settlement } as Offer;
  const asked = { plan: { variant: 'evolution' }, invoiceReceivedOn: '2027-06-10' };
  const { payment } = withOffer(offer).settle(asked);
  const days = (Date.parse(payment?.dueOn ?? '') - Date.parse('2027-06-10')) / 86_400_000;
  const told = aroundTheSessions(offer, false).join(' ').replaceAll('\u00a0', ' ');
  assert.ok(told.includes(`dans les ${days} jours`), `${days}: ${told}`);
});

test('a bilan is free where the employer pays nothing or, where it is not known, none does', () => {
  const cases: [string | null, Record<string, string>, boolean][] = [
    ['free', { affiliee: 'free', nonAffiliee: 'onQuote' }, true],
    ['published', { affiliee: 'published', nonAffiliee: 'free' }, false],
    [null, { affiliee: 'free', nonAffiliee: 'free' }, true],
    [null, { affiliee: 'free', nonAffiliee: 'onQuote' }, false],
    [null, {}, false],
  ];
  for (const [status, each, expected] of cases) {
    const library = {
      offer: { clients: Object.keys(each).map((code) => ({ code })) },
      quote: ({ client }: { client: string }) => ({ status: each[client] }),
    };
    const view = { library, evaluation: { asked: {}, shown: { plan: { variant: 'evolution' } } }, on: '2026-11-23' };
    const quote = status === null ? null : ({ status } as Quote);
    assert.equal(isFree(view as unknown as View, quote), expected, JSON.stringify([status, each]));
  }
});

test('what the agent does alone is within the total, or beside it where the total counts accompanied hours only', () => {
  const cases: [number, string | null, string][] = [
    [4, 'all', ', dont 4 h en autonomie'],
    [4, null, ', dont 4 h en autonomie'],
    [4, 'accompanied', ', et 4 h en autonomie en plus'],
    [0, 'all', ''],
    [0, 'accompanied', ''],
  ];
  for (const [alone, counts, expected] of cases) {
    assert.equal(inAutonomy(alone, counts).replaceAll('\u00a0', ' '), expected, `${alone} ${counts}`);
  }
  const plan = { hours: 13.5, average: false, counts: 'accompanied', totals: { accompanied: 13.5, autonomous: 4.5 } };
  const letter = letterOf(OFFER, '2026-11-23', { plan } as unknown as Dossier, false).replaceAll('\u00a0', ' ');
  assert.ok(letter.includes('Il dure 13 h 30, et 4 h 30 en autonomie en plus.'), letter);
});
