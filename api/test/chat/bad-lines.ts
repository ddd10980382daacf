import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { seededRandom } from "../../../scripts/demo/random.ts";
import {
  ChatRoom,
  type ConversationAnswer,
  type MessageAnswer,
} from "../../src/modules/messaging/testing.ts";
import { TestHouse, type TestSite } from "../house.ts";
import { ChatPage, type PageCounts } from "./chat-page.ts";

/** How much is written over how bad lines. */
export interface Storm {
  readonly seed: number;
  readonly clients: number;
  /** By each of them. */
  readonly messages: number;
  /** People in a conversation. */
  readonly circle: number;
  /** How often the second process is killed. */
  readonly kills: number;
}

/** What the pages showed at the end beside what was written. */
export interface Outcome extends PageCounts {
  readonly sent: number;
  readonly lost: number;
  readonly doubled: number;
  readonly outOfOrder: number;
  readonly killed: number;
}

/**
 * Everybody writes in a circle of their own while one line in twenty breaks every second and one of two processes is killed again
 * and again; at the end every page must show what everybody has written, once and in one order.
 */
export async function chatOverBadLines(storm: Storm): Promise<Outcome> {
  const house = await TestHouse.open();
  const second = new SecondProcess(house, await freePort());
  try {
    await second.answers();
    return await blow(house, second, storm);
  } finally {
    await second.stop();
    await house.close();
  }
}

async function blow(
  house: TestHouse,
  second: SecondProcess,
  { seed, clients, messages, circle, kills }: Storm,
): Promise<Outcome> {
  const random = seededRandom(`chat ${seed}`);
  const perMinute = 100_000;
  const site = await house.site(undefined, { tenancy: { limits: { serversPerMinute: perMinute } } });
  const room = new ChatRoom(house, site);
  const urls = [house.house.url, second.url];
  const circles: Circle[] = [];
  for (let from = 0; from < clients; from += circle) {
    const size = Math.min(circle, clients - from);
    const writers = await Promise.all(Array.from({ length: size }, (_, at) => room.writer(`W${from + at}`)));
    const [opener, ...others] = writers;
    const memberIds = others.map((each) => each.id);
    const group = { title: `Circle ${from}`, memberIds };
    const { id } = await house.ok<ConversationAnswer>("messaging.createGroup", group, opener);
    const pages = writers.map(
      ({ id: memberId, headers }) => new ChatPage({ memberId, headers, conversationIds: [id], urls, random }),
    );
    circles.push({ id, pages });
  }

  const pages = circles.flatMap((each) => each.pages);
  let isOver = false;
  const cutting = async () => {
    // However short the storm is, one line is cut.
    await sleep(500);
    pages[0]?.cut();
    while (!isOver) {
      await sleep(1000);
      for (const page of pages) if (random() < 0.05) page.cut();
    }
  };
  const killing = async () => {
    for (let kill = 0; kill < kills && !isOver; kill += 1) {
      await sleep(500 + random() * 1500);
      await second.killAndStart();
    }
  };
  const writing = pages.map(async (page, at) => {
    const { id } = circles[Math.floor(at / circle)]!;
    for (let count = 0; count < messages; count += 1) await page.send(id, `m-${count}`, `Message ${count}`);
  });
  const listening = pages.map((page) => page.listen());
  const storm = [cutting(), killing()];
  try {
    await Promise.all(writing);
    isOver = true;
    await Promise.all(storm);
    const truths = await Promise.all(circles.map((each) => truthOf(house, site, each)));
    // What is still missing then is counted.
    await untilNothingArrives(circles, truths);
    return outcomeOf(circles, truths, { clients, messages, killed: second.killed });
  } finally {
    isOver = true;
    for (const page of pages) page.end();
    await Promise.all([...listening, ...storm]);
  }
}

/** A conversation and the pages of its people. */
interface Circle {
  readonly id: string;
  readonly pages: readonly ChatPage[];
}

/** Waits until every page has everything, or nothing has reached any of them for a minute. */
async function untilNothingArrives(
  circles: readonly Circle[],
  truths: readonly (readonly MessageAnswer[])[],
): Promise<void> {
  const missing = () =>
    circles.reduce(
      (sum, { id, pages }, at) =>
        sum + pages.reduce((own, page) => own + Math.max(0, truths[at]!.length - page.changeOf(id)), 0),
      0,
    );
  let left = missing();
  for (let still = 0; left > 0 && still < 60; still += 1) {
    await sleep(1000);
    const now = missing();
    if (now < left) still = 0;
    left = now;
  }
}

async function truthOf(
  house: TestHouse,
  site: TestSite,
  { id: conversationId, pages }: Circle,
): Promise<MessageAnswer[]> {
  const all: MessageAnswer[] = [];
  for (;;) {
    const { items, hasMore } = await house.ok<{ items: MessageAnswer[]; hasMore: boolean }>(
      "messaging.listChanges",
      { conversationId, since: all.at(-1)?.change ?? 0 },
      { headers: site.actingFor(pages[0]!.memberId) },
    );
    all.push(...items);
    if (!hasMore) return all;
  }
}

function outcomeOf(
  circles: readonly Circle[],
  truths: readonly (readonly MessageAnswer[])[],
  { clients, messages, killed }: { clients: number; messages: number; killed: number },
): Outcome {
  const sum = { lost: 0, doubled: 0, outOfOrder: 0, cuts: 0, catchUps: 0, extraRequests: 0, repeats: 0 };
  circles.forEach(({ id, pages }, at) => {
    const truth = truths[at]!;
    const expected = pages.length * messages;
    sum.doubled += Math.max(0, truth.length - expected);
    sum.lost += Math.max(0, expected - truth.length);
    sum.outOfOrder += truth.filter(({ seq }, place) => seq !== place + 1).length;
    for (const sender of pages) {
      const own = truth.filter(({ senderId }) => senderId === sender.memberId);
      sum.outOfOrder += own.filter(({ clientId }, place) => clientId !== `m-${place}`).length;
    }
    for (const page of pages) {
      const shown = page.shown(id);
      const ids = new Set(shown.map((message) => message.id));
      sum.doubled += shown.length - ids.size;
      sum.lost += truth.filter((message) => !ids.has(message.id)).length;
      sum.outOfOrder += shown.filter((message, place) => message.id !== truth[place]?.id).length;
      for (const name of ["cuts", "catchUps", "extraRequests", "repeats"] as const)
        sum[name] += page.counts[name];
    }
  });
  return { ...sum, sent: clients * messages, killed };
}

/** A process of the product over the same database, killed as a power cut would. */
class SecondProcess {
  readonly url: string;
  readonly #house: TestHouse;
  readonly #port: number;
  #child: ChildProcess;
  killed = 0;

  constructor(house: TestHouse, port: number) {
    this.#house = house;
    this.#port = port;
    this.url = `http://127.0.0.1:${port}`;
    this.#child = this.#spawn();
  }

  async killAndStart(): Promise<void> {
    await this.stop();
    this.killed += 1;
    this.#child = this.#spawn();
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exited = once(this.#child, "exit");
    this.#child.kill("SIGKILL");
    await exited;
  }

  /** Waits until it answers. */
  async answers(): Promise<void> {
    const ask = () => fetch(`${this.url}/health`).then(({ status }) => status < 500);
    await this.#house.until("the second process", () => ask().catch(() => false), 60_000);
  }

  #spawn(): ChildProcess {
    const { database, dataFolder } = this.#house;
    return spawn("node", [join(import.meta.dirname, "../../src/main.ts"), "serve", "work"], {
      env: {
        ...process.env,
        DATABASE_URL: database.adminUrl,
        TESSERA_SECRET: database.secret,
        API_PORT: String(this.#port),
        DATA_DIR: dataFolder,
      },
      stdio: "ignore",
    });
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
