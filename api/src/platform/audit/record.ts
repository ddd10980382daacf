import { newId } from "../ids.ts";
import { actorId } from "../scope/actor.ts";
import { type Scope } from "../scope/scope.ts";

/** What was done to what. `before` and `after` hold the changed fields only, never secrets or message bodies. */
export interface AuditEntry {
  /** `module.verb_noun`, the operation. */
  readonly action: string;
  readonly entity: { readonly kind: string; readonly id: string };
  readonly before?: object;
  readonly after?: object;
}

/** Writes an audit entry in the caller's transaction: who, from where, what changed. Entries cannot be altered or deleted. */
export async function audit(scope: Scope, { action, entity, before, after }: AuditEntry): Promise<void> {
  const { actor, request, tenant, now } = scope;
  await scope.sql`
    insert into audit_entries
      (tenant_id, id, actor_kind, actor_id, action, entity_kind, entity_id, before, after, ip, request_id, at)
    values (${tenant.id}, ${newId(now)}, ${actor.kind}, ${actorId(actor)}, ${action}, ${entity.kind}, ${entity.id},
      ${before ? JSON.stringify(before) : null}, ${after ? JSON.stringify(after) : null}, ${request.ip}, ${request.requestId}, ${now})`;
}
