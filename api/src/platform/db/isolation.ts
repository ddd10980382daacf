import { type Knex } from "knex";

/** What a role may do with the rows of a table. */
export type Right = "select" | "insert" | "update" | "delete";

/** How a tenant table differs from the usual one. */
export interface Isolation {
  /** What requests and jobs may do with their own tenant's rows; all four unless told. */
  readonly runtime?: readonly Right[];
  /** What the relay may do with every tenant's rows; nothing unless told. Such tables hold ids, amounts and times only. */
  readonly relay?: readonly Right[];
  /** Set to false for tables with secrets, which operators may not read. */
  readonly operator?: false;
}

const ALL: readonly Right[] = ["select", "insert", "update", "delete"];

/** Puts the tenant wall around a table: forced row-level security on `tenant_id`, and the grants. */
export async function isolateTenants(knex: Knex, table: string, isolation: Isolation = {}): Promise<void> {
  const { runtime = ALL, relay = [], operator = true } = isolation;
  await knex.raw(`
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy tenant_only on ${table} for all
      using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
    revoke all on ${table} from public;`);
  await grant(knex, table, "app_rt", runtime);
  if (operator) {
    await knex.raw(`create policy operator_reads on ${table} for select to app_operator using (true)`);
    await grant(knex, table, "app_operator", ["select"]);
  }
  if (relay.length > 0) {
    await knex.raw(`create policy relay_all on ${table} for all to app_relay using (true) with check (true)`);
    await grant(knex, table, "app_relay", relay);
  }
}

/**
 * Changes rows of every tenant in a migration, which the wall keeps even from the owner of the tables: without this an `update`
 * finds no row and says nothing. Nobody else sees the wall open: the tables are locked until the migration is committed.
 */
export async function acrossTenants(
  knex: Knex,
  tables: readonly string[],
  change: () => PromiseLike<unknown>,
): Promise<void> {
  for (const table of tables) await knex.raw(`alter table ${table} no force row level security`);
  await change();
  for (const table of tables) await knex.raw(`alter table ${table} force row level security`);
}

async function grant(knex: Knex, table: string, role: string, rights: readonly Right[]): Promise<void> {
  if (rights.length > 0) await knex.raw(`grant ${rights.join(", ")} on ${table} to ${role}`);
}
