import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { Membership } from "../models/membership.ts";
import { assertMayTouchOwners } from "../policy.ts";
import { assertOwnerRemains, endTeamSessions, lockTeam } from "./team.ts";

export const removeTeamMember = operation({
  summary: "Takes somebody out of the site's team and signs them out. A site keeps at least one owner.",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({}),
  async run(scope, { id: accountId }) {
    const team = await lockTeam(scope);
    const membership = team.find((one) => one.accountId === accountId);
    if (!membership) throw notFound();
    assertMayTouchOwners(scope, membership.staffRole);
    assertOwnerRemains(team, accountId, null);
    await scope.query(Membership).where({ accountId }).delete();
    await scope.sql`delete from account_tenants where account_id = ${accountId} and tenant_id = ${scope.tenant.id}`;
    await endTeamSessions(scope, accountId);
    await audit(scope, {
      action: "identity.remove_team_member",
      entity: { kind: "account", id: accountId },
      before: { staffRole: membership.staffRole },
    });
    return {};
  },
});
