import { type Pool } from "pg";
import { type Log } from "./log.ts";
import { type Loop, startLoop } from "./loop.ts";

/** What the platform forgets by itself: table, the rows that are over, and the columns that find them. */
const over = [
  // Longer than any job is tried, so that none runs twice.
  { table: "processed_jobs", key: "tenant_id, job_id", when: "processed_at < now() - interval '30 days'" },
  {
    table: "timers",
    key: "tenant_id, id",
    when: "state in ('done', 'cancelled') and claimed_at < now() - interval '7 days'",
  },
  {
    table: "idempotency_keys",
    key: "tenant_id, actor_key, procedure, key",
    when: "created_at < now() - interval '72 hours'",
  },
  {
    table: "stream_frames",
    key: "tenant_id, member_id, seq",
    when: "created_at < now() - interval '24 hours'",
  },
  { table: "stream_events", key: "tenant_id, id", when: "created_at < now() - interval '24 hours'" },
  { table: "call_minutes", key: "minute, process_id", when: "minute < now() - interval '1 day'" },
  { table: "bugs", key: "fingerprint", when: "last_at < now() - interval '90 days'" },
  { table: "alerts", key: "id", when: "ended_at < now() - interval '90 days'" },
  // In microseconds; a limit in the past limits nobody.
  { table: "rate_limits", key: "key", when: "tat < extract(epoch from now()) * 1000000" },
] as const;

const BATCH = 5000;
const EVERY_MS = 60 * 60 * 1000;

/** Deletes what the platform keeps for a while only, a batch at a time. */
export class Retention {
  readonly #pool: Pool;
  readonly #log: Log;
  #loop: Loop | undefined;

  constructor(pool: Pool, log: Log) {
    this.#pool = pool;
    this.#log = log;
  }

  start(): void {
    this.#loop = startLoop("Deleting old rows", this.#log, async () => {
      const { deleted, hasMore } = await this.sweep();
      if (Object.keys(deleted).length > 0) this.#log.info({ deleted }, "Old rows were deleted.");
      return hasMore ? 1000 : EVERY_MS;
    });
  }

  async stop(): Promise<void> {
    await this.#loop?.stop();
  }

  /** Deletes one batch of every kind; says how many rows went, by table, and whether there may be more. */
  async sweep(): Promise<{ readonly deleted: Readonly<Record<string, number>>; readonly hasMore: boolean }> {
    const deleted: Record<string, number> = {};
    for (const { table, key, when } of over) {
      const { rowCount } = await this.#pool.query(
        `delete from ${table} where (${key}) in (select ${key} from ${table} where ${when} limit ${BATCH})`,
      );
      if (rowCount) deleted[table] = rowCount;
    }
    return { deleted, hasMore: Object.values(deleted).includes(BATCH) };
  }
}
