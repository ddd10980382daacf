import { type Client } from "@tessera/sdk/browser";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { baseTexts, type BaseTexts } from "../base/base.texts.ts";
import { consume } from "../base/context.ts";
import { clientContext, memberContext, type Page, pageContext, type SignedIn } from "../base/contexts.ts";
import { define } from "../base/define.ts";
import { TesseraElement } from "../base/element.ts";
import { emit } from "../base/events.ts";
import { Load } from "../base/load.ts";
import { needTag } from "../base/need.ts";
import { property, state } from "../base/reactive.ts";
import { Texts } from "../base/texts.ts";
import { type WidgetState } from "../base/widget-state.ts";
import { showDialog } from "../parts/dialog/dialog.ts";
import { icon } from "../parts/icon.ts";
import { notice } from "../parts/notice.ts";
import { keepOpened, reopenedAs } from "../parts/opened/opened.ts";
import { Searched } from "../parts/gig/searched.ts";
import { addressOf } from "../parts/person/address.ts";
import { personTexts, type PersonTexts } from "../parts/person/person.texts.ts";
import { chosenFilters } from "./chosen.ts";
import { filterDrawer } from "./drawer.ts";
import { chosenOf, countOf, type Filter, isLooking, noFilter, queryOf, type Sort } from "./filter.ts";
import { type Facets, filterForm, type FilterForm } from "./filter-form.ts";
import { type CardParts, gigCard } from "../parts/gig/gig-card.ts";
import { gigsTexts, type GigsTexts } from "./gigs.texts.ts";
import { cardOutlines, filtersOutline, gigsOutline } from "./outline.ts";
import { readAddress, writeAddress } from "./page-address.ts";
import { Rows } from "./rows.ts";
import { searchBar } from "./search-bar.ts";
import { SearchBox } from "./search-box.ts";
import { styles } from "./gigs.styles.ts";

/**
 * @summary The gigs that can be bought, found by words, categories and filters; and one of them with everything there is to know.
 *
 * @slot empty - Shown when the site offers no gigs yet.
 *
 * @event {BeforeGigOpenEvent} tessera-before-gig-open - A gig is about to be opened. Cancel it to stop.
 * @event {GigOpenedEvent} tessera-gig-opened - A gig was opened, here or on the page's own address.
 *
 * @csspart bar - The form above the list: words, order and the button of the filters.
 * @csspart filters - The filters, beside the list or in a drawer.
 * @csspart options - What the words in the field may become.
 * @csspart chip - A filter that narrows the list, a button that takes it away.
 * @csspart tag - A tag to narrow the list by, a button.
 * @csspart row - A row of gigs: what somebody may like or looked at, or what is popular.
 * @csspart gig - One gig in the list or in a row.
 * @csspart cover - The picture of a gig.
 * @csspart name - The title of a gig, a link or a button.
 * @csspart photo - A seller's photo, or the initials in its place.
 * @csspart rating - How a seller is rated.
 * @csspart level - The level of a seller.
 * @csspart dialog - The drawer of filters where there is no room beside the list.
 * @csspart button - Any other button.
 * @csspart input - A field.
 * @csspart notice - A message.
 *
 * @cssproperty [--tessera-accent] - The colour of what is chosen and of the next step; the site's brand colour unless set.
 * @cssproperty [--tessera-on-accent] - The text colour on the accent.
 * @cssproperty [--tessera-surface] - The background.
 * @cssproperty [--tessera-text] - The text.
 * @cssproperty [--tessera-muted] - Text of less weight.
 * @cssproperty [--tessera-line] - Lines between parts.
 * @cssproperty [--tessera-soft] - The background of quiet areas.
 * @cssproperty [--tessera-edge] - The outline of fields.
 * @cssproperty [--tessera-danger] - What went wrong.
 * @cssproperty [--tessera-star] - The star of a rating.
 * @cssproperty [--tessera-font] - The font; the page's unless set.
 * @cssproperty [--tessera-font-size] - The size of plain text, 16px or the page's root size if larger.
 * @cssproperty [--tessera-radius=12px] - The rounding of a card.
 * @cssproperty [--tessera-button-radius=10px] - The rounding of a button.
 * @cssproperty [--tessera-photo-radius=50%] - The rounding of a photo.
 */
export class TesseraGigs extends TesseraElement {
  static override styles = styles;

  /** The page's own address of a gig, such as `/gigs/{id}`; without one the gig is shown in place. */
  @property({ attribute: "gig-href" }) gigHref = "";

  /** Keeps filters and the gig shown in the page's address, so that back, reload and a shared link find them. */
  @property({ type: Boolean }) address = false;

  /** Words gigs are found by. */
  @property({ reflect: true }) search = "";

  /** The slug of a category: its gigs and those of the categories below it. */
  @property({ reflect: true }) category = "";

  /** The least a gig costs, in whole money of `currency`. */
  @property({ type: Number, reflect: true, attribute: "min-price" }) minPrice = 0;

  /** The most a gig may cost from, in whole money of `currency`. */
  @property({ type: Number, reflect: true, attribute: "max-price" }) maxPrice = 0;

  /** The currency of prices and of the order by them; the one the member chose, or the site's, unless set. */
  @property({ reflect: true }) currency = "";

  /** The most days a delivery may take. */
  @property({ type: Number, reflect: true, attribute: "max-days" }) maxDays = 0;

  /** The lowest average rating of the seller, 1 to 5. */
  @property({ type: Number, reflect: true, attribute: "min-rating" }) minRating = 0;

  /** The name of the seller's level, such as `top_rated`. */
  @property({ reflect: true }) level = "";

  /** An ISO 639 code: gigs written and worked in this language. */
  @property({ reflect: true }) language = "";

  /** A word sellers gave their gigs. */
  @property({ reflect: true }) tag = "";

  /** The order: best fit, most popular, newest, lowest or highest price first. */
  @property({ reflect: true }) sort: Sort = "relevance";

  @consume(pageContext) private page!: Page;
  @consume(clientContext) private client!: Client;
  @consume(memberContext) @state() private member: SignedIn;

  /** The gig that is shown instead of the list; empty while the list is. */
  @state() private gigId = "";
  @state() private isDrawerOpen = false;
  /** Whether it is known what the address or an earlier visit of the page says. */
  @state() private isPlaced = false;
  /** What could be chosen when a list was last loaded; it stays while the next one is on its way. */
  @state() private facets: Facets | undefined;

  protected readonly module = "gigs";
  protected readonly texts = new Texts<BaseTexts & PersonTexts & GigsTexts>(
    this,
    baseTexts,
    personTexts,
    gigsTexts,
  );

  private readonly gigs = new Load(this, {
    args: () =>
      this.listsGigs
        ? ([JSON.stringify(queryOf(this.filter, this.likelyCurrency)), this.member?.id] as const)
        : null,
    load: async ([query], options) => {
      const found = await this.client.gigs.searchGigs(JSON.parse(query), options);
      this.searched.found(this.search.trim().slice(0, 100), found.total);
      if (this.hasShown) this.announce(this.texts.say("found", { count: found.total }));
      this.hasShown = true;
      this.facets = found.facets;
      return found;
    },
  });

  private readonly searched = new Searched(() => this.client);

  private readonly loadingMore = new Action(this, () => this.loadMore());

  private readonly rows = new Rows(this, {
    page: () => this.page,
    client: () => this.client,
    isShown: () => this.listsGigs && !this.gigId && (!isLooking(this.filter) || this.gigs.value?.total === 0),
  });

  private readonly box = new SearchBox(this, {
    client: () => this.client,
    say: this.texts.say,
    words: () => this.search,
    search: (search) => this.change({ search }),
    chooseCategory: (category) => this.change({ category, search: "" }),
  });

  /** From the first list on it stays, with its filters, while a gig or another list is shown. */
  private hasShown = false;
  #hasStepped = false;

  get state(): WidgetState {
    if (!this.isPlaced) return "loading";
    if (this.gigId) return "ready";
    const { value, failure, state: loadState } = this.gigs;
    if (value?.items.length === 0 && !failure) return "empty";
    return !value && !failure && this.hasShown ? "ready" : loadState;
  }

  private get listsGigs(): boolean {
    return this.client && this.isPlaced && this.site !== undefined && (this.hasShown || !this.gigId);
  }

  private get filter(): Filter {
    return chosenOf(this);
  }

  private get likelyCurrency(): string {
    const own = [this.member?.currency, this.site?.currency].filter((code) => code != null);
    const known = this.facets?.currencies.map(({ value }) => value) ?? [];
    return own.find((code) => known.includes(code)) ?? known[0] ?? own[0] ?? "EUR";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("popstate", this.#moved);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("popstate", this.#moved);
    this.box.stop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.page && !this.hasUpdated) void this.place();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const isFiltered = Object.keys(noFilter).some((name) => changed.has(name));
    if (this.address && this.isPlaced && isFiltered) writeAddress(this.filter, this.gigId, false);
    if (changed.has("isDrawerOpen") && this.isDrawerOpen) showDialog(this.renderRoot);
  }

  private async place(): Promise<void> {
    if (this.address) {
      const { filter, gigId } = readAddress();
      const said = Object.entries(filter).filter(([name, value]) => value !== Reflect.get(noFilter, name));
      Object.assign(this, Object.fromEntries(said));
      this.gigId = gigId;
    } else {
      const kept = await reopenedAs(this.page, "gigs", "gigId");
      if (kept && "gigId" in kept) this.gigId = String(kept.gigId);
    }
    this.isPlaced = true;
  }

  readonly #moved = () => {
    if (!this.address) return;
    const { filter, gigId } = readAddress();
    const { gigId: before } = this;
    Object.assign(this, filter);
    this.gigId = gigId;
    this.#hasStepped = false;
    if (before && !gigId) this.returned(before);
  };

  readonly #similarOpened = ({ detail }: HTMLElementEventMap["tessera-gig-opened"]) =>
    this.show(detail.gigId, true);

  readonly #closeDrawer = () => {
    this.isDrawerOpen = false;
    void this.focusOn(".unfold");
  };

  protected retry(): void {
    if (this.gigs.failure) this.gigs.reload();
  }

  private change(change: Partial<Filter>): void {
    this.loadingMore.forgive();
    Object.assign(this, change);
  }

  private clear(): void {
    this.change({ ...noFilter, sort: this.sort, currency: this.currency });
    void this.focusOn("#search");
  }

  private async loadMore(): Promise<void> {
    const { value, args } = this.gigs;
    if (!value?.nextCursor || !args) return;
    const next = await this.client.gigs.searchGigs({ ...JSON.parse(args[0]), cursor: value.nextCursor });
    // Another filter may have been chosen, or the list may have been loaded again.
    if (this.gigs.value !== value) return;
    this.gigs.value = { ...next, items: [...value.items, ...next.items] };
  }

  private open(gigId: string, event: Event): void {
    if (!emit(this, "tessera-before-gig-open", { gigId })) return event.preventDefault();
    emit(this, "tessera-gig-opened", { gigId });
    this.searched.leadsTo(this.page, gigId);
    if (addressOf(this.gigHref, gigId)) return;
    this.show(gigId, true);
    this.#hasStepped = true;
    void this.focusOn(".back");
    if (this.getBoundingClientRect().top < 0) this.scrollIntoView();
  }

  private close(): void {
    const { gigId } = this;
    if (this.address && this.#hasStepped) return history.back();
    this.show("", false);
    this.returned(gigId);
  }

  private returned(gigId: string): void {
    this.rows.refresh();
    void this.focusOn(`[data-gig="${gigId}"] .name > *`);
  }

  private show(gigId: string, isStep: boolean): void {
    this.gigId = gigId;
    if (this.address) writeAddress(this.filter, gigId, isStep);
    else keepOpened(this.page, "gigs", gigId ? { gigId } : null);
  }

  protected override content(): TemplateResult {
    const { say } = this.texts;
    if (this.gigId) return this.one();
    const form = this.form;
    return html`<div class="frame">
      <h2 class="hush">${say("gigs")}</h2>
      ${searchBar({
        box: this.box,
        filter: this.filter,
        say,
        change: (chosen) => this.change(chosen),
        openDrawer: () => {
          this.isDrawerOpen = true;
        },
      })}
      <div class="columns">
        <aside class="filters" part="filters" aria-label=${say("filters")}>
          ${this.isDrawerOpen ? nothing : form ? filterForm(form) : filtersOutline}
        </aside>
        <div class="results">
          ${isLooking(this.filter) ? nothing : this.rows.render(this.card, say)}
          ${form ? chosenFilters(form, () => this.clear()) : nothing} ${this.list()}
        </div>
      </div>
      ${this.isDrawerOpen && form ? filterDrawer(form, this.gigs.value?.total, this.#closeDrawer) : nothing}
    </div>`;
  }

  private get form(): FilterForm | null {
    const { filter, facets, likelyCurrency: currency } = this;
    if (!facets) return null;
    const change = (chosen: Partial<Filter>) => this.change(chosen);
    return { filter, facets, currency, say: this.texts.say, tag: this.locale.tag, change };
  }

  private get card(): CardParts {
    return {
      say: this.texts.say,
      tag: this.locale.tag,
      href: this.gigHref,
      open: (gigId, event) => this.open(gigId, event),
    };
  }

  private one(): TemplateResult {
    needTag("tessera-gig");
    return html`<div class="one">
      <button class="button quiet back" part="button" @click=${() => this.close()}>
        ${icon("next")}${this.texts.say("backToAll")}
      </button>
      <tessera-gig gig=${this.gigId} @tessera-gig-opened=${this.#similarOpened}></tessera-gig>
    </div>`;
  }

  private list(): TemplateResult {
    const { say } = this.texts;
    const { value, failure, state: loadState } = this.gigs;
    const trouble = failure ? this.failed(failure) : nothing;
    if (!value)
      return html`${failure ? trouble : cardOutlines(6)}
      ${loadState === "slow" ? notice(say("slow")) : nothing}`;
    const { items, total, nextCursor } = value;
    if (items.length === 0) return html`${trouble}${this.nothingFound()}`;
    return html`${trouble}
      <p class="count small muted">${say("found", { count: total })}</p>
      <ul class="list">
        ${items.map((gig) => gigCard(gig, this.card))}
      </ul>
      ${this.loadingMore.failure ? this.refused(this.loadingMore.failure) : nothing}
      ${
        nextCursor
          ? html`<button
              class="button more"
              part="button"
              aria-busy=${this.loadingMore.busy}
              @click=${() => void this.loadingMore.run()}
            >
              ${say("more")}
            </button>`
          : nothing
      }`;
  }

  private nothingFound(): TemplateResult {
    const { say } = this.texts;
    if (!isLooking(this.filter)) return html`<slot name="empty">${notice(say("none"))}</slot>`;
    const words = this.search.trim();
    const [what, hint] =
      countOf(this.filter) > 0
        ? [say("noneFits"), say("noneFitsHint")]
        : [say("noneFound", { words }), say("noneFoundHint")];
    const clear = html`<button class="button" part="button" @click=${() => this.clear()}>
      ${say("clear")}
    </button>`;
    return html`${notice(`${what} ${hint}`, clear)} ${this.rows.render(this.card, say)}`;
  }

  protected override skeleton(): TemplateResult {
    return gigsOutline;
  }
}

define("tessera-gigs", TesseraGigs);

declare global {
  interface HTMLElementTagNameMap {
    "tessera-gigs": TesseraGigs;
  }
}
