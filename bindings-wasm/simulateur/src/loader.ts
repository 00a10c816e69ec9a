/**
 * The loader: a small script that shows the frame of the first question at once and brings the simulator, from beside itself.
 *
 * It is a classic script: it works from a folder opened without a server too. If the simulator cannot be brought, it says so
 * in the element.
 */

import { failed, frame, type Failure } from './frame.js';
import { controls } from './styles/controls.js';
import { page } from './styles/page.js';
import { theme } from './styles/theme.js';

const NAME = 'bilan-simulateur';
/** The name that a page with an allow-list of Trusted Types allows. */
const POLICY = 'bilan-simulateur-loader';

interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

const own =
  (document.currentScript as HTMLScriptElement | null) ??
  document.querySelector<HTMLScriptElement>(`script[src*="${NAME}-loader"]`);
const address = new URL(`${NAME}.js`, own?.src ?? document.baseURI).href;

function waiting(): HTMLElement[] {
  return customElements.get(NAME) ? [] : [...document.querySelectorAll<HTMLElement>(NAME)];
}

function show(host: HTMLElement, content: Node): void {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  if (root.adoptedStyleSheets?.length === 0) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync([theme, page, controls].join(''));
    root.adoptedStyleSheets = [sheet];
  }
  root.replaceChildren(content);
}

function showFrames(): void {
  for (const host of waiting()) if (!host.shadowRoot) show(host, frame(host));
}

function fail(failure: Failure): void {
  const said = failure === 'notLoaded' && navigator.onLine === false ? 'offline' : failure;
  for (const host of waiting()) {
    show(host, failed(said, retry));
    host.dispatchEvent(new CustomEvent('bilan-error', { detail: new Error(`${address}: ${failure}`), bubbles: true }));
  }
  if (said === 'offline') addEventListener('online', retry, { once: true });
}

function retry(): void {
  removeEventListener('online', retry);
  for (const host of waiting()) show(host, frame(host));
  bring();
}

/** The address as Trusted Types want it, where the page uses them: of this file, and no other. */
function trusted(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  const check = (url: string): string => {
    if (url !== address) throw new TypeError(url);
    return url;
  };
  return trustedTypes
    ? trustedTypes.createPolicy(POLICY, { createScriptURL: check }).createScriptURL(address)
    : address;
}

let source: string | undefined;

function bring(): void {
  const script = document.createElement('script');
  script.onload = () => customElements.get(NAME) ?? fail('notLoaded');
  script.onerror = () => fail('notLoaded');
  if (own?.nonce) script.nonce = own.nonce;
  if (own?.crossOrigin) script.crossOrigin = own.crossOrigin;
  if (own?.dataset.integrity) script.integrity = own.dataset.integrity;
  try {
    source ??= trusted();
    script.src = source;
  } catch {
    console.error(
      `<${NAME}>: Trusted Types refuse the loader's policy. Allow it in the page's Content-Security-Policy: trusted-types ${POLICY} ${NAME}`,
    );
    fail('refused');
    return;
  }
  document.head.append(script);
}

if (!customElements.get(NAME)) {
  showFrames();
  document.addEventListener('DOMContentLoaded', showFrames);
  bring();
}
