/** What an employer has to know around the sessions, in sentences. */

import type { Offer } from './contract.js';
import { list } from './french.js';

/** What comes before and after, and what is to be paid: where the bilan is free, no invoice follows. */
export function aroundTheSessions({ course, settlement }: Offer, free: boolean): string[] {
  const before = (course?.before ?? []).map(({ label }) => label.toLowerCase());
  const after = (settlement?.documents ?? []).map(({ label }) => label.toLowerCase());
  return [
    before.length > 0 && `Avant le début\u00a0: ${list(before)}.`,
    after.length > 0 && `À la fin, le centre ${free ? 'remet' : 'envoie à qui finance'}\u00a0: ${list(after)}.`,
    settlement?.payee &&
      !free &&
      `La facture se règle dans les ${settlement.dueDays ?? 30} jours de sa réception, à l’ordre de\u00a0: ${settlement.payee}.`,
    course?.workingTime,
  ].filter((told): told is string => Boolean(told));
}
