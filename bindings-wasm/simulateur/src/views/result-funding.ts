/** Might the FIPHFP pay? Situation by situation, with what is missing. */

import { html, nothing, type TemplateResult } from 'lit';

import type { Funding, SituationReport } from '../contract.js';
import type { View } from '../view.js';
import { factField } from './fact-field.js';
import { icon, type IconName } from './icons.js';
import { badge } from './status.js';

interface Shown {
  readonly title: string;
  readonly tone: string;
  readonly icon: IconName;
}

const OPEN: Shown = { title: 'Financement par le FIPHFP\u00a0: à préciser', tone: 'undetermined', icon: 'unknown' };
const OUTCOMES: ReadonlyMap<string, Shown> = new Map([
  ['possible', { title: 'Financement par le FIPHFP\u00a0: possible, en totalité', tone: 'met', icon: 'check' }],
  ['undetermined', OPEN],
  [
    'notListed',
    {
      title: 'Financement par le FIPHFP\u00a0: à voir avec une conseillère ou un conseiller',
      tone: 'notMet',
      icon: 'none',
    },
  ],
]);

export function fundingResult(view: View, funding: Funding): TemplateResult {
  const { title, tone, icon: drawing } = OUTCOMES.get(funding.outcome) ?? OPEN;
  const concerned = (report: SituationReport): boolean =>
    report.status === 'met' || view.answers.ticked.includes(report.code);
  const first = funding.situations.filter(concerned);
  const rest = funding.situations.filter((report) => !concerned(report));
  return html`
    <section class="card funding" part="card card-funding" aria-labelledby="funding-title">
      <div class="verdict ${tone}">
        ${icon(drawing)}
        <h3 tabindex="-1" id="funding-title">${title}</h3>
        <p>${funding.explanation}</p>
      </div>
      ${first.length > 0 ? html`<ul class="situations">${first.map(situation)}</ul>` : nothing}
      ${nextQuestion(view, funding)}
      ${
        rest.length > 0
          ? html`
        <details class="more" ?open=${view.expert}>
          <summary>${first.length > 0 ? `Les ${rest.length} autres situations de la liste` : `Les ${rest.length} situations de la liste, une par une`}</summary>
          <ul class="situations">${rest.map(situation)}</ul>
        </details>`
          : nothing
      }
      ${toGather(funding)}
      <p class="note">${[view.library.offer.funding?.procedure, view.library.offer.settlement?.request].filter(Boolean).join(' ')}</p>
    </section>`;
}

function situation({ label, status, explanation, articles }: SituationReport): TemplateResult {
  return html`
    <li class="report ${status}">
      ${badge(status)}
      <div><strong>${label}</strong><span>${explanation}</span>${articles.map(({ code, article }) => html`<small>${code}, ${article}</small>`)}</div>
    </li>`;
}

/** The documents that the fund usually asks for, and those to renew. */
function toGather({ outcome, documents }: Funding): TemplateResult | typeof nothing {
  if (outcome !== 'possible' || documents.length === 0) return nothing;
  return html`
    <p class="small-title">À rassembler pour la demande</p>
    <ul class="dots">${documents.map(({ document, state }) => html`<li>${document}${STATES.get(state) ?? ''}</li>`)}</ul>`;
}

const STATES: ReadonlyMap<string, string> = new Map([
  ['expired', '\u00a0: expiré, à renouveler'],
  ['expiring', '\u00a0: expire pendant le bilan, à renouveler'],
]);

/** The one answer that would help most. */
function nextQuestion(view: View, { nextQuestionDetail: question, outcome }: Funding): TemplateResult | typeof nothing {
  if (view.expert || outcome !== 'undetermined' || !question) return nothing;
  return html`
    <div class="next-question screen">
      <p class="kicker">La réponse qui aiderait le plus</p>
      ${factField(view, question, true)}
    </div>`;
}
