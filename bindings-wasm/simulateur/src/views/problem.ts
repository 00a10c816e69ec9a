/** What the library refuses in an answer, beside its field, which refers to it by its path. */

import { html, nothing, type TemplateResult } from 'lit';

import type { Problem } from '../library.js';

export function told(problem: Problem | undefined, id: string): TemplateResult | typeof nothing {
  return problem ? html`<p class="problem" id=${id}>${problem.message}</p>` : nothing;
}
