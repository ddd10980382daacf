import { notFound } from "../../platform/errors.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { type Tenant } from "../../platform/scope/tenant.ts";

/** A tenant as it stands in the database now, not as it was cached seconds ago. */
export interface TenantRow extends Tenant {
  readonly settingsVersion: number;
}

/** Reads the scope's own tenant afresh and keeps it from changing until the call's transaction ends. */
export async function lockTenant(scope: Scope): Promise<TenantRow> {
  await scope.sql`select id from tenants where id = ${scope.tenant.id} for update`;
  const row = await readTenant(scope, scope.tenant.id);
  if (!row) throw notFound();
  return row;
}

/** Any tenant by its id, as it stands now; null when there is none. */
export async function readTenant(scope: Scope, id: string): Promise<TenantRow | null> {
  const [row] = await scope.read<TenantRow>`
    select id, slug, name, is_sandbox, parent_id, status, clock_offset_ms, active_modules, limits, may_hide_powered_by, settings, settings_version
    from tenants_with_rights where id = ${id}`;
  return row ?? null;
}
