/** The variant that fits, and why; equals side by side: a choice is never presented as a finding. */

import { html, nothing, type TemplateResult } from 'lit';

import { chooseVariant } from '../answers.js';
import type { Dossier } from '../contract.js';
import { list, plural } from '../french.js';
import type { View } from '../view.js';
import { opener } from './aside.js';
import { icon } from './icons.js';

type Recommendation = NonNullable<Dossier['recommendation']>;
type Ranked = Recommendation['ranking'][number];

/** Reasons that are told at once; the others are folded. */
const TOLD = 3;

export function variantResult(view: View, { plan, recommendation }: Dossier): TemplateResult {
  const { answers, change, settled } = view;
  const ranked = recommendation?.ranking.find((entry) => entry.variant === plan.variant);
  const equals = recommendation ? equalsOf(recommendation) : [];
  const tied = equals.length > 1 && equals.some(({ variant }) => variant === plan.variant);
  return html`
    <section class="card variant" part="card card-variant" aria-labelledby="variant-title">
      ${tied ? side(view, plan.variant, equals) : alone(view, plan, recommendation)}
      ${ranked ? reasons(view, ranked) : nothing}
      ${
        settled.variant
          ? nothing
          : html`
        <div class="actions screen">
          ${opener(view, 'comparer', 'Comparer les déclinaisons')}
          ${
            answers.variant !== null && recommendation && !tied
              ? html`<button type="button" class="button quiet" part="button" @click=${() => change(chooseVariant(answers, null))}>Revenir à la déclinaison conseillée</button>`
              : nothing
          }
        </div>`
      }
    </section>`;
}

function alone(view: View, plan: Dossier['plan'], recommendation: Dossier['recommendation']): TemplateResult {
  const best = recommendation?.ranking[0]?.variant === plan.variant;
  const whose = view.expert ? 'aux attentes de l’agent' : 'à vos attentes';
  return html`
    <p class="kicker">${best ? `Répond le mieux ${whose}` : 'Déclinaison choisie'}</p>
    <h3 tabindex="-1" id="variant-title" class="name">${plan.label}</h3>
    <p class="purpose">${view.library.offer.variants.find(({ code }) => code === plan.variant)?.purpose}</p>`;
}

/** Equals: none is before the others, and each can be looked at. */
function side({ library, answers, change, expert }: View, current: string, equals: readonly Ranked[]): TemplateResult {
  const few = equals.length < 3;
  return html`
    <h3 tabindex="-1" id="variant-title">${equals.length} déclinaisons répondent autant ${expert ? 'aux attentes de l’agent' : 'à vos attentes'}</h3>
    <ul class="equals ${few ? 'few' : ''}">
      ${equals.map(({ variant: code, label }) => {
        const shown = code === current;
        return html`
        <li class=${shown ? 'current' : ''}>
          <h4 class="name">${label}</h4>
          ${few ? html`<p>${library.offer.variants.find((variant) => variant.code === code)?.purpose}</p>` : nothing}
          ${
            shown
              ? html`<p class="badge">${icon('check')}Détaillée ci-dessous</p>`
              : html`
          <button type="button" class="button quiet screen" part="button" @click=${() => change(chooseVariant(answers, code))}>Choisir<span class="only-read">&nbsp;: ${label}</span></button>`
          }
        </li>`;
      })}
    </ul>`;
}

/** Those that nothing sets apart from the first. */
function equalsOf({ ranking: [first, ...others] }: Recommendation): readonly Ranked[] {
  if (!first) return [];
  const same = (other: Ranked): boolean =>
    other.served.length === first.served.length &&
    other.objective === first.objective &&
    other.suits.length > 0 === first.suits.length > 0;
  return [first, ...others.filter(same)];
}

function reasons(view: View, { served, unserved, suits }: Ranked): TemplateResult {
  const { offer, blank } = view.library;
  const label = (code: string): string => offer.needs?.find((need) => need.code === code)?.label ?? code;
  const situations = blank.situations.filter(({ code }) => suits.includes(code)).map(({ label }) => label);
  const all = served.length + unserved.length;
  const lines = [
    ...served.map((need) => html`<li class="served">${icon('check')}<span>${label(need)}</span></li>`),
    ...unserved.map(
      (need) =>
        html`<li class="unserved">${icon('none')}<span>${label(need)} <em>(hors de cette déclinaison)</em></span></li>`,
    ),
  ];
  const rest = lines.slice(TOLD);
  return html`
    <p class="because">Répond à ${plural(served.length, 'attente', 'attentes')} sur ${all}.</p>
    <ul class="reasons">${lines.slice(0, TOLD)}</ul>
    ${rest.length > 0 ? html`<details class="more"><summary>Voir les ${all} attentes une par une</summary><ul class="reasons">${rest}</ul></details>` : nothing}
    ${situations.length > 0 ? html`<p class="note">Elle convient aussi à ${view.expert ? 'sa' : 'votre'} situation\u00a0: ${list(situations)}.</p>` : nothing}`;
}
