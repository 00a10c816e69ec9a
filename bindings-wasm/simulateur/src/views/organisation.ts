/** Which employer the agent has, since the tariffs of the centre tell them apart, and when the bilan could be. */

import { html, nothing, type TemplateResult } from 'lit';

import type { View } from '../view.js';
import { radios } from './choice.js';
import { dates } from './dates.js';

/** Both on one screen. */
export function organisationAndDates(view: View): TemplateResult {
  return html`${view.settled.client ? nothing : organisation(view)}${dates(view)}`;
}

export function organisation({ library, answers, change, expert }: View): TemplateResult {
  return radios<string | null>(
    {
      name: 'client',
      legend: expert ? 'L’employeur de l’agent' : 'Quel est votre employeur\u00a0?',
      hint: expert ? undefined : 'Le tarif en dépend. Votre service des ressources humaines le sait.',
      options: [
        ...library.offer.clients.map(({ code, label }) => ({ value: code, label })),
        { value: null, label: 'Je ne sais pas' },
      ],
    },
    answers.client,
    (client) => change({ ...answers, client }),
  );
}
