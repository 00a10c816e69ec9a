/** How a situation stands, in a word and a drawing: never by colour alone. */

import { html, type TemplateResult } from 'lit';

import type { SituationReport } from '../contract.js';
import { icon, type IconName } from './icons.js';

const STATUSES: { readonly [status in SituationReport['status']]: { label: string; icon: IconName } } = {
  met: { label: 'Remplie', icon: 'check' },
  undetermined: { label: 'À préciser', icon: 'unknown' },
  notMet: { label: 'Non remplie', icon: 'none' },
};

export function badge(status: SituationReport['status']): TemplateResult {
  const { label, icon: drawing } = STATUSES[status];
  return html`<span class="badge">${icon(drawing)}${label}</span>`;
}
