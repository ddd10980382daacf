import { type Client } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { baseTexts, type BaseTexts } from "../base/base.texts.ts";
import { consume } from "../base/context.ts";
import { clientContext, memberContext, type Page, pageContext, type SignedIn } from "../base/contexts.ts";
import { define } from "../base/define.ts";
import { TesseraElement } from "../base/element.ts";
import { type WidgetState } from "../base/widget-state.ts";
import { LazyPanel } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { property, state } from "../base/reactive.ts";
import { Texts } from "../base/texts.ts";
import { showDialog } from "../parts/dialog/dialog.ts";
import { News } from "../parts/live/news.ts";
import { notice } from "../parts/notice.ts";
import { isOffered } from "../parts/order/offered.ts";
import { tabRow } from "../parts/tabs/tabs.ts";
import { styles } from "./bookings.styles.ts";
import { bookingsTexts, type BookingsTexts } from "./bookings.texts.ts";
import { Deeds } from "./deeds.ts";
import { Finder, readAddress, writeAddress } from "./finder.ts";
import { questionDialog } from "./question.ts";
import { type Deed, sessionCard } from "./session-card.ts";
import { loadSessions, type Session, sessionNews, type Side, type Tab, tabs } from "./sessions.ts";

/**
 * @summary A member's sessions, as client and as host: what is next and what is past, with everything that can be done about them.
 *
 * @slot empty - Shown when the chosen tab has no sessions.
 *
 * @event {MemberSignedInEvent} tessera-member-signed-in - The visitor proved an e-mail address.
 * @event {BeforeBookingCancelEvent} tessera-before-booking-cancel - A session is about to be called off. Cancel it to stop.
 * @event {BookingCancelledEvent} tessera-booking-cancelled - A session is called off.
 * @event {BookingMovedEvent} tessera-booking-moved - A proposed time is accepted; the session takes place then.
 *
 * @csspart tabs - The two tabs.
 * @csspart tab - One tab, a button.
 * @csspart session - One session.
 * @csspart standing - How a session stands.
 * @csspart dialog - A question before something is done.
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
 * @cssproperty [--tessera-font] - The font; the page's unless set.
 * @cssproperty [--tessera-font-size] - The size of plain text, 16px or the page's root size if larger.
 * @cssproperty [--tessera-radius=12px] - The rounding of a session.
 * @cssproperty [--tessera-button-radius=10px] - The rounding of a button.
 */
export class TesseraBookings extends TesseraElement {
  static override styles = styles;

  /** Whose sessions: `client` for those the member booked, `host` for those the member hosts, both unless set. */
  @property() as: Side = "";

  /** The IANA time zone times are shown in; the viewer's own unless set. */
  @property({ attribute: "time-zone" }) timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  /** Keeps what is looked at (`sessions`, `find`) in the page's address, so that reload, back and a shared link find it. */
  @property({ type: Boolean }) address = false;

  @consume(pageContext) private page!: Page;
  @consume(clientContext) private client!: Client;
  @consume(memberContext) @state() private member: SignedIn;

  @state() private tab: Tab = "upcoming";

  /** Sessions that were booked take place without a licence for new ones. */
  protected readonly module = "core";
  protected readonly texts = new Texts<BaseTexts & BookingsTexts>(this, baseTexts, bookingsTexts);

  private readonly finder = new Finder(this, () => this.look());
  private readonly sessions = new Load(this, {
    args: () =>
      this.client && this.member
        ? ([this.member.id, this.tab, this.as, this.finder.words.trim()] as const)
        : null,
    load: async ([memberId, tab, side, search], options) => {
      const found = await loadSessions(this.client, { memberId, tab, side, search }, options);
      this.hasShown = true;
      return found;
    },
  });

  private readonly loadingMore = new Action(this, () => this.loadMore());
  private readonly deeds = new Deeds(this, {
    client: () => this.client,
    now: () => this.page.now(),
    changed: () => this.changed(),
    returned: ({ booking }, deed) =>
      void this.focusOn(`[data-booking="${booking.id}"] [data-deed="${deed}"]`),
  });

  private readonly signIn = new LazyPanel(this, async () => {
    const { CodeSignIn } = await import("../parts/sign-in/code-sign-in.ts");
    return new CodeSignIn(this, { page: this.page, signedIn: () => this.sessions.reload() });
  });

  private readonly disputes = new LazyPanel(this, async () => {
    const { Disputes } = await import("../parts/disputes/disputes.ts");
    return new Disputes(this, {
      client: () => this.client,
      now: () => this.page.now(),
      timeZone: () => this.timeZone,
      say: this.texts.say,
      changed: () => this.changed(),
    });
  });

  /** From the first list on the tabs stay where they are while another list is loaded. */
  private hasShown = false;
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    // What happens to a session elsewhere is shown here at once.
    new News(this, {
      page: () => this.page,
      events: sessionNews,
      heard: () => {
        this.sessions.reload();
        this.announce(this.texts.say("done"));
      },
      missed: () => this.sessions.reload(),
    });
  }

  get state(): WidgetState {
    if (this.member === undefined) return "loading";
    if (this.member === null) return "signed-out";
    const { value, failure, state: loadState } = this.sessions;
    if (value?.items.length === 0 && !failure) return "empty";
    return !value && !failure && this.hasShown ? "ready" : loadState;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.address) {
      const { tab, search } = readAddress();
      this.tab = tab;
      this.finder.words = search;
    }
    // Rooms open, sessions begin and end while the list is looked at.
    this.#clock = setInterval(() => this.requestUpdate(), 15_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
    this.finder.stop();
  }

  protected retry(): void {
    this.sessions.reload();
  }

  private changed(): void {
    this.sessions.reload();
    this.announce(this.texts.say("done"));
    void this.focusOn(`[aria-selected="true"]`);
  }

  private async loadMore(): Promise<void> {
    const { value, args } = this.sessions;
    if (!value?.nextCursor || !args) return;
    const [memberId, tab, side, search] = args;
    const next = await loadSessions(this.client, {
      memberId,
      tab,
      side,
      search,
      cursor: value.nextCursor,
    });
    // The member may have turned to the other tab, or the list may have been loaded again.
    if (this.sessions.value !== value) return;
    this.sessions.value = { ...next, items: [...value.items, ...next.items] };
  }

  protected override content(): TemplateResult {
    const { say } = this.texts;
    if (this.state === "signed-out")
      return html`<section class="sign-in" aria-label=${say("sessions")}>
        <p>${say("signIn")}</p>
        ${this.signIn.panel?.render(say("showSessions")) ?? html`<div class="skeleton session"></div>`}
      </section>`;
    return html`<h2 class="hush">${say("sessions")}</h2>
      ${tabRow({
        label: say("sessions"),
        tabs,
        chosen: this.tab,
        nameOf: say,
        direction: this.locale.direction,
        choose: (tab) => this.choose(tab),
        focusOn: (selector) => this.focusOn(selector),
      })}
      <div id="panel" role="tabpanel" aria-labelledby=${`tab-${this.tab}`}>
        ${this.finder.render(say, this.sessions.value?.items.length)}${this.list()}
      </div>
      ${this.question()}`;
  }

  private choose(tab: Tab): void {
    this.tab = tab;
    this.look();
  }

  /** Another list is looked at. */
  private look(): void {
    this.deeds.forgive();
    this.loadingMore.forgive();
    if (this.address) writeAddress({ tab: this.tab, search: this.finder.words });
  }

  private list(): TemplateResult {
    const { say } = this.texts;
    const { value, failure, state: loadState } = this.sessions;
    const trouble = failure ? this.failed(failure) : nothing;
    if (!value)
      return html`${failure ? trouble : listOutline} ${loadState === "slow" ? notice(say("slow")) : nothing}`;
    if (value.items.length === 0 && this.finder.words !== "")
      return html`${trouble}${notice(say("nothingFound"))}`;
    if (value.items.length === 0)
      return html`${trouble}<slot name="empty"
          >${notice(say(this.tab === "upcoming" ? "nothingUpcoming" : "nothingPast"))}</slot
        >`;
    return html`${trouble}
      <ul class="list">
        ${value.items.map((session) => this.card(session))}
      </ul>
      ${this.loadingMore.failure ? this.refused(this.loadingMore.failure) : nothing}
      ${
        value.nextCursor
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

  private card(session: Session): TemplateResult {
    const isMeant = this.deeds.bookingId === session.booking.id;
    const failure = isMeant && !this.deeds.question ? this.deeds.failure : null;
    return sessionCard(session, {
      say: this.texts.say,
      tag: this.locale.tag,
      timeZone: this.timeZone,
      now: this.page.now(),
      busy: isMeant ? this.deeds.busy : null,
      failure: failure ? this.refused(failure) : nothing,
      dispute: this.dispute(session),
      act: (meant, deed) => void this.act(meant, deed),
    });
  }

  private dispute({ booking, order }: Session): TemplateResult | typeof nothing {
    if (!order || (!order.dispute && !isOffered(order, "dispute", this.page.now()))) return nothing;
    return this.disputes.panel?.render(order, `title-${booking.id}`) ?? nothing;
  }

  private async act(session: Session, deed: Deed): Promise<void> {
    await this.deeds.begin(session, deed);
    await this.updateComplete;
    showDialog(this.renderRoot);
  }

  private question(): TemplateResult | typeof nothing {
    const { question, busy, failure } = this.deeds;
    if (!question) return nothing;
    return questionDialog(question, {
      say: this.texts.say,
      tag: this.locale.tag,
      timeZone: this.timeZone,
      busy,
      failure: failure ? this.refused(failure) : nothing,
      yes: (startsAt) => void this.deeds.confirm(startsAt),
      no: () => this.deeds.close(),
    });
  }

  protected override skeleton(): TemplateResult {
    if (!this.page?.keep.text("refresh"))
      return html`<div class="sign-in"><div class="skeleton session"></div></div>`;
    return html`<div class="tabs"><div class="skeleton tab"></div></div>
      ${listOutline}`;
  }
}

const listOutline = html`<div class="list">
  <div class="skeleton session"></div>
  <div class="skeleton session"></div>
</div>`;

define("tessera-bookings", TesseraBookings);

declare global {
  interface HTMLElementTagNameMap {
    "tessera-bookings": TesseraBookings;
  }
}
