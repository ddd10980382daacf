import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** A webhook as the site's server remembers it. */
export interface LoggedEvent {
  /** The `webhook-id`: the same for every repeat. For a refused one, what it claimed. */
  readonly id: string;
  readonly type: string | null;
  readonly timestamp: string | null;
  readonly data: unknown;
  /** Whether its signature was right. Only then it was applied. */
  readonly verified: boolean;
  readonly refusedBecause: string | null;
  readonly receivedAt: string;
  /** How often it came. It was applied the first time. */
  readonly deliveries: number;
}

interface Kept {
  readonly applied: readonly LoggedEvent[];
  readonly refused: readonly LoggedEvent[];
  /** Ids of everything ever applied, the last ones. */
  readonly ids: readonly string[];
}

const nothing: Kept = { applied: [], refused: [], ids: [] };
const mostApplied = 200;
// Kept apart, so that forged ones cannot push real ones out.
const mostRefused = 20;
const mostIds = 10_000;

/**
 * The events a site's server has received, kept in a file. A real server applies an event in its database, in one transaction with
 * a row whose key is the webhook's id.
 */
export class EventLog {
  readonly #file: string;
  #kept: Kept;

  constructor(file: string) {
    this.#file = file;
    this.#kept = readKept(file);
  }

  /** Applies an event, unless one with its id was applied before. */
  apply(event: Pick<LoggedEvent, "id" | "type" | "timestamp" | "data">): void {
    const { applied, refused, ids } = this.#kept;
    if (ids.includes(event.id)) {
      const again = (one: LoggedEvent) =>
        one.id === event.id ? { ...one, deliveries: one.deliveries + 1 } : one;
      return this.#keep({ applied: applied.map(again), refused, ids });
    }
    const logged = { ...event, verified: true, refusedBecause: null, receivedAt: present(), deliveries: 1 };
    this.#keep({
      applied: [...applied, logged].slice(-mostApplied),
      refused,
      ids: [...ids, event.id].slice(-mostIds),
    });
  }

  /** Remembers that something was refused. Nothing it said is kept but its id: it may not come from Tessera. */
  refuse(id: string, refusedBecause: string): void {
    const { applied, refused, ids } = this.#kept;
    const logged: LoggedEvent = {
      id: id.slice(0, 100),
      type: null,
      timestamp: null,
      data: null,
      verified: false,
      refusedBecause,
      receivedAt: present(),
      deliveries: 1,
    };
    this.#keep({ applied, refused: [...refused, logged].slice(-mostRefused), ids });
  }

  /** Everything that is remembered, what came last first. */
  newestFirst(): readonly LoggedEvent[] {
    const { applied, refused } = this.#kept;
    return [...applied, ...refused].toSorted((a, b) => a.receivedAt.localeCompare(b.receivedAt)).toReversed();
  }

  // Written before it counts: what could not be written is answered with 500 and comes again.
  #keep(next: Kept): void {
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(`${this.#file}.new`, JSON.stringify(next), { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
    this.#kept = next;
  }
}

const present = () => new Date().toISOString();

function readKept(file: string): Kept {
  try {
    const kept: Kept = JSON.parse(readFileSync(file, "utf8"));
    return kept;
  } catch {
    return nothing;
  }
}
