import { type ApiError, type Client, type Contract } from "@tessera/sdk/browser";
import { failureIn } from "../base/failure.ts";
import { type Receipt, withReceived } from "./receipt.ts";
import { type Message, Thread } from "./thread.ts";

/** A conversation with the card of what it is about. */
export type OpenConversation = Contract["messaging"]["getConversation"]["output"];

/** What an open conversation needs of its widget. */
export interface TalkParts {
  readonly client: Client;
  readonly me: string;
  readonly changed: () => void;
  /** Others have written: once for each message. */
  readonly arrived: (messages: readonly Message[]) => void;
}

const pageSize = 30;
const largestPage = 100;

/** The conversation that is open: its messages from the newest back as far as somebody has looked, kept complete while it is open. */
export class Talk {
  readonly #parts: TalkParts;
  readonly id: string;
  #conversation: OpenConversation | null = null;
  #thread: Thread | null = null;
  #early: Message[] = [];
  #cursor: string | null = null;
  #told = 0;
  #starts: number[] = [];
  #isReading = false;
  #isClosed = false;

  /** Where what the member has not read begins; null when everything was read. */
  unreadFrom: number | null = null;
  /** Whether earlier messages are on their way. */
  isLoadingOlder = false;
  /** Why earlier messages did not come. */
  olderFailure: ApiError | null = null;
  /** Until when somebody counts as typing, by member, in the site's time. */
  readonly typing = new Map<string, number>();

  constructor(id: string, parts: TalkParts) {
    this.id = id;
    this.#parts = parts;
  }

  /** The conversation; throws before it is loaded. */
  get conversation(): OpenConversation {
    if (!this.#conversation) throw new Error("The conversation is not loaded.");
    return this.#conversation;
  }

  /** Its messages and what is known to be missing of them; null before they are loaded. */
  get thread(): Thread | null {
    return this.#thread;
  }

  /** Whether another one is open by now. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  get messages(): readonly Message[] {
    return this.#thread?.messages ?? [];
  }

  /** The messages in the parts in which they were loaded, the newest part first: what is drawn of one stays when others come. */
  get parts(): readonly (readonly Message[])[] {
    return this.#starts.map((from, at) =>
      this.messages.filter(({ seq }) => seq >= from && seq < (this.#starts[at - 1] ?? Infinity)),
    );
  }

  /** Whether there are earlier messages than those shown. */
  get hasOlder(): boolean {
    return this.#cursor !== null;
  }

  /** The others who are in it. */
  get others(): OpenConversation["participants"] {
    return this.conversation.participants.filter(
      ({ memberId, hasLeft }) => memberId !== this.#parts.me && !hasLeft,
    );
  }

  /** Loads the conversation and its newest messages. */
  async load(options: { readonly signal: AbortSignal }): Promise<this> {
    const { messaging } = this.#parts.client;
    // In this order: what changes in between is in the messages, and its news changes nothing any more.
    this.#conversation = await messaging.getConversation({ id: this.id }, options);
    const asked = { conversationId: this.id, limit: pageSize };
    const { items, nextCursor } = await messaging.listMessages(asked, options);
    const { lastChange, lastSeq, unreadCount } = this.#conversation;
    this.#thread = new Thread(lastChange, items);
    this.#cursor = nextCursor;
    this.#told = items[0]?.seq ?? 0;
    this.#starts = [items.at(-1)?.seq ?? 0];
    this.unreadFrom = unreadCount > 0 ? lastSeq - unreadCount + 1 : null;
    for (const message of this.#early.splice(0)) this.hear(message);
    return this;
  }

  /** Nothing more is asked for. */
  close(): void {
    this.#isClosed = true;
  }

  /** Takes news of a message, in whatever order it comes. */
  hear(message: Message): void {
    if (!this.#thread) {
      this.#early.push(message);
      return;
    }
    if (message.senderId !== null) this.typing.delete(message.senderId);
    this.#thread.hear(message);
    this.tell();
  }

  /** Shows what this page has sent or changed. */
  show(message: Message): void {
    this.#thread?.show(message);
    this.tell();
  }

  /** Takes news of how far somebody has received or read. */
  receipt(kind: "read" | "received", receipt: Receipt): void {
    if (!this.#conversation) return;
    this.#conversation = withReceived(this.#conversation, kind, receipt);
    this.#parts.changed();
  }

  /** Looks again at who is in it and how it stands. */
  async refresh(): Promise<void> {
    const fresh = await this.#parts.client.messaging.getConversation({ id: this.id }).catch(failureIn);
    if (!("participants" in fresh)) return;
    this.#conversation = fresh;
    this.#parts.changed();
  }

  /** Loads earlier messages. */
  async older(limit = pageSize): Promise<void> {
    if (this.isLoadingOlder || this.#cursor === null) return;
    this.isLoadingOlder = true;
    this.olderFailure = null;
    this.#parts.changed();
    try {
      const asked = { conversationId: this.id, limit, cursor: this.#cursor };
      const { items, nextCursor } = await this.#parts.client.messaging.listMessages(asked);
      this.#thread?.add(items);
      this.#starts.push(items.at(-1)?.seq ?? 0);
      this.#cursor = nextCursor;
    } catch (thrown) {
      this.olderFailure = failureIn(thrown);
    } finally {
      this.isLoadingOlder = false;
      this.#parts.changed();
    }
  }

  /** Loads earlier messages until one is there, by its number. */
  async reach(seq: number): Promise<void> {
    while (!this.#isClosed && this.hasOlder && !this.olderFailure && seq < (this.messages[0]?.seq ?? 0))
      await this.older(largestPage);
  }

  /** Tells the API that the member has seen everything that is shown. Answers whether more has come meanwhile. */
  async read(): Promise<boolean> {
    const seq = this.messages.at(-1)?.seq ?? 0;
    const { me, client } = this.#parts;
    const own = this.#conversation?.participants.find(({ memberId }) => memberId === me);
    if (!own || own.readSeq >= seq || this.#isReading) return false;
    this.#isReading = true;
    // What could not be told is told with the next message, or when the conversation is opened again.
    await client.messaging.readConversation({ id: this.id, seq }).then(
      ({ readSeq }) => this.receipt("read", { conversationId: this.id, memberId: me, seq: readSeq }),
      (thrown: unknown) => failureIn(thrown),
    );
    this.#isReading = false;
    return (this.messages.at(-1)?.seq ?? 0) > seq;
  }

  /** Says what others have written since it was last said. */
  tell(): void {
    // Others' alone: what the member sends may be shown before what others wrote just then.
    const fresh = this.messages.filter(
      ({ seq, senderId }) => seq > this.#told && senderId !== this.#parts.me,
    );
    this.#told = fresh.at(-1)?.seq ?? this.#told;
    const written = fresh.filter(({ text, attachments }) => text !== null || attachments.length > 0);
    if (written.length > 0) this.#parts.arrived(written);
    this.#parts.changed();
  }
}
