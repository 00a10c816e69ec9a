/** The custom element <bilan-simulateur>. */

import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';

import { chooseVariant, forEmployer, NOTHING, type Answers } from './answers.js';
import { calendarFile, newMark } from './calendar-file.js';
import type { Case, Day, Dossier } from './contract.js';
import { download } from './download.js';
import { evaluate, NO_DOSSIER, type Evaluation } from './evaluation.js';
import { hours, isDay, today } from './french.js';
import { steps, type Settled, type StepName } from './journey.js';
import { openLibrary, type Library } from './library.js';
import { styles } from './styles/index.js';
import type { View } from './view.js';
import { expert } from './views/expert.js';
import { journey } from './views/journey.js';

/** What the event `bilan-result` carries: the case as asked, and its dossier with its record. */
export interface ResultDetail {
  readonly case: Case;
  readonly dossier: Dossier;
}

export class BilanSimulateur extends LitElement {
  static override readonly styles = styles;

  static override readonly properties = {
    mode: { type: String, reflect: true },
    client: { type: String },
    variant: { type: String },
    catalogueSrc: { type: String, attribute: 'catalogue-src' },
    date: { type: String },
    library: { state: true },
    failure: { state: true },
    answers: { state: true },
    step: { state: true },
    hindrance: { state: true },
    detour: { state: true },
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

  declare private library: Library | null;
  declare private failure: string | null;
  declare private answers: Answers;
  declare private step: StepName;
  declare private hindrance: string | null;
  declare private detour: boolean;
  private evaluation: Evaluation = NO_DOSSIER;
  private announced = '';
  /** Where the focus is, so that it stays near when what had it goes away. */
  private attended: Element | null = null;
  private loading = 0;
  /** Whose the events of the saved calendars are, and how many were saved. */
  private mark = newMark();
  private saved = 0;
  /** The client that the page has settled, so that taking the attribute away takes the answer away. */
  private settledClient: string | null = null;

  constructor() {
    super();
    Object.assign(this, {
      mode: null,
      client: null,
      variant: null,
      catalogueSrc: null,
      date: null,
      library: null,
      failure: null,
      answers: NOTHING,
      step: 'besoins',
      hindrance: null,
      detour: false,
    });
  }

  /** The case and its dossier, as in the last `bilan-result`; `null` while the answers allow none. */
  get result(): ResultDetail | null {
    const { asked, dossier } = this.evaluation;
    return asked && dossier ? { case: asked, dossier } : null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.library) void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A page that moves the element takes it out and puts it back: only what has left for good gives its memory back.
    setTimeout(() => {
      if (this.isConnected) return;
      this.loading += 1;
      this.library?.free();
      this.library = null;
    }, 60_000);
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.attended = this.hasUpdated ? (this.root.activeElement?.closest('section, .journey') ?? null) : null;
    if (changed.has('catalogueSrc') && changed.get('catalogueSrc') !== undefined) void this.load();
    const settled = changed.has('client') || changed.has('variant') || changed.has('date') || changed.has('library');
    if (settled && this.library) {
      this.tellTheAuthor(this.library.offer);
      this.settle(this.library);
    }
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('step') && changed.get('step') !== undefined && this.library) {
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
    if (this.failure)
      return html`<div class="root" lang="fr"><p class="problem" role="alert">${this.failure}</p></div>`;
    if (!this.library)
      return html`<div class="root" lang="fr"><p class="empty" role="status">Chargement du simulateur…</p></div>`;
    const view = this.view(this.library);
    return html`
      <div class="root ${view.expert ? 'is-expert' : ''}" part="root" lang="fr" translate="no">
        ${
          view.expert
            ? expert(view)
            : journey(view, {
                hindrance: this.hindrance,
                detour: this.detour,
                next: () => this.next(view),
                back: () => this.back(view),
              })
        }
        <p class="only-read" role="status">${this.announced}</p>
        ${this.evaluation.notice ? html`<p class="notice">${this.evaluation.notice}</p>` : ''}
      </div>`;
  }

  private async load(): Promise<void> {
    const turn = ++this.loading;
    this.failure = null;
    try {
      const library = await openLibrary(this.day, await this.otherCatalogue());
      if (turn !== this.loading) return library.free();
      const another = this.library !== null;
      this.library?.free();
      if (another) this.answers = NOTHING;
      this.library = library;
    } catch (error) {
      if (turn === this.loading) this.fail(error);
    }
  }

  private async otherCatalogue(): Promise<string | undefined> {
    if (!this.catalogueSrc) return undefined;
    const response = await fetch(this.catalogueSrc);
    if (!response.ok) throw new Error(`${this.catalogueSrc}: ${response.status}`);
    return response.text();
  }

  private fail(error: unknown): void {
    this.failure = 'Le simulateur n’a pas pu être chargé. Rechargez la page ou contactez votre centre de gestion.';
    this.dispatchEvent(new CustomEvent('bilan-error', { detail: error, bubbles: true, composed: true }));
  }

  /** Takes the attributes of the page into the answers. */
  private settle({ offer }: Library): void {
    const client = offer.clients.some(({ code }) => code === this.client) ? this.client : null;
    const variant = offer.variants.some(({ code }) => code === this.variant) ? this.variant : null;
    let next = this.answers;
    if (client !== null) next = { ...next, client };
    else if (this.settledClient !== null && next.client === this.settledClient) next = { ...next, client: undefined };
    this.settledClient = client;
    if (variant !== null && variant !== next.variant) next = chooseVariant({ ...next, needs: [] }, variant);
    this.answers = next;
    const kept = steps(next, this.settled(offer));
    if (!kept.includes(this.step)) this.step = kept[0] ?? 'situations';
    this.assess();
  }

  private settled(offer: Library['offer']): Settled {
    return {
      variant: offer.variants.some(({ code }) => code === this.variant),
      client: offer.clients.some(({ code }) => code === this.client),
    };
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
      step: this.step,
      steps: steps(this.answers, settled),
      change: (answers) => this.change(answers),
      open: (step) => this.open(step),
      saveCalendar: () => this.saveCalendar(library),
      saveDossier: () => this.saveDossier(),
      saveForEmployer: () => this.saveForEmployer(library),
      print: () => window.print(),
      restart: () => this.restart(),
    };
  }

  /** The day of the assessment: the page's, where it is one. */
  private get day(): Day {
    return (isDay(this.date) ? this.date : today()) as Day;
  }

  /** What the author of the page wrote wrong: told at once, to the author; the visitor gets what the page would without it. */
  private tellTheAuthor({ clients, variants }: Library['offer']): void {
    const wrong = [
      this.date !== null && !isDay(this.date) && `date="${this.date}": a day, YYYY-MM-DD, is expected`,
      this.client !== null &&
        !clients.some(({ code }) => code === this.client) &&
        `client="${this.client}": one of ${clients.map(({ code }) => code).join(', ')} is expected`,
      this.variant !== null &&
        !variants.some(({ code }) => code === this.variant) &&
        `variant="${this.variant}": one of ${variants.map(({ code }) => code).join(', ')} is expected`,
    ].filter((fault) => fault !== false);
    for (const fault of wrong) {
      console.warn(`<bilan-simulateur ${fault}.`);
      this.dispatchEvent(new CustomEvent('bilan-error', { detail: new Error(fault), bubbles: true, composed: true }));
    }
  }

  private change(answers: Answers): void {
    this.answers = answers;
    this.hindrance = null;
    this.assess();
    // At once: what the page handles next is handled with these answers.
    this.performUpdate();
  }

  /** Assesses the answers, and tells the page and screen readers what changed. */
  private assess(): void {
    if (!this.library) return;
    const before = this.evaluation.dossier;
    this.evaluation = evaluate(this.library, this.answers, this.day);
    const { asked, dossier, notice } = this.evaluation;
    if (notice && typeof asked?.hours === 'number') this.answers = { ...this.answers, hours: asked.hours };
    if (notice) this.announced = notice;
    else if (before && dossier && before.plan.hours !== dossier.plan.hours)
      this.announced = `Total\u00a0: ${hours(dossier.plan.hours)}`;
    if (this.result && (this.mode === 'expert' || this.step === 'resultat')) this.tell(this.result);
  }

  private tell(detail: ResultDetail): void {
    this.dispatchEvent(new CustomEvent<ResultDetail>('bilan-result', { detail, bubbles: true, composed: true }));
  }

  private next({ steps: all, answers }: View): void {
    if (this.step === 'besoins' && answers.needs.length === 0 && answers.variant === null) {
      this.hindrance = 'Cochez au moins une attente pour continuer.';
      return;
    }
    const wrong = this.renderRoot.querySelector<HTMLElement>('[aria-invalid]');
    if (wrong && this.step !== 'resultat') {
      this.hindrance = 'Corrigez la réponse signalée, ou effacez-la, pour continuer.';
      wrong.focus();
      return;
    }
    // What was ticked on a detour brings its own questions.
    const unanswered = this.step === 'situations' && all.includes('conditions');
    if (this.detour && !unanswered) this.go('recapitulatif', false);
    else this.go(all[all.indexOf(this.step) + 1] ?? 'resultat', this.detour);
  }

  private back({ steps: all }: View): void {
    this.go(all[all.indexOf(this.step) - 1] ?? this.step, false);
  }

  private open(step: StepName): void {
    this.go(step, step !== 'recapitulatif');
  }

  private go(step: StepName, detour: boolean): void {
    this.step = step;
    this.detour = detour;
    this.hindrance = null;
    this.dispatchEvent(new CustomEvent('bilan-step', { detail: { step }, bubbles: true, composed: true }));
    if (step === 'resultat' && this.result) this.tell(this.result);
  }

  private restart(): void {
    this.answers = NOTHING;
    this.evaluation = NO_DOSSIER;
    this.announced = '';
    this.mark = newMark();
    this.saved = 0;
    if (this.library) {
      this.step = steps(NOTHING, this.settled(this.library.offer))[0] ?? 'situations';
      this.settle(this.library);
    }
  }

  private saveCalendar({ offer }: Library): void {
    const dossier = this.result?.dossier;
    const text =
      dossier && calendarFile(dossier, offer.centre.shortName ?? offer.centre.name, this.day, this.mark, this.saved);
    this.saved += 1;
    if (text) download('bilan-professionnel.ics', 'text/calendar;charset=utf-8', text);
  }

  private saveDossier(): void {
    if (this.result)
      download('bilan-professionnel.json', 'application/json', `${JSON.stringify(this.result, null, 2)}\n`);
  }

  private saveForEmployer(library: Library): void {
    const { asked, dossier } = this.evaluation;
    if (!asked || !dossier) return;
    const handed = forEmployer(asked, dossier.plan.variant);
    const { record: _, ...made } = library.simulate(handed);
    download(
      'bilan-professionnel-employeur.json',
      'application/json',
      `${JSON.stringify({ case: handed, dossier: made }, null, 2)}\n`,
    );
  }
}
