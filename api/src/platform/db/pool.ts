import knexModule, { type Knex } from "knex";
import objection from "objection";
import pg from "pg";
import { type SlowStatementWatch, watchStatements } from "./slow-statements.ts";

// PostgreSQL's own numbers of the types that need another reading than the driver's (src/include/catalog/pg_type.dat).
const types = { int8: 20, date: 1082, int8Array: 1016 } as const;

const readBigint = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond 2^53.`);
  return value;
};

const readers: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (oid === types.int8) return readBigint;
    if (oid === types.date) return (text: string) => text;
    return pg.types.getTypeParser(oid, format);
  },
};

/** How many connections a pool has, how it is called in `pg_stat_activity`, and who is told of slow statements. */
export interface RuntimePoolOptions {
  readonly size: number;
  readonly name: string;
  readonly slow?: SlowStatementWatch;
}

/**
 * The pool requests and jobs run on. Columns travel as camelCase, bigints as safe integers, dates without time as text.
 * Connections are pipelined, which lets a read send its whole transaction in one flight.
 */
export function openRuntimePool(url: string, { size, name, slow }: RuntimePoolOptions): Knex {
  return knexModule({
    client: "pg",
    connection: {
      connectionString: url,
      application_name: name,
      pipeline: true,
      types: readers,
    } as Knex.PgConnectionConfig,
    // An idle minimum would keep an unused process connected for ever; a short wait turns a jam into 503 instead of a pile.
    pool: {
      min: 0,
      max: size,
      ...(slow && {
        afterCreate: (connection: pg.Client, done: (failure: null, connection: pg.Client) => void) => {
          watchStatements(connection, slow);
          done(null, connection);
        },
      }),
    },
    acquireConnectionTimeout: 5000,
    ...objection.knexSnakeCaseMappers(),
  });
}

/** How a runtime pool stands: connections at work, at rest, and callers who wait for one. */
export function poolStanding(knex: Knex): Readonly<Record<"used" | "free" | "waiting", number>> {
  const { pool } = knex.client as {
    pool: { numUsed(): number; numFree(): number; numPendingAcquires(): number };
  };
  return { used: pool.numUsed(), free: pool.numFree(), waiting: pool.numPendingAcquires() };
}

/** A small pool for the relay's role; rows come as the driver reads them, in snake_case. */
export function openRelayPool(url: string, { size, name }: { size: number; name: string }): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, application_name: name, max: size, types: readers });
  // A connection that breaks while somebody uses it rejects the statement under way; unheard, its event would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}
