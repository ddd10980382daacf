import { type ClientBase, type Pool } from "pg";
import { type CatalogueCheck, catalogueChecks } from "./lint-checks.ts";

/** Tables without a tenant, and why each may be. Every other table stands behind the tenant wall. */
const globalTables: Readonly<Record<string, string>> = {
  tenants: "a request has to find its tenant before it has one; a tenant writes its own row alone",
  domain_owners: "a request under a site's own domain has to find its tenant before it has one",
  plans: "what tenants of a plan may use, the same for all; operators change it",
  plan_prices: "what plans cost, the same for all tenants; operators change it",
  catalogue_modules: "modules that can be licensed and what they cost, the same for all tenants",
  rate_limits: "counters under hashed keys, also for callers whose tenant is unknown",
  worker_heartbeats: "workers serve all tenants",
  call_minutes: "how processes answer, in numbers",
  bugs: "failures of the code, without values of anybody's; operators read them",
  alerts: "incidents of the whole installation; operators read them",
  accounts: "a person may belong to several tenants; only identity reads them",
  account_tenants: "signing in asks which tenants an account belongs to; only identity reads it",
};

/** Tenant tables whose rows the relay sees across tenants, and why; they hold ids, amounts and times only. */
const relayTables: Readonly<Record<string, string>> = {
  outbox: "it hands events on",
  timers: "it finds what is due",
  processed_jobs: "it sweeps old rows",
  idempotency_keys: "it sweeps old rows",
  webhook_endpoints: "it finds the endpoints of an event; their secrets are sealed",
  webhook_deliveries: "it writes one per event and endpoint",
  stream_cursors: "it numbers frames",
  stream_frames: "it writes frames and finds those of open streams",
  stream_events: "it writes what frames tell of, and the process that streams reads it",
};

/** Functions that run with their owner's rights, and why. */
const definerFunctions: Readonly<Record<string, string>> = {
  ledger_post: "the one way to move value; requests may not write the ledger's tables",
  ledger_snapshot: "sums what is final of busy accounts; requests may not write the ledger's tables",
  search_put:
    "row security would keep the indexes of search documents from being used; so for all that follow",
  search_ids: "lists search documents of the tenant",
  search_versions: "tells which search documents of the tenant are known",
  search_phrases: "tells what is suggested of search documents of the tenant",
  search_count: "counts the words of the tenant's search documents",
  search_lookup: "finds the words of the tenant's search documents",
  search_find: "finds search documents of the tenant",
};

/** One place where a row could cross from a tenant to another, or where the schema could not be distributed by tenant. */
export interface Hole {
  readonly check: CatalogueCheck;
  readonly object: string;
}

/** Reads the catalogue of the connected database and names every hole in the tenant wall; any role may run it. */
export async function lintCatalogue(client: ClientBase | Pool): Promise<Hole[]> {
  const parts = Object.entries(catalogueChecks).map(
    ([name, sql]) => `select '${name.replaceAll("'", "''")}' as check, object::text from (${sql}) found`,
  );
  const lists = [globalTables, relayTables, definerFunctions].map((list) => Object.keys(list));
  const { rows } = await client.query<Hole>(`${tables} ${parts.join("\nunion all\n")} order by 1, 2`, lists);
  return rows;
}

/** Throws a sentence naming every hole; the process must not serve over such a database. */
export async function assertTenantWall(client: ClientBase | Pool): Promise<void> {
  const holes = await lintCatalogue(client);
  if (holes.length === 0) return;
  const list = holes.map((hole) => `  ${hole.object}: ${hole.check}`).join("\n");
  throw new Error(`Tessera will not run over this database, its tenants are not kept apart:\n${list}`);
}

// What the checks share: our own tables, and where their tenant_id stands.
const tables = `
  with tables as (
    select c.oid, c.relname as name, c.relrowsecurity, c.relforcerowsecurity, c.relacl,
      pg_get_userbyid(c.relowner) as owner, c.relname = any($1::text[]) as is_global,
      c.relname = any($2::text[]) as is_relayed, (
        select a.attnum from pg_attribute a
        where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull and a.atttypid = 'uuid'::regtype
      ) as tenant_id
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname !~ '^knex_'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  ),
  walled as (select * from tables where not is_global),
  definers as (select unnest($3::text[]) as name),
  login_roles as (select oid, rolname as name from pg_roles where rolname in ('app_rt', 'app_relay', 'app_operator'))
`;
