import { z } from "zod";
import { takeAttempt } from "../../../../platform/attempts.ts";
import { audit } from "../../../../platform/audit/record.ts";
import { operation } from "../../../../platform/rpc/operation.ts";
import { TeamInvitation } from "../../models/team-invitation.ts";
import { nameAccounts } from "../accounts.ts";
import { mailInvitation, newLink } from "./issue-link.ts";
import { lockInvitation } from "./lock-invitation.ts";
import { invitationView, presentInvitation } from "./present-invitation.ts";

export const resendInvitation = operation({
  summary: "Mails an invitation once more with a new link, for 7 days from now; the link before ends.",
  input: z.strictObject({ id: z.uuid() }),
  output: invitationView,
  async run(scope, { id }) {
    const invitation = await lockInvitation(scope, id);
    await takeAttempt(scope, { what: "identity.resend_invitation", who: id, times: 5, minutes: 60 });
    const link = newLink(scope, id);
    await scope.query(TeamInvitation).where({ id }).patch(link);
    await mailInvitation(scope, id);
    await audit(scope, {
      action: "identity.resend_invitation",
      entity: { kind: "team_invitation", id },
      after: { email: invitation.email },
    });
    const names = await nameAccounts(scope, [invitation.invitedBy]);
    const { email, staffRole } = invitation;
    return presentInvitation({
      id,
      email,
      staffRole,
      invitedBy: names.get(invitation.invitedBy) ?? "",
      ...link,
    });
  },
});
