/** How a situation stands, in a word and a drawing: never by colour alone. */

import { html, type TemplateResult } from 'lit';

import type { SituationReport } from '../contract.js';
import { icon, type IconName } from './icons.js';

interface Shown {
  readonly label: string;
  readonly icon: IconName;
}

const OPEN: Shown = { label: 'À préciser', icon: 'unknown' };
const STATUSES: ReadonlyMap<string, Shown> = new Map([
  ['met', { label: 'Remplie', icon: 'check' }],
  ['undetermined', OPEN],
  ['notMet', { label: 'Non remplie', icon: 'none' }],
]);

export function badge(status: SituationReport['status']): TemplateResult {
  const { label, icon: drawing } = STATUSES.get(status) ?? OPEN;
  return html`<span class="badge">${icon(drawing)}${label}</span>`;
}
