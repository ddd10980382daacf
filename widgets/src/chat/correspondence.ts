import { type ReactiveController, type TemplateResult } from "lit";
import { type Page, type SignedIn } from "../base/contexts.ts";
import { failureIn } from "../base/failure.ts";
import { LazyPanel, type PanelHost } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { type Say } from "../base/texts.ts";
import { type ChatTexts } from "./chat.texts.ts";
import { type Inbox } from "./inbox-changes.ts";
import { type Outbox } from "./outbox.ts";
import { type Presences } from "./presence.ts";
import { type TalkPane } from "./talk-pane.ts";
import { type Talk } from "./talk.ts";
import { type Message } from "./thread.ts";
import { type Traffic } from "./traffic.ts";

/** What the member's correspondence needs of the chat. */
export interface CorrespondenceParts {
  readonly page: () => Page | undefined;
  readonly say: Say<ChatTexts>;
  readonly member: () => SignedIn;
  /** Whether anything is to be loaded yet. */
  readonly isWanted: () => boolean;
  /** With whom, or about what, the page wants a conversation: a member's id, and `kind:id`; empty for none. */
  readonly wish: () => readonly [partner: string, subject: string];
  /** What shows a conversation. */
  readonly pane: () => TalkPane;
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
  #own: string | undefined;
  readonly #traffic: LazyPanel<Traffic>;

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
      load: (_, options) => this.#loadInbox(options),
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
    this.#traffic = new LazyPanel(host, async () => {
      const { Traffic } = await import("./traffic.ts");
      return new Traffic(host, {
        page: parts.page,
        say: parts.say,
        me,
        inbox: () => this.inbox.value,
        talk: () => this.#talk,
        change: (change) => this.#change(change),
        look: (talk) => this.#look(talk),
        sent: parts.sent,
      });
    });
  }

  get openId(): string | null {
    return this.#openId;
  }

  get isArchived(): boolean {
    return this.#isArchived;
  }

  /** The member whose correspondence it is; empty while there is none. */
  get me(): string {
    return this.#own ?? "";
  }

  /** What is not sent yet; null until what goes back and forth is loaded. */
  get outbox(): Outbox | null {
    return this.#traffic.current?.outbox ?? null;
  }

  /** What is not sent yet in a conversation, to be drawn below its messages. */
  unsentIn(talk: Talk): readonly TemplateResult[] {
    return this.#traffic.current?.unsentIn(talk) ?? [];
  }

  /** Who is there; null until what goes back and forth is loaded. */
  get presences(): Presences | null {
    return this.#traffic.current?.presences ?? null;
  }

  hostUpdate(): void {
    const page = this.#parts.page();
    const own = this.#parts.member()?.id;
    if (!page || own === this.#own) return;
    this.#end();
    if (own !== undefined) this.#begin(page, own);
  }

  /** Nobody waits longer for their messages because others may write some. */
  hostUpdated(): void {
    if (this.inbox.value !== undefined || this.inbox.failure) this.#traffic.load();
  }

  hostDisconnected(): void {
    this.#end();
  }

  /** Waits until messages can be sent; rejects when the network fails. */
  async canSend(): Promise<void> {
    await this.#traffic.arrived();
    await this.#host.updateComplete;
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
    this.#look(this.#talk);
  }

  /** Shows a message this page has changed. */
  show(message: Message): void {
    if (message.conversationId === this.#talk?.id) this.#talk.show(message);
    this.#traffic.current?.changed(message);
  }

  #begin(page: Page, own: string): void {
    this.#own = own;
    void page.client.safety
      .listBlocks({ limit: longestPage })
      .then(({ items }) => {
        for (const { memberId, id } of items) this.blocks.set(memberId, id);
        this.#host.requestUpdate();
      })
      .catch(failureIn);
  }

  #end(): void {
    this.#talk?.close();
    this.#own = undefined;
    this.#talk = null;
    this.blocks.clear();
  }

  async #loadInbox(options: { signal: AbortSignal }): Promise<Inbox> {
    const { messaging } = this.#parts.page()!.client;
    const isArchived = this.#isArchived;
    const ask = (limit: number, cursor?: string) =>
      messaging.listConversations({ isArchived, limit, cursor }, options);
    let found = await ask(Math.min(longestPage, this.#wanted));
    while (found.nextCursor !== null && found.items.length < this.#wanted) {
      const next = await ask(pageSize, found.nextCursor);
      found = { ...next, items: [...found.items, ...next.items] };
    }
    this.#traffic.current?.received(found);
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
    const pane = this.#parts.pane();
    this.#talk?.close();
    const talk = pane.begin(id, me);
    this.#talk = talk;
    await talk.load(options);
    await pane.prepare(talk);
    options.signal.throwIfAborted();
    this.#traffic.current?.opened(talk);
    this.#parts.opened(talk);
    pane.opened();
    return talk;
  }

  #look(talk: Talk | null): void {
    this.inbox.reload();
    if (talk) void this.#refresh(talk);
  }

  /** Contacts that may be shown from now on stand in messages that are here already. */
  async #refresh(talk: Talk): Promise<void> {
    const before = talk.conversation.hidesContacts;
    await talk.refresh();
    if (talk.conversation.hidesContacts !== before) this.talks.reload();
  }

  #change(change: (inbox: Inbox) => Inbox | null): void {
    const { value } = this.inbox;
    const next = value && change(value);
    if (next) this.inbox.value = next;
    else this.inbox.reload();
    this.#host.requestUpdate();
  }
}
