/** What the agent expects of the bilan. */

import type { TemplateResult } from 'lit';

import { chooseVariant, setNeeds } from '../answers.js';
import type { View } from '../view.js';
import { checkboxes } from './choice.js';

export function needs({ library, answers, change, expert }: View): TemplateResult {
  const options = (library.offer.needs ?? []).map(({ code, label }) => ({ value: code, label }));
  const toggle = (code: string): void => {
    const chosen = options
      .map((option) => option.value)
      .filter((need) => answers.needs.includes(need) !== (need === code));
    // The adviser sees beside the needs which variant is chosen, and keeps it.
    change(expert ? { ...chooseVariant(answers, answers.variant), needs: chosen } : setNeeds(answers, chosen));
  };
  return checkboxes(
    {
      name: 'needs',
      legend: expert ? 'Ce que l’agent attend du bilan' : 'Qu’attendez-vous d’un bilan professionnel\u00a0?',
      hint: expert ? undefined : 'Cochez tout ce qui vous parle\u00a0: une seule réponse suffit.',
      options,
    },
    answers.needs,
    toggle,
  );
}
