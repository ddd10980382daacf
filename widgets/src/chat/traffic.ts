import { type LiveEvent } from "@tessera/sdk/live";
import { type ReactiveController, type TemplateResult } from "lit";
import { type Page } from "../base/contexts.ts";
import { type Panel, type PanelHost } from "../base/lazy.ts";
import { type Say } from "../base/texts.ts";
import { News } from "../parts/live/news.ts";
import { type ChatTexts } from "./chat.texts.ts";
import { CatchUp } from "./catch-up.ts";
import { type Inbox, withChanged, withReceipt, withSent } from "./inbox-changes.ts";
import { type Outbox, outboxOf } from "./outbox.ts";
import { Presences } from "./presence.ts";
import { Receipts } from "./receipts.ts";
import { unsentLine } from "./unsent-line.ts";
import { type Talk } from "./talk.ts";
import { type Message } from "./thread.ts";

/** What the traffic needs of the correspondence. */
export interface TrafficParts {
  readonly page: () => Page | undefined;
  readonly say: Say<ChatTexts>;
  /** The member whose correspondence it is; undefined while there is none. */
  readonly me: () => string | undefined;
  readonly inbox: () => Inbox | undefined;
  /** The open conversation. */
  readonly talk: () => Talk | null;
  /** Changes the list; one that cannot be changed is loaded afresh. */
  readonly change: (change: (inbox: Inbox) => Inbox | null) => void;
  /** Looks again at the list and at how a conversation stands. */
  readonly look: (talk: Talk | null) => void;
  readonly sent: (message: Message) => void;
}

/** What goes back and forth once the correspondence is on screen: news, messages that are sent, receipts, and who is there. */
export class Traffic implements ReactiveController, Panel {
  /** It says nothing itself. */
  readonly ready = true;
  readonly #host: PanelHost;
  readonly #parts: TrafficParts;
  #outbox: Outbox | null = null;
  #presences: Presences | null = null;
  #receipts: Receipts | null = null;
  #catchUp: CatchUp | null = null;
  #leave: (() => void) | undefined;
  #ticking: ReturnType<typeof setTimeout> | undefined;

  constructor(host: PanelHost, parts: TrafficParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
    new News(host, {
      page: () => (parts.me() === undefined ? undefined : parts.page()),
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

  /** What is not sent yet; null while nobody is signed in. */
  get outbox(): Outbox | null {
    return this.#outbox;
  }

  /** Who is there; null while nobody is signed in. */
  get presences(): Presences | null {
    return this.#presences;
  }

  /** What is not sent yet in a conversation, to be drawn below its messages. */
  unsentIn({ id, messages }: Talk): TemplateResult[] {
    const { say } = this.#parts;
    const sent = new Set(
      messages.flatMap(({ senderId, clientId }) => (senderId === this.#own ? [clientId] : [])),
    );
    return (this.#outbox?.in(id) ?? [])
      .filter(({ clientId }) => !sent.has(clientId))
      .map((item) => {
        const failure = item.isRefused ? this.#outbox?.failureOf(item) : undefined;
        const then = (work: (outbox: Outbox) => void) => () => {
          if (this.#outbox) work(this.#outbox);
          void this.#host.focusOn("textarea");
        };
        return unsentLine(item, {
          say,
          isOffline: !navigator.onLine,
          reason: failure ? this.#host.sentence(failure) : "",
          retry: then((outbox) => outbox.retry(item)),
          discard: then((outbox) => outbox.remove(item)),
        });
      });
  }

  hostUpdate(): void {
    const page = this.#parts.page();
    const own = this.#parts.me();
    if (!page || own === this.#outbox?.memberId) return;
    this.#end();
    if (own !== undefined) this.#begin(page, own);
  }

  hostDisconnected(): void {
    this.#end();
  }

  /** The newest message of each of these conversations is here. */
  received({ items }: Inbox): void {
    for (const { id, lastSeq, participants } of items) {
      const mine = participants.find(({ memberId }) => memberId === this.#own);
      if (mine && mine.deliveredSeq < lastSeq) this.#receipts?.add(id, lastSeq);
    }
  }

  /** A conversation was opened: who else is in it may be there, and what came meanwhile may have come in part. */
  opened(talk: Talk): void {
    void this.#presences?.ask(talk.others.map(({ memberId }) => memberId));
    this.#catchUpOf(talk)?.follow();
  }

  /** Shows in the list what was changed of a message. */
  changed(message: Message): void {
    const talk = this.#talkOf(message.conversationId);
    if (talk) this.#catchUpOf(talk)?.follow();
    this.#parts.change((inbox) => withChanged(inbox, message));
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
        const talk = this.#talkOf(message.conversationId);
        talk?.show(message);
        if (talk) this.#catchUpOf(talk)?.follow();
        this.#parts.change((inbox) => withSent(inbox, message, own));
        this.#parts.sent(message);
      },
    });
    this.#presences = new Presences(page.client, changed);
    this.#receipts = new Receipts(page.client);
    const inbox = this.#parts.inbox();
    const talk = this.#parts.talk();
    if (inbox) this.received(inbox);
    if (talk?.thread) this.opened(talk);
  }

  #end(): void {
    this.#leave?.();
    this.#presences?.end();
    this.#catchUp?.stop();
    clearTimeout(this.#ticking);
    this.#outbox = null;
  }

  #talkOf(conversationId: string): Talk | null {
    const talk = this.#parts.talk();
    return talk?.id === conversationId ? talk : null;
  }

  #catchUpOf(talk: Talk): CatchUp | null {
    const page = this.#parts.page();
    if (page && this.#catchUp?.talk !== talk) {
      this.#catchUp?.stop();
      this.#catchUp = new CatchUp(page.client, talk);
    }
    return this.#catchUp;
  }

  #hear(event: LiveEvent): void {
    const { data } = event;
    const { change } = this.#parts;
    const talk = "conversationId" in data ? this.#talkOf(data.conversationId) : null;
    switch (event.name) {
      case "message.sent":
        if (event.data.senderId !== this.#own) this.#receipts?.add(event.data.conversationId, event.data.seq);
        talk?.hear(event.data);
        if (talk) this.#catchUpOf(talk)?.follow();
        change((inbox) => withSent(inbox, event.data, this.#own));
        this.#outbox?.wake();
        break;
      case "message.edited":
      case "message.deleted":
        talk?.hear(event.data);
        this.changed(event.data);
        break;
      case "conversation.read":
      case "conversation.received": {
        const kind = event.name === "conversation.read" ? "read" : "received";
        talk?.receipt(kind, event.data);
        change((inbox) => withReceipt(inbox, kind, event.data, this.#own));
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
        this.#parts.look(talk);
        break;
    }
  }

  /** The line was gone: what happened meanwhile is asked for, and what was written is sent. */
  #comeBack(): void {
    const talk = this.#parts.talk();
    const loaded = talk?.thread ? talk : null;
    this.#parts.look(loaded);
    this.#outbox?.wake();
    if (!loaded) return;
    void this.#catchUpOf(loaded)?.run();
    this.opened(loaded);
  }

  /** Draws again when somebody stops typing. */
  #tick(until: number): void {
    clearTimeout(this.#ticking);
    const wait = until - (this.#parts.page()?.now() ?? 0);
    this.#ticking = setTimeout(() => this.#host.requestUpdate(), Math.max(0, wait));
    this.#host.requestUpdate();
  }
}
