/** The questions about the agent's situation: one at a time for the agent, all at once for an adviser. */

import { html, nothing, type TemplateResult } from 'lit';

import type { FactQuestion } from '../contract.js';
import type { View } from '../view.js';
import { factField } from './fact-field.js';
import { badge } from './status.js';

/** The question of this screen, and why it is put. */
export function question(view: View): TemplateResult | typeof nothing {
  const { inquiry, library, place } = view;
  const asked = [...inquiry.answered, ...inquiry.answeredRest, ...(inquiry.open ? [inquiry.open] : [])];
  const current = asked.find(({ fact }) => fact === place.fact);
  if (!current) return nothing;
  const about = library.blank.situations.filter(({ questions }) => questions.some(({ fact }) => fact === current.fact));
  return html`
    ${factField(view, current)}
    <details class="refine">
      <summary>Pourquoi cette question&nbsp;?</summary>
      <p>Votre réponse aide à savoir si le FIPHFP pourrait financer le bilan en totalité, au titre de la situation&nbsp;: ${about.map(({ label }) => `«\u00a0${label}\u00a0»`).join(', ')}. Justificatif habituel&nbsp;: ${current.document}.</p>
    </details>`;
}

/** All situations and their conditions at once, for an adviser who has the file at hand. */
export function allConditions(view: View): TemplateResult {
  const reports = view.library.blank.situations;
  const statuses = view.evaluation.dossier?.funding?.situations;
  const known = (questions: readonly FactQuestion[]): boolean =>
    questions.some(({ fact }) => fact in view.answers.facts);
  return html`${reports.map(({ label, questions }, index) => {
    const status = statuses?.[index]?.status ?? 'undetermined';
    return html`
      <details class="situation ${status}" ?open=${known(questions)}>
        <summary>${label} ${status === 'undetermined' ? nothing : badge(status)}</summary>
        ${questions.map((each) => factField(view, each))}
      </details>`;
  })}`;
}
