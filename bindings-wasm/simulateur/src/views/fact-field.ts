/** One fact: its question, its answers, « je ne sais pas » always among them. */

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import { setFact, setValidUntil } from '../answers.js';
import { problemAt } from '../evaluation.js';
import type { Day, FactCode, FlagCode } from '../contract.js';
import type { View } from '../view.js';
import { radios } from './choice.js';
import { told } from './problem.js';

const UNKNOWN = { value: null, label: 'Je ne sais pas' } as const;
const FLAG = [{ value: true, label: 'Oui' }, { value: false, label: 'Non' }, UNKNOWN] as const;
const STATUS = [{ value: 'fonctionnaire', label: 'Fonctionnaire' }, { value: 'contractuel', label: 'Contractuel' }, UNKNOWN] as const;

export function factField(view: View, fact: FactCode, question: string): TemplateResult {
  const { answers, change } = view;
  const value = answers.facts[fact];
  if (fact === 'tauxIncapacitePermanente') return rate(view, question);
  const shared = { name: fact, legend: question, inline: true };
  if (fact === 'statut') return radios({ ...shared, options: STATUS }, value as string | null | undefined, chosen => change(setFact(answers, fact, chosen as 'fonctionnaire')));
  return html`
    ${radios({ ...shared, options: FLAG }, value as boolean | null | undefined, chosen => change(setFact(answers, fact, chosen)))}
    ${value === true ? proof(view, fact) : nothing}`;
}

/** A proof has a last day: until then the fact holds. */
function proof({ answers, change, evaluation }: View, fact: FlagCode): TemplateResult {
  const path = `validUntil.${fact}`;
  const problem = problemAt(evaluation, path);
  const set = (event: Event): void => change(setValidUntil(answers, fact, ((event.target as HTMLInputElement).value || null) as Day | null));
  return html`
    <div class="proof">
      <label class="field">
        <span>Fin de validité du justificatif, s’il en a une</span>
        <input type="date" .value=${live(answers.validUntil[fact] ?? '')}
          aria-invalid=${problem ? 'true' : nothing} aria-describedby=${problem ? path : nothing} @change=${set}>
      </label>
      ${told(problem, path)}
    </div>`;
}

function rate({ answers, change, evaluation }: View, question: string): TemplateResult {
  const fact = 'tauxIncapacitePermanente';
  const value = answers.facts[fact];
  const path = `facts.${fact}`;
  const problem = problemAt(evaluation, path);
  const set = (event: Event): void => {
    const typed = (event.target as HTMLInputElement).valueAsNumber;
    change(Number.isNaN(typed) ? setFact(answers, fact, null) : setFact(answers, fact, typed));
  };
  return html`
    <fieldset class="choices inline" part="choices">
      <legend>${question}</legend>
      <div class="options">
        <label class="field suffixed">
          <span class="only-read">Taux en pourcentage</span>
          <input type="number" inputmode="decimal" min="0" max="100" step="0.1" .value=${live(typeof value === 'number' ? String(value) : '')}
            aria-invalid=${problem ? 'true' : nothing} aria-describedby=${problem ? path : nothing} @change=${set}>
          <span aria-hidden="true">%</span>
        </label>
        <label class="option" part="option">
          <input type="checkbox" .checked=${live(value === null)} @change=${(event: Event) => {
            change(setFact(answers, fact, (event.target as HTMLInputElement).checked ? null : undefined));
          }}>
          <span>Je ne sais pas</span>
        </label>
      </div>
      ${told(problem, path)}
    </fieldset>`;
}
