import { type AuditEntry, audit } from "../../platform/audit/record.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { isOffice } from "./policy.ts";

/** Writes an audit entry when the site's team or server did something; what members do with their own calendars is theirs. */
export async function auditOffice(scope: Scope, entry: AuditEntry): Promise<void> {
  if (isOffice(scope.actor)) await audit(scope, entry);
}
