import pg from "pg";
import { OrderDesk, type OrderAnswer } from "../../src/modules/orders/testing.ts";
import { days, hours, minutes, plus } from "../../src/platform/time.ts";
import { EventSink } from "../event-sink.ts";
import { TestHouse } from "../house.ts";

const zone = "Europe/Berlin";

/** What a sandbox looked like after more than a year; everything but the counts must be empty, sound or 200. */
export interface Lived {
  readonly counts: { sessions: number; clockChanges: number; reviews: number; timers: number };
  /** Sessions whose reminders were not a day, an hour and a quarter of an hour before, once each and in order. */
  readonly wrongReminders: string[];
  /** Sessions that did not begin at the coach's nine o'clock. */
  readonly wrongHours: string[];
  /** Orders that did not end as they should. */
  readonly wrongEnds: string[];
  readonly leftovers: Record<string, number>;
  /** Errors in the log. */
  readonly bugs: readonly string[];
  readonly isLedgerSound: boolean;
  /** How a member who signed in before is answered, and whether their session can still be renewed. */
  readonly signedIn: { readonly me: number; readonly refresh: number };
}

/** Lives through many days of a whole site in steps: sessions paid, not paid, called off and reviewed, holds left to end. */
export async function liveThrough({ total, step }: { total: number; step: number }): Promise<Lived> {
  const house = await TestHouse.open({ variables: { WEBHOOK_ALLOW_CIDRS: "127.0.0.1/32" } });
  const sink = await EventSink.start();
  try {
    const desk = await OrderDesk.open(house, { offer: { timeZone: zone } as object });
    const server = { headers: desk.office };
    await house.ok("integrations.createEndpoint", { url: sink.url, description: "Year" }, server);
    return await new Year(house, desk, sink).live(total, step);
  } finally {
    await sink.stop();
    await house.close();
  }
}

class Year {
  readonly #house: TestHouse;
  readonly #desk: OrderDesk;
  readonly #sink: EventSink;
  readonly #kept: { readonly order: OrderAnswer; readonly startsAt: Date }[] = [];
  readonly #ends = new Map<string, string>();
  #clockChanges = 0;
  #reviews = 0;

  constructor(house: TestHouse, desk: OrderDesk, sink: EventSink) {
    this.#house = house;
    this.#desk = desk;
    this.#sink = sink;
  }

  async live(total: number, step: number): Promise<Lived> {
    const session = await this.#signIn();
    const begin = await this.#desk.now();
    for (let day = 0; day < total; day += step)
      await this.#round(plus(begin, days(day)), Math.min(step, total - day), day / step);
    // The last sessions are settled, their reviews published, and what is kept for a while forgotten.
    await this.#desk.until(plus(begin, days(total + 40)));
    return this.#findings(session);
  }

  /** One step: what is booked in it has begun before its end, but not everything is over. */
  async #round(from: Date, length: number, nth: number): Promise<void> {
    const desk = this.#desk;
    const dates = [dateOf(plus(from, days(3))), ...this.#clockChangesIn(from, length)];
    const sessions = [];
    for (const date of new Set(dates)) {
      const startsAt = await this.#firstSlot(date);
      const order = await desk.paid(startsAt);
      sessions.push({ order, startsAt });
      this.#ends.set(order.id, "settled");
    }
    this.#kept.push(...sessions);
    const unpaid = await desk.place(await this.#firstSlot(dateOf(plus(from, days(4)))));
    this.#ends.set(unpaid.id, "expired");
    const calledOff = await desk.paid(await this.#firstSlot(dateOf(plus(from, days(5)))));
    await desk.call(desk.client, "cancelOrder", { id: calledOff.id });
    this.#ends.set(calledOff.id, "cancelled");
    await desk.hold(await this.#firstSlot(dateOf(plus(from, days(6)))));

    const [first] = sessions;
    await desk.until(plus(first!.startsAt, hours(3)));
    await this.#review(first!.order.bookingId, nth % 2 === 0);
    await desk.until(plus(from, days(length)));
  }

  /** The client reviews, and the coach too or not: then the review is published by itself a week later. */
  async #review(bookingId: string, areBoth: boolean): Promise<void> {
    const input = { bookingId, ratings: { knowledge: 5, communication: 5, professionalism: 4 } };
    for (const person of [this.#desk.client, ...(areBoth ? [this.#desk.coach] : [])]) {
      await this.#house.ok("reviews.createReview", input, person);
      this.#reviews += 1;
    }
  }

  async #firstSlot(date: string): Promise<Date> {
    const input = { offerIds: [this.#desk.offer.id], from: `${date}T00:00:00Z`, until: `${date}T23:59:59Z` };
    const { items } = await this.#house.ok<{ items: { startsAt: string[] }[] }>(
      "scheduling.listSlots",
      input,
      { headers: this.#desk.visitor },
    );
    const first = items[0]?.startsAt[0];
    if (first === undefined) throw new Error(`Nothing is free on ${date}.`);
    return new Date(first);
  }

  /** The days from the third on of a step to the third of the next on which the coach's clock changes, and the days before. */
  #clockChangesIn(from: Date, length: number): string[] {
    const found: string[] = [];
    for (let day = 3; day < length + 3; day += 1) {
      const at = new Date(`${dateOf(plus(from, days(day)))}T12:00:00Z`);
      if (hourOf(at) === hourOf(plus(at, -days(1)))) continue;
      this.#clockChanges += 1;
      found.push(dateOf(plus(at, -days(1))), dateOf(at));
    }
    return found;
  }

  async #signIn(): Promise<{ accessToken: string; refreshToken: string }> {
    const sent = { headers: this.#desk.visitor };
    const email = "somebody@example.com";
    await this.#house.ok("identity.requestCode", { email }, sent);
    const code = await this.#house.until("the code", async () => {
      const [mail] = await this.#house.mailsTo(this.#desk.tenant, email);
      return /\b\d{6}\b/.exec(mail?.text ?? "")?.[0];
    });
    return this.#house.ok("identity.signInWithCode", { email, code, name: "Somebody" }, sent);
  }

  async #findings({
    accessToken,
    refreshToken,
  }: {
    accessToken: string;
    refreshToken: string;
  }): Promise<Lived> {
    const desk = this.#desk;
    const headers = { ...desk.visitor, Authorization: `Bearer ${accessToken}` };
    const me = await this.#house.call("identity.getMe", {}, { headers });
    const refresh = await this.#house.call("identity.refresh", { refreshToken }, { headers: desk.visitor });
    const { isSound } = await this.#house.ok<{ isSound: boolean }>(
      "money.checkLedger",
      {},
      { headers: desk.office },
    );
    const wrongEnds: string[] = [];
    for (const [id, end] of this.#ends) {
      const { state } = await desk.look({ id });
      if (state !== end) wrongEnds.push(`${id} is ${state} instead of ${end}`);
    }
    const { leftovers, timers } = await this.#leftovers();
    return {
      counts: {
        sessions: this.#kept.length,
        clockChanges: this.#clockChanges,
        reviews: this.#reviews,
        timers,
      },
      wrongReminders: this.#wrongReminders(),
      wrongHours: this.#kept
        .filter(({ startsAt }) => hourOf(startsAt) !== 9)
        .map(({ startsAt }) => startsAt.toISOString()),
      wrongEnds,
      leftovers,
      bugs: this.#house.bugs,
      isLedgerSound: isSound,
      signedIn: { me: me.status, refresh: refresh.status },
    };
  }

  #wrongReminders(): string[] {
    const told = this.#sink.received
      .map(
        ({ body }) =>
          JSON.parse(body.toString()) as { type: string; timestamp: string; data: { id: string } },
      )
      .filter(({ type }) => type === "booking.reminder_due");
    const wrong = this.#kept.flatMap(({ order, startsAt }) => {
      const before = told
        .filter(({ data }) => data.id === order.bookingId)
        .map(({ timestamp }) => (startsAt.getTime() - Date.parse(timestamp)) / minutes(1));
      return before.join() === "1440,60,15" ? [] : [`${startsAt.toISOString()}: ${before.join(", ")}`];
    });
    const strangers = told.length - 3 * this.#kept.length;
    return strangers === 0 ? wrong : [...wrong, `${strangers} reminders of other sessions`];
  }

  /** What should have been worked off, and is not. */
  async #leftovers(): Promise<{ leftovers: Record<string, number>; timers: number }> {
    const admin = new pg.Client({ connectionString: this.#house.database.adminUrl });
    await admin.connect();
    try {
      const { rows } = await admin.query<Record<string, number>>(
        `select
          (select count(*)::integer from timers where tenant_id = $1 and state = 'failed') as "failed timers",
          (select count(*)::integer from timers where tenant_id = $1 and state = 'firing') as "timers under way",
          (select count(*)::integer from timers where tenant_id = $1 and state = 'pending' and due_at <= $2) as "late timers",
          (select count(*)::integer from graphile_worker.jobs where starts_with(key, $1::text)) as jobs,
          (select count(*)::integer from outbox where tenant_id = $1) as events,
          (select count(*)::integer from operator_tasks where tenant_id = $1) as "operator tasks",
          (select count(*)::integer from busy_spans where tenant_id = $1 and state in ('held', 'pending')) as "kept times",
          (select count(*)::integer from holds where tenant_id = $1 and expires_at < $2::timestamptz - interval '3 days') as "old holds",
          (select count(*)::integer from notifications where tenant_id = $1 and created_at < $2::timestamptz - interval '32 days') as "old news",
          (select count(*)::integer from reviews where tenant_id = $1 and published_at is null) as "waiting reviews"`,
        [this.#desk.tenant.id, await this.#desk.now()],
      );
      const { rows: done } = await admin.query<{ count: number }>(
        "select count(*)::integer as count from timers where tenant_id = $1 and state = 'done'",
        [this.#desk.tenant.id],
      );
      const leftovers = Object.fromEntries(Object.entries(rows[0] ?? {}).filter(([, count]) => count > 0));
      return { leftovers, timers: done[0]?.count ?? 0 };
    } finally {
      await admin.end();
    }
  }
}

const dateOf = (at: Date): string => at.toISOString().slice(0, 10);

const hourOf = (at: Date): number =>
  Number(new Intl.DateTimeFormat("en", { timeZone: zone, hour: "numeric", hourCycle: "h23" }).format(at));

if (import.meta.main) {
  const lived = await liveThrough({ total: 800, step: 10 });
  console.log(lived);
  const { wrongReminders, wrongHours, wrongEnds, leftovers, bugs, isLedgerSound, signedIn } = lived;
  const isWell =
    [wrongReminders, wrongHours, wrongEnds, bugs, Object.keys(leftovers)].every(
      (list) => list.length === 0,
    ) &&
    isLedgerSound &&
    signedIn.me === 200;
  process.exitCode = isWell ? 0 : 1;
}
