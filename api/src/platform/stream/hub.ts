import { type Log } from "../log.ts";
import { type Loop, startLoop } from "../loop.ts";
import { streamKey, type ToldEvent } from "./frame-target.ts";
import { type FramedEvent, type Frames, type Listener, mostAtOnce } from "./frames.ts";
import { type EncodedFrame, type StreamConnection } from "./connection.ts";
import { type Whisper } from "./whisper.ts";

/** Whoever may no longer listen is cut off within 5 seconds: what is known of sessions may be 3 seconds old. */
const LOOK_MS = 2000;
/** Of so many turns one looks for frames, as long as the relay tells of them. */
const TURNS_A_LOOK = 5;
/** Fewer members' streams are looked after together: a thousand at once would hold up frames for 20 ms. */
const LOOKED_AFTER_AT_ONCE = 100;
const MOST_PARTS = 10;
const PING_MS = 15_000;

interface Audience extends Listener {
  readonly connections: Set<StreamConnection>;
}

/** An event with what it shows, encoded once for all its recipients; null as long as it shows nothing. */
interface News extends FramedEvent {
  frame: EncodedFrame | null;
}

/** A frame for the pages of one member. */
interface Due {
  readonly audience: Audience;
  readonly news: News;
  readonly seq: number;
  /** Who has all frames up to this number misses none before this one. */
  readonly after: number;
}

/**
 * The open streams of this process. The relay tells whose new frames are and their numbers, and who has all before them is sent them
 * at once. For anybody else's it is looked, and again and again for those that nobody told of: more often where nothing is told, as
 * behind a pooler.
 */
export class StreamHub {
  readonly #frames: Frames;
  readonly #audiences = new Map<string, Audience>();
  #told: Due[] = [];
  /** Whose frames are looked for next. */
  readonly #concerned = new Set<string>();
  #isAnybodyConcerned = false;
  /** Whether the last new frames were told of. */
  #isTold = false;
  #turn = 0;
  /** Whose streams are still to be looked after in this turn, and how many of them in each of its parts. */
  #lookedAfterNext: string[] = [];
  #share = 1;
  #parts = 1;
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

  /** Hears of new frames; null when there may be some that nobody tells of. */
  hear(told: ToldEvent | null): void {
    this.#isTold = told !== null;
    if (told) this.#note(told);
    else this.#isAnybodyConcerned = true;
    if (this.#isAnybodyConcerned || this.#told.length > 0) this.#loop.soon(0);
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
    if (!audience) this.#audiences.set(key, (audience = { tenantId, memberId, connections: new Set() }));
    connection.since = from;
    audience.connections.add(connection);
    connection.onClose(() => {
      audience.connections.delete(connection);
      if (audience.connections.size === 0 && this.#audiences.get(key) === audience)
        this.#audiences.delete(key);
    });
    this.#concerned.add(key);
    this.#loop.soon(0);
  }

  /** Ends every stream; pages come back to another process. */
  async stop(): Promise<void> {
    for (const { connections } of this.#audiences.values())
      for (const connection of connections) connection.close();
    await this.#loop.stop();
    await this.#sweep.stop();
  }

  #note({ tenantId, eventId, frames }: ToldEvent): void {
    // What many hear of is told in several parts.
    const last = this.#told.at(-1)?.news;
    const news: News = last?.eventId === eventId ? last : { tenantId, eventId, frame: null };
    const parts = frames.split(",");
    for (let at = 0; at < parts.length; at += 2) {
      const audience = this.#audiences.get(streamKey(tenantId, parts[at] ?? ""));
      const seq = Number(parts[at + 1]);
      if (audience) this.#told.push({ audience, news, seq, after: seq - 1 });
    }
  }

  async #round(): Promise<number> {
    const told = this.#told;
    this.#told = [];
    await this.#send(told);
    return (await this.#look()) ? 0 : LOOK_MS;
  }

  /** Looks for frames of those who may have some; true when there may be more. */
  async #look(): Promise<boolean> {
    const keys = this.#isAnybodyConcerned ? [...this.#audiences.keys()] : [...this.#concerned];
    this.#isAnybodyConcerned = false;
    this.#concerned.clear();
    const asked: Audience[] = [];
    for (const key of keys) {
      const audience = this.#audiences.get(key);
      if (audience) asked.push(audience);
    }
    // Somebody who comes back late is caught up by going back for all; the others skip what they have.
    const wanted = asked.map(({ tenantId, memberId, connections }) => ({
      tenantId,
      memberId,
      since: earliestOf(connections),
    }));
    const due: Due[] = [];
    for (const { tenantId, eventId, frames } of await this.#frames.find(wanted)) {
      const news: News = { tenantId, eventId, frame: null };
      for (let at = 0; at < frames.length; at += 2) {
        const place = frames[at] ?? 0;
        // One that joins meanwhile may lack frames before these: the next look begins where it is.
        const after = wanted[place]?.since ?? 0;
        const audience = asked[place];
        if (audience) due.push({ audience, news, seq: frames[at + 1] ?? 0, after });
      }
    }
    await this.#send(due);
    if (due.length > 0) this.#isTold = false;
    if (due.length < mostAtOnce) return false;
    for (const key of keys) this.#concerned.add(key);
    return true;
  }

  /** Sends frames to those who have all before them; whose are missing is looked for. */
  async #send(due: readonly Due[]): Promise<void> {
    if (due.length === 0) return;
    const news = [...new Set(due.map((frame) => frame.news))];
    await this.#present(news);
    const told: StreamConnection[] = [];
    for (const {
      audience,
      news: { frame },
      seq,
      after,
    } of inOrder(due, news.length)) {
      for (const connection of audience.connections) {
        if (seq <= connection.since) continue;
        if (after > connection.since) this.#concerned.add(streamKey(audience.tenantId, audience.memberId));
        else if (connection.add(frame, seq)) told.push(connection);
      }
    }
    const now = performance.now();
    for (const connection of told) connection.flush(now);
  }

  async #present(news: readonly News[]): Promise<void> {
    const shown = await this.#frames.present(news);
    for (const [nth, one] of news.entries()) {
      const { name, data } = shown[nth] ?? { name: "", data: null };
      if (data === null) continue;
      // The format of server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html).
      const text = `\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
      one.frame = { text, isAscii: Buffer.byteLength(text) === text.length };
    }
  }

  /** Looks after one part of the streams, and for frames of theirs that nobody told of. */
  async #lookAfter(): Promise<number> {
    const now = performance.now();
    if (this.#lookedAfterNext.length === 0) {
      this.#lookedAfterNext = [...this.#audiences.keys()];
      const size = this.#lookedAfterNext.length;
      this.#parts = Math.min(MOST_PARTS, Math.ceil(size / LOOKED_AFTER_AT_ONCE) || 1);
      this.#share = Math.ceil(size / this.#parts);
      this.#turn += 1;
    }
    const looks = !this.#isTold || this.#turn % TURNS_A_LOOK === 0;
    const connections: StreamConnection[] = [];
    for (const key of this.#lookedAfterNext.splice(0, this.#share)) {
      if (looks) this.#concerned.add(key);
      connections.push(...(this.#audiences.get(key)?.connections ?? []));
    }
    if (looks && connections.length > 0) this.#loop.soon(0);
    // Side by side, so that their sessions are read together.
    await Promise.all(connections.map((connection) => connection.lookAfter(now, PING_MS)));
    return LOOK_MS / this.#parts;
  }
}

/** Each member's frames in the order of their numbers. */
function inOrder(due: readonly Due[], events: number): readonly Due[] {
  // Nobody has two frames of one event.
  return events === 1 ? due : due.toSorted((one, other) => one.seq - other.seq);
}

function earliestOf(connections: ReadonlySet<StreamConnection>): number {
  let earliest = Infinity;
  for (const { since } of connections) earliest = Math.min(earliest, since);
  return earliest;
}
