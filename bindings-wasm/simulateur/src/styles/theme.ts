/**
 * Colours, in light and in dark. Which of the two applies is the page's own `color-scheme`, so that the element is never
 * dark on a page that has no dark mode. A page sets `--bilan-accent` and the like on the element.
 */

import { css, unsafeCSS } from 'lit';

/** Name, light, dark. Text on its ground has a contrast of 4.5 at least, a control on its ground 3. */
const COLOURS: readonly (readonly [string, string, string])[] = [
  ['accent', '#0f5a70', '#86cfe2'],
  ['on-accent', '#ffffff', '#06222b'],
  ['accent-soft', '#e6f1f4', '#17323b'],
  ['surface', '#ffffff', '#151c20'],
  ['raised', '#f5f7f6', '#1d262b'],
  ['ink', '#17252c', '#e9eff1'],
  ['ink-soft', '#4b5b63', '#b5c2c8'],
  ['line', '#d5dcde', '#35424a'],
  ['edge', '#6e7e86', '#8799a1'],
  ['met', '#1c6844', '#90d8b1'],
  ['met-soft', '#e6f3ec', '#15301f'],
  ['open', '#7a4d00', '#f1c878'],
  ['open-soft', '#fbf1de', '#33280f'],
  ['problem', '#a12a21', '#ffa79d'],
  ['meeting', '#5a6b75', '#9fb1ba'],
  ['guided', '#0f6a84', '#5bb5cd'],
  ['coached', '#7c4a8c', '#c79ad6'],
  ['alone', '#8c5d10', '#dba94f'],
];

/** Those that a page may set. */
const ACCENTS = new Set(['accent', 'on-accent', 'accent-soft', 'surface', 'raised', 'ink', 'ink-soft', 'line', 'edge']);

/** A colour as the page may set it. */
function declare(value: (light: string, dark: string) => string): string {
  return COLOURS.map(([name, light, dark]) => {
    const colour = value(light, dark);
    return `--${name}:${ACCENTS.has(name) ? `var(--bilan-${name},${colour})` : colour};`;
  }).join('');
}

export const theme = css`
  :host { display: block; }
  :host([hidden]) { display: none; }
  .root { ${unsafeCSS(declare((light) => light))} }
  @supports (color: light-dark(#000, #fff)) {
    .root { ${unsafeCSS(declare((light, dark) => `light-dark(${light},${dark})`))} }
  }
`;
