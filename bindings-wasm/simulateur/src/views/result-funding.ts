/** Might the FIPHFP pay? Situation by situation, with what is missing. */

import { html, nothing, type TemplateResult } from 'lit';

import { knownFacts } from '../answers.js';
import type { Funding, SituationReport } from '../contract.js';
import type { View } from '../view.js';
import { factField } from './fact-field.js';
import { icon, type IconName } from './icons.js';
import { badge } from './status.js';

const OUTCOMES: { readonly [outcome in Funding['outcome']]: { title: string; tone: string; icon: IconName } } = {
  possible: { title: 'Financement par le FIPHFP\u00a0: possible', tone: 'met', icon: 'check' },
  undetermined: { title: 'Financement par le FIPHFP\u00a0: à préciser', tone: 'undetermined', icon: 'unknown' },
  notListed: { title: 'Financement par le FIPHFP\u00a0: hors de la liste', tone: 'notMet', icon: 'none' },
};

export function fundingResult(view: View, funding: Funding): TemplateResult {
  const { title, tone, icon: drawing } = OUTCOMES[funding.outcome];
  const concerned = (report: SituationReport): boolean => report.status === 'met' || view.answers.ticked.includes(report.code);
  const first = funding.situations.filter(concerned);
  const rest = funding.situations.filter(report => !concerned(report));
  return html`
    <section class="card funding" part="card card-funding" aria-labelledby="funding-title">
      <div class="verdict ${tone}">
        ${icon(drawing)}
        <h3 tabindex="-1" id="funding-title">${title}</h3>
        <p>${funding.explanation}</p>
      </div>
      ${first.length > 0 ? html`<ul class="situations">${first.map(situation)}</ul>` : nothing}
      ${nextQuestion(view, funding)}
      ${rest.length > 0 ? html`
        <details class="more" ?open=${view.expert}>
          <summary>${first.length > 0 ? `Les ${rest.length} autres situations de la liste` : `Les ${rest.length} situations de la liste, une par une`}</summary>
          <ul class="situations">${rest.map(situation)}</ul>
        </details>` : nothing}
      <p class="note">${view.library.offer.settlement.request}</p>
    </section>`;
}

function situation({ label, status, explanation, source }: SituationReport): TemplateResult {
  return html`
    <li class="report ${status}">
      ${badge(status)}
      <div><strong>${label}</strong><span>${explanation}</span><small>${source}</small></div>
    </li>`;
}

/** The one answer that would help most, unless the visitor has said that he does not know. */
function nextQuestion(view: View, { nextQuestion: fact, nextQuestionLabel, outcome }: Funding): TemplateResult | typeof nothing {
  if (view.expert || outcome !== 'undetermined' || !fact || !nextQuestionLabel) return nothing;
  if (view.answers.facts[fact] === null || fact in knownFacts(view.answers)) {
    return html`<p class="note">Pour aller plus loin, vérifiez avec votre service des ressources humaines&nbsp;: «&nbsp;${nextQuestionLabel}&nbsp;»</p>`;
  }
  return html`
    <div class="next-question screen">
      <p class="kicker">La réponse qui aiderait le plus</p>
      ${factField(view, fact, nextQuestionLabel)}
    </div>`;
}
