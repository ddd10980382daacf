import { type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { TestHouse, type TestSite } from "../api/test/house.ts";
import { buildHost, buildHours, buildOffer } from "../api/src/modules/scheduling/testing.ts";
import { wallClock } from "../api/src/platform/clock.ts";
import { newId } from "../api/src/platform/ids.ts";
import { days, hours, plus } from "../api/src/platform/time.ts";
import { bounded } from "../scripts/own-node.mjs";
import { type FromServer, startServer, type ToServer } from "./api.ts";
import { type BenchRow } from "./slots.ts";

const journeys = 1000;
const warmJourneys = 100;
const lanes = 6;
const hosts = 10;
const hoursADay = 20;
const mostBytes = 300_000_000;

/** What the demo's process (it serves and works) holds in memory after the booking journey was walked a thousand times. */
export async function measureMemory(): Promise<BenchRow[]> {
  const house = await TestHouse.open({ works: false });
  const perMinute = 100_000;
  const limits = {
    visitorsPerMinute: perMinute,
    membersPerMinute: perMinute,
    serversPerMinute: perMinute,
    staffPerMinute: perMinute,
  };
  const site = await house.site("Bench", { tenancy: { limits } });
  const offers = await house.within(site.sandbox, async (scope) => {
    const made: string[] = [];
    for (let nth = 0; nth < hosts; nth += 1) {
      const host = await buildHost(scope);
      await buildHours(scope, host.id, { startMinute: 0, endMinute: 1440 });
      made.push((await buildOffer(scope, host.id)).id);
    }
    return made;
  });
  const start = {
    mode: "demo",
    databaseUrl: house.database.adminUrl,
    secret: house.database.secret,
    tenantId: site.sandbox.id,
    personId: "",
  } as const;
  const { child, url } = await startServer(start, bounded);
  const started = await memoryOf(child);
  const walker = new Walker(house, site, { url, offers });
  await walker.walk(0, warmJourneys);
  const warm = await memoryOf(child);
  await walker.walk(warmJourneys, journeys);
  const held = await memoryOf(child);
  child.kill("SIGKILL");
  await house.close();
  const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`;
  return [
    {
      what: `memory of the demo's process after ${journeys} booking journeys`,
      budget: `<= ${megabytes(mostBytes)}`,
      floor: megabytes(mostBytes),
      measured: `${megabytes(held)}; ${megabytes(warm)} after ${warmJourneys}, ${megabytes(started)} at the start`,
      ratio: mostBytes / held,
      anchor: "the budget itself",
    },
  ];
}

async function memoryOf(child: ChildProcess): Promise<number> {
  child.send("memory" satisfies ToServer);
  const [answer] = (await once(child, "message")) as [FromServer];
  if (answer.kind !== "memory") throw new Error("The server did not say what it holds.");
  return answer.bytes;
}

/** Visitors who look, hold, prove their address, order, pay and see the confirmation, each from a network of their own. */
class Walker {
  readonly #house: TestHouse;
  readonly #site: TestSite;
  readonly #at: { readonly url: string; readonly offers: readonly string[] };

  constructor(house: TestHouse, site: TestSite, at: { url: string; offers: readonly string[] }) {
    this.#house = house;
    this.#site = site;
    this.#at = at;
  }

  async walk(from: number, until: number): Promise<void> {
    let next = from;
    const lane = async () => {
      while (next < until) await this.#journey(next++);
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  }

  async #journey(nth: number): Promise<void> {
    const offerId = this.#at.offers[nth % hosts]!;
    const slot = Math.floor(nth / hosts);
    const day = plus(wallClock(), days(2 + Math.floor(slot / hoursADay)))
      .toISOString()
      .slice(0, 10);
    const startsAt = plus(new Date(`${day}T00:00:00Z`), hours(slot % hoursADay)).toISOString();
    const headers: Record<string, string> = {
      "Tessera-Key": this.#site.sandboxKeys.publishableKey,
      "X-Forwarded-For": `10.${nth >> 8}.${nth & 255}.7`,
    };
    const call = async <Output>(path: string, input: object): Promise<Output> => {
      const answer = await fetch(`${this.#at.url}/api/v1/rpc`, {
        method: "POST",
        headers: { ...headers, "Content-Type": "application/json", "Idempotency-Key": newId(wallClock()) },
        body: JSON.stringify({ path, input }),
      });
      const body = (await answer.json()) as { result?: { data: Output } };
      if (!body.result) throw new Error(`${path} answered ${answer.status} ${JSON.stringify(body)}`);
      const visitor = answer.headers.get("Tessera-Visitor");
      if (visitor !== null) headers["Tessera-Visitor"] = visitor;
      return body.result.data;
    };
    await call("tenancy.getSite", {});
    await call("scheduling.listOffers", {});
    const range = { from: `${day}T00:00:00Z`, until: `${day}T23:59:59Z` };
    await call("scheduling.listSlots", { offerIds: [offerId], ...range });
    const { id: holdId } = await call<{ id: string }>("scheduling.holdSlot", { offerId, startsAt });
    const email = `visitor-${nth}@example.com`;
    await call("scheduling.giveHoldEmail", { id: holdId, email });
    await call("identity.requestCode", { email });
    const code = await seen("the code", async () => {
      const [mail] = await this.#house.mailsTo(this.#site.sandbox, email);
      return /\b\d{6}\b/.exec(mail?.text ?? "")?.[0];
    });
    const { accessToken } = await call<{ accessToken: string }>("identity.signInWithCode", {
      email,
      code,
      name: "Ada",
    });
    headers["Authorization"] = `Bearer ${accessToken}`;
    const { id } = await call<{ id: string }>("orders.placeOrder", { holdId });
    const { url } = await call<{ url: string }>("orders.payOrder", {
      id,
      returnUrl: "http://localhost:4321/booking",
    });
    await fetch(url, { method: "POST", body: new URLSearchParams({ card: "paid" }), redirect: "manual" });
    await seen("the confirmation", async () => {
      const { state } = await call<{ state: string }>("orders.getOrder", { id });
      return state === "confirmed";
    });
  }
}

// Memory is measured, not time: where others held the processors, waits of 42 s were seen while the server used 2 % of one and its
// transactions stood idle.
const patienceMs = 600_000;

/** Waits until something is there, looking seldom, so that looking is not what is measured. */
async function seen<Found>(what: string, look: () => Promise<Found | false | undefined>): Promise<Found> {
  for (const until = performance.now() + patienceMs; performance.now() < until; await sleep(200)) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(`Waited in vain for ${what}.`);
}
