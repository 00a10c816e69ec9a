/**
 * The browser's Back and Forward through the screens, for a page that wants them.
 *
 * An entry of the history holds a number and a mark drawn at random; which screen the number stands for is known to this
 * element alone, and is forgotten with it. The address does not change.
 */

import type { Place } from './journey.js';

const KEY = 'bilanSimulateur';

interface Entry {
  readonly mark: string;
  readonly at: number;
}

export class BackAndForward {
  private mark = '';
  private entries: Place[] = [];
  private now = 0;

  constructor(private readonly show: (place: Place) => void) {}

  /** Whether the entry before this one is that screen. */
  leadsBackTo(wanted: (place: Place) => boolean): boolean {
    const before = this.entries[this.now - 1];
    return before !== undefined && wanted(before);
  }

  /** Another screen is shown: an entry more. */
  moved(from: Place, to: Place): void {
    if (this.entries.length === 0) {
      this.mark = String(crypto.getRandomValues(new Uint32Array(1))[0]);
      this.entries = [from];
      this.now = 0;
      history.replaceState(this.state(), '');
    }
    this.now += 1;
    this.entries = [...this.entries.slice(0, this.now), to];
    history.pushState(this.state(), '');
  }

  /** Nothing is known of the screens any more; the browser is taken back to where they began. */
  forget(): void {
    const { now } = this;
    this.entries = [];
    this.now = 0;
    this.mark = '';
    if (now > 0) history.go(-now);
  }

  listen(): void {
    addEventListener('popstate', this.follow);
  }

  ignore(): void {
    removeEventListener('popstate', this.follow);
  }

  private readonly follow = ({ state }: PopStateEvent): void => {
    const entry = (state as { [KEY]?: Entry } | null)?.[KEY];
    const place = entry?.mark === this.mark ? this.entries[entry.at] : undefined;
    if (!entry || !place) return;
    this.now = entry.at;
    this.show(place);
  };

  /** What the page itself keeps in the entry stays. */
  private state(): object {
    return { ...(history.state as object | null), [KEY]: { mark: this.mark, at: this.now } satisfies Entry };
  }
}
