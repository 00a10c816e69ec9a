/** How a step is worked on, in four kinds: the colours of the plan. */

import type { PlannedStep } from '../contract.js';

export type Kind = 'meeting' | 'guided' | 'coached' | 'alone';

export const KINDS: readonly { readonly kind: Kind; readonly label: string }[] = [
  { kind: 'meeting', label: 'Réunion tripartite' },
  { kind: 'guided', label: 'Avec la conseillère' },
  { kind: 'coached', label: 'Avec une coach' },
  { kind: 'alone', label: 'En autonomie' },
];

export function kindOf({ modes, coach, accompanied }: PlannedStep): Kind {
  if (coach) return 'coached';
  if (modes.length === 1 && modes[0] === 'reunion') return 'meeting';
  return accompanied ? 'guided' : 'alone';
}
