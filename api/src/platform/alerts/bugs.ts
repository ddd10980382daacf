import { type Pool } from "pg";
import { wallClock } from "../clock.ts";
import { describeBug, type DescribedBug } from "./describe-bug.ts";

interface Group extends DescribedBug {
  readonly place: string;
  count: number;
  readonly firstAt: Date;
  lastAt: Date;
  lastRequestId: string;
}

/** More kinds of bugs at once than anybody reads; what comes beyond is in the log. */
const MOST = 200;

/** Collects the failures nobody expected, alike ones together, for the operators. */
export class Bugs {
  readonly #groups = new Map<string, Group>();

  /** Notes one; `place` is the procedure, job or timer in which it happened. */
  note(bug: unknown, { place, requestId }: { readonly place: string; readonly requestId: string }): void {
    const described = describeBug(place, bug);
    const now = wallClock();
    const group = this.#groups.get(described.fingerprint);
    if (group) {
      group.count += 1;
      group.lastAt = now;
      group.lastRequestId = requestId;
    } else if (this.#groups.size < MOST) {
      this.#groups.set(described.fingerprint, {
        ...described,
        place,
        count: 1,
        firstAt: now,
        lastAt: now,
        lastRequestId: requestId,
      });
    }
  }

  /** Adds what was collected to the table; what could not be written stays for the next time. */
  async flush(pool: Pool): Promise<void> {
    for (const [fingerprint, group] of Array.from(this.#groups)) {
      this.#groups.delete(fingerprint);
      await write(pool, group).catch((failure: unknown) => {
        const since = this.#groups.get(fingerprint);
        this.#groups.set(fingerprint, since ? { ...since, count: since.count + group.count } : group);
        throw failure;
      });
    }
  }
}

async function write(pool: Pool, group: Group): Promise<void> {
  await pool.query({
    name: "flush_bug",
    text: `insert into bugs (fingerprint, place, type, message, stack, count, first_at, last_at, last_request_id)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      on conflict (fingerprint) do update
        set count = bugs.count + excluded.count, stack = excluded.stack, last_at = excluded.last_at,
          last_request_id = excluded.last_request_id`,
    values: [
      group.fingerprint,
      group.place,
      group.type,
      group.message,
      group.stack,
      group.count,
      group.firstAt,
      group.lastAt,
      group.lastRequestId.slice(0, 200),
    ],
  });
}
