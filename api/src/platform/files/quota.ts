import { type Scope } from "../scope/scope.ts";
import { fileSetup } from "./setup.ts";

/** Counts bytes of an upload against the tenant's quota; false when it has no room for them. */
export async function takeRoom(scope: Scope, bytes: number): Promise<boolean> {
  const { quotaBytes } = fileSetup();
  const counted = await scope.sql`
    insert into file_totals as t (tenant_id, bytes)
    select ${scope.tenant.id}, ${bytes}::bigint where ${bytes}::bigint <= ${quotaBytes}::bigint
    on conflict (tenant_id) do update set bytes = t.bytes + excluded.bytes
    where t.bytes + excluded.bytes <= ${quotaBytes}::bigint
    returning t.tenant_id`;
  return counted.length > 0;
}

/** Gives the bytes of a deleted upload back. */
export async function returnRoom(scope: Scope, bytes: number): Promise<void> {
  await scope.sql`
    update file_totals set bytes = bytes - ${bytes}::bigint where tenant_id = ${scope.tenant.id}`;
}
