import { type ServerResponse } from "node:http";
import { type Socket } from "node:net";

/** Bytes a slow page may be behind before it is told to start over. */
const MOST_BUFFERED = 256 * 1024;

const ping = ": ping\n\n";
const resync = "event: resync\ndata: {}\n\n";

/** What an event's frames show, the same for all who hear of it; the number stands before it. */
export interface EncodedFrame {
  readonly text: string;
  /** Such texts are written for a tenth less. */
  readonly isAscii: boolean;
}

/** One open stream: a page, or several pages of one browser that share it. */
export class StreamConnection {
  readonly #response: ServerResponse;
  /** Null as long as an earlier answer on the same connection is not finished. */
  #socket: Socket | null = null;
  readonly #isStillAllowed: () => Promise<boolean>;
  #lastSentAt = performance.now();
  #isLookedAfter = false;
  #isEnded = false;
  #next = "";
  #isNextAscii = true;
  /** The number of the last frame sent. */
  since = 0;

  constructor(response: ServerResponse, isStillAllowed: () => Promise<boolean>) {
    this.#response = response;
    this.#isStillAllowed = isStillAllowed;
  }

  /** Tells the page from which number on it hears everything, and whether it has to load afresh what it shows. */
  open(seq: number, mustResync: boolean): void {
    const ready = `retry: 2000\nid: ${seq}\nevent: ready\ndata: {"seq":${seq}}\n\n`;
    this.#response.write(mustResync ? ready + resync : ready);
  }

  /** Adds a frame to what is sent next; null has nothing to show. Answers whether it is the first of what is sent next. */
  add(frame: EncodedFrame | null, seq: number): boolean {
    this.since = seq;
    if (frame === null) return false;
    const isFirst = this.#next === "";
    this.#next += `id: ${seq}${frame.text}`;
    this.#isNextAscii &&= frame.isAscii;
    return isFirst;
  }

  /** Sends what was added, unless the page is too far behind: then it is told to start over, and the stream ends. */
  flush(now: number): void {
    const isBehind = this.#isBehind();
    const text = isBehind ? resync : this.#next;
    const encoding = this.#isNextAscii ? "latin1" : "utf8";
    this.#next = "";
    this.#isNextAscii = true;
    this.#write(text, now, encoding);
    if (isBehind) this.close();
  }

  /** Sends what is not kept, unless the page is behind: then it would be old news. */
  pass(encoded: string): void {
    if (!this.#isBehind()) this.#write(encoded, performance.now(), "utf8");
  }

  /** Ends the stream of somebody who may no longer listen, and pings one that was silent for long. */
  async lookAfter(now: number, pingMs: number): Promise<void> {
    if (this.#isLookedAfter) return;
    this.#isLookedAfter = true;
    try {
      if (!(await this.#isStillAllowed())) this.close();
      else if (now - this.#lastSentAt >= pingMs) this.#write(ping, now, "latin1");
    } finally {
      this.#isLookedAfter = false;
    }
  }

  close(): void {
    this.#isEnded = true;
    this.#response.end();
  }

  /** Calls back once, when either side has gone. */
  onClose(gone: () => void): void {
    // The page may have gone while it was looked up what it missed.
    if (this.#response.closed) gone();
    else this.#response.once("close", gone);
  }

  #isBehind(): boolean {
    return (this.#socket ?? this.#response).writableLength > MOST_BUFFERED;
  }

  #write(text: string, now: number, encoding: "latin1" | "utf8"): void {
    // A page that is slow to take the end of its stream hears nothing more.
    if (this.#isEnded) return;
    this.#lastSentAt = now;
    this.#socket ??= this.#response.socket;
    // What a response does around every write costs as much as the write itself.
    if (this.#socket) this.#socket.write(text, encoding);
    else this.#response.write(text, encoding);
  }
}
