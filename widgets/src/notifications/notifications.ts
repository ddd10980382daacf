import { type Client, type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { baseTexts, type BaseTexts } from "../base/base.texts.ts";
import { consume } from "../base/context.ts";
import { clientContext, memberContext, type Page, pageContext, type SignedIn } from "../base/contexts.ts";
import { define } from "../base/define.ts";
import { TesseraElement } from "../base/element.ts";
import { emit } from "../base/events.ts";
import { LazyPanel } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { property, state } from "../base/reactive.ts";
import { Texts } from "../base/texts.ts";
import { type WidgetState } from "../base/widget-state.ts";
import { News } from "../parts/live/news.ts";
import { newsKindTexts, type NewsKindTexts } from "../parts/news-choices/news-kinds.texts.ts";
import { failureNotice, notice } from "../parts/notice.ts";
import { addressOf } from "../parts/person/address.ts";
import { bell } from "./bell.ts";
import { type Entry, notificationEntry } from "./entry.ts";
import { type Filter, filter } from "./filter.ts";
import { styles } from "./notifications.styles.ts";
import { notificationsTexts, type NotificationsTexts } from "./notifications.texts.ts";

type Inbox = Contract["notifications"]["listNotifications"]["output"];

const pageSize = 20;
const longestPage = 100;

/**
 * @summary A member's notifications, as a list on the page or behind a bell with the number of unread ones. New ones appear by themselves.
 *
 * @slot empty - Shown when there are no notifications.
 *
 * @event {MemberSignedInEvent} tessera-member-signed-in - The visitor proved an e-mail address.
 * @event {BeforeNotificationOpenEvent} tessera-before-notification-open - A notification is about to be opened. Cancel it to stop.
 * @event {NotificationOpenedEvent} tessera-notification-opened - A notification was opened and counts as read.
 *
 * @csspart bell - The bell, a button.
 * @csspart count - How many are unread, on the bell.
 * @csspart panel - What the bell opens.
 * @csspart notification - One notification.
 * @csspart button - Any other button.
 * @csspart input - A field.
 * @csspart notice - A message.
 *
 * @cssproperty [--tessera-accent] - The colour of the count and of the next step; the site's brand colour unless set.
 * @cssproperty [--tessera-on-accent] - The text colour on the accent.
 * @cssproperty [--tessera-surface] - The background.
 * @cssproperty [--tessera-text] - The text.
 * @cssproperty [--tessera-muted] - Text of less weight.
 * @cssproperty [--tessera-line] - Lines between parts.
 * @cssproperty [--tessera-soft] - The background of quiet areas.
 * @cssproperty [--tessera-edge] - The outline of fields.
 * @cssproperty [--tessera-danger] - What went wrong.
 * @cssproperty [--tessera-font] - The font; the page's unless set.
 * @cssproperty [--tessera-font-size] - The size of plain text, 16px or the page's root size if larger.
 * @cssproperty [--tessera-radius=12px] - The rounding of areas.
 * @cssproperty [--tessera-button-radius=10px] - The rounding of a button.
 */
export class TesseraNotifications extends TesseraElement {
  static override styles = styles;

  /** `bell` shows a button that opens the list, and nothing while nobody is signed in; anything else shows the list in place. */
  @property() view: "list" | "bell" = "list";

  /** The page's address for a session that a notification is about, such as `/account#{id}`; without it opening one marks it as read. */
  @property({ attribute: "booking-href" }) bookingHref = "";

  /** The address of the site's service worker with Tessera's line in it, such as `/tessera-push.js`. With it members can turn on pushes, in the settings. */
  @property({ attribute: "push-worker" }) pushWorker = "";

  /** The IANA time zone dates are shown in; the viewer's own unless set. */
  @property({ attribute: "time-zone" }) timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  @consume(pageContext) private page!: Page;
  @consume(clientContext) private client!: Client;
  @consume(memberContext) @state() private member: SignedIn;

  @state() private filter: Filter = "";
  @state() private wasOpened = false;
  @state() private isChoosing = false;

  protected readonly module = "core";
  protected readonly texts = new Texts<BaseTexts & NewsKindTexts & NotificationsTexts>(
    this,
    baseTexts,
    newsKindTexts,
    notificationsTexts,
  );

  private readonly inbox = new Load(this, {
    args: () => (this.client && this.member ? ([this.member.id, this.filter] as const) : null),
    load: ([memberId, filter], options) => this.load(memberId, filter, options),
  });
  private readonly reading = new Action(this, (entry: Entry | null) => this.read(entry));
  private readonly removing = new Action(this, (entry: Entry) => this.drop(entry));

  private readonly signIn = new LazyPanel(this, async () => {
    const { CodeSignIn } = await import("../parts/sign-in/code-sign-in.ts");
    return new CodeSignIn(this, { page: this.page, signedIn: () => this.inbox.reload() });
  });

  private readonly choices = new LazyPanel(this, async () => {
    const { NewsChoices } = await import("../parts/news-choices/news-choices.ts");
    return new NewsChoices(this, {
      page: this.page,
      owner: () => (this.isChoosing && this.member ? [this.member.id] : null),
      withPush: this.pushWorker !== "",
      refused: (failure) => this.refused(failure),
    });
  });

  private readonly push = new LazyPanel(this, async () => {
    const { PushSwitch } = await import("../parts/push/push-switch.ts");
    return new PushSwitch(this, {
      page: this.page,
      worker: this.pushWorker,
      owner: () => (this.isChoosing && this.member ? [this.member.id] : null),
      refused: (failure) => this.refused(failure),
    });
  });

  /** How many are to be shown: whoever has gone far down the list stays there when something new comes. */
  private wanted = pageSize;
  /** Whose unread ones were counted last, and how many there were. It outlives a change of the filter, not of the member. */
  private counted: { readonly memberId: string; readonly unread: number } | null = null;
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    new News(this, {
      page: () => this.page,
      events: ["notification.created", "notification.read"],
      heard: () => this.inbox.reload(),
      missed: () => this.inbox.reload(),
    });
  }

  /** How many are unread as far as is known; undefined before the member's first list. */
  private get unread(): number | undefined {
    return this.counted?.memberId === this.member?.id ? this.counted?.unread : undefined;
  }

  get state(): WidgetState {
    if (this.member === undefined) return "loading";
    if (this.member === null) return "signed-out";
    const { value, failure, state: loadState } = this.inbox;
    if (value?.items.length === 0 && !failure) return "empty";
    // The head stays where it is while another kind is loaded.
    return !value && !failure && this.unread !== undefined ? "ready" : loadState;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What was a minute ago is an hour ago later.
    this.#clock = setInterval(() => this.requestUpdate(), 60_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
  }

  protected override get frames(): boolean {
    return this.view === "bell";
  }

  protected retry(): void {
    this.inbox.reload();
  }

  private async load(memberId: string, filter: Filter, options: { signal: AbortSignal }): Promise<Inbox> {
    const before = this.unread;
    const ask = (limit: number, cursor?: string) =>
      this.client.notifications.listNotifications({ limit, cursor, ...asked(filter) }, options);
    let found = await ask(Math.min(longestPage, this.wanted));
    while (found.nextCursor !== null && found.items.length < this.wanted) {
      const next = await ask(pageSize, found.nextCursor);
      found = { ...next, items: [...found.items, ...next.items] };
    }
    options.signal.throwIfAborted();
    this.counted = { memberId, unread: found.unread };
    const [newest] = found.items;
    if (before !== undefined && found.unread > before && newest && !newest.isRead)
      this.announce(this.texts.say("arrived", { title: newest.title }));
    return found;
  }

  private more(): void {
    this.wanted = (this.inbox.value?.items.length ?? 0) + pageSize;
    this.inbox.reload();
  }

  /** Marks one as read, or all. */
  private async read(entry: Entry | null): Promise<void> {
    const { unread } = await this.client.notifications.markRead(entry ? { ids: [entry.id] } : {});
    this.change(unread, (items) =>
      items.map((item) => (!entry || item.id === entry.id ? { ...item, isRead: true } : item)),
    );
    if (!entry) this.announce(this.texts.say("allRead"));
  }

  private async drop(entry: Entry): Promise<void> {
    await this.client.notifications.deleteNotification({ id: entry.id });
    const items = this.inbox.value?.items ?? [];
    const at = items.findIndex(({ id }) => id === entry.id);
    const neighbour = items[at + 1] ?? items[at - 1];
    this.change((this.unread ?? 0) - (entry.isRead ? 0 : 1), (all) =>
      all.filter(({ id }) => id !== entry.id),
    );
    this.announce(this.texts.say("removed"));
    void this.focusOn(neighbour ? `[data-notification="${neighbour.id}"] .delete` : "select");
  }

  private change(unread: number, of: (items: Entry[]) => Entry[]): void {
    if (this.member) this.counted = { memberId: this.member.id, unread };
    const { value } = this.inbox;
    if (value) this.inbox.value = { ...value, unread, items: of(value.items) };
  }

  private open(event: Event, entry: Entry): void {
    const detail = { notificationId: entry.id, about: entry.about };
    if (!emit(this, "tessera-before-notification-open", detail)) event.preventDefault();
    if (!entry.isRead) void this.reading.run(entry);
    emit(this, "tessera-notification-opened", detail);
  }

  protected override content(): TemplateResult {
    if (this.view === "bell") return this.state === "signed-out" ? html`` : this.bell();
    if (this.state === "signed-out") return this.door();
    return html`<section class="inbox" aria-labelledby="title">
      <h2 id="title" class="hush">${this.texts.say("title")}</h2>
      ${this.list()}
    </section>`;
  }

  private door(): TemplateResult {
    const { say } = this.texts;
    return html`<section class="sign-in" aria-label=${say("title")}>
      <p>${say("signIn")}</p>
      ${this.signIn.panel?.render(say("showNotifications")) ?? outline}
    </section>`;
  }

  private bell(): TemplateResult {
    return bell({
      say: this.texts.say,
      unread: this.unread ?? 0,
      tag: this.locale.tag,
      direction: this.locale.direction,
      content: this.wasOpened ? this.list() : nothing,
      opened: () => {
        this.wasOpened = true;
      },
      closed: () => void this.focusOn(".toggle"),
    });
  }

  private list(): TemplateResult {
    const { say } = this.texts;
    if (this.isChoosing) return this.settings();
    const { value, failure, state: loadState } = this.inbox;
    return html`${this.head()} ${failure ? this.failed(failure) : nothing}
    ${[this.reading, this.removing].map((action) => (action.failure ? this.refused(action.failure) : nothing))}
    ${value ? this.entries(value) : failure ? nothing : outline}
    ${!value && loadState === "slow" ? notice(say("slow")) : nothing}`;
  }

  private settings(): TemplateResult {
    const panel = this.choices.panel;
    const { value, failure } = panel?.load ?? {};
    return html`<div class="head">
        <h3>${this.texts.say("settings")}</h3>
        ${this.turner("back")}
      </div>
      ${failure ? failureNotice(failure, this.texts.say, this.sentence(failure), () => panel?.load.reload()) : nothing}
      ${value && panel ? panel.render() : failure ? nothing : outline}
      ${this.pushWorker === "" ? nothing : this.push.panel?.render()}`;
  }

  /** The button that turns to the settings and back. */
  private turner(name: "settings" | "back"): TemplateResult {
    const turn = () => {
      this.isChoosing = !this.isChoosing;
      void this.focusOn("[data-deed=turn]");
    };
    return html`<button class="button quiet" part="button" data-deed="turn" @click=${turn}>
      ${this.texts.say(name)}
    </button>`;
  }

  private head(): TemplateResult {
    const { say } = this.texts;
    return html`<div class="head">
      ${filter({ say, chosen: this.filter, choose: (chosen) => this.choose(chosen) })}
      <div class="deeds">
        ${
          (this.unread ?? 0) > 0
            ? html`<button
                class="button quiet"
                part="button"
                data-deed="read-all"
                aria-busy=${this.reading.busy}
                @click=${() => void this.readAll()}
              >
                ${say("markAll")}
              </button>`
            : nothing
        }
        ${this.turner("settings")}
      </div>
    </div>`;
  }

  private async readAll(): Promise<void> {
    await this.reading.run(null);
    // Its button is gone then.
    if (!this.reading.failure) await this.focusOn("select");
  }

  private choose(chosen: Filter): void {
    this.wanted = pageSize;
    this.filter = chosen;
    for (const action of [this.reading, this.removing]) action.forgive();
  }

  private entries({ items, nextCursor }: Inbox): TemplateResult {
    const { say } = this.texts;
    if (items.length === 0)
      return this.filter === ""
        ? html`<slot name="empty">${notice(say("nothing"))}</slot>`
        : notice(say("nothingHere"));
    return html`<ul class="list">
        ${items.map((entry) =>
          notificationEntry(entry, {
            say,
            tag: this.locale.tag,
            timeZone: this.timeZone,
            now: this.page.now(),
            href: entry.about.kind === "booking" ? addressOf(this.bookingHref, entry.about.id) : null,
            open: (event) => this.open(event, entry),
            remove: () => void this.removing.run(entry),
          }),
        )}
      </ul>
      ${
        nextCursor
          ? html`<button
              class="button more"
              part="button"
              aria-busy=${items.length < this.wanted && !this.inbox.failure}
              @click=${() => this.more()}
            >
              ${say("more")}
            </button>`
          : nothing
      }`;
  }

  protected override skeleton(): TemplateResult {
    if (this.view === "bell") return html``;
    return html`<div class=${this.page?.keep.text("refresh") ? "inbox" : "sign-in"}>${outline}</div>`;
  }
}

/** A filter as the API takes it. */
const asked = (filter: Filter) =>
  filter === "unread" ? { isUnread: true } : { category: filter === "" ? undefined : filter };

const outline = html`<div class="skeleton line"></div>
  <div class="skeleton row"></div>
  <div class="skeleton row"></div>`;

define("tessera-notifications", TesseraNotifications);

declare global {
  interface HTMLElementTagNameMap {
    "tessera-notifications": TesseraNotifications;
  }
}
