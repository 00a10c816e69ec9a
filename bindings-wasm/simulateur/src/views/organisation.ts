/** Whether the agent's employer is affiliated to the centre. */

import type { TemplateResult } from 'lit';

import type { View } from '../view.js';
import { radios } from './choice.js';

export function organisation({ library, answers, change, expert }: View): TemplateResult {
  const { shortName } = library.offer.centre;
  return radios<boolean | null>(
    {
      name: 'affiliated',
      legend: expert ? `Collectivité affiliée au ${shortName}\u00a0?` : `Votre collectivité est-elle affiliée au ${shortName}\u00a0?`,
      hint: expert ? undefined : 'Le tarif en dépend. Votre service des ressources humaines le sait.',
      options: [{ value: true, label: 'Oui' }, { value: false, label: 'Non' }, { value: null, label: 'Je ne sais pas' }],
      inline: true,
    },
    answers.affiliated,
    affiliated => change({ ...answers, affiliated }),
  );
}
