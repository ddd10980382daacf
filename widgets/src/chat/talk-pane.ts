import { ApiError } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { type Page } from "../base/contexts.ts";
import { failureIn } from "../base/failure.ts";
import { LazyPanel, type PanelHost } from "../base/lazy.ts";
import { type Say } from "../base/texts.ts";
import { type Attachments } from "./attachments.ts";
import { type ChatTexts } from "./chat.texts.ts";
import { Composer } from "./composer.ts";
import { type Deeds } from "./deeds.ts";
import { type Files } from "./files.ts";
import { type Correspondence } from "./correspondence.ts";
import { type Groups } from "./groups.ts";
import { head, partnerIn } from "./head.ts";
import { history } from "./history.ts";
import { names } from "./names.ts";
import { Reading } from "./reading.ts";
import { Talk } from "./talk.ts";
import { type Message } from "./thread.ts";
import { type Clock, gistOf, nameIn, titleOf } from "./titles.ts";

/** What an open conversation needs of the chat. */
export interface TalkPaneParts {
  readonly page: () => Page;
  readonly all: Correspondence;
  readonly say: Say<ChatTexts>;
  readonly clock: () => Clock;
  readonly bookingHref: () => string;
  /** Whether a person can see the conversation. */
  readonly isSeen: () => boolean;
  readonly close: () => void;
  /** Begins a search of the messages. */
  readonly find: () => void;
  /** What sees to groups, once it is loaded. */
  readonly groups: () => Promise<Groups>;
  readonly refused: (failure: ApiError) => TemplateResult;
}

/** The conversation that is open: its head, its messages, and the field to write in. */
export class TalkPane {
  readonly #host: PanelHost;
  readonly #parts: TalkPaneParts;
  readonly #composer: Composer;
  readonly #deeds: LazyPanel<Deeds>;
  readonly #files: LazyPanel<Files>;
  readonly #attachments: LazyPanel<Attachments>;
  /** What waits for a part of the chat that is on its way. */
  readonly #waiting: Action<[work: () => Promise<void>], void>;
  readonly #saving: Action<[message: Message, text: string], void>;
  #isMenuOpen = false;
  readonly #reading: Reading;
  /** The message that is to be shown when its conversation is. */
  #sought: { readonly id: string; readonly seq: number } | null = null;
  #isOffline = !navigator.onLine;
  /** Whether the API lets the member write to nobody here. */
  #refusal: ApiError | null = null;

  constructor(host: PanelHost, parts: TalkPaneParts) {
    this.#host = host;
    this.#parts = parts;
    this.#reading = new Reading(host, () => this.look());
    this.#attachments = new LazyPanel(host, async () => {
      const { Attachments } = await import("./attachments.ts");
      return new Attachments(host, { page: parts.page(), refused: parts.refused });
    });
    this.#waiting = new Action(host, (work) => work());
    this.#saving = new Action(host, async ({ id }, text) =>
      parts.all.show(await parts.page().client.messaging.updateMessage({ id, text })),
    );
    this.#deeds = new LazyPanel(host, async () => {
      const { Deeds } = await import("./deeds.ts");
      return new Deeds(host, {
        page: parts.page(),
        all: parts.all,
        me: () => this.#me,
        nameOf: (memberId) => this.#nameOf(memberId),
        groups: parts.groups,
        refused: parts.refused,
        begin: (mode) => {
          this.#reading.act(null);
          this.#composer.begin(mode);
        },
        done: (selector) => {
          this.#reading.act(null);
          void host.focusOn(selector);
        },
      });
    });
    this.#files = new LazyPanel(host, async () => {
      const { Files } = await import("./files.ts");
      return new Files(host, { page: parts.page(), me: () => this.#me });
    });
    this.#composer = new Composer(host, {
      say: parts.say,
      send: (text, replyToId) => this.#send(text, replyToId),
      save: (message, text) => void this.#saving.run(message, text),
      typing: (isTyping) => void this.#tellTyping(isTyping),
      attach: () => this.#attach((files, id) => files.toggle(id)),
      take: (dropped) => this.#attach((files, id) => files.add(id, dropped)),
    });
    host.addController({
      hostConnected: () => {
        addEventListener("online", this.#line);
        addEventListener("offline", this.#line);
      },
      hostDisconnected: () => {
        removeEventListener("online", this.#line);
        removeEventListener("offline", this.#line);
      },
    });
  }

  /** A conversation that is to be loaded. */
  begin(id: string, me: string): Talk {
    return new Talk(id, {
      client: this.#parts.page().client,
      me,
      changed: () => this.#host.requestUpdate(),
      arrived: (messages) => this.#arrived(messages),
    });
  }

  /** Loads what else is needed to draw it at once. */
  async prepare({ messages }: Talk): Promise<void> {
    // Without the network files are told by their names.
    if (messages.some(({ attachments }) => attachments.length > 0))
      await this.#attachments.arrived().catch(failureIn);
  }

  /** It was loaded. */
  opened(): void {
    this.#reading.begin();
    this.#refusal = null;
    this.#saving.forgive();
    this.#attachments.current?.forgive();
    void this.#host.updateComplete.then(() => this.look());
  }

  /** Opens a conversation at a message. */
  openAt(id: string, seq: number): void {
    this.#sought = { id, seq };
    this.#parts.all.open(id);
  }

  async #seek(): Promise<void> {
    const talk = this.#parts.all.talks.value;
    const sought = this.#sought;
    if (!talk || talk.id !== sought?.id) return;
    this.#sought = null;
    await talk.reach(sought.seq);
    if (this.#parts.all.openId === sought.id) await this.#reading.goTo(sought.seq);
  }

  /** Others have written: said aloud, and read when somebody sees it. */
  #arrived(messages: readonly Message[]): void {
    const { say } = this.#parts;
    const last = messages.at(-1);
    if (!last) return;
    const name = this.#nameOf(last.senderId);
    this.#host.announce(say("arrived", { name, text: gistOf(last, say) }));
    this.#reading.arrived();
    void this.#host.updateComplete.then(() => this.look());
  }

  /** Counts what can be seen as read. */
  look(): void {
    const talk = this.#parts.all.talks.value;
    if (!talk || !this.#reading.isAtEnd || !this.#parts.isSeen()) return;
    void talk.read().then((hasMore) => {
      if (hasMore) this.look();
    });
  }

  /** Puts the keyboard and the draft where they belong after drawing. */
  updated(): void {
    this.#composer.updated();
    this.#deeds.current?.updated();
    this.#attachments.current?.updated();
    if (this.#sought) void this.#seek();
  }

  render(talk: Talk): TemplateResult {
    const { say, all, clock, bookingHref, close, find } = this.#parts;
    const me = this.#me;
    const unsent = all.unsentIn(talk);
    const { hidesContacts } = talk.conversation;
    return html`${head({
        ...clock(),
        say,
        me,
        talk,
        presenceOf: (id) => all.presences?.of(id),
        bookingHref: bookingHref(),
        back: close,
        find,
        choices: () => this.#deeds.panel?.ofConversation(talk) ?? nothing,
        isMenuOpen: this.#isMenuOpen,
        toggled: (isOpen) => {
          this.#isMenuOpen = isOpen;
          this.#host.requestUpdate();
        },
      })}
      ${hidesContacts ? html`<p class="hint small">${say("masked")}</p>` : nothing}
      <div
        class="history"
        role="group"
        aria-label=${say("history", { name: titleOf(talk.conversation, { ...clock(), me, say }) })}
        tabindex=${talk.messages.length === 0 ? "0" : "-1"}
        @scroll=${(event: Event) => this.#reading.scrolled(event, talk)}
        @keydown=${(event: KeyboardEvent) => this.#reading.key(event, talk)}
      >
        ${history({
          ...clock(),
          say,
          me,
          talk,
          unsent,
          current: this.#reading.currentIn(talk),
          acting: this.#reading.acting,
          act: (seq) => this.#reading.act(seq),
          enter: (seq) => this.#reading.enter(seq),
          deeds: (message) => this.#deeds.panel?.ofMessage(message) ?? nothing,
          attachments: (files) =>
            files.length === 0 ? nothing : (this.#attachments.panel?.of(files) ?? names(files)),
        })}
        ${this.#beginning(talk, unsent.length === 0)}
      </div>
      ${
        this.#reading.hasNew
          ? html`<button class="button newest" part="button" @click=${() => this.#reading.toEnd()}>
              ${say("toNewest")}
            </button>`
          : nothing
      }
      ${this.#deeds.current?.render() ?? nothing} ${this.#attachments.current?.render() ?? nothing}
      ${this.#foot(talk)}`;
  }

  #nameOf(memberId: string | null): string {
    const { all, say } = this.#parts;
    const talk = all.talks.value;
    return talk ? nameIn(talk.conversation, memberId, say) : say("somebody");
  }

  get #me(): string {
    return this.#parts.all.me;
  }

  #beginning(talk: Talk, isEmpty: boolean): TemplateResult | typeof nothing {
    const { refused, say } = this.#parts;
    if (talk.olderFailure) return refused(talk.olderFailure);
    if (talk.hasOlder)
      return html`<button
        class="button quiet older"
        part="button"
        aria-busy=${talk.isLoadingOlder}
        @click=${() => void talk.older()}
      >
        ${say("earlier")}
      </button>`;
    return talk.messages.length === 0 && isEmpty
      ? html`<p class="choose muted">${say("begin")}</p>`
      : nothing;
  }

  /** The field to write in, or why nothing can be written. */
  #foot(talk: Talk): TemplateResult {
    const { all, refused, say } = this.#parts;
    const partner = partnerIn(talk.conversation, this.#me);
    if (partner && all.blocks.has(partner.memberId))
      return html`<div class="pad">${this.#deeds.panel?.blocked(partner.memberId) ?? nothing}</div>`;
    if (this.#refusal) return html`<div class="pad">${refused(this.#refusal)}</div>`;
    const extras = html`${[this.#waiting, this.#saving].map(({ failure }) => (failure ? refused(failure) : nothing))}
    ${this.#files.current?.render(talk.id) ?? nothing}
    ${this.#isOffline ? html`<p class="small muted">${say("offlineNow")}</p>` : nothing}`;
    return this.#composer.render(`${this.#me} ${talk.id}`, extras);
  }

  #attach(work: (files: Files, id: string) => void): void {
    const id = this.#parts.all.openId;
    void this.#waiting.run(async () => {
      const files = await this.#files.arrived();
      if (id !== null) work(files, id);
    });
  }

  #send(text: string, replyToId: string | undefined): boolean {
    const { all } = this.#parts;
    const talk = all.talks.value;
    if (!talk) return false;
    if (!all.outbox) {
      void this.#waiting.run(async () => {
        await all.canSend();
        this.#composer.send();
      });
      return false;
    }
    const panel = this.#files.current;
    const files = panel ? panel.take(talk.id) : [];
    if (!files || (text === "" && files.length === 0)) return false;
    all.outbox.add({ conversationId: talk.id, text, replyToId, files });
    this.#reading.toEnd();
    return true;
  }

  async #tellTyping(isTyping: boolean): Promise<void> {
    const { page, all } = this.#parts;
    const conversationId = all.openId;
    if (conversationId === null || this.#isOffline) return;
    const told = await page().client.messaging.updateTyping({ conversationId, isTyping }).catch(failureIn);
    // Who may not write here learns it before they have written everything.
    if (told instanceof ApiError && told.status === 403 && all.openId === conversationId) {
      this.#refusal = told;
      this.#host.requestUpdate();
    }
  }

  readonly #line = (): void => {
    this.#isOffline = !navigator.onLine;
    this.#host.requestUpdate();
  };
}
