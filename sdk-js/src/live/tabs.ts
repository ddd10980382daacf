/** What the tabs of one site share a connection by. */
export interface TabsParts<Message> {
  /** Names the group of tabs; null for a page that shares nothing. */
  readonly name: string | null;
  readonly onMessage: (message: Message) => void;
  /** Runs while this tab is the one that keeps the connection, until the signal says stop. */
  readonly lead: (signal: AbortSignal) => Promise<void>;
}

/**
 * One tab of a site leads; when it closes, the next one does. Where the browser has no Web Locks or no BroadcastChannel (pages
 * without TLS), each tab leads for itself.
 */
export class Tabs<Message> {
  readonly #parts: TabsParts<Message>;
  readonly #channel: BroadcastChannel | null;
  readonly #leaving = new AbortController();
  #isLeading = false;

  constructor(parts: TabsParts<Message>) {
    this.#parts = parts;
    const { name, onMessage } = parts;
    const canShare = name !== null && "BroadcastChannel" in globalThis && globalThis.navigator?.locks;
    this.#channel = canShare ? new BroadcastChannel(name) : null;
    this.#channel?.addEventListener("message", ({ data }: MessageEvent<Message>) => onMessage(data));
    void this.#take({ signal: this.#leaving.signal });
  }

  /** Whether this tab keeps the connection for all. */
  get isLeading(): boolean {
    return this.#isLeading;
  }

  /** Tells all other tabs of the group. */
  tell(message: Message): void {
    this.#channel?.postMessage(message);
  }

  /** Leads instead of a tab that says nothing any more: a frozen one keeps its place and does nothing. */
  takeOver(): void {
    if (!this.#isLeading) void this.#take({ steal: true });
  }

  /** Leaves the group, and the lead to another tab. */
  leave(): void {
    this.#leaving.abort();
    this.#channel?.close();
  }

  async #take(options: LockOptions): Promise<void> {
    const { name } = this.#parts;
    const lost = new AbortController();
    const lead = () => this.#lead(AbortSignal.any([this.#leaving.signal, lost.signal]));
    if (!this.#channel || name === null) return lead();
    try {
      await navigator.locks.request(name, options, lead);
    } catch (problem) {
      if (!(problem instanceof DOMException && problem.name === "AbortError")) throw problem;
      lost.abort();
      // Another tab took the lead while this one was frozen: it waits for its turn again.
      if (!this.#leaving.signal.aborted) await this.#take({ signal: this.#leaving.signal });
    }
  }

  async #lead(signal: AbortSignal): Promise<void> {
    if (this.#isLeading || signal.aborted) return;
    this.#isLeading = true;
    try {
      await this.#parts.lead(signal);
    } finally {
      this.#isLeading = false;
    }
  }
}
