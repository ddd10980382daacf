import { setTimeout as sleep } from "node:timers/promises";
import { type MessageAnswer } from "../../src/modules/messaging/testing.ts";

/** What a page needs to reach the API over lines that break. */
export interface PageParts {
  readonly memberId: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly conversationIds: readonly string[];
  /** The processes it may reach; it takes any of them each time. */
  readonly urls: readonly string[];
  readonly random: () => number;
}

/** What a page shows of one conversation. */
interface Thread {
  /** Everything up to this change is shown. */
  change: number;
  readonly messages: Map<number, MessageAnswer>;
  /** A catch-up runs. */
  isCatchingUp: boolean;
  /** Something was missed while it ran, that it may not have brought. */
  missesMore: boolean;
}

/** How the messages reached a page. */
export interface PageCounts {
  cuts: number;
  catchUps: number;
  /** Requests that one catch-up took beyond its first. */
  extraRequests: number;
  repeats: number;
}

/**
 * A page that chats: it hears frames, catches up by the last change it knows, and sends each message under one client id until it
 * is answered. `cut` breaks its line as a tunnel does.
 */
export class ChatPage {
  readonly counts: PageCounts = { cuts: 0, catchUps: 0, extraRequests: 0, repeats: 0 };
  readonly #parts: PageParts;
  readonly #threads: ReadonlyMap<string, Thread>;
  readonly #ending = new AbortController();
  #line = new AbortController();
  #since: number | null = null;

  constructor(parts: PageParts) {
    this.#parts = parts;
    this.#threads = new Map(
      parts.conversationIds.map((id) => [
        id,
        { change: 0, messages: new Map(), isCatchingUp: false, missesMore: false },
      ]),
    );
  }

  get memberId(): string {
    return this.#parts.memberId;
  }

  /** The messages of a conversation as the page shows them. */
  shown(conversationId: string): MessageAnswer[] {
    return [...this.#threads.get(conversationId)!.messages.values()].toSorted((a, b) => a.seq - b.seq);
  }

  /** The last change of a conversation that the page has. */
  changeOf(conversationId: string): number {
    return this.#threads.get(conversationId)!.change;
  }

  /** Breaks the stream and whatever is under way. */
  cut(): void {
    this.counts.cuts += 1;
    this.#line.abort();
    this.#line = new AbortController();
  }

  end(): void {
    this.#ending.abort();
    this.#line.abort();
  }

  /** Listens until `end`, over one stream after the other. */
  async listen(): Promise<void> {
    while (!this.#ending.signal.aborted) {
      await this.#stream().catch(() => undefined);
      await sleep(20 + this.#parts.random() * 80);
    }
  }

  /** Sends a message until it is answered; one in ten is sent twice at once. */
  async send(conversationId: string, clientId: string, text: string): Promise<void> {
    const input = { conversationId, clientId, text };
    if (this.#parts.random() < 0.1) {
      this.counts.repeats += 1;
      void this.#call("messaging.sendMessage", input).catch(() => undefined);
    }
    await this.#insist("messaging.sendMessage", input);
  }

  /** Calls until it is answered. */
  async #insist<Result>(path: string, input: object): Promise<Result> {
    for (;;) {
      try {
        return await this.#call<Result>(path, input);
      } catch (problem) {
        if (problem instanceof Refused || this.#ending.signal.aborted) throw problem;
        await sleep(20 + this.#parts.random() * 80);
      }
    }
  }

  async #call<Result>(path: string, input: object): Promise<Result> {
    const answer = await fetch(`${this.#url()}/api/v1/rpc`, {
      method: "POST",
      headers: { ...this.#parts.headers, "Content-Type": "application/json" },
      body: JSON.stringify({ path, input }),
      signal: AbortSignal.any([this.#line.signal, AbortSignal.timeout(10_000)]),
    });
    const body = (await answer.json()) as { result?: { data: Result } };
    if (body.result) return body.result.data;
    // A process that is starting or busy asks to come back; everything else is a mistake of the test.
    if (answer.status < 500 && answer.status !== 429) throw new Refused(JSON.stringify(body));
    throw new Error(`${answer.status}`);
  }

  #url(): string {
    const { urls, random } = this.#parts;
    return urls[Math.floor(random() * urls.length)]!;
  }

  async #stream(): Promise<void> {
    // Half of the times as a page that has just been opened: it knows its messages and no number of the stream.
    const since = this.#parts.random() < 0.5 ? null : this.#since;
    const { body } = await fetch(`${this.#url()}/api/v1/stream${since === null ? "" : `?since=${since}`}`, {
      headers: { ...this.#parts.headers, Accept: "text/event-stream" },
      signal: this.#line.signal,
    });
    let text = "";
    for await (const piece of body!.pipeThrough(
      new TextDecoderStream(),
    ) as unknown as AsyncIterable<string>) {
      text += piece;
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) this.#hear(block);
    }
  }

  #hear(block: string): void {
    const name = /^event: (.*)$/m.exec(block)?.[1];
    const id = /^id: (\d+)$/m.exec(block)?.[1];
    if (id !== undefined) this.#since = Number(id);
    if (name === "ready" || name === "resync") for (const each of this.#threads.keys()) this.#catchUp(each);
    else if (name?.startsWith("message."))
      this.#apply(JSON.parse(/^data: (.*)$/m.exec(block)![1]!) as MessageAnswer);
  }

  #apply(message: MessageAnswer): void {
    const thread = this.#threads.get(message.conversationId)!;
    if (message.change <= thread.change) return;
    if (message.change > thread.change + 1) return this.#catchUp(message.conversationId);
    thread.change = message.change;
    thread.messages.set(message.seq, message);
  }

  #catchUp(conversationId: string): void {
    const thread = this.#threads.get(conversationId)!;
    thread.missesMore = true;
    if (thread.isCatchingUp) return;
    thread.isCatchingUp = true;
    void this.#catchUpWith(conversationId, thread)
      .catch(() => undefined)
      .finally(() => (thread.isCatchingUp = false));
  }

  async #catchUpWith(conversationId: string, thread: Thread): Promise<void> {
    while (thread.missesMore) {
      thread.missesMore = false;
      await this.#fetchMissed(conversationId, thread);
    }
  }

  async #fetchMissed(conversationId: string, thread: Thread): Promise<void> {
    this.counts.catchUps += 1;
    for (let requests = 0; ; requests += 1) {
      const { items, hasMore } = await this.#insist<{ items: MessageAnswer[]; hasMore: boolean }>(
        "messaging.listChanges",
        { conversationId, since: thread.change },
      );
      if (requests > 0) this.counts.extraRequests += 1;
      for (const message of items) {
        // A frame may have brought it meanwhile.
        if (message.change <= thread.change) continue;
        thread.change = message.change;
        thread.messages.set(message.seq, message);
      }
      if (!hasMore) return;
    }
  }
}

/** The API has understood a call and does not do it. */
class Refused extends Error {}
