/** What comes next: whom to ask, and what happens before the start. */

import { html, type TemplateResult } from 'lit';

import type { View } from '../view.js';
import { list } from '../french.js';

export function nextSteps({ library }: View): TemplateResult {
  const { centre, course } = library.offer;
  return html`
    <section class="card next" part="card card-next" aria-labelledby="next-title">
      <h3 tabindex="-1" id="next-title">Et maintenant&nbsp;?</h3>
      <ol class="path">${course.before.map(({ label }) => html`<li>${label}</li>`)}</ol>
      <p>
        Contact&nbsp;: ${centre.service}, ${centre.name}.
        Rendez-vous à ${list(course.sites.map(({ label }) => label))}, ou à distance (${list(course.remote.map(({ label }) => label.toLowerCase()))}).
      </p>
      <slot name="contact"></slot>
      <p class="note">${course.workingTime} ${course.accessibility}</p>
    </section>`;
}
