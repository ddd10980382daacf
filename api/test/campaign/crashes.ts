// `npm run campaign -- crashes`: the whole house is killed again and again while people book, pay and call off.
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { anotherClient, OrderDesk, type OrderAnswer, type Person } from "../../src/modules/orders/testing.ts";
import { days, hours, minutes, plus } from "../../src/platform/time.ts";
import { DoomedHouse, freePort } from "../doomed-house.ts";
import { TestHouse } from "../house.ts";

/** What a house was like after its process was killed many times; everything but the counts must be empty or sound. */
export interface Outlived {
  readonly counts: { orders: number; confirmed: number; cancelled: number; expired: number };
  /** Orders that did not end as what was done to them says. */
  readonly wrongEnds: string[];
  /** What should have been worked off, and is not. */
  readonly leftovers: Record<string, number>;
  readonly isLedgerSound: boolean;
}

const ends = ["confirmed", "cancelled", "expired"] as const;
type End = (typeof ends)[number];

const mostLeft = 4;

/** Lets people book one coach's hours, pay and call off, while the process that serves and works is killed at random moments. */
export async function killHouses({ kills, people }: { kills: number; people: number }): Promise<Outlived> {
  // This one only looks: it neither answers anybody here nor works.
  const house = await TestHouse.open({ works: false });
  const doomed = new DoomedHouse(house, await freePort());
  try {
    const desk = await OrderDesk.open(house);
    const trial = new Trial(desk, doomed);
    await doomed.start();
    // All of it at once: whatever goes wrong in one of these ends the trial.
    await Promise.all([
      killAgainAndAgain(doomed, kills).then(() => (trial.isOver = true)),
      ...Array.from({ length: people }, (_, nth) => trial.book(nth)),
    ]);
    return await trial.findings();
  } finally {
    await doomed.close();
    await house.close();
  }
}

async function killAgainAndAgain(doomed: DoomedHouse, kills: number): Promise<void> {
  for (let kill = 0; kill < kills; kill += 1) {
    await doomed.calledAgain(1 + Math.random() * 12);
    await sleep(Math.random() * 40);
    await doomed.kill();
    await doomed.start();
  }
}

class Trial {
  readonly #desk: OrderDesk;
  readonly #doomed: DoomedHouse;
  readonly #ends = new Map<string, End>();
  /** Set when nobody is killed any more: everybody finishes what they do. */
  isOver = false;

  constructor(desk: OrderDesk, doomed: DoomedHouse) {
    this.#desk = desk;
    this.#doomed = doomed;
  }

  /** One person books day after day: first an hour somebody else wants too, else one of their own. */
  async book(nth: number): Promise<void> {
    const person = await anotherClient(this.#desk);
    const begin = await this.#desk.slot(3);
    let left = 0;
    for (let round = 0; round < ends.length || !this.isOver; round += 1) {
      const day = plus(begin, days(round));
      const wanted = plus(day, hours(-3 + Math.floor(nth / 2)));
      const own = plus(day, hours(1 + nth));
      const holdId = (await this.#hold(person, wanted)) ?? (await this.#hold(person, own));
      if (holdId === null) throw new Error(`${own.toISOString()} is somebody else's.`);
      const { id } = await this.#doomed.ok<OrderAnswer>(person, "orders.placeOrder", { holdId });
      // A member keeps five times at once, those that wait to be paid included.
      const end = ends[round % (left < mostLeft ? 3 : 2)]!;
      if (end === "expired") left += 1;
      await this.#goOn(person, id, end);
    }
  }

  async #hold(person: Person, startsAt: Date): Promise<string | null> {
    const input = { offerId: this.#desk.offer.id, startsAt: startsAt.toISOString() };
    const { status, body } = await this.#doomed.call(person, "scheduling.holdSlot", input);
    if (status === 200) return (body.result!.data as { id: string }).id;
    if (body.error?.data.code === "scheduling.slot_taken") return null;
    throw new Error(`holdSlot: ${status} ${JSON.stringify(body)}`);
  }

  /** Pays an order, calls a paid one off, or leaves it. */
  async #goOn(person: Person, id: string, end: End): Promise<void> {
    this.#ends.set(id, end);
    const returnUrl = "http://localhost:4321/booking";
    const { url } = await this.#doomed.ok<{ url: string }>(person, "orders.payOrder", { id, returnUrl });
    if (end === "expired") return;
    await this.#doomed.choose(url, "paid");
    if (end === "confirmed") return;
    for (;;) {
      const { status, body } = await this.#doomed.call(person, "orders.cancelOrder", { id });
      const { state } = await this.#doomed.ok<OrderAnswer>(person, "orders.getOrder", { id });
      if (state === "cancelled") return;
      // Paid a moment ago: the news is on its way, perhaps in a job of a dead process.
      if (status !== 200 && status !== 409) throw new Error(`cancelOrder: ${status} ${JSON.stringify(body)}`);
      await sleep(100);
    }
  }

  async findings(): Promise<Outlived> {
    // Long enough for every unpaid order to end and every payment to have been looked at again.
    await this.#doomed.advance(plus(await this.#desk.now(), minutes(90)), this.#desk.office);
    const wrongEnds: string[] = [];
    const counts = { orders: this.#ends.size, confirmed: 0, cancelled: 0, expired: 0 };
    for (const [id, end] of this.#ends) {
      counts[end] += 1;
      const { state, totalMinor, refundedMinor } = await this.#desk.look(
        { id },
        { ...this.#desk.client, headers: this.#desk.office },
      );
      const back = end === "cancelled" ? totalMinor : 0;
      if (state !== end || refundedMinor !== back)
        wrongEnds.push(`${id} is ${state} with ${refundedMinor} given back instead of ${end} with ${back}`);
    }
    const { isSound } = await this.#desk.house.ok<{ isSound: boolean }>(
      "money.checkLedger",
      {},
      { headers: this.#desk.office },
    );
    return { counts, wrongEnds, leftovers: await this.#leftovers(), isLedgerSound: isSound };
  }

  async #leftovers(): Promise<Record<string, number>> {
    const admin = new pg.Client({ connectionString: this.#desk.house.database.adminUrl });
    await admin.connect();
    try {
      const { rows } = await admin.query<Record<string, number>>(
        `select
          (select count(*)::integer from outbox) as events,
          (select count(*)::integer from graphile_worker.jobs) as jobs,
          (select count(*)::integer from timers where state in ('failed', 'firing')) as "timers under way",
          (select count(*)::integer from busy_spans where state in ('held', 'pending')) as "kept times",
          (select count(*)::integer from refunds where state <> 'succeeded') as "refunds under way",
          (select count(*)::integer from bookings b join orders o on o.tenant_id = b.tenant_id and o.booking_id = b.id
            where (o.state = 'confirmed') <> (b.state = 'confirmed')) as "bookings that differ from their orders",
          (select count(*)::integer from bookings b left join busy_spans s on s.tenant_id = b.tenant_id and s.booking_id = b.id
            where (b.state = 'confirmed') <> (s.booking_id is not null)) as "bookings that differ from their times"`,
      );
      // What nobody could work off, by what is said of it.
      const { rows: stuck } = await admin.query<{ what: string; count: number }>(
        `select concat_ws(' ', 'operator task', kind, params) as what, count(*)::integer from operator_tasks group by 1
         union all
         select 'job given up: ' || left(last_error, 200), count(*)::integer from graphile_worker.jobs
         where last_error is not null group by 1`,
      );
      const counted = [
        ...Object.entries(rows[0] ?? {}),
        ...stuck.map(({ what, count }) => [what, count] as const),
      ];
      return Object.fromEntries(counted.filter(([, count]) => count > 0));
    } finally {
      await admin.end();
    }
  }
}

if (import.meta.main) {
  const outlived = await killHouses({ kills: 40, people: 4 });
  console.log(outlived);
  const { wrongEnds, leftovers, isLedgerSound } = outlived;
  const isWell = wrongEnds.length === 0 && Object.keys(leftovers).length === 0 && isLedgerSound;
  process.exitCode = isWell ? 0 : 1;
}
