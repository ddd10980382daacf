import { type Scope } from "../scope/scope.ts";
import { setTimer } from "../timers/timer.ts";
import { days, plus } from "../time.ts";
import { fileSetup } from "./setup.ts";
import { StoredFile } from "./stored-file.ts";

/** Whether there was room, or whose there was none of. */
export type Room = "taken" | "site_full" | "owner_full";

/**
 * Counts bytes of an upload against the tenant's quota, and against that of its owner where they are no part of the team. The
 * tenant's total is locked by it, so no two uploads take the same room. A tenant's first upload also begins its daily sweep.
 */
export async function takeRoom(
  scope: Scope,
  { bytes, ownerKind, ownerId }: Pick<StoredFile, "bytes" | "ownerKind" | "ownerId">,
): Promise<Room> {
  const { quotaBytes, ownerQuotaBytes } = fileSetup();
  const [total] = await scope.sql<{ isFirst: boolean }>`
    insert into file_totals as t (tenant_id, bytes, created_at, updated_at)
    select ${scope.tenant.id}, ${bytes}::bigint, ${scope.now}::timestamptz, ${scope.now}::timestamptz
    where ${bytes}::bigint <= ${quotaBytes}::bigint
    on conflict (tenant_id) do update set bytes = t.bytes + excluded.bytes, updated_at = excluded.updated_at
    where t.bytes + excluded.bytes <= ${quotaBytes}::bigint
    returning xmax = 0 as is_first`;
  if (!total) return "site_full";
  if (total.isFirst)
    await setTimer(scope, {
      name: "files.sweep",
      subjectId: scope.tenant.id,
      dueAt: plus(scope.now, days(1)),
    });
  const isTeam = ownerKind === "staff" || ownerKind === "server";
  if (isTeam || (await bytesOf(scope, ownerId)) + bytes <= ownerQuotaBytes) return "taken";
  await returnRoom(scope, bytes);
  return "owner_full";
}

/** What somebody's uploads take. */
async function bytesOf(scope: Scope, ownerId: string): Promise<number> {
  const [sum] = await scope.sql<{ bytes: number }>`
    select coalesce(sum(bytes), 0)::float8 as bytes from ${StoredFile} f
    where tenant_id = ${scope.tenant.id} and owner_id = ${ownerId} and discarded_at is null`;
  return sum?.bytes ?? 0;
}

/** Gives the bytes of a deleted upload back. */
export async function returnRoom(scope: Scope, bytes: number): Promise<void> {
  await scope.sql`
    update file_totals set bytes = bytes - ${bytes}::bigint, updated_at = ${scope.now}
    where tenant_id = ${scope.tenant.id}`;
}
