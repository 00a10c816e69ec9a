/**
 * The situations as a counsellor goes through them. One that is a single question is answered on its line; the others unfold.
 * One that is met is enough: the rest is then put away.
 */

import { html, nothing, type TemplateResult } from 'lit';

import type { Situation } from '../contract.js';
import type { View } from '../view.js';
import { factField } from './fact-field.js';
import { badge } from './status.js';

export function expertSituations(view: View): TemplateResult {
  const reports = view.library.blank.situations;
  const statuses = new Map(view.evaluation.dossier?.funding?.situations.map(({ code, status }) => [code, status]));
  const status = ({ code }: Situation): string => statuses.get(code) ?? 'undetermined';
  const met = reports.filter((report) => status(report) === 'met');
  const rest = reports.filter((report) => status(report) !== 'met');
  const shown = (report: Situation): TemplateResult => situation(view, report, status(report));
  // One list either way: what has the focus stays in the page when the situation it belongs to is met.
  return html`
    <div class="met-first">
      ${reports.map((report) => (met.length === 0 || met.includes(report) ? html`<div>${shown(report)}</div>` : html`<div hidden></div>`))}
    </div>
    ${
      met.length > 0
        ? html`
      <details class="rest">
        <summary>Une situation suffit\u00a0: voir les ${rest.length} autres</summary>
        ${rest.map(shown)}
      </details>`
        : nothing
    }`;
}

function situation(view: View, { label, questions }: Situation, status: string): TemplateResult {
  const name = html`${label} ${status === 'undetermined' ? nothing : badge(status)}`;
  const [only] = questions.length === 1 ? questions : [];
  if (only)
    return html`<div class="situation line ${status}">${factField(view, { ...only, question: label, questionAbout: label, help: null })}${status === 'undetermined' ? nothing : badge(status)}</div>`;
  return html`
    <details class="situation ${status}" ?open=${questions.some(({ fact }) => fact in view.answers.facts)}>
      <summary>${name}</summary>
      ${questions.map((question) => factField(view, question))}
    </details>`;
}
