/** Which kind of employer the agent has: the tariffs of the centre tell them apart. */

import type { TemplateResult } from 'lit';

import type { View } from '../view.js';
import { radios } from './choice.js';

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
