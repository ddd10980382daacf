import { type Pool, type PoolClient } from "pg";
import { wallClock } from "../clock.ts";
import { inTransaction } from "../db/transaction.ts";
import { type Log } from "../log.ts";
import { type Loop, startLoop } from "../loop.ts";
import { type Bugs } from "./bugs.ts";
import { type CallMinutes } from "./call-minutes.ts";
import { alertRules, type AlertRule, type Readings } from "./rules.ts";
import { type AlertNews, type AlertTargets, tellAlert } from "./tell.ts";

/** What a watch works with. */
export interface WatchOptions {
  /** Connections of the role app_relay. */
  readonly pool: Pool;
  readonly log: Log;
  readonly bugs: Bugs;
  readonly calls: CallMinutes;
  /** The installation as it is now; null in a process that judges nothing and only writes what it counted. */
  readonly read: (() => Promise<Readings>) | null;
  readonly targets: AlertTargets;
}

const EVERY_MS = 5000;

/** Any number, the same in every process. */
const WATCH_LOCK = 7_235_563;

/** Writes what this process counted, judges the installation by the rules, and tells of each incident when it begins and when it is over. */
export class AlertWatch {
  readonly #options: WatchOptions;
  #loop: Loop | undefined;

  constructor(options: WatchOptions) {
    this.#options = options;
  }

  start(): void {
    this.#loop = startLoop("The watch", this.#options.log, async () => {
      await this.round();
      return EVERY_MS;
    });
  }

  async stop(): Promise<void> {
    await this.#loop?.stop();
    await this.#flush().catch(() => undefined);
  }

  /** Does everything once. */
  async round(): Promise<void> {
    const { read, pool } = this.#options;
    await this.#flush();
    if (read === null) return;
    const readings = await read();
    await inTransaction(pool, (client) => judge(client, readings));
    await this.#tell();
  }

  async #flush(): Promise<void> {
    const { pool, bugs, calls } = this.#options;
    await bugs.flush(pool);
    await calls.flush(pool);
  }

  /** Tells what is not told yet. Its row is locked meanwhile, so of several processes one does. */
  async #tell(): Promise<void> {
    const { pool, log, targets } = this.#options;
    let isMore = true;
    while (isMore) {
      isMore = await inTransaction(pool, async (client) => {
        const news = await takeNews(client);
        if (!news) return false;
        const { id, state, rule } = news;
        try {
          await tellAlert(targets, news);
        } catch (error) {
          log.error({ err: error, rule: rule.name }, "An alert could not be told and is told again.");
          return false;
        }
        await client.query(
          state === "firing"
            ? "update alerts set opening_told_at = now() where id = $1"
            : "update alerts set ending_told_at = now() where id = $1",
          [id],
        );
        return true;
      });
    }
  }
}

/** Opens an incident for each rule that is broken and ends those that are not any more. */
async function judge(client: PoolClient, readings: Readings): Promise<void> {
  const { rows } = await client.query<{ mine: boolean }>("select pg_try_advisory_xact_lock($1) as mine", [
    WATCH_LOCK,
  ]);
  if (!rows[0]?.mine) return;
  const now = wallClock();
  for (const rule of alertRules) {
    const value = rule.value(readings);
    if (value !== null && value >= rule.threshold)
      await client.query(
        "insert into alerts (rule, value, opened_at) values ($1, $2, $3) on conflict (rule) where ended_at is null do nothing",
        [rule.name, value, now],
      );
    else
      await client.query("update alerts set ended_at = $2 where rule = $1 and ended_at is null", [
        rule.name,
        now,
      ]);
  }
}

interface AlertRow {
  readonly id: string;
  readonly rule: string;
  readonly value: number;
  readonly openedAt: Date;
  readonly endedAt: Date | null;
  readonly isOpeningTold: boolean;
}

/** The oldest thing not told, locked; the beginning of an incident comes before its end. */
async function takeNews(client: PoolClient): Promise<AlertNews | null> {
  const { rows } = await client.query<AlertRow>(`
    select id, rule, value, opened_at as "openedAt", ended_at as "endedAt", opening_told_at is not null as "isOpeningTold"
    from alerts
    where opening_told_at is null or (ended_at is not null and ending_told_at is null)
    order by opened_at, id limit 1
    for update skip locked`);
  const [row] = rows;
  if (!row) return null;
  const { isOpeningTold, rule, ...news } = row;
  return { ...news, rule: ruleCalled(rule), state: isOpeningTold ? "resolved" : "firing" };
}

/** A rule of an older or newer version still has a name to tell. */
const ruleCalled = (name: string): AlertRule =>
  alertRules.find((rule) => rule.name === name) ?? {
    name,
    unit: "",
    threshold: 0,
    value: () => null,
    sentence: (value) => `${name}: ${value}.`,
  };
