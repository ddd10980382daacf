import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { staffRoles } from "../../../platform/scope/actor.ts";
import { Membership } from "../models/membership.ts";
import { failure } from "../errors.ts";

const teamMemberView = z.object({
  /** The account's. */
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  staffRole: z.enum(staffRoles),
  granted: z.array(z.string()),
  denied: z.array(z.string()),
  since: z.iso.datetime(),
});

interface TeamRow {
  id: string;
  name: string;
  email: string;
  staffRole: Membership["staffRole"];
  granted: string[];
  denied: string[];
  createdAt: Date;
}

export const listTeam = operation({
  summary: "Lists the site's team with roles and permissions, longest first.",
  input: z.strictObject({}),
  output: z.object({ items: z.array(teamMemberView), nextCursor: z.null() }),
  async run(scope) {
    if (scope.tenant.isSandbox) throw failure("identity.team_of_sandbox");
    const team = await scope.read<TeamRow>`
      select m.account_id as id, a.name, a.email, m.staff_role, m.granted, m.denied, m.created_at
      from ${Membership} m join accounts a on a.id = m.account_id
      order by m.created_at, m.account_id limit 500`;
    const items = team.map(({ createdAt, ...person }) => ({ ...person, since: createdAt.toISOString() }));
    return { items, nextCursor: null };
  },
});
