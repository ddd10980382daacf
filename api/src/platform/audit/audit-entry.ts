import { TenantModel } from "../scope/model.ts";
import { type Actor } from "../scope/actor.ts";

/** Something somebody did, as stored. Nobody can change or delete it. */
export class StoredAuditEntry extends TenantModel {
  static override tableName = "audit_entries";
  static override timestamps = false;

  declare actorKind: Actor["kind"];
  /** Null for the system itself. */
  declare actorId: string | null;
  declare action: string;
  declare entityKind: string;
  declare entityId: string;
  declare before: Record<string, unknown> | null;
  declare after: Record<string, unknown> | null;
  declare ip: string | null;
  declare requestId: string | null;
  declare at: Date;
}
