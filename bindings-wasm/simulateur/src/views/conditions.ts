/** The conditions of the situations that were ticked, and of no other. */

import { html, nothing, type TemplateResult } from 'lit';

import type { View } from '../view.js';
import { factField } from './fact-field.js';
import { badge } from './status.js';

export function conditions(view: View): TemplateResult {
  const ticked = view.library.blank.situations.filter(({ code }) => view.answers.ticked.includes(code));
  return html`
    <p class="lead">Répondez à ce que vous savez. «&nbsp;Je ne sais pas&nbsp;» est une réponse&nbsp;: le résultat dira ce qui reste à vérifier.</p>
    ${ticked.map(
      ({ label, questions }) => html`
      <section class="situation">
        <h3 tabindex="-1">${label}</h3>
        ${questions.map((question) => factField(view, question))}
      </section>`,
    )}`;
}

/** All situations and their conditions at once, for an adviser who has the file at hand. */
export function allConditions(view: View): TemplateResult {
  const reports = view.library.blank.situations;
  const statuses = view.evaluation.dossier?.funding?.situations;
  return html`${reports.map(({ label, questions, code }, index) => {
    const status = statuses?.[index]?.status ?? 'undetermined';
    return html`
      <details class="situation ${status}" ?open=${view.answers.ticked.includes(code)}>
        <summary>${label} ${status === 'undetermined' ? nothing : badge(status)}</summary>
        ${questions.map((question) => factField(view, question))}
      </details>`;
  })}`;
}
