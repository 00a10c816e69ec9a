/** The variants side by side: whom each is for, what it allows, its hours, who accompanies. */

import { html, nothing, type TemplateResult } from 'lit';

import { chooseVariant } from '../answers.js';
import type { Variant } from '../contract.js';
import { hours, inAutonomy, list, plural } from '../french.js';
import type { View } from '../view.js';

export function compare(view: View): TemplateResult {
  const { variants } = view.library.offer;
  const ranking = view.evaluation.shown?.recommendation?.ranking;
  return html`
    <p class="lead">${
      ranking
        ? view.expert
          ? 'Rangées selon les attentes cochées.'
          : 'Rangées selon vos attentes. Vos réponses sont gardées.'
        : 'Lisez-les librement\u00a0: aucune réponse n’est nécessaire.'
    }</p>
    <ul class="compared" part="compared">
      ${(ranking ?? variants.map(({ code }) => ({ variant: code }))).map(({ variant: code }) => {
        const variant = variants.find((known) => known.code === code);
        return variant ? card(view, variant) : nothing;
      })}
    </ul>`;
}

function card(view: View, variant: Variant): TemplateResult {
  const { code, label, purpose, objectives } = variant;
  const { shown } = view.evaluation;
  const ranked = shown?.recommendation?.ranking.find((entry) => entry.variant === code);
  const current = shown?.plan.variant === code;
  return html`
    <li class=${current ? 'current' : ''}>
      <h3 tabindex="-1">${label}</h3>
      <p class="fit">${current ? html`<strong>Celle de ${view.expert ? 'ce' : 'votre'} résultat.</strong> ` : nothing}${ranked ? fit(ranked) : nothing}</p>
      <dl>
        <div><dt>Pour</dt><dd>${purpose}</dd></div>
        <div><dt>Durée</dt><dd>${duration(view, variant)}</dd></div>
        <div><dt>Avec</dt><dd>${company(view, variant)}</dd></div>
        ${
          objectives?.length
            ? html`<div><dt>Ce qu’elle permet</dt><dd><ul class="dots">${objectives.map((objective) => html`<li>${objective}</li>`)}</ul></dd></div>`
            : nothing
        }
      </dl>
      ${
        shown && !current && !view.settled.variant
          ? html`
        <button type="button" class="button screen" part="button" @click=${() => {
          view.change(chooseVariant(view.answers, code));
          view.show(null);
        }}>Choisir<span class="only-read">&nbsp;: ${label}</span></button>`
          : nothing
      }
    </li>`;
}

function fit({
  served,
  unserved,
}: {
  readonly served: readonly string[];
  readonly unserved: readonly string[];
}): string {
  const all = served.length + unserved.length;
  return served.length === 0
    ? 'Ne répond à aucune des attentes cochées.'
    : `Répond à ${plural(served.length, 'attente', 'attentes')} sur ${all}.`;
}

/** The stated total, and what of it the agent does alone. */
function duration({ library }: View, { statedHours, average, counts, steps }: Variant): string {
  const accompanied = (code: string): boolean =>
    library.offer.modes.some((mode) => mode.code === code && mode.accompanied);
  const alone = steps.filter(({ modes }) => !modes.some(accompanied)).reduce((sum, step) => sum + step.hours.min, 0);
  const total = average ? `${hours(statedHours)} en moyenne` : hours(statedHours);
  return `${total}${inAutonomy(alone, counts) || ', sans travail en autonomie'}`;
}

/** Who accompanies; whether a coach takes part is said either way, where one does in another variant. */
function company({ library }: View, variant: Variant): string {
  const coached = (other: Variant): boolean => other.steps.some(({ coach }) => coach);
  const companions = (library.offer.accompaniment ?? [])
    .filter(({ variants }) => !variants || variants.includes(variant.code))
    .map(({ label }, index) => (index === 0 ? label : label.toLowerCase()));
  const alone = !coached(variant) && library.offer.variants.some(coached) ? 'Sans coach.' : '';
  return [companions.length > 0 ? `${list(companions)}.` : '', alone].filter(Boolean).join(' ');
}
