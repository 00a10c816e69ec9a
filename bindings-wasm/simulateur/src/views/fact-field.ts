/** One fact: its question, its answers, « je ne sais pas » always among them. */

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import { answerBeside, setFact, setValidUntil } from '../answers.js';
import { problemAt } from '../evaluation.js';
import type { Day, FactCode, FactQuestion, FactValue } from '../contract.js';
import type { View } from '../view.js';
import { radios } from './choice.js';
import { sentence } from '../french.js';
import { told } from './problem.js';

const UNKNOWN = { value: null, label: 'Je ne sais pas' } as const;
const FLAG = [{ value: true, label: 'Oui' }, { value: false, label: 'Non' }, UNKNOWN] as const;
const STATUS = [
  { value: 'fonctionnaire', label: 'Fonctionnaire' },
  { value: 'contractuel', label: 'Contractuel' },
  UNKNOWN,
] as const;

/** Asks a question; `beside` the result, the situation it belongs to is ticked along. */
export function factField(view: View, question: FactQuestion, beside = false): TemplateResult {
  const { answers, change, library } = view;
  const { fact, kind, help } = question;
  const legend = view.expert ? question.questionAbout : question.question;
  const value = answers.facts[fact];
  const set = (chosen: FactValue | null | undefined): void => {
    change(beside ? answerBeside(answers, fact, chosen, library.blank.situations) : setFact(answers, fact, chosen));
  };
  if (kind === 'percent') return rate(view, fact, legend, set);
  const shared = { name: fact, legend, hint: help ?? undefined, inline: true };
  if (kind === 'status')
    return radios({ ...shared, options: STATUS }, value as 'fonctionnaire' | 'contractuel' | null | undefined, set);
  return html`
    ${radios({ ...shared, options: FLAG }, value as boolean | null | undefined, set)}
    ${value === true && library.canEnd.has(fact) ? proof(view, fact) : nothing}`;
}

/** A proof has a last day: until then the fact holds. */
export function proof({ answers, change, evaluation }: View, fact: FactCode, document?: string): TemplateResult {
  const path = `validUntil.${fact}`;
  const problem = problemAt(evaluation, path);
  const set = (event: Event): void =>
    change(setValidUntil(answers, fact, ((event.target as HTMLInputElement).value || null) as Day | null));
  return html`
    <div class="proof">
      ${document ? html`<p class="hint">${sentence(document)}</p>` : nothing}
      <label class="field">
        <span>Fin de validité du justificatif, s’il en a une</span>
        <input type="date" autocomplete="off" .value=${live(answers.validUntil[fact] ?? '')}
          aria-invalid=${problem ? 'true' : nothing} aria-describedby=${problem ? path : nothing} @change=${set}>
      </label>
      ${told(problem, path)}
    </div>`;
}

function rate(
  { answers, evaluation }: View,
  fact: FactCode,
  question: string,
  set: (value: number | null | undefined) => void,
): TemplateResult {
  const value = answers.facts[fact];
  const path = `facts.${fact}`;
  const problem = problemAt(evaluation, path);
  const type = (event: Event): void => {
    const typed = (event.target as HTMLInputElement).valueAsNumber;
    set(Number.isNaN(typed) ? null : typed);
  };
  return html`
    <fieldset class="choices inline" part="choices">
      <legend>${question}</legend>
      <div class="options">
        <label class="field suffixed">
          <span class="only-read">Taux en pourcentage</span>
          <input type="number" autocomplete="off" inputmode="decimal" min="0" max="100" step="0.01" .value=${live(typeof value === 'number' ? String(value) : '')}
            aria-invalid=${problem ? 'true' : nothing} aria-describedby=${problem ? path : nothing} @change=${type}>
          <span aria-hidden="true">%</span>
        </label>
        <label class="option" part="option">
          <input type="checkbox" .checked=${live(value === null)} @change=${(event: Event) => {
            set((event.target as HTMLInputElement).checked ? null : undefined);
          }}>
          <span>Je ne sais pas</span>
        </label>
      </div>
      <div class="told">${told(problem, path)}</div>
    </fieldset>`;
}
