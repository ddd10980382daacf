import { type LiveEvents } from "../contract.ts";
import { type Keep } from "../browser/keep.ts";
import { type Session } from "../browser/session.ts";
import { type Patience, patience as usualPatience } from "./connection.ts";
import { type Frame } from "./frames.ts";
import { MemberStream } from "./member-stream.ts";
import { Position } from "./position.ts";

export type LiveEventName = keyof LiveEvents;

/** One event as the stream brings it. */
export type LiveEvent<Name extends LiveEventName = LiveEventName> = {
  [Each in Name]: {
    readonly name: Each;
    readonly data: LiveEvents[Each];
    /** Counts up for each member. */
    readonly seq: number;
  };
}[Name];

/** What concerns the member who is signed in, as it happens. */
export interface Live {
  /** Calls back for each event of these names. The connection is kept while anybody listens. Answers how to stop. */
  on<Name extends LiveEventName>(
    names: readonly Name[],
    listener: (event: LiveEvent<Name>) => void,
  ): () => void;
  /** Calls back when events may have been missed: what is shown has to be loaded afresh. Also once when the stream begins. */
  onResync(listener: () => void): () => void;
}

/** What the stream needs of a page. */
export interface LivePage {
  /** The API's origin. */
  readonly url: string;
  /** The site's publishable key. */
  readonly key: string;
  readonly session: Session;
  readonly keep: Keep;
  /** `memory` shares nothing with other tabs, as the session does. */
  readonly remember?: "session" | "memory" | undefined;
  readonly fetch?: typeof fetch | undefined;
  /** Waiting times, for tests. */
  readonly patience?: Patience;
}

const streams = new WeakMap<Session, Live>();

/** The stream of a page: one, however many ask for it. */
export function liveOf(page: LivePage): Live {
  const known = streams.get(page.session) ?? new PageLive(page);
  streams.set(page.session, known);
  return known;
}

class PageLive implements Live {
  readonly #page: LivePage;
  readonly #listeners = new Set<(frame: Frame) => void>();
  readonly #restarts = new Set<() => void>();
  #stream: MemberStream | null = null;
  #memberId: string | null = null;
  #position: Position | null = null;

  constructor(page: LivePage) {
    this.#page = page;
    page.session.subscribe(() => this.#follow());
    // A page in the browser's cache for going back must not keep others from leading.
    globalThis.addEventListener?.("pagehide", () => this.#stop());
    globalThis.addEventListener?.("pageshow", () => this.#follow());
  }

  on<Name extends LiveEventName>(
    names: readonly Name[],
    listener: (event: LiveEvent<Name>) => void,
  ): () => void {
    const wanted = new Set<string>(names);
    return this.#add(this.#listeners, (frame: Frame) => {
      // The API presents an event by the schema that the contract was written from.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      if (wanted.has(frame.name)) listener(frame as LiveEvent<Name>);
    });
  }

  onResync(listener: () => void): () => void {
    return this.#add(this.#restarts, listener);
  }

  #add<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
    listeners.add(listener);
    this.#follow();
    return () => {
      listeners.delete(listener);
      this.#follow();
    };
  }

  /** Listens for whoever is signed in, while anybody wants to hear. */
  #follow(): void {
    const isWanted = this.#listeners.size + this.#restarts.size > 0;
    const memberId = isWanted ? (this.#page.session.member?.id ?? null) : null;
    if (memberId === this.#memberId && (this.#stream || memberId === null)) return;
    this.#stop();
    if (memberId !== this.#memberId) this.#position = null;
    this.#memberId = memberId;
    if (memberId !== null) this.#start(memberId);
  }

  #start(memberId: string): void {
    const { url, key, session, keep, remember, fetch = globalThis.fetch, patience } = this.#page;
    this.#position ??= new Position(keptSeq(keep, memberId), (seq) => keep.write("live", { memberId, seq }));
    this.#stream = new MemberStream({
      url,
      fetch: (...request) => fetch(...request),
      headers: async () => ({ ...(await session.headers()), "Tessera-Key": key }),
      renew: (header) => session.renew(header),
      group: remember === "memory" ? null : `tessera.${key.slice(-8)}.${memberId}`,
      position: this.#position,
      patience: patience ?? usualPatience,
      onFrame: (frame) => tell(this.#listeners, frame),
      onResync: () => tell(this.#restarts, undefined),
    });
  }

  #stop(): void {
    this.#stream?.leave();
    this.#stream = null;
  }
}

/** One listener that fails must not keep the others from hearing. */
function tell<News>(listeners: ReadonlySet<(news: News) => void>, news: News): void {
  for (const listener of listeners) queueMicrotask(() => listener(news));
}

/** Where an earlier page of this tab was in the news of the same member. */
function keptSeq(keep: Keep, memberId: string): number | null {
  const kept = keep.read("live");
  const isOwn = typeof kept === "object" && kept !== null && "memberId" in kept && kept.memberId === memberId;
  return isOwn && "seq" in kept && typeof kept.seq === "number" ? kept.seq : null;
}
