import { type Scope } from "../../../platform/scope/scope.ts";

/** Puts the media of a gig into an order. */
export async function placeMedia(scope: Scope, gigId: string, fileIds: readonly string[]): Promise<void> {
  await scope.sql`
    update gig_media m set position = placed.at - 1, updated_at = ${scope.now}
    from unnest(${fileIds}::uuid[]) with ordinality as placed (file_id, at)
    where m.tenant_id = ${scope.tenant.id} and m.gig_id = ${gigId} and m.file_id = placed.file_id`;
}
