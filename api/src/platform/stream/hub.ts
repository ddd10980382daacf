import { type Log } from "../log.ts";
import { type Loop, startLoop } from "../loop.ts";
import { type Concerned, streamKey } from "./frame-target.ts";
import { type Frames, type StoredFrame, type Wanted } from "./frames.ts";
import { type StreamConnection } from "./connection.ts";

const LOOK_MS = 1000;
const PING_MS = 15_000;

interface Audience {
  readonly wanted: { readonly tenantId: string; readonly memberId: string };
  readonly connections: Set<StreamConnection>;
  /** The number of the last frame handed to the connections. */
  since: number;
}

/** The open streams of this process. New frames are looked for when the relay tells of them, and every second besides. */
export class StreamHub {
  readonly #frames: Frames;
  readonly #audiences = new Map<string, Audience>();
  readonly #concerned = new Set<string>();
  #isAnybodyConcerned = false;
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

  /** Sends what a connection missed, then everything new until it closes. */
  async join(connection: StreamConnection, { tenantId, memberId, since }: Wanted): Promise<void> {
    const key = streamKey(tenantId, memberId);
    const { last, oldest } = await this.#frames.range(tenantId, memberId);
    // A page that was away for longer than frames are kept, or counts from another installation, starts over.
    const isLost = since > last || (since < last && (oldest === 0 || since + 1 < oldest));
    const from = isLost || since === 0 ? last : since;
    connection.open(from, isLost && since !== 0);
    let audience = this.#audiences.get(key);
    if (!audience)
      this.#audiences.set(
        key,
        (audience = { wanted: { tenantId, memberId }, connections: new Set(), since: from }),
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
    const audiences = keys.flatMap((key) => this.#audiences.get(key) ?? []);
    const found = await this.#frames.find(audiences.map(({ wanted, since }) => ({ ...wanted, since })));
    for (const frame of found) await this.#deliver(frame);
    if (found.length > 0) for (const key of keys) this.#concerned.add(key);
    return found.length > 0 ? 0 : LOOK_MS;
  }

  async #deliver(frame: StoredFrame): Promise<void> {
    const audience = this.#audiences.get(streamKey(frame.tenantId, frame.memberId));
    if (!audience || frame.seq <= audience.since) return;
    const data = await this.#frames.present(frame);
    audience.since = frame.seq;
    if (data === null) return;
    const encoded = encodeFrame(frame.seq, frame.name, data);
    for (const connection of audience.connections) {
      if (frame.seq > connection.since) connection.send(encoded, frame.seq);
    }
  }

  async #lookAfter(): Promise<number> {
    const now = performance.now();
    for (const { connections } of this.#audiences.values()) {
      for (const connection of connections) await connection.lookAfter(now, PING_MS);
    }
    this.#isAnybodyConcerned = true;
    this.#loop.soon(0);
    return LOOK_MS;
  }
}

/** A frame in the format of server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html), encoded once for all. */
const encodeFrame = (seq: number, name: string, data: object): Buffer =>
  Buffer.from(`id: ${seq}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
