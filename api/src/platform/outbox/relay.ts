import { type ClientBase, type Pool } from "pg";
import { ConnectionLost, inTransaction } from "../db/transaction.ts";
import { type Log } from "../log.ts";
import { type Loop, startLoop } from "../loop.ts";
import { type Metrics } from "../metrics.ts";
import { onOutboxSignal } from "./signal.ts";
import { type OutboxEvent, type RelayTarget } from "./target.ts";

/** What a relay works with. */
export interface RelayOptions {
  /** Connections of the role app_relay. */
  readonly pool: Pool;
  readonly targets: readonly RelayTarget[];
  /** Names of the events of this release. Others wait for the relay of a release that knows whom they concern. */
  readonly events: readonly string[];
  readonly log: Log;
  readonly metrics: Metrics;
  /** Tells somebody about an event no target accepts or no relay knows; the event stays and is tried again every minute. */
  readonly reportStuck: (event: OutboxEvent) => Promise<void>;
}

/** Any number, the same in every process. */
const RELAY_LOCK = 7_235_560;

const BATCH = 500;
const BUSY_MS = 20;
const IDLE_MS = 250;
/** How long after an event was written in this process the relay looks for its commit. */
const ALERT_MS = 1000;
const SET_ASIDE_MS = 60_000;

/** How long an event of an unknown kind is left to the relays of other releases before somebody is told. */
const UNKNOWN_FOR = "10 minutes";
const UNKNOWN_LOOK_MS = 60_000;
/** Events of unknown kinds that are told of at once. */
const UNKNOWN_TOLD = 100;

/**
 * Hands committed events on to the targets: at most one relay at a time moves rows, in one transaction that takes a batch
 * and writes everything made of it. A relay that is killed leaves either both or nothing.
 */
export class Relay {
  readonly #options: RelayOptions;
  readonly #moved: (at: Readonly<Record<never, string>>, by: number) => void;
  /** Events that no target accepted, with the time of their next try. */
  readonly #asideUntil = new Map<string, number>();
  /** Events of kinds that no release at work seems to know. */
  #unknown: readonly string[] = [];
  #nextLookAt = 0;
  #limit = BATCH;
  #idleMs = BUSY_MS;
  #alertUntil = 0;
  #loop: Loop | undefined;
  #silence: (() => void) | undefined;

  constructor(options: RelayOptions) {
    this.#options = options;
    const { metrics } = options;
    this.#moved = metrics.counter("tessera_outbox_events_total", "Events handed on by this process.");
    metrics.gauge(
      "tessera_outbox_lag_seconds",
      "Age of the oldest event not yet handed on.",
      async () => (await this.lagMs()) / 1000,
    );
    metrics.gauge("tessera_outbox_stuck", "Events nobody takes.", () => this.stuckEvents.length);
  }

  /** Begins to move events by itself, until `stop`. */
  start(): void {
    this.#loop = startLoop("The relay", this.#options.log, () => this.#round());
    this.#silence = onOutboxSignal(() => this.wake());
  }

  /** Looks for events within milliseconds, and goes on looking often for a second. Costs nothing when called often. */
  wake(): void {
    this.#alertUntil = performance.now() + ALERT_MS;
    this.#loop?.soon(BUSY_MS);
  }

  async stop(): Promise<void> {
    this.#silence?.();
    await this.#loop?.stop();
  }

  /** Age of the oldest event waiting; 0 when none waits. Events set aside and those of other releases do not count. */
  async lagMs(): Promise<number> {
    const { rows } = await this.#options.pool.query<{ lag: number | null }>(
      `select (extract(epoch from clock_timestamp() - min(created_at)) * 1000)::float8 as lag
       from outbox where name = any($1) and not (id = any($2::uuid[]))`,
      [this.#options.events, this.stuckEvents],
    );
    return Math.max(0, rows[0]?.lag ?? 0);
  }

  /** Ids of the events no target accepts and of those no relay knows. */
  get stuckEvents(): string[] {
    return [...this.#asideUntil.keys(), ...this.#unknown];
  }

  /** Looks for events that every relay at work leaves to others, and tells of them. */
  async lookForUnknown(): Promise<void> {
    const { rows } = await this.#options.pool.query<OutboxEvent>(
      `select tenant_id as "tenantId", id, name, fact, happened_at as "happenedAt" from outbox
       where name <> all($1) and created_at < clock_timestamp() - $2::interval order by created_at, id limit $3`,
      [this.#options.events, UNKNOWN_FOR, UNKNOWN_TOLD],
    );
    const told = new Set(this.#unknown);
    this.#unknown = rows.map(({ id }) => id);
    for (const event of rows) if (!told.has(event.id)) await this.#tell(event, "No relay knows an event.");
  }

  /** Moves one batch, of one tenant when given; answers how many events, or null when another relay was at work or the batch was refused. */
  async move(tenantId: string | null = null): Promise<number | null> {
    try {
      return await this.#pass(tenantId);
    } catch (error) {
      // A batch that was refused and made smaller is tried again at once; other failures are the database's.
      if (this.#limit === BATCH) throw error;
      this.#options.log.error({ err: error, nextBatch: this.#limit }, "A batch of events was refused.");
      return null;
    }
  }

  async #pass(tenantId: string | null): Promise<number | null> {
    let events: readonly OutboxEvent[] = [];
    try {
      const moved = await inTransaction(this.#options.pool, async (client) => {
        const taken = await this.#take(client, tenantId);
        if (!taken) return null;
        events = taken;
        for (const target of this.#options.targets) if (taken.length > 0) await target.write(client, taken);
        return taken.length;
      });
      for (const { id } of events) this.#asideUntil.delete(id);
      this.#limit = Math.min(BATCH, this.#limit * 2);
      if (moved) this.#moved({}, moved);
      return moved;
    } catch (error) {
      if (!(error instanceof ConnectionLost)) await this.#narrow(events);
      throw error;
    }
  }

  async #round(): Promise<number> {
    if (performance.now() > this.#nextLookAt) {
      this.#nextLookAt = performance.now() + UNKNOWN_LOOK_MS;
      await this.lookForUnknown();
    }
    const isAlert = performance.now() < this.#alertUntil;
    const limit = this.#limit;
    const moved = isAlert || (await this.#isWaiting()) ? await this.move() : 0;
    if (moved === limit) return 0;
    this.#idleMs = moved !== 0 || isAlert ? BUSY_MS : Math.min(IDLE_MS, this.#idleMs * 2);
    return this.#idleMs;
  }

  /** One small statement, because most rounds of a quiet site find nothing. */
  async #isWaiting(): Promise<boolean> {
    const { rows } = await this.#options.pool.query<{ found: boolean }>(
      "select exists (select from outbox where name = any($1)) as found",
      [this.#options.events],
    );
    return rows[0]?.found ?? false;
  }

  async #take(client: ClientBase, tenantId: string | null): Promise<OutboxEvent[] | null> {
    // A lock of the transaction works behind a pooler too, and dies with the process.
    const { rows: locks } = await client.query<{ mine: boolean }>(
      "select pg_try_advisory_xact_lock($1) as mine",
      [RELAY_LOCK],
    );
    if (!locks[0]?.mine) return null;
    const now = performance.now();
    const aside = [...this.#asideUntil].filter(([, until]) => until > now).map(([id]) => id);
    const { rows } = await client.query<OutboxEvent>({
      name: "take_outbox",
      text: `
        with oldest as (
          select tenant_id, id from outbox
          where name = any($4) and not (id = any($1::uuid[])) and ($2::uuid is null or tenant_id = $2)
          order by created_at, id limit $3
        ), taken as (
          delete from outbox o using oldest where o.tenant_id = oldest.tenant_id and o.id = oldest.id returning o.*
        )
        select tenant_id as "tenantId", id, name, fact, happened_at as "happenedAt" from taken order by created_at, id`,
      values: [aside, tenantId, this.#limit, this.#options.events],
    });
    return rows;
  }

  /** Halves the next batch until the event nobody accepts is alone, then sets it aside: one bad event must not stop the others. */
  async #narrow(events: readonly OutboxEvent[]): Promise<void> {
    if (events.length > 0) this.#limit = Math.max(1, Math.floor(events.length / 2));
    const [event, ...others] = events;
    if (!event || others.length > 0) return;
    this.#asideUntil.set(event.id, performance.now() + SET_ASIDE_MS);
    await this.#tell(event, "No target accepts an event; it was set aside.");
  }

  async #tell(event: OutboxEvent, what: string): Promise<void> {
    const { log, reportStuck } = this.#options;
    log.fatal({ tenantId: event.tenantId, event: event.name, eventId: event.id }, what);
    await reportStuck(event).catch((error: unknown) =>
      log.error({ err: error }, "A stuck event could not be reported."),
    );
  }
}
