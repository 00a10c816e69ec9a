/** What a bilan costs each employer, and whether it costs any of them something. */

import type { PlanCase, Quote } from './contract.js';
import type { View } from './view.js';

/** The plan's price for each kind of employer. */
export function quotes({ library, evaluation, on }: View): readonly Quote[] {
  const { asked, shown } = evaluation;
  if (!asked || !shown) return [];
  const { hours: total, kickoffMeeting, fixed } = asked;
  const plan = { variant: shown.plan.variant, hours: total, kickoffMeeting, fixed } as PlanCase;
  return library.offer.clients.map(({ code }) => library.quote({ client: code, on, plan }));
}

/** Nothing is to be paid: by the agent's employer or, where it is not known, by any. */
export function isFree(view: View, quote: Quote | null | undefined): boolean {
  const told = quote ? [quote] : quotes(view);
  return told.length > 0 && told.every(({ status }) => status === 'free');
}
