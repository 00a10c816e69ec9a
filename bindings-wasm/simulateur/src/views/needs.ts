/** What brings the agent, and what they expect of the bilan. */

import { html, nothing, type TemplateResult } from 'lit';

import { chooseVariant, setNeeds } from '../answers.js';
import { HINT, motivesOf, QUESTION, toggleMotive } from '../motives.js';
import type { View } from '../view.js';
import { checkboxes } from './choice.js';

/** A few situations in plain words; what each expects is folded under them. */
export function motives(view: View): TemplateResult {
  const { library, answers, change } = view;
  const offered = motivesOf(library.offer);
  if (offered.length === 0) return needs(view);
  const chosen = answers.needs.length;
  return html`
    ${checkboxes(
      {
        name: 'motives',
        legend: QUESTION,
        hint: HINT,
        options: offered.map(({ code, label }) => ({ value: code, label })),
      },
      answers.motives,
      (code) => change(toggleMotive(answers, code, library.offer)),
    )}
    <details class="refine">
      <summary>Préciser mes attentes${chosen > 0 ? html` <span class="count">(${chosen})</span>` : nothing}</summary>
      ${needs(view)}
    </details>`;
}

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
      hint: expert ? undefined : 'Cochez ce qui vous parle, décochez le reste.',
      options,
    },
    answers.needs,
    toggle,
  );
}
