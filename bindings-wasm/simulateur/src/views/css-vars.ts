/** Sets CSS custom properties of an element one by one: a strict content security policy refuses a `style` attribute. */

import { Directive, directive, type ElementPart } from 'lit/directive.js';
import { noChange } from 'lit';

type Values = { readonly [property: `--${string}`]: number };

class CssVars extends Directive {
  override render(_values: Values): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [values]: [Values]): typeof noChange {
    const { style } = part.element as HTMLElement;
    for (const [property, value] of Object.entries(values)) style.setProperty(property, String(value));
    return noChange;
  }
}

export const cssVars = directive(CssVars);
