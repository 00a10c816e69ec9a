/** « Et maintenant »: what to do first, whom to call, what to gather, what to hand over. */

import { html, nothing, type TemplateResult } from 'lit';

import type { Dossier, Funding, Offer } from '../contract.js';
import type { View } from '../view.js';
import { opener } from './aside.js';

export function nextSteps(view: View, { funding }: Dossier): TemplateResult {
  const { expert } = view;
  const { centre, course, settlement } = view.library.offer;
  const first = course?.before?.[0]?.label.toLowerCase();
  const documents = view.library.offer.funding?.offered ? toGather(funding, expert) : nothing;
  return html`
    <section class="card next" part="card card-next" aria-labelledby="next-title">
      <h3 tabindex="-1" id="next-title">Et maintenant&nbsp;?</h3>
      <ol class="path">
        <li><div>
          <strong>${expert ? 'Le centre de gestion' : 'Contactez le centre de gestion'}${first ? html`${expert ? '\u00a0:' : ' pour votre'} ${first}` : nothing}.</strong>
          ${[centre.service, centre.name].filter(Boolean).join(', ')}.
          ${contact(centre)}
          <slot name="contact"></slot>
        </div></li>
        <li><div>
          <strong>${expert ? 'L’agent demande l’accord de son employeur.' : 'Parlez-en à votre employeur.'}</strong> ${settlement?.request}
          ${opener(view, 'lettre', expert ? 'Préparer la lettre de l’agent' : 'Préparer ma lettre')}
        </div></li>
        ${documents}
      </ol>
    </section>`;
}

/** How the catalogue says to reach the centre. */
function contact({ contact: known }: Offer['centre']): TemplateResult | typeof nothing {
  if (!known) return nothing;
  const { phone, email, address } = known;
  return html`<p class="contact">
    ${phone ? html`<a href=${`tel:${phone.replace(/[^+\d]/g, '')}`}>${phone}</a>` : nothing}
    ${email ? html`<a href=${`mailto:${email}`}>${email}</a>` : nothing}
    ${address ? html`<span>${address}</span>` : nothing}
  </p>`;
}

const STATES: ReadonlyMap<string, string> = new Map([
  ['expired', '\u00a0: expiré, à renouveler'],
  ['expiring', '\u00a0: expire pendant le bilan, à renouveler'],
]);

/** The documents that the fund usually asks for, and those to renew. */
function toGather(funding: Funding | null | undefined, expert: boolean): TemplateResult | typeof nothing {
  if (funding?.outcome !== 'possible' || funding.documents.length === 0) return nothing;
  return html`
    <li><div>
      <strong>${expert ? 'À rassembler' : 'Rassemblez'}, pour le FIPHFP\u00a0:</strong>
      <ul class="dots">${funding.documents.map(({ document, state }) => html`<li>${document}${STATES.get(state) ?? ''}</li>`)}</ul>
    </div></li>`;
}
