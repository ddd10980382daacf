import { type Client } from "@tessera/sdk/browser";
import { failureIn } from "../base/failure.ts";

const gatherMs = 300;
const mostAtOnce = 100;

/** Tells the API which messages have reached this page, several at once. What is lost on the way is told with the next. */
export class Receipts {
  readonly #client: Client;
  readonly #waiting = new Map<string, number>();
  #isSending = false;

  constructor(client: Client) {
    this.#client = client;
  }

  /** The messages of a conversation up to one are here. */
  add(conversationId: string, seq: number): void {
    this.#waiting.set(conversationId, Math.max(seq, this.#waiting.get(conversationId) ?? 0));
    if (this.#isSending) return;
    this.#isSending = true;
    setTimeout(() => this.#send(), gatherMs);
  }

  #send(): void {
    this.#isSending = false;
    const receipts = [...this.#waiting]
      .slice(0, mostAtOnce)
      .map(([conversationId, seq]) => ({ conversationId, seq }));
    this.#waiting.clear();
    void this.#client.messaging.receiveMessages({ receipts }).catch(failureIn);
  }
}
