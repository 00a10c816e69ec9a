/** The variant that fits, why, and the others. */

import { html, nothing, type TemplateResult } from 'lit';

import { chooseVariant } from '../answers.js';
import type { Dossier } from '../contract.js';
import { list, plural } from '../french.js';
import type { View } from '../view.js';

type Ranked = NonNullable<Dossier['recommendation']>['ranking'][number];
import { icon } from './icons.js';

export function variantResult(view: View, { plan, recommendation }: Dossier): TemplateResult {
  const { library, answers, settled } = view;
  const variant = library.offer.variants.find(({ code }) => code === plan.variant);
  const ranked = recommendation?.ranking.find((entry) => entry.variant === plan.variant);
  const label = (code: string): string => library.offer.needs?.find((need) => need.code === code)?.label ?? code;
  const asked = (ranked?.served.length ?? 0) + (ranked?.unserved.length ?? 0);
  return html`
    <section class="card variant" part="card card-variant" aria-labelledby="variant-title">
      <p class="kicker">${kicker(view, plan.variant, recommendation)}</p>
      <h3 tabindex="-1" id="variant-title" class="name">${plan.label}</h3>
      <p class="purpose">${variant?.purpose}</p>
      ${
        ranked && asked > 0
          ? html`
        <p class="because">Répond à ${ranked.served.length} ${ranked.served.length > 1 ? 'attentes' : 'attente'} sur ${asked}.</p>
        <ul class="reasons">
          ${ranked.served.map((need) => html`<li class="served">${icon('check')}<span>${label(need)}</span></li>`)}
          ${ranked.unserved.map((need) => html`<li class="unserved">${icon('none')}<span>${label(need)} <em>(hors de cette déclinaison)</em></span></li>`)}
        </ul>`
          : nothing
      }
      ${settled.variant ? nothing : others(view, plan.variant, answers.variant, recommendation)}
    </section>`;
}

/** The first of the ranking, or one among equals: a choice is never presented as a finding. */
function kicker(view: View, current: string, recommendation: Dossier['recommendation']): string {
  const first = recommendation?.ranking[0];
  if (!first || first.variant !== current) return 'Déclinaison choisie';
  const whose = view.expert ? 'aux attentes de l’agent' : 'à vos attentes';
  if (!first.tied) return `La déclinaison qui répond le mieux ${whose}`;
  const label = (code: string): string =>
    view.library.offer.variants.find((variant) => variant.code === code)?.label ?? code;
  const equals = recommendation.ranking
    .slice(1)
    .filter((entry) => isEqual(entry, first))
    .map(({ variant }) => label(variant));
  return `Une déclinaison qui répond ${whose}, à égalité avec\u00a0: ${list(equals)}`;
}

function isEqual(one: Ranked, other: Ranked): boolean {
  return (
    one.served.length === other.served.length &&
    one.objective === other.objective &&
    one.suits.length > 0 === other.suits.length > 0
  );
}

function others(
  view: View,
  current: string,
  chosen: string | null,
  recommendation: Dossier['recommendation'],
): TemplateResult {
  const { library, answers, change } = view;
  const codes = recommendation?.ranking.map(({ variant }) => variant) ?? library.offer.variants.map(({ code }) => code);
  const rows = codes.flatMap((code) => library.offer.variants.find((variant) => variant.code === code) ?? []);
  const served = (code: string): number =>
    recommendation?.ranking.find(({ variant }) => variant === code)?.served.length ?? 0;
  return html`
    <details class="more screen">
      <summary>Voir les ${rows.length - 1} autres déclinaisons</summary>
      <ul class="variants">
        ${rows
          .filter(({ code }) => code !== current)
          .map(
            ({ code, label, purpose }) => html`
          <li>
            <div>
              <strong>${label}</strong>
              <span>${purpose}</span>
              ${recommendation ? html`<small>${served(code) === 0 ? 'Ne répond à aucune des attentes' : `Répond à ${plural(served(code), 'attente', 'attentes')}`}</small>` : nothing}
            </div>
            <button type="button" class="button quiet" part="button" @click=${() => change(chooseVariant(answers, code))}>
              Choisir<span class="only-read">&nbsp;: ${label}</span>
            </button>
          </li>`,
          )}
      </ul>
      ${
        chosen !== null && recommendation
          ? html`
        <button type="button" class="button quiet" part="button" @click=${() => change(chooseVariant(answers, null))}>Revenir à la déclinaison conseillée</button>`
          : nothing
      }
    </details>`;
}
