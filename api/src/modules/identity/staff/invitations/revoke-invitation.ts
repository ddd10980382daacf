import { z } from "zod";
import { audit } from "../../../../platform/audit/record.ts";
import { wallClock } from "../../../../platform/clock.ts";
import { operation } from "../../../../platform/rpc/operation.ts";
import { TeamInvitation } from "../../models/team-invitation.ts";
import { lockInvitation } from "./lock-invitation.ts";

export const revokeInvitation = operation({
  summary: "Takes an invitation back: its link opens nothing any more.",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({}),
  async run(scope, { id }) {
    const { email, staffRole } = await lockInvitation(scope, id);
    await scope.query(TeamInvitation).where({ id }).patch({ revokedAt: wallClock(), sealedToken: null });
    await audit(scope, {
      action: "identity.revoke_invitation",
      entity: { kind: "team_invitation", id },
      before: { email, staffRole },
    });
    return {};
  },
});
