import { type Knex } from "knex";
import { testDatabase, type TestDatabase } from "../../../test/database.ts";
import { wallClock } from "../../platform/clock.ts";
import { openRuntimePool } from "../../platform/db/pool.ts";
import { newId } from "../../platform/ids.ts";
import { type Actor } from "../../platform/scope/actor.ts";
import { Scopes } from "../../platform/scope/open.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { noTenant, type Tenant } from "../../platform/scope/tenant.ts";

/** A sandbox tenant of its own, with a clock that stands where it is put. */
export const newTenant = (changes: Partial<Tenant> = {}): Tenant => ({
  ...noTenant,
  id: newId(wallClock()),
  parentId: newId(wallClock()),
  name: "Site",
  isSandbox: true,
  ...changes,
});

/** How a piece of work runs in a test. */
export interface Run {
  readonly tenant?: Tenant;
  readonly actor?: Actor;
  readonly now?: Date;
  readonly origin?: string | null;
}

/** A migrated database with a tenant, and the runtime's way into it. */
export interface MoneyHouse {
  readonly database: TestDatabase;
  readonly knex: Knex;
  readonly scopes: Scopes;
  readonly tenant: Tenant;
  /** Runs work in one transaction, as the system unless told otherwise. */
  readonly transact: <Result>(work: (scope: Scope) => Promise<Result>, run?: Run) => Promise<Result>;
  readonly inspect: <Result>(work: (scope: Scope) => Promise<Result>, run?: Run) => Promise<Result>;
  readonly close: () => Promise<void>;
}

/** Opens a database for one test file; call `close` in `after`. */
export async function openMoneyHouse({ connections = 8 } = {}): Promise<MoneyHouse> {
  const database = await testDatabase();
  const knex = openRuntimePool(database.url("app_rt"), { size: connections, name: "money test" });
  const scopes = new Scopes(knex);
  const tenant = newTenant();
  const options = (run: Run = {}) => ({
    tenant: run.tenant ?? tenant,
    actor: run.actor ?? { kind: "system" as const, cause: "test" },
    now: run.now ?? wallClock(),
    request: { requestId: "test", ip: null, origin: run.origin ?? null, locale: "en", userAgent: null },
  });
  return {
    database,
    knex,
    scopes,
    tenant,
    transact: (work, run) => scopes.transact(options(run), work),
    inspect: (work, run) => scopes.inspect(options(run), work),
    async close() {
      await knex.destroy();
      await database.drop();
    },
  };
}
