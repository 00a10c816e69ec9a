/**
 * The frame of the first question, shown before the simulator is there: by the loader while the script is on its way, by the
 * element while the library starts. Made node by node, since a page may refuse markup made of text.
 */

import { TITLES } from './journey.js';
import { HINT, MOTIVES, QUESTION } from './motives.js';

type Child = Node | string;

function make(
  name: string,
  attributes: { readonly [name: string]: string },
  ...children: readonly Child[]
): HTMLElement {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children);
  return element;
}

/** Everything of the element stands in here: in French, whatever the page's language, and left alone by translators. */
const root = (...children: readonly Child[]): HTMLElement =>
  make('div', { class: 'root', part: 'root', lang: 'fr', translate: 'no' }, ...children);

const LOADING = 'Chargement du simulateur…';

/** The first question, which cannot be answered yet; where the page has settled it, a word alone. */
export function frame(host: HTMLElement): HTMLElement {
  const status = make('p', { class: 'empty', role: 'status' }, LOADING);
  if (['mode', 'variant', 'catalogue-src'].some((attribute) => host.hasAttribute(attribute))) return root(status);
  const options = MOTIVES.map(({ label }) => make('div', { class: 'option' }, make('i', { class: 'box' }), label));
  const question = make('div', { class: 'frame', part: 'step', 'aria-hidden': 'true' });
  const ticks = make('div', { class: 'ticks' }, make('span', { class: 'done' }), make('span', {}), make('span', {}));
  question.append(
    make('div', { class: 'progress' }, make('p', {}, 'Étape 1 sur 3'), ticks),
    make('h2', {}, TITLES.besoins),
    make(
      'div',
      { class: 'choices' },
      make('p', { class: 'legend' }, QUESTION),
      make('p', { class: 'hint' }, HINT),
      make('div', { class: 'options' }, ...options),
    ),
  );
  return root(question, status);
}

export type Failure = 'notLoaded' | 'noWebAssembly' | 'offline' | 'refused';

const SENTENCES: { readonly [failure in Failure]: string } = {
  notLoaded: 'Le simulateur n’a pas pu être chargé. Réessayez dans un instant, ou contactez votre centre de gestion.',
  noWebAssembly:
    'Ce navigateur, ou ses réglages de sécurité, ne permet pas d’utiliser le simulateur. Essayez avec un autre navigateur, ou contactez votre centre de gestion.',
  offline:
    'Vous êtes hors connexion\u00a0: le simulateur n’a pas pu être chargé. Il se chargera quand la connexion reviendra.',
  refused: 'Le simulateur n’a pas pu être affiché sur cette page. Contactez votre centre de gestion.',
};

/** In place of the element: what is wrong, how to try again, and what the page has put into the element for this case. */
export function failed(failure: Failure, retry: (() => void) | null): HTMLElement {
  const shown = root(make('p', { class: 'problem', role: 'alert' }, SENTENCES[failure]));
  if (retry && (failure === 'notLoaded' || failure === 'offline')) {
    const button = make('button', { type: 'button', class: 'button', part: 'button' }, 'Réessayer');
    button.addEventListener('click', retry);
    shown.append(make('div', { class: 'moves' }, button));
  }
  shown.append(make('slot', {}), make('slot', { name: 'contact' }));
  return shown;
}
