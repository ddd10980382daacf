import { type LiveEvent } from "@tessera/sdk/live";
import { type ReactiveController } from "lit";
import { type Page, type SignedIn } from "../base/contexts.ts";
import { failureIn } from "../base/failure.ts";
import { type PanelHost } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { News } from "../parts/live/news.ts";
import { type Inbox, withChanged, withReceipt, withSent } from "./inbox-changes.ts";
import { type Outbox, outboxOf } from "./outbox.ts";
import { Presences } from "./presence.ts";
import { Receipts } from "./receipts.ts";
import { type TalkPane } from "./talk-pane.ts";
import { type Talk } from "./talk.ts";
import { type Message } from "./thread.ts";

/** What the member's correspondence needs of the chat. */
export interface CorrespondenceParts {
  readonly page: () => Page | undefined;
  readonly member: () => SignedIn;
  /** Whether anything is to be loaded yet. */
  readonly isWanted: () => boolean;
  /** With whom, or about what, the page wants a conversation: a member's id, and `kind:id`; empty for none. */
  readonly wish: () => readonly [partner: string, subject: string];
  /** What shows a conversation, once it is loaded. */
  readonly pane: () => Promise<TalkPane>;
  readonly opened: (talk: Talk) => void;
  readonly sent: (message: Message) => void;
}

const pageSize = 20;
const longestPage = 100;

/** Everything a chat knows: the list of conversations, the one that is open, what is not sent yet, and who is there. */
export class Correspondence implements ReactiveController {
  readonly #host: PanelHost;
  readonly #parts: CorrespondenceParts;
  readonly inbox: Load<[string, boolean], Inbox>;
  /** The conversation the page asked for. */
  readonly wished: Load<[string, string, string], string>;
  readonly talks: Load<[string, string], Talk>;
  /** The ids of the blocks the member set, by whom they block. */
  readonly blocks = new Map<string, string>();
  #talk: Talk | null = null;
  #openId: string | null = null;
  #isArchived = false;
  #wanted = pageSize;
  #outbox: Outbox | null = null;
  #presences: Presences | null = null;
  #receipts: Receipts | null = null;
  #leave: (() => void) | undefined;
  #ticking: ReturnType<typeof setTimeout> | undefined;

  constructor(host: PanelHost, parts: CorrespondenceParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
    const me = () => (parts.isWanted() && parts.page() ? parts.member()?.id : undefined);
    this.inbox = new Load(host, {
      args: () => {
        const own = me();
        return own === undefined ? null : [own, this.#isArchived];
      },
      load: ([own], options) => this.#loadInbox(own, options),
    });
    this.wished = new Load(host, {
      args: () => {
        const own = me();
        const [partner, subject] = parts.wish();
        return own === undefined || !(partner || subject) ? null : [own, partner, subject];
      },
      load: ([, partner, subject], options) => this.#openWished(partner, subject, options),
    });
    this.talks = new Load(host, {
      args: () => {
        const own = me();
        return own === undefined || this.#openId === null ? null : [own, this.#openId];
      },
      load: ([own, id], options) => this.#openTalk(own, id, options),
    });
    new News(host, {
      page: () => (me() === undefined ? undefined : parts.page()),
      events: [
        "message.sent",
        "message.edited",
        "message.deleted",
        "conversation.opened",
        "conversation.changed",
        "conversation.read",
        "conversation.received",
        "typing.changed",
        "presence.changed",
      ],
      each: (event) => this.#hear(event),
      missed: () => this.#comeBack(),
    });
  }

  get openId(): string | null {
    return this.#openId;
  }

  get isArchived(): boolean {
    return this.#isArchived;
  }

  get outbox(): Outbox | null {
    return this.#outbox;
  }

  get presences(): Presences | null {
    return this.#presences;
  }

  hostUpdate(): void {
    const page = this.#parts.page();
    const own = this.#parts.member()?.id;
    if (!page || own === this.#outbox?.memberId) return;
    this.#end();
    if (own !== undefined) this.#begin(page, own);
  }

  hostDisconnected(): void {
    this.#end();
  }

  /** Opens a conversation; null shows the list alone. */
  open(id: string | null): void {
    this.#openId = id;
    this.#host.requestUpdate();
  }

  /** Shows what was put away, instead of the rest, or the rest again. */
  showArchived(isArchived: boolean): void {
    this.#isArchived = isArchived;
    this.#wanted = pageSize;
    this.#host.requestUpdate();
  }

  /** Loads more conversations. */
  more(): void {
    this.#wanted = (this.inbox.value?.items.length ?? 0) + pageSize;
    this.inbox.reload();
  }

  /** Looks again at the list and at how the open conversation stands. */
  look(): void {
    this.inbox.reload();
    if (this.#talk) void this.#refresh(this.#talk);
  }

  /** Shows a message this page has changed. */
  show(message: Message): void {
    if (message.conversationId === this.#talk?.id) this.#talk.show(message);
    this.#change((inbox) => withChanged(inbox, message));
  }

  get #own(): string {
    return this.#outbox?.memberId ?? "";
  }

  #begin(page: Page, own: string): void {
    const changed = () => this.#host.requestUpdate();
    this.#outbox = outboxOf(page, own);
    this.#leave = this.#outbox.listen({
      changed,
      sent: (message) => {
        this.#tellSent(message);
        this.#parts.sent(message);
      },
    });
    this.#presences = new Presences(page.client, changed);
    this.#receipts = new Receipts(page.client);
    void page.client.safety
      .listBlocks({ limit: longestPage })
      .then(({ items }) => {
        for (const { memberId, id } of items) this.blocks.set(memberId, id);
        changed();
      })
      .catch(failureIn);
  }

  #end(): void {
    this.#leave?.();
    this.#presences?.end();
    this.#talk?.close();
    clearTimeout(this.#ticking);
    this.#outbox = null;
    this.#talk = null;
    this.blocks.clear();
  }

  async #loadInbox(own: string, options: { signal: AbortSignal }): Promise<Inbox> {
    const { messaging } = this.#parts.page()!.client;
    const isArchived = this.#isArchived;
    const ask = (limit: number, cursor?: string) =>
      messaging.listConversations({ isArchived, limit, cursor }, options);
    let found = await ask(Math.min(longestPage, this.#wanted));
    while (found.nextCursor !== null && found.items.length < this.#wanted) {
      const next = await ask(pageSize, found.nextCursor);
      found = { ...next, items: [...found.items, ...next.items] };
    }
    for (const { id, lastSeq, participants } of found.items) {
      const mine = participants.find(({ memberId }) => memberId === own);
      if (mine && mine.deliveredSeq < lastSeq) this.#receipts?.add(id, lastSeq);
    }
    return found;
  }

  async #openWished(partner: string, subject: string, options: { signal: AbortSignal }): Promise<string> {
    const { messaging } = this.#parts.page()!.client;
    const [kind = "", subjectId = ""] = subject.split(":");
    const { id } = await (subject
      ? messaging.openSubject({ kind, subjectId }, options)
      : messaging.openConversation({ memberId: partner }, options));
    this.open(id);
    return id;
  }

  async #openTalk(me: string, id: string, options: { signal: AbortSignal }): Promise<Talk> {
    const pane = await this.#parts.pane();
    options.signal.throwIfAborted();
    this.#talk?.close();
    const talk = pane.begin(id, me);
    this.#talk = talk;
    await talk.load(options);
    void this.#presences?.ask(talk.others.map(({ memberId }) => memberId));
    this.#parts.opened(talk);
    pane.opened();
    return talk;
  }

  #hear(event: LiveEvent): void {
    const { data } = event;
    const talk = "conversationId" in data && data.conversationId === this.#talk?.id ? this.#talk : null;
    switch (event.name) {
      case "message.sent":
        if (event.data.senderId !== this.#own) this.#receipts?.add(event.data.conversationId, event.data.seq);
        talk?.hear(event.data);
        this.#change((inbox) => withSent(inbox, event.data, this.#own));
        this.#outbox?.wake();
        break;
      case "message.edited":
      case "message.deleted":
        talk?.hear(event.data);
        this.#change((inbox) => withChanged(inbox, event.data));
        break;
      case "conversation.read":
      case "conversation.received": {
        const kind = event.name === "conversation.read" ? "read" : "received";
        talk?.receipt(kind, event.data);
        this.#change((inbox) => withReceipt(inbox, kind, event.data, this.#own));
        break;
      }
      case "typing.changed":
        talk?.typing.set(event.data.memberId, Date.parse(event.data.until));
        this.#tick(Date.parse(event.data.until));
        break;
      case "presence.changed":
        this.#presences?.hear(event.data);
        break;
      default:
        this.inbox.reload();
        if (talk) void this.#refresh(talk);
        break;
    }
  }

  /** Shows what the member sent or changed at once, here and in the list. */
  #tellSent(message: Message): void {
    if (message.conversationId === this.#talk?.id) this.#talk.show(message);
    this.#change((inbox) => withSent(inbox, message, this.#own));
  }

  /** Contacts that may be shown from now on stand in messages that are here already. */
  async #refresh(talk: Talk): Promise<void> {
    const before = talk.conversation.hidesContacts;
    await talk.refresh();
    if (talk.conversation.hidesContacts !== before) this.talks.reload();
  }

  /** The line was gone: what happened meanwhile is asked for, and what was written is sent. */
  #comeBack(): void {
    this.inbox.reload();
    this.#outbox?.wake();
    const talk = this.talks.value;
    if (!talk) return;
    void talk.catchUp();
    void this.#refresh(talk);
    void this.#presences?.ask(talk.others.map(({ memberId }) => memberId));
  }

  #change(change: (inbox: Inbox) => Inbox | null): void {
    const { value } = this.inbox;
    const next = value && change(value);
    if (next) this.inbox.value = next;
    else this.inbox.reload();
    this.#host.requestUpdate();
  }

  /** Draws again when somebody stops typing. */
  #tick(until: number): void {
    clearTimeout(this.#ticking);
    const wait = until - (this.#parts.page()?.now() ?? 0);
    this.#ticking = setTimeout(() => this.#host.requestUpdate(), Math.max(0, wait));
    this.#host.requestUpdate();
  }
}
