import { z } from "zod";
import { wallClock } from "../../../../platform/clock.ts";
import { tokenHash } from "../../../../platform/ids.ts";
import { withinTenant } from "../../../../platform/scope/open.ts";
import { type Scope } from "../../../../platform/scope/scope.ts";
import { type Tenant } from "../../../../platform/scope/tenant.ts";
import { readTenant } from "../../../tenancy/index.ts";
import { failure } from "../../errors.ts";
import { type TeamInvitation } from "../../models/team-invitation.ts";
import { openInvitations, siteOfToken } from "./issue-link.ts";

/** What stands behind the `#` of an invitation's link. */
export const invitationToken = z.string().min(1).max(100);

/** The invitation of a link that still works, and the site it is of. Refuses with `identity.link_gone`. Needs a transaction. */
export async function findInvitation(
  scope: Scope,
  token: string,
): Promise<{ readonly tenant: Tenant; readonly invitation: TeamInvitation }> {
  const tenantId = siteOfToken(token);
  const tenant = tenantId === null ? null : await readTenant(scope, tenantId);
  if (!tenant) throw failure("identity.link_gone");
  const invitation = await withinTenant(scope, tenant, (inside) => findOpen(inside, token));
  if (!invitation) throw failure("identity.link_gone");
  return { tenant, invitation };
}

const findOpen = async (scope: Scope, token: string): Promise<TeamInvitation | undefined> =>
  openInvitations(scope)
    .findOne({ hash: tokenHash(token) })
    .where("expiresAt", ">", wallClock());
