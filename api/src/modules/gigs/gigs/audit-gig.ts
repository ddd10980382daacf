import { audit } from "../../../platform/audit/record.ts";
import { memberIdOf } from "../../../platform/scope/actor.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type Gig } from "../models/gig.ts";

/** Writes an audit entry when the site's team or server did something with a gig; what sellers do with their own is theirs. */
export async function auditGig(
  scope: Scope,
  { id, title, state, moderation }: Gig,
  action: string,
  after: { readonly state?: string; readonly moderation?: string; readonly reason?: string },
): Promise<void> {
  if (memberIdOf(scope.actor) !== null) return;
  await audit(scope, { action, entity: { kind: "gig", id }, before: { title, state, moderation }, after });
}
