import { setTimeout as sleep } from "node:timers/promises";
import { type Knex } from "knex";
import { Pool } from "pg";
import { z } from "zod";
import { wallClock } from "../src/platform/clock.ts";
import { openRelayPool, openRuntimePool } from "../src/platform/db/pool.ts";
import { newId } from "../src/platform/ids.ts";
import { job, threePartJob } from "../src/platform/jobs/job.ts";
import { type LoneProgram } from "../src/platform/jobs/own-process.ts";
import { systemScope } from "../src/platform/jobs/system-scope.ts";
import { createLog, type Log } from "../src/platform/log.ts";
import { announce } from "../src/platform/outbox/announce.ts";
import { Scopes } from "../src/platform/scope/open.ts";
import { type Scope } from "../src/platform/scope/scope.ts";
import { type Tenant } from "../src/platform/scope/tenant.ts";
import { type LoadTenant } from "../src/platform/timers/sandbox-clock.ts";
import { type TestDatabase } from "./database.ts";

declare global {
  interface DomainEvents {
    "thing.happened": { readonly number: number };
    "thing.sent": { readonly number: number };
    "thing.broke": { readonly number: number };
  }
}

/** A migrated database with a table in which jobs and timers of tests leave what they did. */
export interface BackgroundTest {
  readonly admin: Pool;
  readonly relayPool: Pool;
  readonly relayUrl: string;
  readonly scopes: Scopes;
  readonly loadTenant: LoadTenant;
  /** Adds a live tenant, or a sandbox of one. */
  readonly addTenant: (parentId?: string) => Promise<string>;
  /** Runs work in a tenant's transaction, as an operation would. */
  readonly within: <Result>(tenantId: string, work: (scope: Scope) => Promise<Result>) => Promise<Result>;
  readonly close: () => Promise<void>;
}

/** Opens the connections of background work on a test's database. */
export async function backgroundTest(database: TestDatabase): Promise<BackgroundTest> {
  const admin = new Pool({ connectionString: database.adminUrl, max: 2 });
  await admin.query(`
    create table effects (tenant_id uuid not null, name text not null, number integer not null, at timestamptz not null);
    create table calls (key text not null);
    grant select, insert on effects, calls to app_rt;`);
  const relayUrl = database.url("app_relay");
  const relayPool = openRelayPool(relayUrl, { size: 6, name: "test relay" });
  // Some tests break connections.
  relayPool.on("error", () => undefined);
  const knex = openRuntimePool(database.url("app_rt"), { size: 12, name: "test jobs" });
  const scopes = new Scopes(knex);
  const loadTenant = tenantLoader(knex);
  return {
    admin,
    relayPool,
    relayUrl,
    scopes,
    loadTenant,
    async addTenant(parentId) {
      const id = newId(wallClock());
      await admin.query(
        "insert into tenants (id, slug, name, parent_id, is_sandbox) values ($1, $2, 'Test', $3, $3::uuid is not null)",
        [id, `t-${id}`, parentId ?? null],
      );
      return id;
    },
    async within(tenantId, work) {
      const tenant = await loadTenant(tenantId);
      if (!tenant) throw new Error("The test's tenant is missing.");
      const now = new Date(wallClock().getTime() + tenant.clockOffsetMs);
      return scopes.transact(systemScope(tenant, { cause: "test", requestId: "test", now }), work);
    },
    async close() {
      await Promise.all([admin.end(), relayPool.end(), knex.destroy()]);
    },
  };
}

/** Reads tenants as they stand. */
export const tenantLoader =
  (knex: Knex): LoadTenant =>
  async (id) => {
    const found = (await knex("tenants").where({ id }).first()) as Tenant | undefined;
    return found ?? null;
  };

/** Leaves a trace in the caller's transaction. */
export async function leave(scope: Scope, name: string, number: number): Promise<void> {
  await scope.sql`
    insert into effects (tenant_id, name, number, at) values (${scope.tenant.id}, ${name}, ${number}, ${scope.now})`;
}

/** Announces one event in a transaction of its own. */
export const announceThing = (
  test: BackgroundTest,
  tenantId: string,
  name: "thing.happened" | "thing.sent" | "thing.broke",
  number: number,
): Promise<void> => test.within(tenantId, (scope) => announce(scope, name, { number }));

/** What a test's worker does at a point of a job, beside leaving its trace. */
export interface Behaviour {
  readonly onRun?: (number: number) => Promise<void> | void;
  readonly onCall?: (number: number, key: string) => Promise<void> | void;
}

const thing = z.strictObject({ number: z.int() });

/** Subscribers of the test's events: two plain ones, one that calls the outside, one that always fails. */
export const testJobs = ({ onRun, onCall }: Behaviour = {}) => [
  job({
    name: "test.count_thing",
    on: ["thing.happened"],
    payload: thing,
    async run(scope, { number }) {
      await leave(scope, "counted", number);
      await onRun?.(number);
    },
  }),
  job({
    name: "test.list_thing",
    on: ["thing.happened"],
    payload: thing,
    run: (scope, { number }) => leave(scope, "listed", number),
  }),
  threePartJob({
    name: "test.send_thing",
    on: ["thing.sent"],
    payload: thing,
    prepare: async (_scope, { number }) => (number < 0 ? null : { number }),
    async call({ number }, { key }) {
      await onCall?.(number, key);
      return number;
    },
    finish: (scope, { number }) => leave(scope, "sent", number),
  }),
  job({
    name: "test.break_thing",
    on: ["thing.broke"],
    payload: thing,
    attempts: 2,
    async run(scope, { number }) {
      await leave(scope, "broken", number);
      throw new Error("This job always fails.");
    },
  }),
];

/** What was left, as `name number`, sorted. */
export async function effects({ admin }: BackgroundTest): Promise<string[]> {
  const { rows } = await admin.query<{ effect: string }>(
    "select name || ' ' || number as effect from effects order by name, number",
  );
  return rows.map(({ effect }) => effect);
}

/** Waits until a condition holds; fails when it does not in time. */
export async function eventually(condition: () => Promise<boolean>, patienceMs = 20_000): Promise<void> {
  const until = performance.now() + patienceMs;
  while (!(await condition())) {
    if (performance.now() > until) throw new Error("It did not happen in time.");
    await sleep(20);
  }
}

/** For workers that nobody kills: none of their jobs is ever run by itself. */
export const noLoneProgram: LoneProgram = { path: "/nowhere", args: [], configuration: null };

/** A log nobody reads. */
export const silentLog = (): Log => createLog("critical", { write: () => undefined });
