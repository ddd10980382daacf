import { type ApiError } from "@tessera/sdk/browser";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { baseTexts, type BaseTexts } from "../base/base.texts.ts";
import { consume } from "../base/context.ts";
import { memberContext, type Page, pageContext, type SignedIn } from "../base/contexts.ts";
import { define } from "../base/define.ts";
import { TesseraElement } from "../base/element.ts";
import { emit } from "../base/events.ts";
import { failureIn } from "../base/failure.ts";
import { LazyPanel } from "../base/lazy.ts";
import { property, state } from "../base/reactive.ts";
import { Texts } from "../base/texts.ts";
import { type WidgetState } from "../base/widget-state.ts";
import { styles } from "./chat.styles.ts";
import { keepBubble, tellBubbles } from "./bubbles.ts";
import { chatTexts, type ChatTexts } from "./chat.texts.ts";
import { conversationList } from "./conversation-list.ts";
import { Correspondence } from "./correspondence.ts";
import { tool } from "./drawing.ts";
import { Finder } from "./finder.ts";
import { type Groups } from "./groups.ts";
import { TalkPane } from "./talk-pane.ts";
import { type Clock } from "./titles.ts";

/**
 * @summary A member's conversations: writing to each other live, with receipts. In place, in a panel, or behind a bubble.
 *
 * @slot empty - Shown when there are no conversations.
 *
 * @event {MemberSignedInEvent} tessera-member-signed-in - The visitor proved an e-mail address.
 * @event {ConversationOpenedEvent} tessera-conversation-opened - A conversation is shown.
 * @event {MessageSentEvent} tessera-message-sent - A message of the member's was sent.
 * @event {UnreadChangedEvent} tessera-unread-changed - The number of unread messages has changed.
 *
 * @csspart bubble - The bubble.
 * @csspart conversation - One conversation in the list.
 * @csspart message - One message.
 * @csspart own-message - A message the member wrote.
 * @csspart file - A file that came with a message.
 * @csspart card - What a conversation is about.
 * @csspart dialog - A question.
 * @csspart button - A button.
 * @csspart primary-button - The button that sends.
 * @csspart input - A field.
 * @csspart notice - A message of the widget.
 *
 * @cssproperty [--tessera-chat-height=560px] - The height of the chat in place.
 * @cssproperty [--tessera-accent] - The colour of the next step and of numbers; the site's brand colour unless set.
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
export class TesseraChat extends TesseraElement {
  static override styles = styles;

  /** `inline` stands in its place; `panel` is laid over the page's edge while it is open; `bubble` is a panel with a button that opens it. */
  @property({ reflect: true }) display: "inline" | "panel" | "bubble" = "inline";

  /** Whether a panel, or the panel of a bubble, is open. A page's own button turns it with `data-tessera-opens` and the chat's id. */
  @property({ type: Boolean, reflect: true }) open = false;

  /** The id of a member with whom a conversation is opened. */
  @property() with = "";

  /** What a conversation is opened about, by its kind and id, such as `booking:0195f0c2-...`; its people are in it. */
  @property() subject = "";

  /** The page's address for a session that a conversation is about, such as `/account#{id}`. */
  @property({ attribute: "booking-href" }) bookingHref = "";

  /** The IANA time zone times are shown in; the viewer's own unless set. */
  @property({ attribute: "time-zone" }) timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  @state() private hasChosen = false;
  private wasOpened = false;
  private isEntering = false;
  private isGoing = false;

  @consume(pageContext) private page!: Page;
  @consume(memberContext) @state() private member: SignedIn;

  protected readonly module = "chat";
  protected readonly texts = new Texts<BaseTexts & ChatTexts>(this, baseTexts, chatTexts);

  private readonly all: Correspondence = new Correspondence(this, {
    page: () => this.page,
    say: this.texts.say,
    member: () => this.member,
    isWanted: () => this.wasOpened,
    wish: () => [this.with, this.subject],
    pane: () => this.pane,
    opened: ({ id }) => {
      emit(this, "tessera-conversation-opened", { conversationId: id });
    },
    sent: ({ conversationId, id: messageId }) => {
      emit(this, "tessera-message-sent", { conversationId, messageId });
    },
  });

  private readonly pane: TalkPane = new TalkPane(this, {
    page: () => this.page,
    all: this.all,
    say: this.texts.say,
    clock: () => this.clock,
    bookingHref: () => this.bookingHref,
    isSeen: () => this.isSeen,
    close: () => this.goTo(null),
    find: () => this.finder.look("one"),
    groups: () => this.groups.arrived(),
    refused: (failure) => this.refused(failure),
  });

  private readonly finder: Finder = new Finder(this, {
    page: () => this.page,
    all: this.all,
    words: this.texts.say,
    clock: () => this.clock,
    refused: (failure) => this.refused(failure),
    goTo: (id, seq) => {
      // A narrow chat shows one of the two.
      if (!this.renderRoot.querySelector(".talk")?.checkVisibility()) this.finder.look(null);
      this.hasChosen = true;
      this.pane.openAt(id, seq);
    },
  });

  private readonly groups: LazyPanel<Groups> = new LazyPanel(this, async () => {
    const { Groups } = await import("./groups.ts");
    return new Groups(this, {
      page: () => this.page,
      all: this.all,
      refused: (failure) => this.refused(failure),
      goTo: (id) => this.goTo(id),
    });
  });

  private readonly signIn = new LazyPanel(this, async () => {
    const { CodeSignIn } = await import("../parts/sign-in/code-sign-in.ts");
    return new CodeSignIn(this, { page: this.page, signedIn: () => this.all.inbox.reload() });
  });

  #unread = 0;
  #clock: ReturnType<typeof setInterval> | undefined;

  protected override get frames(): boolean {
    return this.display !== "inline";
  }

  get state(): WidgetState {
    if (this.member === undefined) return "loading";
    if (this.member === null) return "signed-out";
    const { value, failure, state: loadState } = this.all.inbox;
    const isEmpty = value?.items.length === 0 && !failure && !this.all.isArchived && !this.hasTalk;
    return isEmpty ? "empty" : loadState;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.frames) tellBubbles();
    // What was written today was written yesterday later.
    this.#clock = setInterval(() => this.requestUpdate(), 60_000);
    document.addEventListener("visibilitychange", this.#look);
    this.addEventListener("keydown", this.#escape);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (!this.frames) tellBubbles();
    clearInterval(this.#clock);
    document.removeEventListener("visibilitychange", this.#look);
    this.removeEventListener("keydown", this.#escape);
  }

  /** Shows a conversation by its id; null shows the list. */
  private goTo(id: string | null): void {
    const before = this.all.openId;
    this.hasChosen = true;
    this.all.open(id);
    this.isGoing = id !== null;
    if (!id) void this.focusOn(`[data-conversation="${before}"]`);
  }

  readonly #escape = ({ key, isComposing }: KeyboardEvent): void => {
    if (key === "Escape" && !isComposing && this.frames && this.open) this.leave();
  };

  readonly #look = (): void => this.pane.look();

  /** Whether a person can see what is shown. */
  private get isSeen(): boolean {
    if (this.frames) return this.open && document.visibilityState === "visible";
    const { top, bottom } = this.getBoundingClientRect();
    return document.visibilityState === "visible" && bottom > 0 && top < innerHeight;
  }

  private get hasTalk(): boolean {
    return this.all.openId !== null || this.isWishing;
  }

  /** Whether the page names a conversation that nobody has turned away from. */
  private get isWishing(): boolean {
    return !this.hasChosen && (this.with || this.subject) !== "";
  }

  private get clock(): Clock {
    return { tag: this.locale.tag, timeZone: this.timeZone, now: this.page.now() };
  }

  protected retry(): void {
    for (const load of [this.all.inbox, this.all.wished, this.all.talks]) if (load.failure) load.reload();
  }

  protected override content(): TemplateResult {
    const { say } = this.texts;
    const { value, failure } = this.all.inbox;
    if (this.state === "signed-out") return html`${this.top()}${this.door()}`;
    if (!value && failure) return html`${this.top()}${this.failed(failure)}`;
    return html`${this.top()}
      <section class="chat ${this.hasTalk && !this.finder.isOpen ? "open" : ""}" aria-label=${say("title")}>
        <div class="side">${this.side(failure)}</div>
        <div class="talk">
          ${
            this.hasTalk
              ? this.talk()
              : value?.items.length
                ? html`<p class="choose muted">${say("choose")}</p>`
                : nothing
          }
        </div>
      </section>
      ${this.groups.current?.render() ?? nothing}`;
  }

  /** The way out of a panel. */
  private top(): TemplateResult | typeof nothing {
    const { say } = this.texts;
    if (!this.frames) return nothing;
    return html`<header class="top">
      <p class="name">${say("title")}</p>
      ${tool({ shape: "close", label: say("close"), deed: "close", work: () => this.leave() })}
    </header>`;
  }

  private leave(): void {
    this.open = false;
    const opener = document.querySelector<HTMLElement>(`[data-tessera-opens="${CSS.escape(this.id)}"]`);
    (this.shadowRoot?.querySelector<HTMLElement>("#bubble") ?? opener)?.focus();
  }

  /** Brings the keyboard into a panel that somebody has opened, and not into one the page shows by itself. */
  private enter(changed: PropertyValues): void {
    const { activeElement } = document;
    if (changed.has("open"))
      this.isEntering =
        this.open && (activeElement === this || !!activeElement?.matches("[data-tessera-opens]"));
    // What is shown until then goes away, and the keyboard with it.
    if (!this.isEntering || ["loading", "slow"].includes(this.state)) return;
    this.isEntering = false;
    this.renderRoot.querySelector<HTMLElement>("textarea, .top button")?.focus();
  }

  private door(): TemplateResult {
    const { say } = this.texts;
    return html`<section class="sign-in" aria-label=${say("title")}>
      <p>${say("signIn")}</p>
      ${this.signIn.panel?.render(say("showMessages")) ?? outline}
    </section>`;
  }

  private side(failure: ApiError | null): TemplateResult {
    const { say } = this.texts;
    const { value } = this.all.inbox;
    const { isArchived } = this.all;
    if (this.finder.isOpen)
      return html`<div class="scroll">${this.finder.render(this.all.openId) ?? outline}</div>`;
    return html`<div class="bar">
        <h2>${say(isArchived ? "archived" : "conversations")}</h2>
        ${tool({ shape: "search", label: say("search"), deed: "search", work: () => this.finder.look("all") })}
        ${tool({ shape: "group", label: say("newGroup"), deed: "new-group", work: () => void this.groups.arrived().then((groups) => groups.begin(), failureIn) })}
        ${tool({
          shape: isArchived ? "back" : "archive",
          label: say(isArchived ? "toActive" : "archived"),
          deed: "archived",
          work: () => this.all.showArchived(!isArchived),
        })}
      </div>
      <div class="scroll">
        ${failure ? this.failed(failure) : nothing}
        ${
          value
            ? conversationList({
                ...this.clock,
                ...value,
                say,
                me: this.member?.id ?? "",
                isArchived,
                openId: this.all.openId,
                open: (id) => this.goTo(id),
                more: () => this.all.more(),
              })
            : outline
        }
      </div>`;
  }

  private talk(): TemplateResult {
    const { talks, wished } = this.all;
    const failure = talks.failure ?? (this.isWishing ? wished.failure : null);
    if (talks.value) return this.pane.render(talks.value);
    if (!failure) return outline;
    return html`<div class="pad">
      ${tool({ shape: "back", label: this.texts.say("back"), deed: "back", work: () => this.goTo(null) })}
      ${this.failed(failure)}
    </div>`;
  }

  /** Lit would forget what the loader has drawn. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const drawn = [...(this.shadowRoot?.adoptedStyleSheets ?? [])];
    const root = super.createRenderRoot();
    if (this.shadowRoot)
      this.shadowRoot.adoptedStyleSheets = [...this.shadowRoot.adoptedStyleSheets, ...drawn];
    return root;
  }

  protected override skeleton(): TemplateResult {
    return html`${this.texts.ready ? this.top() : nothing}
      <div class="chat">${outline}</div>`;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.wasOpened ||= !this.frames || this.open;
    if (changed.has("with") || changed.has("subject")) this.hasChosen = false;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.pane.updated();
    // The field is there once the conversation is.
    if (this.isGoing && this.all.talks.value) {
      this.isGoing = false;
      void this.focusOn("textarea");
    }
    this.finder.updated();
    this.groups.current?.updated();
    if (this.member && (this.open || !this.frames)) this.all.presences?.begin();
    else this.all.presences?.end();
    if (this.frames) this.enter(changed);
    if (changed.has("open")) this.pane.look();
    const told = this.all.inbox.value?.unread;
    // Until the list is there, the loader counts.
    if (this.display === "bubble") void keepBubble(this, this.member ? told : 0);
    const unread = told ?? this.#unread;
    if (unread === this.#unread) return;
    this.#unread = unread;
    emit(this, "tessera-unread-changed", { unread });
  }
}

const outline = html`<div>
  <div class="skeleton row"></div>
  <div class="skeleton row"></div>
  <div class="skeleton row"></div>
</div>`;

define("tessera-chat", TesseraChat);

declare global {
  interface HTMLElementTagNameMap {
    "tessera-chat": TesseraChat;
  }
}
