/** The custom element <bilan-simulateur>. */

import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { cache } from 'lit/directives/cache.js';
import { keyed } from 'lit/directives/keyed.js';

import { chooseVariant, NOTHING, setFact, type Answers } from './answers.js';
import { NO_WEBASSEMBLY, REFUSED, wrongAttributes } from './author.js';
import { newMark } from './calendar-file.js';
import type { Case, Day, Dossier } from './contract.js';
import { failed, frame, type Failure } from './frame.js';
import { evaluate, NO_DOSSIER, type Evaluation } from './evaluation.js';
import { hours, isDay, today } from './french.js';
import { BackAndForward } from './back.js';
import { at, places, same, type Place, type Settled, type StepName } from './journey.js';
import { everything, inquire, type Inquiry } from './inquiry.js';
import { openLibrary, type Library } from './library.js';
import { BLANK, type Aside, type Papers } from './papers.js';
import { openOnPaper } from './paper.js';
import { saveCalendar, saveDossier, saveForEmployer, saveLetter } from './saved.js';
import { styles } from './styles/index.js';
import type { View } from './view.js';
import { aside } from './views/aside.js';
import { expert } from './views/expert.js';
import { journey } from './views/journey.js';

/** What the event `bilan-result` carries: the case as asked, and its dossier with its record. */
export interface ResultDetail {
  readonly case: Case;
  readonly dossier: Dossier;
}

const CONNECTION = ['offline', 'online'] as const;

export class BilanSimulateur extends LitElement {
  static override readonly styles = styles;

  static override readonly properties = {
    mode: { type: String, reflect: true },
    client: { type: String },
    variant: { type: String },
    catalogueSrc: { type: String, attribute: 'catalogue-src' },
    date: { type: String },
    browserBack: { type: Boolean, attribute: 'browser-back' },
    library: { state: true },
    failure: { state: true },
    offline: { state: true },
    answers: { state: true },
    place: { state: true },
    hindrance: { state: true },
    detour: { state: true },
    papers: { state: true },
    aside: { state: true },
  };

  /** `expert`: everything on one page. Otherwise step by step. */
  declare mode: string | null;
  /** Code of a client of the catalogue: the visitor is not asked. */
  declare client: string | null;
  /** Code of a variant: the visitor is not asked what they expect. */
  declare variant: string | null;
  /** Address of another centre's catalogue, fetched once when the element starts. */
  declare catalogueSrc: string | null;
  /** The day of the assessment, `YYYY-MM-DD`; by default the visitor's own. */
  declare date: string | null;
  /** The browser's Back and Forward go through the screens. For pages without a router of their own. */
  declare browserBack: boolean;

  declare private library: Library | null;
  declare private failure: Failure | null;
  /** Whether the connection went away since: nothing needs it. */
  declare private offline: boolean;
  declare private answers: Answers;
  declare private place: Place;
  declare private hindrance: string | null;
  declare private detour: boolean;
  declare private papers: Papers;
  declare private aside: Aside | null;
  private evaluation: Evaluation = NO_DOSSIER;
  private inquiry: Inquiry = everything(NOTHING, []);
  private readonly history = new BackAndForward((place) => this.revisit(place));
  private announced = '';
  /** Where the focus is, so that it stays near when what had it goes away. */
  private attended: Element | null = null;
  private loading = 0;
  /** Whether the page's policy keeps the element from showing anything. */
  private refused = false;
  /** Whose the events of the saved calendars are, and how many were saved. */
  private mark = newMark();
  private saved = 0;
  /** The client that the page has settled, so that taking the attribute away takes the answer away. */
  private settledClient: string | null = null;
  /** What prints while the page does opens what is folded. */
  private readonly paper = openOnPaper(() => this.renderRoot);

  constructor() {
    super();
    Object.assign(this, {
      mode: null,
      client: null,
      variant: null,
      catalogueSrc: null,
      date: null,
      browserBack: false,
      library: null,
      failure: null,
      offline: false,
      answers: NOTHING,
      place: at('besoins'),
      hindrance: null,
      detour: false,
      papers: BLANK,
      aside: null,
    });
  }

  /** The case and its dossier, as in the last `bilan-result`; `null` while the answers allow none. */
  get result(): ResultDetail | null {
    const { asked, dossier } = this.evaluation;
    return asked && dossier ? { case: asked, dossier } : null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.history.listen();
    for (const event of CONNECTION) addEventListener(event, this.connection);
    this.paper.attach();
    if (!this.library) void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.history.ignore();
    for (const event of CONNECTION) removeEventListener(event, this.connection);
    this.paper.detach();
    // A page that moves the element takes it out and puts it back: only what has left for good gives its memory back.
    setTimeout(() => {
      if (this.isConnected) return;
      this.loading += 1;
      this.library?.free();
      this.library = null;
    }, 60_000);
  }

  private readonly connection = ({ type }: Event): void => {
    this.offline = type === 'offline';
    if (!this.offline && this.failure === 'offline') void this.load();
  };

  /** The loader may have put a frame there. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    this.shadowRoot?.replaceChildren();
    return super.createRenderRoot();
  }

  protected override shouldUpdate(): boolean {
    return !this.refused;
  }

  /** Markup made of text may be refused by the page's Trusted Types. */
  protected override update(changed: PropertyValues): void {
    try {
      super.update(changed);
    } catch (error) {
      if (this.hasUpdated || !(error instanceof TypeError)) throw error;
      this.refused = true;
      console.error(REFUSED);
      this.tellError(error);
      this.renderRoot.replaceChildren(failed('refused', null));
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.attended = this.hasUpdated ? (this.root.activeElement?.closest('section, .journey') ?? null) : null;
    if (changed.has('catalogueSrc') && changed.get('catalogueSrc') !== undefined) void this.load();
    const settled = ['client', 'variant', 'date', 'mode', 'library'].some((name) => changed.has(name));
    if (settled && this.library) {
      this.tellTheAuthor(this.library.offer);
      this.settle(this.library);
    }
  }

  protected override updated(changed: PropertyValues): void {
    const left = changed.get('aside') as Aside | null | undefined;
    const opener = left && this.renderRoot.querySelector<HTMLElement>(`[data-opens=${left}]`);
    if (!this.aside && opener) {
      opener.focus();
    } else if (['place', 'aside'].some((name) => changed.get(name) !== undefined) && this.library) {
      this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
    } else if (this.attended && !this.root.activeElement) {
      this.attended.querySelector<HTMLElement>('h2, h3')?.focus();
    }
    this.attended = null;
  }

  private get root(): ShadowRoot {
    return this.renderRoot as ShadowRoot;
  }

  protected override render(): TemplateResult {
    if (this.failure) return html`${failed(this.failure, () => void this.load())}`;
    if (!this.library) return html`${frame(this)}`;
    const view = this.view(this.library);
    return html`
      <div class="root ${view.expert || view.aside === 'comparer' ? 'is-wide' : ''} ${view.expert ? 'is-expert' : ''}" part="root" lang="fr" translate="no">
        ${keyed(this.mark, cache(this.aside ? aside(view, this.aside) : this.main(view)))}
        <p class="only-read" role="status">${this.announced}</p>
        <p class="note screen" role="status">${this.offline ? 'Vous êtes hors connexion\u00a0: rien n’est perdu, et vous pouvez continuer.' : ''}</p>
        ${this.evaluation.notice ? html`<p class="notice">${this.evaluation.notice}</p>` : ''}
      </div>`;
  }

  private main(view: View): TemplateResult {
    if (view.expert) return expert(view);
    return journey(view, {
      hindrance: this.hindrance,
      detour: this.detour,
      more: this.following().step !== 'recapitulatif',
      next: () => this.next(),
      skip: () => this.skip(),
      back: () => this.back(view),
    });
  }

  private async load(): Promise<void> {
    const turn = ++this.loading;
    this.failure = null;
    try {
      const library = await openLibrary(this.day, this.catalogueSrc);
      if (turn !== this.loading) return library.free();
      const another = this.library !== null;
      this.library?.free();
      if (another) Object.assign(this, { answers: NOTHING, papers: BLANK, aside: null });
      this.library = library;
    } catch (error) {
      if (turn === this.loading) this.fail(error);
    }
  }

  private fail(error: unknown): void {
    const compiles = typeof WebAssembly === 'object' && !(error instanceof WebAssembly.CompileError);
    if (!compiles) console.error(NO_WEBASSEMBLY);
    this.failure = compiles ? (navigator.onLine === false ? 'offline' : 'notLoaded') : 'noWebAssembly';
    this.tellError(error);
  }

  private tellError(detail: unknown): void {
    this.dispatchEvent(new CustomEvent('bilan-error', { detail, bubbles: true, composed: true }));
  }

  /** Takes the attributes of the page into the answers. */
  private settle({ offer }: Library): void {
    const client = offer.clients.some(({ code }) => code === this.client) ? this.client : null;
    const variant = offer.variants.some(({ code }) => code === this.variant) ? this.variant : null;
    let next = this.answers;
    if (client !== null) next = { ...next, client };
    else if (this.settledClient !== null && next.client === this.settledClient) next = { ...next, client: undefined };
    this.settledClient = client;
    if (variant !== null && variant !== next.variant)
      next = chooseVariant({ ...next, motives: [], needs: [] }, variant);
    this.answers = next;
    this.assess();
    const kept = this.places(offer);
    if (!kept.some((place) => same(place, this.place)) && this.place.step !== 'recapitulatif')
      this.place = kept[0] ?? at('resultat');
  }

  private settled(offer: Library['offer']): Settled {
    return {
      variant: offer.variants.some(({ code }) => code === this.variant),
      client: offer.clients.some(({ code }) => code === this.client),
      situation: !offer.funding?.offered && !offer.variants.some(({ suits }) => suits && suits.length > 0),
    };
  }

  private places(offer: Library['offer']): readonly Place[] {
    return places(this.inquiry, this.settled(offer));
  }

  private view(library: Library): View {
    const settled = this.settled(library.offer);
    return {
      library,
      settled,
      answers: this.answers,
      evaluation: this.evaluation,
      expert: this.mode === 'expert',
      on: this.day,
      inquiry: this.inquiry,
      place: this.place,
      places: places(this.inquiry, settled),
      papers: this.papers,
      aside: this.aside,
      change: (answers) => this.change(answers),
      write: (papers) => {
        this.papers = papers;
      },
      show: (which) => {
        this.aside = which;
      },
      open: (step) => this.open(step),
      saveCalendar: () => this.saveCalendar(library),
      saveDossier: () => this.result && saveDossier(this.result),
      saveForEmployer: () => this.result && saveForEmployer(library, this.result),
      saveLetter,
      print: () => window.print(),
      restart: () => this.restart(),
    };
  }

  /** The day of the assessment: the page's, where it is one. */
  private get day(): Day {
    return (isDay(this.date) ? this.date : today()) as Day;
  }

  /** What the author of the page wrote wrong: told at once, to the author; the visitor gets what the page would without it. */
  private tellTheAuthor(offer: Library['offer']): void {
    for (const fault of wrongAttributes(this, offer)) {
      console.warn(`<bilan-simulateur ${fault}.`);
      this.tellError(new Error(fault));
    }
  }

  private change(answers: Answers): void {
    this.answers = answers;
    // What kept the visitor stays until they go on: a button must not move away under the finger that leaves a field.
    this.assess();
    // At once: what the page handles next is handled with these answers.
    this.performUpdate();
  }

  /** Assesses the answers, and tells the page and screen readers what changed. */
  private assess(): void {
    if (!this.library) return;
    const before = this.evaluation.dossier;
    this.inquiry = this.inquired(this.library);
    this.evaluation = evaluate(this.library, this.answers, this.inquiry, this.day);
    const { asked, dossier, notice } = this.evaluation;
    if (notice && typeof asked?.hours === 'number') this.answers = { ...this.answers, hours: asked.hours };
    if (notice) this.announced = notice;
    else if (before && dossier && before.plan.hours !== dossier.plan.hours)
      this.announced = `Total\u00a0: ${hours(dossier.plan.hours)}`;
    if (this.result && (this.mode === 'expert' || this.place.step === 'resultat')) this.tell(this.result);
  }

  private tell(detail: ResultDetail): void {
    this.dispatchEvent(new CustomEvent<ResultDetail>('bilan-result', { detail, bubbles: true, composed: true }));
  }

  /** Where the visitor goes on to. */
  private next(): void {
    const { step, fact } = this.place;
    if (step === 'besoins' && this.answers.needs.length === 0 && this.answers.variant === null) {
      this.hindrance = 'Choisissez au moins une réponse pour continuer.';
      return;
    }
    const wrong = this.renderRoot.querySelector<HTMLElement>('[aria-invalid]');
    if (wrong && step !== 'resultat') {
      this.hindrance = 'Corrigez la réponse signalée, ou effacez-la, pour continuer.';
      wrong.focus();
      return;
    }
    if (fact !== null && this.inquiry.open?.fact === fact) {
      // A delicate question may stay without an answer, which is one.
      if (!this.inquiry.open.delicate) {
        this.hindrance = 'Choisissez une réponse\u00a0: «\u00a0Je ne sais pas\u00a0» en est une.';
        return;
      }
      this.change(setFact(this.answers, fact, null));
    }
    this.go(this.following(), this.detour);
  }

  /** The screen after this one; on a detour the summary, once what was changed asks nothing more. */
  private following(): Place {
    if (!this.library) return this.place;
    const all = this.places(this.library.offer);
    const here = all.findIndex((place) => same(place, this.place));
    const after = (here >= 0 && all[here + 1]) || at('resultat');
    const asks = after.step === 'conditions' || after.step === 'autres';
    return this.detour && !asks ? at('recapitulatif') : after;
  }

  /** Leaves the questions about the situation: what is not answered stays unknown. */
  private skip(): void {
    this.go(at(this.detour ? 'recapitulatif' : 'organisation'), this.detour);
  }

  private back({ places: all }: View): void {
    const before = all[all.findIndex((place) => same(place, this.place)) - 1] ?? this.place;
    if (this.browserBack && this.history.leadsBackTo((place) => same(place, before))) history.back();
    else this.go(before, false);
  }

  private open(step: StepName): void {
    const found = this.library && this.places(this.library.offer).find((place) => place.step === step);
    this.go(found ?? at(step), step !== 'recapitulatif' && step !== 'resultat');
  }

  private go(place: Place, detour: boolean): void {
    if (this.browserBack) this.history.moved(this.place, place);
    this.detour = detour && place.step !== 'recapitulatif';
    this.show(place);
  }

  /** A screen of the browser's history; what is no longer asked gives way to what is. */
  private revisit(place: Place): void {
    if (!this.library) return;
    this.detour = false;
    const all = this.places(this.library.offer);
    const there = place.step === 'recapitulatif' || all.some((each) => same(each, place));
    this.show(there ? place : (all.find(({ step }) => step === 'situations') ?? all[0] ?? place));
  }

  private show(place: Place): void {
    this.place = place;
    this.aside = null;
    this.hindrance = null;
    const { step } = place;
    this.dispatchEvent(new CustomEvent('bilan-step', { detail: { step }, bubbles: true, composed: true }));
    if (step === 'resultat' && this.result) this.tell(this.result);
  }

  private restart(): void {
    this.answers = NOTHING;
    this.papers = BLANK;
    this.aside = null;
    this.evaluation = NO_DOSSIER;
    this.hindrance = null;
    this.detour = false;
    this.mark = newMark();
    this.saved = 0;
    this.history.forget();
    this.library?.forget();
    if (this.library) {
      this.settle(this.library);
      this.place = { ...(this.places(this.library.offer)[0] ?? at('resultat')) };
    }
    this.announced = this.mode === 'expert' ? 'Nouveau dossier, vide.' : 'Vos réponses ont été effacées.';
    if (this.mode === 'expert') void this.updateComplete.then(() => this.renderRoot.querySelector('h2')?.focus());
  }

  private inquired(library: Library): Inquiry {
    const { blank } = library;
    return this.mode === 'expert'
      ? everything(this.answers, blank.situations)
      : inquire(library, this.answers, this.day);
  }

  private saveCalendar({ offer }: Library): void {
    const dossier = this.result?.dossier;
    if (dossier) saveCalendar(dossier, offer, this.day, this.mark, this.saved);
    this.saved += 1;
  }
}
