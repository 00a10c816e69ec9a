/** Small drawings, decorative: the text beside them says the same. */

import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

const DRAWINGS = {
  check: svg`<path d="M4 10.5l4 4 8-9"/>`,
  unknown: svg`<path d="M6.8 7.2a3.3 3.3 0 1 1 4.9 2.9c-1.2.7-1.7 1.2-1.7 2.4"/><path d="M10 15.8v.1"/>`,
  none: svg`<path d="M5 10h10"/>`,
  print: svg`<path d="M6 7V3h8v4M6 14H3.5V8.500a1.500 1.500 0 0 1 1.500-1.500h10a1.500 1.500 0 0 1 1.500 1.500V14H14M6 11.500h8V17H6z"/>`,
  calendar: svg`<path d="M3.500 5h13v11.500h-13zM3.500 8.500h13M7 3v3.500M13 3v3.500"/>`,
  file: svg`<path d="M5 2.800h6.500L15.500 7v10.200H5zM11.300 3v4.200h4M10 9.500v4.800M7.800 12.300l2.200 2.200 2.200-2.200"/>`,
  back: svg`<path d="M12 4l-6 6 6 6"/>`,
  next: svg`<path d="M8 4l6 6-6 6"/>`,
} as const satisfies Record<string, SVGTemplateResult | readonly SVGTemplateResult[]>;

export type IconName = keyof typeof DRAWINGS;

export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">${DRAWINGS[name]}</svg>`;
}
