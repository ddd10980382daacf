import { notFound } from "../../../../platform/errors.ts";
import { type Scope } from "../../../../platform/scope/scope.ts";
import { failure } from "../../errors.ts";
import { type TeamInvitation } from "../../models/team-invitation.ts";
import { assertMayTouchOwners } from "../../policy.ts";
import { openInvitations } from "./issue-link.ts";

/** An invitation the caller may still change, kept from changing otherwise until the call's transaction ends. */
export async function lockInvitation(scope: Scope, id: string): Promise<TeamInvitation> {
  if (scope.tenant.isSandbox) throw failure("identity.team_of_sandbox");
  const invitation = await openInvitations(scope).findOne({ id }).forUpdate();
  if (!invitation) throw notFound();
  assertMayTouchOwners(scope, invitation.staffRole);
  return invitation;
}
