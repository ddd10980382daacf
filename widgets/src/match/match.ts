import { type Client } from "@tessera/sdk/browser";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { baseTexts, type BaseTexts } from "../base/base.texts.ts";
import { consume } from "../base/context.ts";
import { clientContext, memberContext, type Page, pageContext, type SignedIn } from "../base/contexts.ts";
import { define } from "../base/define.ts";
import { TesseraElement } from "../base/element.ts";
import { type WidgetState } from "../base/widget-state.ts";
import { emit } from "../base/events.ts";
import { Load } from "../base/load.ts";
import { needTag } from "../base/need.ts";
import { property, state } from "../base/reactive.ts";
import { Texts } from "../base/texts.ts";
import { icon } from "../parts/icon.ts";
import { notice } from "../parts/notice.ts";
import { addressOf } from "../parts/person/address.ts";
import { keepOpened, type Opened, reopened } from "../parts/opened/opened.ts";
import { type Person } from "../parts/person/person.ts";
import { personTexts, type PersonTexts } from "../parts/person/person.texts.ts";
import { type Match, matchCard } from "./match-card.ts";
import { styles } from "./match.styles.ts";
import { matchTexts, type MatchTexts } from "./match.texts.ts";

/**
 * @summary The ten people who fit somebody's answers best, each with a score, its parts, how sure it is and why. Leads to the quiz first.
 *
 * @slot empty - Shown when there is nobody to compare with.
 *
 * @event {MatchesShownEvent} tessera-matches-shown - The matches are on screen, or the best rated in their place.
 * @event {BeforePersonOpenEvent} tessera-before-person-open - Somebody is about to be opened. Cancel it to stop.
 * @event {PersonOpenedEvent} tessera-person-opened - Somebody was opened, here or on the page's own address.
 * @event {BeforeBookingOpenEvent} tessera-before-booking-open - Booking is about to begin. Cancel it to stop.
 * @event {BookingOpenedEvent} tessera-booking-opened - Booking began, here or on the page's own address.
 *
 * @csspart match - One match.
 * @csspart photo - A photo, or the initials in its place.
 * @csspart name - A name, a link or a button.
 * @csspart rating - How somebody is rated.
 * @csspart score - The bar of a score.
 * @csspart confidence - How sure a score is.
 * @csspart why - What unfolds the reasons.
 * @csspart button - Any other button.
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
 * @cssproperty [--tessera-radius=12px] - The rounding of a match.
 * @cssproperty [--tessera-button-radius=10px] - The rounding of a button.
 * @cssproperty [--tessera-photo-radius=50%] - The rounding of a photo.
 */
export class TesseraMatch extends TesseraElement {
  static override styles = styles;

  /** The page's own address of a person, such as `/coaches/{id}`; without one the person is shown in place. */
  @property({ attribute: "person-href" }) personHref = "";

  /** The page's own address for booking with a person, such as `/coaches/{id}#book`; without one it happens in place. */
  @property({ attribute: "book-href" }) bookHref = "";

  /** The page's own address of the quiz; without one it is answered in place. */
  @property({ attribute: "quiz-href" }) quizHref = "";

  @consume(pageContext) private page!: Page;
  @consume(clientContext) private client!: Client;
  @consume(memberContext) @state() private member: SignedIn;

  @state() private opened: Opened | null = null;
  /** Whether the answers are being changed. */
  @state() private isAnswering = false;
  /** Whether it is known what an earlier visit of the page says. */
  @state() private isPlaced = false;
  /** Whether the page knew no visitor when it opened, so that there are no answers of theirs. */
  private isStranger = false;
  /** Counts how often the answers changed. */
  @state() private round = 0;

  protected readonly module = "matching";
  protected readonly texts = new Texts<BaseTexts & PersonTexts & MatchTexts>(
    this,
    baseTexts,
    personTexts,
    matchTexts,
  );

  private readonly found = new Load(this, {
    args: () =>
      this.client && this.isPlaced && this.member !== undefined && !this.isInvited
        ? ([this.member?.id ?? "", this.round] as const)
        : null,
    load: async (_, options) => {
      const answer = await this.client.matching.matchPeople({}, options);
      const { source, items } = answer;
      emit(this, "tessera-matches-shown", { source, personIds: items.map(({ person }) => person.id) });
      this.announce(this.texts.say(source === "fallback" ? "fallback" : "lead", { count: items.length }));
      return answer;
    },
  });

  get state(): WidgetState {
    if (!this.isPlaced) return "loading";
    if (this.opened || this.isAnswering) return "ready";
    if (this.needsQuiz) return "empty";
    const { value, failure, state: loadState } = this.found;
    return value?.items.length === 0 && !failure ? "empty" : loadState;
  }

  private get needsQuiz(): boolean {
    if (this.isInvited) return this.member === null;
    return this.found.failure?.is("matching.quiz_needed") ?? false;
  }

  /** Whether it seems that nobody here can have answered: then the way to the quiz is all there is room for. */
  private get isInvited(): boolean {
    return this.isStranger && !this.member && this.round === 0 && addressOf(this.quizHref, "") !== null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("tessera-quiz-completed", this.#answered);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("tessera-quiz-completed", this.#answered);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.page && !this.hasUpdated) {
      const { keep } = this.page;
      this.isStranger = !keep.read("visitor") && !keep.read("refresh");
      void this.place();
    }
  }

  private async place(): Promise<void> {
    this.opened = await reopened(this.page, "match");
    this.isPlaced = true;
  }

  readonly #answered = () => {
    this.isAnswering = false;
    this.round++;
    void this.focusOn("[data-heading]");
  };

  protected retry(): void {
    this.found.reload();
  }

  private show(opened: Opened | null): void {
    this.opened = opened;
    keepOpened(this.page, "match", opened);
    if (this.getBoundingClientRect().top < 0) this.scrollIntoView();
  }

  private open({ id: personId }: Person, event: Event): void {
    if (!emit(this, "tessera-before-person-open", { personId })) return event.preventDefault();
    emit(this, "tessera-person-opened", { personId });
    if (addressOf(this.personHref, personId)) return;
    this.show({ personId, offerId: null });
    void this.focusOn(".back");
  }

  private book({ id: personId }: Person, event: Event): void {
    if (!emit(this, "tessera-before-booking-open", { personId })) return event.preventDefault();
    emit(this, "tessera-booking-opened", { personId });
    if (addressOf(this.bookHref, personId)) return;
    this.show({ personId, offerId: "" });
    void this.focusOn(".back");
  }

  private back(): void {
    const personId = this.opened?.personId;
    this.isAnswering = false;
    this.show(null);
    void this.focusOn(personId ? `[data-person="${personId}"] .name > *` : "[data-heading]");
  }

  protected override content(): TemplateResult {
    return html`<div class=${this.frame()}>${this.shown()}</div>`;
  }

  private frame(): string {
    return this.isInvited ? "frame low" : "frame";
  }

  private shown(): TemplateResult {
    if (this.opened) return html`${this.backButton()}${this.openedPerson(this.opened)}`;
    if (this.isAnswering) return html`${this.backButton()}${quiz()}`;
    if (this.needsQuiz) return this.invitation();
    const { value, failure } = this.found;
    const trouble = failure ? this.failed(failure) : nothing;
    if (!value) return html`${trouble}`;
    return html`${trouble} ${this.list(value)}`;
  }

  private openedPerson({ personId, offerId }: Opened): TemplateResult {
    if (offerId !== null) {
      needTag("tessera-booking");
      return html`<tessera-booking host=${personId}></tessera-booking>`;
    }
    needTag("tessera-people");
    return html`<tessera-people person=${personId} book-href=${this.bookHref}></tessera-people>`;
  }

  private backButton(): TemplateResult {
    return html`<button class="button quiet back" part="button" @click=${() => this.back()}>
      ${icon("next")}${this.texts.say("back")}
    </button>`;
  }

  /** What somebody sees first who has not answered the quiz. */
  private invitation(): TemplateResult {
    const { say } = this.texts;
    const address = addressOf(this.quizHref, "");
    return html`<section class="invite">
        <h2 tabindex="-1" data-heading>${say("quizTitle")}</h2>
        <p class="muted">${say("quizLead")}</p>
        ${
          address === null
            ? nothing
            : html`<a class="button primary" part="button" href=${address}>${say("startQuiz")}</a>`
        }
      </section>
      ${address === null ? quiz() : nothing}`;
  }

  private list({ source, items }: Found): TemplateResult {
    const { say } = this.texts;
    const isFallback = source === "fallback";
    if (items.length === 0) return html`<slot name="empty">${notice(say("nobody"))}</slot>`;
    return html`<h2 class="hush" tabindex="-1" data-heading>${say("matches")}</h2>
      ${isFallback ? this.fallback() : nothing}
      <div class="top">
        ${isFallback ? nothing : html`<p>${say("lead", { count: items.length })}</p>`} ${this.changeButton()}
      </div>
      <ol class="list">
        ${items.map((match, at) => this.card(match, at === 0))}
      </ol>`;
  }

  private fallback(): TemplateResult {
    const { say } = this.texts;
    const again = () => void this.round++;
    return notice(
      say("fallback"),
      html`<button class="button" part="button" @click=${again}>${say("retry")}</button>`,
    );
  }

  private changeButton(): TemplateResult {
    const label = this.texts.say("changeAnswers");
    const address = addressOf(this.quizHref, "");
    if (address !== null) return html`<a class="button quiet" part="button" href=${address}>${label}</a>`;
    const change = () => {
      this.isAnswering = true;
      void this.focusOn(".back");
    };
    return html`<button class="button quiet" part="button" @click=${change}>${label}</button>`;
  }

  private card(match: Match, isFirst: boolean): TemplateResult {
    const { say } = this.texts;
    const { person } = match;
    return matchCard(match, {
      say,
      tag: this.locale.tag,
      href: addressOf(this.personHref, person.id),
      open: (meant, event) => this.open(meant, event),
      isOpen: isFirst,
      book: this.bookButton(person),
    });
  }

  private bookButton(person: Person): TemplateResult | typeof nothing {
    if (!this.site?.modules.includes("booking") || person.fromPrice === null) return nothing;
    const address = addressOf(this.bookHref, person.id);
    const label = this.texts.say("book");
    const click = (event: Event) => this.book(person, event);
    const described = `name-${person.id}`;
    return address === null
      ? html`<button class="button primary book" part="button" aria-describedby=${described} @click=${click}>
          ${label}
        </button>`
      : html`<a
          class="button primary book"
          part="button"
          aria-describedby=${described}
          href=${address}
          @click=${click}
          >${label}</a
        >`;
  }

  protected override skeleton(): TemplateResult {
    if (this.isInvited) return html`<div class=${this.frame()}><div class="skeleton match"></div></div>`;
    return html`<div class=${this.frame()}>
      <div class="top"><p class="muted">${this.texts.say("comparing")}</p></div>
      ${[0, 1, 2].map(() => html`<div class="skeleton match"></div>`)}
    </div>`;
  }
}

type Found = NonNullable<Awaited<ReturnType<Client["matching"]["matchPeople"]>>>;

/** The quiz in place. */
function quiz(): TemplateResult {
  needTag("tessera-profile");
  return html`<tessera-profile view="quiz"></tessera-profile>`;
}

define("tessera-match", TesseraMatch);

declare global {
  interface HTMLElementTagNameMap {
    "tessera-match": TesseraMatch;
  }
}
