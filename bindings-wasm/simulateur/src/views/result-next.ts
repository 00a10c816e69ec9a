/** What comes next: whom to ask, and what happens before the start. */

import { html, nothing, type TemplateResult } from 'lit';

import type { View } from '../view.js';
import { list } from '../french.js';

export function nextSteps({ library }: View): TemplateResult {
  const { centre, course } = library.offer;
  const places = (course?.sites ?? []).map(({ label }) => label);
  const remote = (course?.remote ?? []).map(({ label }) => label.toLowerCase());
  const practical = [course?.workingTime, course?.accessibility].filter(Boolean);
  return html`
    <section class="card next" part="card card-next" aria-labelledby="next-title">
      <h3 tabindex="-1" id="next-title">Et maintenant&nbsp;?</h3>
      <ol class="path">${(course?.before ?? []).map(({ label }) => html`<li>${label}</li>`)}</ol>
      <p>
        Contact&nbsp;: ${[centre.service, centre.name].filter(Boolean).join(', ')}.
        ${places.length > 0 ? html`Rendez-vous à ${list(places)}${remote.length > 0 ? `, ou à distance (${list(remote)})` : ''}.` : nothing}
      </p>
      <slot name="contact"></slot>
      ${practical.length > 0 ? html`<p class="note">${practical.join(' ')}</p>` : nothing}
    </section>`;
}
