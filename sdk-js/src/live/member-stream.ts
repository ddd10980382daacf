import { Connection, type ConnectionParts, type Patience } from "./connection.ts";
import { type Frame } from "./frames.ts";
import { type Position } from "./position.ts";
import { Tabs } from "./tabs.ts";

/** What tabs say to each other; the leader says all but `behind`. */
type Message =
  /** A frame, and the number of the one before it. */
  | { readonly frame: Frame; readonly after: number }
  /** The number up to which the leader has heard. */
  | { readonly at: number }
  /** A frame without a number: it is told once and kept nowhere. */
  | { readonly passing: Frame }
  /** A tab misses what came after a number; null when it knows none yet. */
  | { readonly behind: number | null; readonly tab: string }
  /** News was missed for good, by one tab or, without its name, by all. */
  | { readonly restartAt: number; readonly tab: string | null };

/** What the stream of a member is made of. */
export interface MemberStreamParts extends Pick<ConnectionParts, "url" | "fetch" | "headers" | "renew"> {
  /** Names the member's tabs; null for a page that shares nothing. */
  readonly group: string | null;
  readonly position: Position;
  readonly patience: Patience;
  readonly onFrame: (frame: Frame) => void;
  /** News may have been missed. */
  readonly onResync: () => void;
}

/** The live frames of one member on this page: over a connection of its own, or over that of another tab. */
export class MemberStream {
  readonly #parts: MemberStreamParts;
  readonly #tabs: Tabs<Message>;
  readonly #tab = crypto.getRandomValues(new Uint32Array(2)).join("-");
  readonly #watch: ReturnType<typeof setInterval>;
  #heardAt = performance.now();

  constructor(parts: MemberStreamParts) {
    this.#parts = parts;
    this.#tabs = new Tabs({
      name: parts.group,
      onMessage: (message) => this.#listen(message),
      lead: (signal) => this.#lead(signal),
    });
    this.#ask();
    const { silence } = parts.patience;
    this.#watch = setInterval(() => {
      const isSilent = performance.now() - this.#heardAt > silence * 1.2;
      if (isSilent && globalThis.document?.visibilityState !== "hidden") this.#tabs.takeOver();
    }, silence / 4);
  }

  /** Stops listening, and leaves the connection to another tab. */
  leave(): void {
    clearInterval(this.#watch);
    this.#tabs.leave();
  }

  async #lead(signal: AbortSignal): Promise<void> {
    const { url, fetch, headers, renew, position, patience } = this.#parts;
    const tabs = this.#tabs;
    const connection = new Connection(
      {
        url,
        fetch,
        headers,
        renew,
        since: () => position.seq,
        onFrame: (frame) => {
          if (frame.seq === 0) {
            this.#parts.onFrame(frame);
            return tabs.tell({ passing: frame });
          }
          const after = position.seq ?? frame.seq - 1;
          if (position.turnOf(frame, after) !== "next") return;
          this.#hear(frame);
          tabs.tell({ frame, after });
        },
        onReady: (seq, asked) => {
          // Another tab may have told of more since this one asked: going back would tell it twice.
          const isKnown = asked === null ? position.seq !== null && seq <= position.seq : seq === asked;
          if (!isKnown) this.#restart(seq);
          tabs.tell({ at: position.seq ?? seq });
        },
        onResync: () => {
          const restartAt = position.seq ?? 0;
          this.#restart(restartAt);
          tabs.tell({ restartAt, tab: null });
        },
        onPing: () => {
          if (position.seq !== null) tabs.tell({ at: position.seq });
        },
      },
      patience,
    );
    signal.addEventListener("abort", () => connection.end());
    await connection.run();
  }

  #listen(message: Message): void {
    if ("behind" in message) return this.#help(message);
    this.#heardAt = performance.now();
    const { position } = this.#parts;
    if ("restartAt" in message) {
      if (message.tab === null || message.tab === this.#tab) this.#restart(message.restartAt);
    } else if ("at" in message) {
      if (position.seq === null || message.at > position.seq) this.#ask();
    } else if ("passing" in message) {
      this.#parts.onFrame(message.passing);
    } else {
      const turn = position.turnOf(message.frame, message.after);
      if (turn === "next") this.#hear(message.frame);
      else if (turn === "gap") this.#ask();
    }
  }

  /** Tells a tab what it missed, when this is the tab that knows. */
  #help({ behind, tab }: { readonly behind: number | null; readonly tab: string }): void {
    const { position } = this.#parts;
    if (!this.#tabs.isLeading || position.seq === null) return;
    const missed = behind === null ? null : position.since(behind);
    if (!missed) return this.#tabs.tell({ restartAt: position.seq, tab });
    for (const link of missed) this.#tabs.tell(link);
    this.#tabs.tell({ at: position.seq });
  }

  #ask(): void {
    this.#tabs.tell({ behind: this.#parts.position.seq, tab: this.#tab });
  }

  #hear(frame: Frame): void {
    this.#parts.position.add(frame);
    this.#parts.onFrame(frame);
  }

  #restart(seq: number): void {
    this.#parts.position.moveTo(seq);
    this.#parts.onResync();
  }
}
