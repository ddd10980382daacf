import { type Pool } from "pg";
import { wallClock } from "../clock.ts";
import { systemScope } from "../jobs/system-scope.ts";
import { type Scopes } from "../scope/open.ts";
import { type Tenant } from "../scope/tenant.ts";

/** Loads a tenant by its id; null when there is none. */
export type LoadTenant = (id: string) => Promise<Tenant | null>;

/** Loads tenants with their clocks read anew: a sandbox's may have been advanced since the tenant was last loaded. */
export const withCurrentClock =
  (loadTenant: LoadTenant, pool: Pool): LoadTenant =>
  async (id) => {
    const tenant = await loadTenant(id);
    if (!tenant?.isSandbox) return tenant;
    const { rows } = await pool.query<{ offset: number }>(
      'select clock_offset_ms::float8 as "offset" from tenants where id = $1',
      [id],
    );
    const clockOffsetMs = rows[0]?.offset ?? tenant.clockOffsetMs;
    return clockOffsetMs === tenant.clockOffsetMs ? tenant : { ...tenant, clockOffsetMs };
  };

/** Moves a sandbox's clock on to a moment; a clock that is there or beyond stays. */
export async function moveClock(scopes: Scopes, tenant: Tenant, to: Date): Promise<void> {
  const offset = to.getTime() - wallClock().getTime();
  const options = systemScope(tenant, { cause: "clock.advance", requestId: tenant.id, now: to });
  await scopes.transact(options, async (scope) => {
    await scope.sql`
      update tenants set clock_offset_ms = greatest(clock_offset_ms, ${offset}::bigint) where id = ${tenant.id}`;
  });
}
