import { type Client } from "@tessera/sdk/browser";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { baseTexts, type BaseTexts } from "../base/base.texts.ts";
import { consume } from "../base/context.ts";
import { clientContext, memberContext, type Page, pageContext, type SignedIn } from "../base/contexts.ts";
import { define } from "../base/define.ts";
import { TesseraElement } from "../base/element.ts";
import { type WidgetState } from "../base/widget-state.ts";
import { emit } from "../base/events.ts";
import { LazyPanel } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { property, state } from "../base/reactive.ts";
import { Texts } from "../base/texts.ts";
import { notice } from "../parts/notice.ts";
import { addressOf } from "../parts/person/address.ts";
import { keepOpened, type Opened, reopened } from "../parts/opened/opened.ts";
import { type Person, personFacts, personHead, topicsOf } from "../parts/person/person.ts";
import { personTexts, type PersonTexts } from "../parts/person/person.texts.ts";
import { filterBar } from "./filter-bar.ts";
import { countOf, type Filter, noFilter, queryOf, type Sort } from "./filter.ts";
import { barOutline, listOutline, profileOutline } from "./outline.ts";
import { readAddress, writeAddress } from "./page-address.ts";
import { peopleTexts, type PeopleTexts } from "./people.texts.ts";
import { styles } from "./people.styles.ts";

/**
 * @summary The people who can be booked, found by words and filters; and one of them with everything there is to know and a way to book.
 *
 * @slot empty - Shown when the site lists nobody yet.
 *
 * @event {BeforePersonOpenEvent} tessera-before-person-open - Somebody is about to be opened. Cancel it to stop.
 * @event {PersonOpenedEvent} tessera-person-opened - Somebody was opened, here or on the page's own address.
 * @event {BeforeBookingOpenEvent} tessera-before-booking-open - Booking is about to begin. Cancel it to stop.
 * @event {BookingOpenedEvent} tessera-booking-opened - Booking began, here or on the page's own address.
 *
 * @csspart filters - The form of filters.
 * @csspart person - One person in the list, or the one who is shown.
 * @csspart photo - A photo, or the initials in its place.
 * @csspart name - A name, a link or a button.
 * @csspart rating - How somebody is rated.
 * @csspart topic - One topic.
 * @csspart review - One review.
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
 * @cssproperty [--tessera-success] - What went well.
 * @cssproperty [--tessera-star] - The star of a rating.
 * @cssproperty [--tessera-font] - The font; the page's unless set.
 * @cssproperty [--tessera-font-size] - The size of plain text, 16px or the page's root size if larger.
 * @cssproperty [--tessera-radius=12px] - The rounding of a card.
 * @cssproperty [--tessera-button-radius=10px] - The rounding of a button.
 * @cssproperty [--tessera-photo-radius=50%] - The rounding of a photo.
 */
export class TesseraPeople extends TesseraElement {
  static override styles = styles;

  /** The member who is shown instead of the list. */
  @property() person = "";

  /** The page's own address of a person, such as `/coaches/{id}`; without one the person is shown in place. */
  @property({ attribute: "person-href" }) personHref = "";

  /** The page's own address for booking with a person, such as `/coaches/{id}#book`; without one it happens in place. */
  @property({ attribute: "book-href" }) bookHref = "";

  /** Keeps filters and the person shown in the page's address, so that back, reload and a shared link find them. */
  @property({ type: Boolean }) address = false;

  /** Words found in name, headline or topics. */
  @property({ reflect: true }) search = "";

  /** An ISO 639 code: people who work in this language. */
  @property({ reflect: true }) language = "";

  /** An ISO 3166 code: people who work in this country. */
  @property({ reflect: true }) country = "";

  /** A topic people know about. */
  @property({ reflect: true }) expertise = "";

  /** The most a session may cost from, in whole money of `currency`. */
  @property({ type: Number, reflect: true, attribute: "max-price" }) maxPrice = 0;

  /** The currency of `max-price` and of the order by price; the one the member chose, or the site's, unless set. */
  @property({ reflect: true }) currency = "";

  /** The lowest average rating, 1 to 5. */
  @property({ type: Number, reflect: true, attribute: "min-rating" }) minRating = 0;

  /** The order: best rated, lowest price or newest first. */
  @property({ reflect: true }) sort: Sort = "rating";

  @consume(pageContext) private page!: Page;
  @consume(clientContext) private client!: Client;
  @consume(memberContext) @state() private member: SignedIn;

  @state() private opened: Opened | null = null;
  @state() private isUnfolded = false;
  /** Whether it is known what the address or an earlier visit of the page says. */
  @state() private isPlaced = false;

  protected readonly module = "core";
  protected readonly texts = new Texts<BaseTexts & PersonTexts & PeopleTexts>(
    this,
    baseTexts,
    personTexts,
    peopleTexts,
  );

  private readonly facets = new Load(this, {
    args: () => (this.listsPeople ? ([] as const) : null),
    load: (_, options) => this.client.people.getFacets({}, options),
  });

  private readonly people = new Load(this, {
    args: () =>
      this.listsPeople
        ? ([JSON.stringify(queryOf(this.filter, this.likelyCurrency)), this.member?.id] as const)
        : null,
    load: async ([query], options) => {
      const found = await this.client.people.listPeople(JSON.parse(query), options);
      if (this.hasShown) this.announce(this.texts.say("found", { count: found.total }));
      this.hasShown = true;
      this.#loadedAt = this.page.now();
      return found;
    },
  });

  private readonly loadingMore = new Action(this, () => this.loadMore());

  private readonly profile = new LazyPanel(this, async () => {
    const { PersonProfile } = await import("./person-profile.ts");
    return new PersonProfile(this, {
      client: () => this.client,
      site: () => this.site ?? null,
      member: () => this.member,
      say: this.texts.say,
      memberId: () => this.member?.id,
      opened: () => (this.shownId ? { personId: this.shownId, offerId: this.opened?.offerId ?? null } : null),
      known: () => this.people.value?.items.find(({ id }) => id === this.shownId),
      bookHref: () => this.bookHref,
      back: this.person ? null : () => this.close(),
      book: (offerId, event) => this.book(offerId, event),
      endBooking: () => this.endBooking(),
    });
  });

  /** From the first list on it stays, with its filters, while somebody or another list is shown. */
  private hasShown = false;
  #loadedAt = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #hasStepped = false;

  get state(): WidgetState {
    if (!this.isPlaced) return "loading";
    if (this.shownId) return this.profile.current?.state ?? "loading";
    const { value, failure, state: loadState } = this.people;
    if (value?.items.length === 0 && !failure) return "empty";
    return !value && !failure && this.hasShown ? "ready" : loadState;
  }

  private get shownId(): string {
    return this.person || (this.opened?.personId ?? "");
  }

  private get listsPeople(): boolean {
    return this.client && this.isPlaced && this.site !== undefined && (this.hasShown || !this.shownId);
  }

  private get filter(): Filter {
    const { search, language, country, expertise, maxPrice, currency, minRating, sort } = this;
    return { search, language, country, expertise, maxPrice, currency, minRating, sort };
  }

  /** The currency the member chose, else the site's, where people have prices in it; else the one most have. */
  private get likelyCurrency(): string {
    const own = [this.member?.currency, this.site?.currency].filter((code) => code != null);
    const known = this.facets.value?.currencies.map(({ value }) => value) ?? [];
    return own.find((code) => known.includes(code)) ?? known[0] ?? own[0] ?? "EUR";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("popstate", this.#moved);
    document.addEventListener("visibilitychange", this.#returned);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("popstate", this.#moved);
    document.removeEventListener("visibilitychange", this.#returned);
    clearTimeout(this.#typing);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.page && !this.hasUpdated) void this.place();
    if (this.shownId) this.profile.load();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const isFiltered = Object.keys(noFilter).some((name) => changed.has(name));
    if (this.address && this.isPlaced && isFiltered) writeAddress(this.filter, this.opened, false);
  }

  private async place(): Promise<void> {
    if (this.address) {
      const { filter, opened } = readAddress();
      const said = Object.entries(filter).filter(([name, value]) => value !== Reflect.get(noFilter, name));
      Object.assign(this, Object.fromEntries(said));
      this.opened = opened;
    } else {
      const kept = await reopened(this.page, "people");
      if (kept && (!this.person || kept.personId === this.person)) this.opened = kept;
    }
    this.isPlaced = true;
  }

  readonly #moved = () => {
    if (!this.address) return;
    const { filter, opened } = readAddress();
    const { opened: before } = this;
    Object.assign(this, filter);
    this.opened = opened;
    this.#hasStepped = false;
    if (before && !opened) void this.focusOn(`[data-person="${before.personId}"] .name > *`);
  };

  readonly #returned = () => {
    const { value } = this.people;
    const isOld = this.page.now() - this.#loadedAt > oldAfterMs;
    // A list of several pages would shrink to its first.
    if (!document.hidden && isOld && value && value.items.length <= 20) this.people.reload();
  };

  protected retry(): void {
    if (this.shownId) this.profile.current?.retry();
    for (const load of [this.people, this.facets]) if (load.failure) load.reload();
  }

  private change(change: Partial<Filter>): void {
    clearTimeout(this.#typing);
    this.loadingMore.forgive();
    if (change.search === undefined) Object.assign(this, change);
    else this.#typing = setTimeout(() => Object.assign(this, change), typingMs);
  }

  private async loadMore(): Promise<void> {
    const { value, args } = this.people;
    if (!value?.nextCursor || !args) return;
    const next = await this.client.people.listPeople({ ...JSON.parse(args[0]), cursor: value.nextCursor });
    // Another filter may have been chosen, or the list may have been loaded again.
    if (this.people.value !== value) return;
    this.people.value = { ...next, items: [...value.items, ...next.items] };
  }

  private async open({ id: personId }: Person, event: Event): Promise<void> {
    if (!emit(this, "tessera-before-person-open", { personId })) return event.preventDefault();
    emit(this, "tessera-person-opened", { personId });
    if (addressOf(this.personHref, personId)) return;
    this.show({ personId, offerId: null }, true);
    this.#hasStepped = true;
    await this.profile.arrived().catch(() => undefined);
    void this.focusOn("[data-heading]");
    if (this.getBoundingClientRect().top < 0) this.scrollIntoView();
  }

  private close(): void {
    const personId = this.shownId;
    if (this.address && this.#hasStepped) return history.back();
    this.show(null, false);
    void this.focusOn(`[data-person="${personId}"] .name > *`);
  }

  private book(offerId: string, event: Event): void {
    const personId = this.shownId;
    if (!emit(this, "tessera-before-booking-open", { personId })) return event.preventDefault();
    emit(this, "tessera-booking-opened", { personId });
    if (addressOf(this.bookHref, personId)) return;
    this.show({ personId, offerId }, false);
    void this.focusOn(".booking [data-heading]");
  }

  private endBooking(): void {
    this.show(this.person ? null : { personId: this.shownId, offerId: null }, false);
    void this.focusOn(".book");
  }

  private show(opened: Opened | null, isStep: boolean): void {
    this.opened = opened;
    if (this.address) writeAddress(this.filter, opened, isStep);
    else keepOpened(this.page, "people", opened);
  }

  protected override content(): TemplateResult {
    if (this.shownId) return this.profile.current?.render() ?? profileOutline;
    const { say } = this.texts;
    return html`<div class="frame">
      <h2 class="hush">${say("people")}</h2>
      ${filterBar({
        filter: this.filter,
        facets: this.facets.value,
        currency: this.likelyCurrency,
        say,
        tag: this.locale.tag,
        isOpen: this.isUnfolded,
        toggle: () => {
          this.isUnfolded = !this.isUnfolded;
        },
        change: (change) => this.change(change),
      })}
      <div class="results">${this.list()}</div>
    </div>`;
  }

  private list(): TemplateResult {
    const { say } = this.texts;
    const { value, failure, state: loadState } = this.people;
    const trouble = failure ? this.failed(failure) : nothing;
    if (!value)
      return html`${failure ? trouble : listOutline} ${loadState === "slow" ? notice(say("slow")) : nothing}`;
    const { items, total, nextCursor } = value;
    if (items.length === 0) return html`${trouble}${this.nobody()}`;
    return html`${trouble}
      <p class="count small muted">${say("found", { count: total })}</p>
      <ul class="list">
        ${items.map((person) => this.card(person))}
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

  private nobody(): TemplateResult {
    const { say } = this.texts;
    if (countOf(this.filter) === 0 && !this.search.trim())
      return html`<slot name="empty">${notice(say("nobody"))}</slot>`;
    return notice(
      say("nobodyFits"),
      html`<button class="button" part="button" @click=${() => this.clear()}>${say("clear")}</button>`,
    );
  }

  private clear(): void {
    Object.assign(this, { ...noFilter, sort: this.sort, currency: this.currency });
    void this.focusOn("#search");
  }

  private card(person: Person): TemplateResult {
    const parts = {
      say: this.texts.say,
      tag: this.locale.tag,
      href: addressOf(this.personHref, person.id),
      open: (meant: Person, event: Event) => void this.open(meant, event),
    };
    return html`<li class="person card" part="person" data-person=${person.id}>
      ${personHead(person, parts)} ${personFacts(person, parts)} ${topicsOf(person, 3)}
    </li>`;
  }

  protected override skeleton(): TemplateResult {
    if (this.shownId) return profileOutline;
    return html`<div class="frame">${barOutline}${listOutline}</div>`;
  }
}

// A list that was left this long is loaded again when somebody comes back to it.
const oldAfterMs = 300_000;
const typingMs = 300;

define("tessera-people", TesseraPeople);

declare global {
  interface HTMLElementTagNameMap {
    "tessera-people": TesseraPeople;
  }
}
