import { type ApiError, type Client } from "@tessera/sdk/browser";
import { type Page } from "../base/contexts.ts";
import { failureIn } from "../base/failure.ts";
import { type Message } from "./thread.ts";

/** A file that was uploaded for a message. */
export type Attachment = Message["attachments"][number];

/** A message that is not sent yet. */
export interface Unsent {
  /** By it the API knows a second try of the same message. */
  readonly clientId: string;
  readonly conversationId: string;
  readonly text: string;
  readonly replyToId?: string | undefined;
  readonly files: readonly Attachment[];
  /** The site's time it was written at, in milliseconds. */
  readonly at: number;
  /** Whether the API refused it: it waits for its writer then. */
  readonly isRefused?: boolean;
}

/** Hears what becomes of the queue. */
export interface OutboxListener {
  readonly changed: () => void;
  readonly sent: (message: Message) => void;
}

const shortestWaitMs = 2_000;
const longestWaitMs = 30_000;

const outboxes = new WeakMap<Page, Outbox>();

/** The queue of a page and member: one, however many chats the page has. */
export function outboxOf(page: Page, memberId: string): Outbox {
  let outbox = outboxes.get(page);
  if (outbox?.memberId !== memberId) {
    outbox?.stop();
    outbox = new Outbox(page, memberId);
    outboxes.set(page, outbox);
  }
  return outbox;
}

/** What the member wrote and the API does not have yet: kept through reloads, and sent one by one in the order it was written. */
export class Outbox {
  readonly #page: Page;
  readonly #listeners = new Set<OutboxListener>();
  /** The member whose messages these are. */
  readonly memberId: string;
  readonly #failures = new Map<string, ApiError>();
  #items: readonly Unsent[];
  #isRunning = false;
  #isStopped = false;
  #waitMs = shortestWaitMs;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(page: Page, memberId: string) {
    this.#page = page;
    this.memberId = memberId;
    this.#items = kept(page.keep.read("outbox"), memberId);
    addEventListener("online", this.wake);
    this.wake();
  }

  /** Adds a listener; answers how to stop listening. */
  listen(listener: OutboxListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What waits or was refused in a conversation, in order. */
  in(conversationId: string): readonly Unsent[] {
    return this.#items.filter((item) => item.conversationId === conversationId);
  }

  /** Why a message was refused; undefined when it was not, or before a reload. */
  failureOf({ clientId }: Unsent): ApiError | undefined {
    return this.#failures.get(clientId);
  }

  /** Puts a message at the end of the queue. */
  add(message: Omit<Unsent, "clientId" | "at">): void {
    const clientId = crypto.getRandomValues(new Uint32Array(4)).join("-");
    this.#set([...this.#items, { ...message, clientId, at: this.#page.now() }]);
    this.wake();
  }

  /** Tries a refused message again. */
  retry({ clientId }: Unsent): void {
    this.#set(this.#items.map((item) => (item.clientId === clientId ? { ...item, isRefused: false } : item)));
    this.wake();
  }

  /** Gives a message up. */
  remove({ clientId }: Pick<Unsent, "clientId">): void {
    this.#failures.delete(clientId);
    this.#set(this.#items.filter((item) => item.clientId !== clientId));
  }

  /** Stops sending, because somebody else is signed in. */
  stop(): void {
    removeEventListener("online", this.wake);
    clearTimeout(this.#timer);
    this.#isStopped = true;
  }

  /** The line may be back: nothing waits for the end of a pause. */
  readonly wake = (): void => {
    clearTimeout(this.#timer);
    // A browser that knows it has no line says when it has one again.
    if (navigator.onLine && !this.#isRunning && !this.#isStopped) void this.#run();
  };

  async #run(): Promise<void> {
    this.#isRunning = true;
    const { client } = this.#page;
    for (let next = this.#next; next; next = this.#next) {
      const refusal = await this.#send(client, next);
      if (refusal && isPassing(refusal)) {
        this.#timer = setTimeout(this.wake, this.#waitMs);
        this.#waitMs = Math.min(longestWaitMs, this.#waitMs * 2);
        break;
      }
      this.#waitMs = shortestWaitMs;
    }
    this.#isRunning = false;
  }

  get #next(): Unsent | undefined {
    return this.#isStopped ? undefined : this.#items.find(({ isRefused }) => !isRefused);
  }

  async #send(client: Client, item: Unsent): Promise<ApiError | null> {
    const { clientId, conversationId, text, replyToId, files } = item;
    try {
      const message = await client.messaging.sendMessage({
        conversationId,
        clientId,
        text,
        replyToId,
        fileIds: files.map(({ fileId }) => fileId),
      });
      this.remove(item);
      for (const { sent } of this.#listeners) sent(message);
      return null;
    } catch (thrown) {
      const refusal = failureIn(thrown);
      if (!isPassing(refusal)) {
        this.#failures.set(clientId, refusal);
        this.#set(this.#items.map((one) => (one.clientId === clientId ? { ...one, isRefused: true } : one)));
      }
      return refusal;
    }
  }

  #set(items: readonly Unsent[]): void {
    this.#items = items;
    if (this.#isStopped) return;
    const { memberId } = this;
    this.#page.keep.write("outbox", items.length > 0 ? { memberId, items } : undefined);
    for (const { changed } of this.#listeners) changed();
  }
}

// Nobody was there, nobody is signed in, too much is asked at once, or another try is still under way.
const passing: readonly unknown[] = [0, 401, 429, 502, 503, 504, "request.in_progress"];

/** Whether it was not the message that was refused, so that it goes out later by itself. */
const isPassing = ({ status, code }: ApiError): boolean => passing.includes(status) || passing.includes(code);

/** What an earlier page of this tab could not send for the same member. */
function kept(value: unknown, memberId: string): readonly Unsent[] {
  const isOwn =
    typeof value === "object" &&
    value !== null &&
    "memberId" in value &&
    value.memberId === memberId &&
    "items" in value &&
    Array.isArray(value.items);
  // What this page wrote itself.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return isOwn ? (value.items as readonly Unsent[]) : [];
}
