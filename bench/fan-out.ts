// `node bench/fan-out.ts`: one event to a thousand open streams, beside tRPC's subscriptions in the same run.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { signMemberToken } from "@tessera/sdk";
import { TestHouse, type TestSite } from "../api/test/house.ts";
import { wallClock } from "../api/src/platform/clock.ts";
import { openRelayPool } from "../api/src/platform/db/pool.ts";
import { newId } from "../api/src/platform/ids.ts";
import { frameTarget } from "../api/src/platform/stream/frame-target.ts";
import { saidEvent } from "./fan-out-event.ts";
import { type BenchRow } from "./slots.ts";

/** What is said to everybody: about 230 bytes, with the moment it was said. */
export interface Said {
  readonly id: string;
  readonly at: number;
  readonly conversationId: string;
  readonly senderId: string;
  readonly seq: number;
  readonly kind: string;
}

export type ToStreamServer =
  | {
      readonly kind: "start";
      readonly mode: "ours" | "theirs";
      readonly databaseUrl: string;
      readonly secret: string;
    }
  | { readonly kind: "say"; readonly said: Said }
  | { readonly kind: "usage" };
export type FromStreamServer =
  | { readonly kind: "ready"; readonly url: string }
  | { readonly kind: "usage"; readonly microseconds: number; readonly bytes: number };

const streams = 1000;
const eventsPerSecond = 10;
const seconds = 10;

/** CPU a delivery costs the process that streams, and how late deliveries come at 10,000 a second. */
export async function measureFanOut(): Promise<BenchRow[]> {
  const house = await TestHouse.open({ works: false });
  const limits = { visitorsPerMinute: 100_000, membersPerMinute: 100_000 };
  const site = await house.site("Bench", { tenancy: { limits } });
  const people = await signInAll(house, site, streams);
  const relay = openRelayPool(house.database.url("app_relay"), { size: 1, name: "fan-out relay" });
  const target = frameTarget([saidEvent(people.map(({ memberId }) => memberId))]);
  const tell = async (said: Said) => {
    const { id, ...fact } = said;
    const client = await relay.connect();
    await client.query("begin");
    await target.write(client, [
      { tenantId: site.live.id, id, name: "bench.said", fact, happenedAt: wallClock() },
    ]);
    await client.query("commit");
    client.release();
  };
  const start = { databaseUrl: house.database.adminUrl, secret: house.database.secret };

  const own = await StreamServer.start({ kind: "start", mode: "ours", ...start });
  await own.open(
    "/api/v1/stream",
    people.map(({ headers }) => ({ ...headers, accept: "text/event-stream" })),
  );
  const ours = await own.measure({ events: eventsPerSecond * seconds, perSecond: eventsPerSecond, tell });
  own.stop();

  const other = await StreamServer.start({ kind: "start", mode: "theirs", ...start });
  await other.open(
    `/said?input=${encodeURIComponent("{}")}`,
    people.map(() => ({ accept: "text/event-stream" })),
  );
  // It cannot keep up with the rate; what it costs is the same at a lower one.
  const theirs = await other.measure({ events: 20, perSecond: 2, tell: async (said) => other.say(said) });
  other.stop();
  await relay.end();
  await house.close();

  return [
    {
      what: `live fan-out to ${streams} streams, CPU a delivery`,
      budget: ">= 20x",
      floor: ">= 10x",
      measured: `${ours.microseconds.toFixed(1)} us`,
      ratio: theirs.microseconds / ours.microseconds,
      anchor: `tRPC subscriptions, ${theirs.microseconds.toFixed(0)} us`,
    },
    {
      what: `the same at ${(streams * eventsPerSecond).toLocaleString("en")} deliveries/s, from the relay to the page`,
      budget: "p99 <= 25 ms",
      floor: "p99 <= 50 ms",
      measured: `p50 ${ours.p50.toFixed(0)} ms, p99 ${ours.p99.toFixed(0)} ms`,
      ratio: theirs.p99 / ours.p99,
      anchor: `tRPC at a fifth of the rate, p50 ${theirs.p50.toFixed(0)} ms, p99 ${theirs.p99.toFixed(0)} ms`,
    },
  ];
}

/** Somebody who may open streams. */
export interface Person {
  readonly memberId: string;
  readonly headers: Readonly<Record<string, string>>;
}

// Fewer than a site may have under way at once: nobody waits, so that nobody is told on a loaded machine that it is busy.
const signingInAtOnce = 5;

/** Signs so many people in, each from an address of their own. */
export async function signInAll(house: TestHouse, site: TestSite, count: number): Promise<Person[]> {
  const people: Person[] = [];
  const { secretKey } = site.keys;
  for (let from = 0; from < count; from += signingInAtOnce) {
    const some = Array.from({ length: Math.min(signingInAtOnce, count - from) }, async (_, index) => {
      const number = from + index;
      const subject = String(number);
      const token = await signMemberToken(
        { subject, email: `member${subject}@bench.example`, emailVerified: true },
        { secretKey },
      );
      const { accessToken, member } = await house.ok<{ accessToken: string; member: { id: string } }>(
        "identity.exchangeToken",
        { token },
        { headers: site.visitor, from: `198.18.${Math.floor(number / 250)}.${number % 250}` },
      );
      return { memberId: member.id, headers: { ...site.visitor, authorization: `Bearer ${accessToken}` } };
    });
    people.push(...(await Promise.all(some)));
  }
  return people;
}

interface Load {
  readonly events: number;
  readonly perSecond: number;
  readonly tell: (said: Said) => Promise<void>;
}

interface Measured {
  /** Of the server's CPU for one delivery. */
  readonly microseconds: number;
  readonly p50: number;
  readonly p99: number;
}

/** A server in another process, and the streams that are open to it. */
export class StreamServer {
  readonly #process: ChildProcess;
  readonly #url: string;
  readonly #streams: Socket[] = [];
  #delays: number[] = [];

  private constructor(process: ChildProcess, url: string) {
    this.#process = process;
    this.#url = url;
  }

  static async start(asked: ToStreamServer): Promise<StreamServer> {
    const child = fork(join(import.meta.dirname, "fan-out-server.ts"), {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    child.send(asked);
    const [ready] = (await once(child, "message")) as [FromStreamServer];
    if (ready.kind !== "ready") throw new Error("The server did not start.");
    return new StreamServer(child, ready.url);
  }

  /**
   * Opens one stream for each set of headers and waits until all of them hear. They are read without an HTTP client: a thousand
   * pages have a processor each, and here one process reads for all of them.
   */
  async open(path: string, callers: readonly Readonly<Record<string, string>>[]): Promise<void> {
    const { hostname, port } = new URL(this.#url);
    for (const headers of callers) {
      const stream = connect(Number(port), hostname).setEncoding("latin1");
      this.#streams.push(stream);
      const lines = Object.entries({ host: `${hostname}:${port}`, ...headers }).map(
        ([name, value]) => `${name}: ${value}\r\n`,
      );
      stream.write(`GET ${path} HTTP/1.1\r\n${lines.join("")}\r\n`);
      const [answer] = (await once(stream, "data")) as [string];
      if (!answer.startsWith("HTTP/1.1 200 "))
        throw new Error(`A stream was answered ${answer.slice(0, 30)}`);
      stream.on("data", (text: string) => {
        const heardAt = moment();
        for (const [, at] of text.matchAll(/"at":([\d.]+)/g)) this.#delays.push(heardAt - Number(at));
      });
    }
    await sleep(500);
    if (this.#streams.some(({ closed }) => closed)) throw new Error("A stream has ended.");
  }

  say(said: Said): void {
    this.#process.send({ kind: "say", said } satisfies ToStreamServer);
  }

  async measure({ events, perSecond, tell }: Load): Promise<Measured> {
    const say = async (count: number) => {
      this.#delays = [];
      const startedAt = performance.now();
      for (let seq = 0; seq < count; seq += 1) {
        await sleep(Math.max(0, startedAt + (seq * 1000) / perSecond - performance.now()));
        void tell(saidNow(seq));
      }
    };
    const hearAll = async (count: number) => {
      const patience = performance.now() + 60_000;
      while (this.#delays.length < count * streams) {
        if (performance.now() > patience)
          throw new Error(`${this.#delays.length} of ${count * streams} deliveries came.`);
        await sleep(50);
      }
    };
    // Warms up both sides: with fewer, a tenth of what is counted is the compiler's.
    await say(20);
    await hearAll(20);
    await say(events);
    await hearAll(events);
    const sorted = this.#delays.toSorted((a, b) => a - b);
    // On one machine the kernel bills waking a reader to who writes; the reader of a page is on another one. What is written
    // while nobody reads fits the sockets' buffers.
    for (const stream of this.#streams) stream.pause();
    const before = (await this.usage()).microseconds;
    await say(events);
    const used = (await this.#usageAtRest()) - before;
    for (const stream of this.#streams) stream.resume();
    await hearAll(events);
    if (this.#delays.length !== events * streams) throw new Error(`${this.#delays.length} deliveries came.`);
    const share = (part: number) => sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
    return { microseconds: used / (events * streams), p50: share(0.5), p99: share(0.99) };
  }

  stop(): void {
    for (const stream of this.#streams) stream.on("error", () => undefined).destroy();
    this.#process.kill("SIGKILL");
  }

  /** What the server has used once it has written everything: half a second passes with next to nothing done. */
  async #usageAtRest(): Promise<number> {
    let before = (await this.usage()).microseconds;
    for (;;) {
      await sleep(500);
      const used = (await this.usage()).microseconds;
      if (used - before < 30_000) return used;
      before = used;
    }
  }

  /** The CPU the server has used so far, and what it holds in memory. */
  async usage(): Promise<{ readonly microseconds: number; readonly bytes: number }> {
    this.#process.send({ kind: "usage" } satisfies ToStreamServer);
    const [answer] = (await once(this.#process, "message")) as [FromStreamServer];
    if (answer.kind !== "usage") throw new Error("The server did not say what it used.");
    return answer;
  }
}

const moment = () => performance.timeOrigin + performance.now();

const saidNow = (seq: number): Said => ({
  id: newId(wallClock()),
  at: moment(),
  conversationId: newId(wallClock()),
  senderId: newId(wallClock()),
  seq,
  kind: "a line of text, as long as such lines usually are",
});

if (import.meta.main) {
  console.table(await measureFanOut());
  process.exit(0);
}
