/** The situations of the FIPHFP's list in a few words to tick, and whether another one concerns the agent. */

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import { tickNone, toggleConcern, type Answers } from '../answers.js';
import { concerns, type Concern } from '../concerns.js';
import type { Situation } from '../contract.js';
import type { View } from '../view.js';
import { checkboxes, radios } from './choice.js';
import { proof } from './fact-field.js';

const WHY =
  'Dans certaines situations, le Fonds pour l’insertion des personnes handicapées dans la fonction publique (FIPHFP) pourrait financer le bilan en totalité.';

export function situations(view: View): TemplateResult {
  const { library, answers, change, inquiry } = view;
  const all = concerns(library.blank.situations);
  const isTicked = (concern: Concern): boolean => concern.situations.every((code) => answers.ticked.includes(code));
  const alone = (others: NonNullable<Answers['others']>, label: string): TemplateResult => {
    const chosen = answers.ticked.length === 0 && answers.others === others;
    return html`
      <label class="option" part="option">
        <input type="checkbox" .checked=${live(chosen)} @change=${() => change(tickNone(answers, chosen ? null : others))}>
        <span>${label}</span>
      </label>`;
  };
  const proven = library.blank.situations
    .flatMap(({ questions }) => questions)
    .filter(({ fact }) => inquiry.facts[fact] === true && library.canEnd.has(fact))
    .filter(({ fact }) => !asked(view).some((question) => question.fact === fact));
  return html`
    ${checkboxes(
      {
        name: 'situations',
        legend: 'L’une de ces situations vous concerne-t-elle, peut-être\u00a0?',
        hint: WHY,
        options: all.map((concern) => ({
          value: concern,
          label: concern.label ?? labelOf(concern, library.blank.situations),
          ...(concern.hint && { hint: concern.hint }),
        })),
        last: html`<div class="apart">${alone('no', 'Non, aucune')}${alone('unknown', 'Je ne sais pas')}</div>`,
      },
      all.filter(isTicked),
      ({ situations: codes }) => change(toggleConcern(answers, codes)),
    )}
    ${proven.map(({ fact, document }) => proof(view, fact, document))}
    ${
      library.blank.situations.length > 0
        ? html`
      <details class="refine">
        <summary>Voir la liste complète</summary>
        <ul class="dots">${library.blank.situations.map(({ label }) => html`<li>${label}</li>`)}</ul>
      </details>`
        : nothing
    }`;
}

/** The questions that have an answer. */
function asked({ inquiry }: View): View['inquiry']['answered'] {
  return [...inquiry.answered, ...inquiry.answeredRest];
}

function labelOf({ situations: codes }: Concern, all: readonly Situation[]): string {
  return all.find(({ code }) => codes.includes(code))?.label ?? '';
}

/** Where what was ticked does not settle it: whether something else of the list does. */
export function others({ library, answers, change }: View): TemplateResult {
  const rest = library.blank.situations.filter(({ code }) => !answers.ticked.includes(code));
  return html`
    ${radios<NonNullable<Answers['others']>>(
      {
        name: 'others',
        legend: 'Une autre situation de la liste vous concerne-t-elle\u00a0?',
        hint: 'Si vous ne savez pas, quelques questions vous aideront. Vous pourrez les passer.',
        options: [
          { value: 'no', label: 'Non, aucune autre' },
          { value: 'unknown', label: 'Oui, ou je ne sais pas' },
        ],
        inline: true,
      },
      answers.others ?? undefined,
      (value) => change({ ...answers, others: value }),
    )}
    <ul class="dots">${rest.map(({ label }) => html`<li>${label}</li>`)}</ul>`;
}
