import { type Contract } from "@tessera/sdk/browser";

/** One message as the API tells it. */
export type Message = Contract["messaging"]["listMessages"]["output"]["items"][number];

/**
 * The messages of a conversation a page knows: a part of it without a hole, up to its end. Every sending, edit and deletion has a
 * number, so news that skips a number shows that something is missing: it waits until the page has caught up, and nothing is
 * shown twice or out of its place.
 */
export class Thread {
  readonly #bySeq = new Map<number, Message>();
  #waiting: Message[] = [];
  #sorted: readonly Message[] | null = null;
  #known: number;
  #heard: number;
  /** Where the part begins; what was edited before it is not shown. */
  #from = 0;

  /** Begins with messages that hold every change up to one. */
  constructor(known: number, messages: readonly Message[]) {
    this.#known = known;
    this.#heard = known;
    this.add(messages);
  }

  /** The change up to which nothing is missing: what to catch up from. */
  get known(): number {
    return this.#known;
  }

  /** The last change that was told of. */
  get heard(): number {
    return this.#heard;
  }

  /** Whether news waits for other news that did not come. */
  get hasGap(): boolean {
    return this.#waiting.length > 0;
  }

  /** What is shown, oldest first. */
  get messages(): readonly Message[] {
    this.#sorted ??= [...this.#bySeq.values()].toSorted((one, other) => one.seq - other.seq);
    return this.#sorted;
  }

  /** Adds older messages, read after what is here. */
  add(messages: readonly Message[]): void {
    for (const message of messages) this.#put(message);
    this.#from = this.messages[0]?.seq ?? 0;
  }

  /** Takes a piece of news; one with something missing before it waits. */
  hear(message: Message): void {
    this.#heard = Math.max(this.#heard, message.change);
    this.#waiting.push(message);
    this.#drain();
  }

  /** Shows at once what the member sent or changed on this page, whatever else is missing. */
  show(message: Message): void {
    this.#put(message);
    this.hear(message);
  }

  /** Takes what was missed after `known`. All of it, unless more is to come; `heard` is what was told of before it was asked for. */
  catchUp(missed: readonly Message[], heard: number, hasMore: boolean): void {
    for (const message of missed) if (message.seq >= this.#from) this.#put(message);
    this.#known = Math.max(this.#known, missed.at(-1)?.change ?? 0, hasMore ? 0 : heard);
    this.#drain();
  }

  #drain(): void {
    this.#waiting.sort((one, other) => one.change - other.change);
    for (let next = this.#waiting[0]; next && next.change <= this.#known + 1; next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#known = Math.max(this.#known, next.change);
      // An edit of something older than the page holds would stand there with a hole behind it.
      if (next.seq >= this.#from) this.#put(next);
    }
  }

  #put(message: Message): void {
    const shown = this.#bySeq.get(message.seq);
    if (shown && shown.change >= message.change) return;
    this.#bySeq.set(message.seq, message);
    this.#sorted = null;
  }
}
