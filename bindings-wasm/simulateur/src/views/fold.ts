/** A part of the result under its heading, folded until it is asked for; open on paper. */

import { html, nothing, type TemplateResult } from 'lit';

import type { View } from '../view.js';

interface Part {
  /** What the part is called in the page: `plan`. */
  readonly name: string;
  readonly title: string;
  /** What it comes to, in a few words beside its heading. */
  readonly gist?: string | undefined;
  /** Open from the start. */
  readonly open?: boolean;
}

export function fold(view: View, { name, title, gist, open }: Part, body: TemplateResult): TemplateResult {
  return html`
    <details class="card fold ${name}" part="card card-${name}" ?open=${open ?? view.expert}>
      <summary><h3 tabindex="-1" id="${name}-title">${title}</h3>${gist ? html`<span class="gist">${gist}</span>` : nothing}</summary>
      <div class="folded">${body}</div>
    </details>`;
}
