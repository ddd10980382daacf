import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";

/** A fingerprint of each table's rows of some tenants, by table. */
async function checksums(admin: pg.Client, tenantIds: readonly string[]): Promise<Record<string, string>> {
  const { rows: tables } = await admin.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'tenant_id' and not a.attisdropped
    order by 1`);
  const parts = tables.map(
    ({ name }) => `
    select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum
    from ${name} t where t.tenant_id::text = any($1)`,
  );
  const tenants = `select 'tenants' as name, md5(string_agg(t::text, '|' order by t::text)) as sum from tenants t where id::text = any($1)`;
  const { rows } = await admin.query<{ name: string; sum: string }>([...parts, tenants].join(" union all "), [
    tenantIds,
  ]);
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}

/** The same once nothing moves any more: the relay and the worker may still be busy with what happened before. */
export async function settledChecksums(admin: pg.Client, tenantIds: readonly string[]) {
  let before = await checksums(admin, tenantIds);
  for (let tries = 0; tries < 40; tries += 1) {
    await delay(500);
    const now = await checksums(admin, tenantIds);
    if (JSON.stringify(now) === JSON.stringify(before)) return now;
    before = now;
  }
  throw new Error("The tenant's rows never came to rest.");
}
