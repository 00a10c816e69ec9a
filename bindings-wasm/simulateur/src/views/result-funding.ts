/** Might the FIPHFP pay? The verdict first; situation by situation further down, with what is missing. */

import { html, nothing, type TemplateResult } from 'lit';

import type { Funding, SituationReport } from '../contract.js';
import { plural } from '../french.js';
import type { View } from '../view.js';
import { factField } from './fact-field.js';
import { fold } from './fold.js';
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
  return html`
    <section class="card funding" part="card card-funding" aria-labelledby="funding-title">
      <div class="verdict ${tone}">
        ${icon(drawing)}
        <h3 tabindex="-1" id="funding-title">${title}</h3>
        <p>${funding.explanation}</p>
      </div>
      ${nextQuestion(view, funding)}
    </section>`;
}

/** Each situation of the list; those that concern the agent come first. */
export function situationsResult(view: View, funding: Funding): TemplateResult {
  const concerned = (report: SituationReport): boolean =>
    report.status === 'met' || view.answers.ticked.includes(report.code);
  const sorted = [...funding.situations].sort((one, other) => Number(concerned(other)) - Number(concerned(one)));
  return fold(
    view,
    {
      name: 'situations-list',
      title: 'Les situations du FIPHFP',
      gist: funding.met.length > 0 ? plural(funding.met.length, 'remplie', 'remplies') : undefined,
      open: view.expert && funding.outcome !== 'possible',
    },
    html`
      <ul class="situations">${sorted.map(situation)}</ul>
      <p class="note">${[view.library.offer.funding?.procedure, view.library.offer.settlement?.request].filter(Boolean).join(' ')}</p>`,
  );
}

function situation({ label, status, explanation, articles }: SituationReport): TemplateResult {
  return html`
    <li class="report ${status}">
      ${badge(status)}
      <div><strong>${label}</strong><span>${explanation}</span>${articles.map(({ code, article }) => html`<small>${code}, ${article}</small>`)}</div>
    </li>`;
}

/** The one answer that would help most. */
function nextQuestion(view: View, { nextQuestionDetail: question, outcome }: Funding): TemplateResult | typeof nothing {
  if (view.expert || outcome !== 'undetermined' || !question) return nothing;
  return html`
    <div class="next-question screen">
      <p class="kicker">La réponse qui aiderait le plus</p>
      ${factField(view, question, true)}
    </div>`;
}
