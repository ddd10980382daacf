import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { invalidFields, notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { staffRoles } from "../../../platform/scope/actor.ts";
import { Membership } from "../models/membership.ts";
import { assertMayTouchOwners } from "../policy.ts";
import { allPermissions } from "../session-states.ts";
import { assertOwnerRemains, forgetTeamMember, lockTeam } from "./team.ts";

const permissions = z.array(z.string().max(100)).max(200);

export const updateTeamMember = operation({
  summary:
    "Changes a team member's role, or single permissions on top of it. A site keeps at least one owner.",
  input: z.strictObject({
    /** The account's. */
    id: z.uuid(),
    staffRole: z.enum(staffRoles).optional(),
    granted: permissions.optional(),
    denied: permissions.optional(),
  }),
  output: z.object({
    id: z.uuid(),
    staffRole: z.enum(staffRoles),
    granted: permissions,
    denied: permissions,
  }),
  async run(scope, { id: accountId, staffRole, granted, denied }) {
    refuseUnknown("granted", granted ?? []);
    refuseUnknown("denied", denied ?? []);
    const team = await lockTeam(scope);
    const before = team.find((membership) => membership.accountId === accountId);
    if (!before) throw notFound();
    assertMayTouchOwners(scope, before.staffRole, staffRole);
    const after = {
      staffRole: staffRole ?? before.staffRole,
      granted: granted ?? before.granted,
      denied: denied ?? before.denied,
    };
    assertOwnerRemains(team, accountId, after.staffRole);
    await scope.query(Membership).where({ accountId }).patch(after);
    await forgetTeamMember(scope, accountId);
    await audit(scope, {
      action: "identity.update_team_member",
      entity: { kind: "account", id: accountId },
      before: { staffRole: before.staffRole, granted: before.granted, denied: before.denied },
      after,
    });
    return { id: accountId, ...after };
  },
});

function refuseUnknown(field: string, wanted: readonly string[]): void {
  const known = new Set(allPermissions());
  const unknown = wanted.flatMap((permission, index) =>
    known.has(permission) ? [] : [{ path: [field, index], message: "There is no such permission." }],
  );
  if (unknown.length > 0) throw invalidFields(...unknown);
}
