import { type Client } from "@tessera/sdk/browser";
import { failureIn } from "../base/failure.ts";
import { type Talk } from "./talk.ts";
import { type Thread } from "./thread.ts";

/** News that overtakes other news on its way is no sign of a loss yet. */
const patienceMs = 150;
const retryMs = 4_000;

/** Keeps an open conversation complete: what news shows to be missing is asked for. */
export class CatchUp {
  readonly #client: Client;
  /** The conversation it keeps complete. */
  readonly talk: Talk;
  #isRunning = false;
  #again = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: Client, talk: Talk) {
    this.#client = client;
    this.talk = talk;
  }

  /** Asks soon when news that was just told of shows that something is missing. */
  follow(): void {
    if (this.talk.thread?.hasGap) this.#runIn(patienceMs);
  }

  /** Asks for everything that was missed, and once more while news says that something still is. */
  async run(): Promise<void> {
    clearTimeout(this.#timer);
    const { talk } = this;
    const { thread } = talk;
    if (this.#isRunning || !thread) {
      this.#again = true;
      return;
    }
    this.#isRunning = true;
    try {
      do {
        this.#again = false;
        await this.#ask(thread);
        talk.tell();
      } while (!talk.isClosed && (this.#again || thread.hasGap));
    } catch (thrown) {
      const { status } = failureIn(thrown);
      // Without a line the stream says when it is back; other answers may be better later.
      if (status >= 500) this.#runIn(retryMs);
    } finally {
      this.#isRunning = false;
    }
  }

  /** Asks for nothing more. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  #runIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (!this.talk.isClosed) this.#timer = setTimeout(() => void this.run(), milliseconds);
  }

  async #ask(thread: Thread): Promise<void> {
    const { heard } = thread;
    for (let hasMore = true; hasMore;) {
      const asked = { conversationId: this.talk.id, since: thread.known };
      const missed = await this.#client.messaging.listChanges(asked);
      hasMore = missed.hasMore;
      thread.catchUp(missed.items, heard, hasMore);
    }
  }
}
