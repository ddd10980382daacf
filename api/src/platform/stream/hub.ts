import { type Log } from "../log.ts";
import { type Loop, startLoop } from "../loop.ts";
import { type Concerned, streamKey } from "./frame-target.ts";
import { type FoundEvent, type Frames, type Listener, mostAtOnce } from "./frames.ts";
import { type EncodedFrame, type StreamConnection } from "./connection.ts";
import { type Whisper } from "./whisper.ts";

const LOOK_MS = 1000;
/** So many members' streams are looked after at once: a thousand would hold up frames for 20 ms. */
const LOOKED_AFTER_AT_ONCE = 100;
const MOST_PARTS = 10;
const PING_MS = 15_000;

interface Audience extends Listener {
  readonly connections: Set<StreamConnection>;
  /** Tells in which part of a look it is looked after. */
  readonly nth: number;
  /** The number of the last frame handed to the connections. */
  since: number;
}

/** The open streams of this process. New frames are looked for when the relay tells of them, and every second besides. */
export class StreamHub {
  readonly #frames: Frames;
  readonly #audiences = new Map<string, Audience>();
  readonly #concerned = new Set<string>();
  #isAnybodyConcerned = false;
  #part = 0;
  #joined = 0;
  readonly #loop: Loop;
  readonly #sweep: Loop;

  constructor(frames: Frames, log: Log) {
    this.#frames = frames;
    this.#loop = startLoop("The stream", log, () => this.#round());
    this.#sweep = startLoop("The look after streams", log, () => this.#lookAfter());
  }

  /** How many streams are open. */
  get size(): number {
    return [...this.#audiences.values()].reduce((sum, { connections }) => sum + connections.size, 0);
  }

  /** Hears of a batch of frames. */
  hear(concerned: Concerned): void {
    if (concerned === null) this.#isAnybodyConcerned = true;
    else for (const key of concerned) if (this.#audiences.has(key)) this.#concerned.add(key);
    if (this.#isAnybodyConcerned || this.#concerned.size > 0) this.#loop.soon(0);
  }

  /** Passes on what is not kept, to those of its recipients who listen here now. */
  pass({ tenantId, memberIds, name, data }: Whisper): void {
    const text = `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
    for (const memberId of memberIds)
      for (const connection of this.#audiences.get(streamKey(tenantId, memberId))?.connections ?? [])
        connection.pass(text);
  }

  /** Sends what a connection missed, then everything new until it closes. */
  async join(connection: StreamConnection, listener: Listener, since: number | null): Promise<void> {
    const { tenantId, memberId } = listener;
    const key = streamKey(tenantId, memberId);
    const { from, mustResync } = await this.#frames.startOf(listener, since);
    connection.open(from, mustResync);
    let audience = this.#audiences.get(key);
    if (!audience)
      this.#audiences.set(
        key,
        (audience = { tenantId, memberId, connections: new Set(), nth: this.#joined++, since: from }),
      );
    connection.since = from;
    audience.connections.add(connection);
    // Somebody who comes back late is caught up by going back for all; the others skip what they have.
    audience.since = Math.min(audience.since, from);
    connection.onClose(() => {
      audience.connections.delete(connection);
      if (audience.connections.size === 0 && this.#audiences.get(key) === audience)
        this.#audiences.delete(key);
    });
    this.hear([key]);
  }

  /** Ends every stream; pages come back to another process. */
  async stop(): Promise<void> {
    for (const { connections } of this.#audiences.values())
      for (const connection of connections) connection.close();
    await this.#loop.stop();
    await this.#sweep.stop();
  }

  async #round(): Promise<number> {
    const keys = this.#isAnybodyConcerned ? [...this.#audiences.keys()] : [...this.#concerned];
    this.#isAnybodyConcerned = false;
    this.#concerned.clear();
    const asked: Audience[] = [];
    for (const key of keys) {
      const audience = this.#audiences.get(key);
      if (audience) asked.push(audience);
    }
    // Where the look begins, whatever becomes of the audiences meanwhile.
    const starts = asked.map(({ since }) => since);
    const found = await this.#frames.find(asked);
    const due = inOrder(found, await this.#encoded(found));
    const told: StreamConnection[] = [];
    for (const { place, seq, frame } of due) {
      for (const connection of asked[place]?.connections ?? []) {
        // One that joined since the look began may lack frames before these: the next look begins where it is.
        if (connection.since < (starts[place] ?? 0) || seq <= connection.since) continue;
        if (connection.add(frame, seq)) told.push(connection);
      }
    }
    const now = performance.now();
    for (const connection of told) connection.flush(now);
    for (const audience of asked) audience.since = earliestOf(audience.connections);
    if (due.length < mostAtOnce) return LOOK_MS;
    for (const key of keys) this.#concerned.add(key);
    return 0;
  }

  /** What each event shows, encoded once for all its recipients; null for one that shows nothing any more. */
  async #encoded(found: readonly FoundEvent[]): Promise<(EncodedFrame | null)[]> {
    const frames: (EncodedFrame | null)[] = [];
    // One after another: a burst must not take the connections that requests wait for.
    for (const event of found) {
      const data = await this.#frames.present(event);
      // The format of server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html).
      const text = `\nevent: ${event.name}\ndata: ${JSON.stringify(data)}\n\n`;
      frames.push(data && { text, isAscii: Buffer.byteLength(text) === text.length });
    }
    return frames;
  }

  /** Looks after one part of the streams, and for frames of theirs that nobody told of. */
  async #lookAfter(): Promise<number> {
    const now = performance.now();
    const parts = Math.min(MOST_PARTS, Math.ceil(this.#audiences.size / LOOKED_AFTER_AT_ONCE) || 1);
    const part = this.#part++ % parts;
    const connections: StreamConnection[] = [];
    for (const [key, audience] of this.#audiences) {
      if (audience.nth % parts !== part) continue;
      this.#concerned.add(key);
      connections.push(...audience.connections);
    }
    if (connections.length > 0) this.#loop.soon(0);
    // Side by side, so that their sessions are read together.
    await Promise.all(connections.map((connection) => connection.lookAfter(now, PING_MS)));
    return LOOK_MS / parts;
  }
}

interface Due {
  readonly place: number;
  readonly seq: number;
  readonly frame: EncodedFrame | null;
}

/** The frames of events, each member's in the order of their numbers. */
function inOrder(found: readonly FoundEvent[], encoded: readonly (EncodedFrame | null)[]): Due[] {
  const due: Due[] = [];
  for (const [nth, { frames }] of found.entries()) {
    const frame = encoded[nth] ?? null;
    for (let at = 0; at < frames.length; at += 2)
      due.push({ place: frames[at] ?? 0, seq: frames[at + 1] ?? 0, frame });
  }
  // Nobody has two frames of one event.
  return found.length === 1 ? due : due.sort((one, other) => one.seq - other.seq);
}

function earliestOf(connections: ReadonlySet<StreamConnection>): number {
  let earliest = Infinity;
  for (const { since } of connections) earliest = Math.min(earliest, since);
  return earliest;
}
