/** A question with a list of answers: native check boxes or radio buttons, each a large target. */

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

export interface Option<Value> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
}

interface Question<Value> {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly options: readonly Option<Value>[];
  /** Answers after these, of another kind. */
  readonly last?: TemplateResult;
  /** Answers side by side rather than one under the other. */
  readonly inline?: boolean;
}

export function radios<Value>(
  question: Question<Value>,
  chosen: Value | undefined,
  choose: (value: Value) => void,
): TemplateResult {
  return group(question, 'radio', (value) => value === chosen, choose);
}

export function checkboxes<Value>(
  question: Question<Value>,
  chosen: readonly Value[],
  toggle: (value: Value) => void,
): TemplateResult {
  return group(question, 'checkbox', (value) => chosen.includes(value), toggle);
}

function group<Value>(
  { name, legend, hint, options, inline, last }: Question<Value>,
  type: 'radio' | 'checkbox',
  isChosen: (value: Value) => boolean,
  choose: (value: Value) => void,
): TemplateResult {
  const described = hint ? `${name}-hint` : nothing;
  return html`
    <fieldset class="choices ${inline ? 'inline' : ''}" part="choices" aria-describedby=${described}>
      <legend>${legend}</legend>
      ${hint ? html`<p class="hint" id=${`${name}-hint`}>${hint}</p>` : nothing}
      <div class="options">
        ${options.map(
          (option) => html`
          <label class="option" part="option">
            <input type=${type} name=${name} .checked=${live(isChosen(option.value))} @change=${() => choose(option.value)}>
            <span>${option.label}${option.hint ? html`<small>${option.hint}</small>` : nothing}</span>
          </label>`,
        )}
        ${last ?? nothing}
      </div>
    </fieldset>`;
}
