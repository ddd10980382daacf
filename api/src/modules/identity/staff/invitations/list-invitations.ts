import { z } from "zod";
import { operation } from "../../../../platform/rpc/operation.ts";
import { failure } from "../../errors.ts";
import { TeamInvitation } from "../../models/team-invitation.ts";
import { invitationView, presentInvitation, type ShownInvitation } from "./present-invitation.ts";

export const listInvitations = operation({
  summary: "Lists who was invited to the site's team and did not answer yet, newest first.",
  input: z.strictObject({}),
  output: z.object({ items: z.array(invitationView), nextCursor: z.null() }),
  async run(scope) {
    if (scope.tenant.isSandbox) throw failure("identity.team_of_sandbox");
    const open = await scope.read<ShownInvitation>`
      select i.id, i.email, i.staff_role, i.sent_at, i.expires_at, a.name as invited_by
      from ${TeamInvitation} i join accounts a on a.id = i.invited_by
      where i.accepted_at is null and i.revoked_at is null
      order by i.sent_at desc, i.id limit 500`;
    return { items: open.map(presentInvitation), nextCursor: null };
  },
});
