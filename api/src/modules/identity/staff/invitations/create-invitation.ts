import { z } from "zod";
import { takeAttempt } from "../../../../platform/attempts.ts";
import { audit } from "../../../../platform/audit/record.ts";
import { wallClock } from "../../../../platform/clock.ts";
import { adminPage } from "../../../../platform/admin-address.ts";
import { newId } from "../../../../platform/ids.ts";
import { operation } from "../../../../platform/rpc/operation.ts";
import { staffRoles } from "../../../../platform/scope/actor.ts";
import { type Scope } from "../../../../platform/scope/scope.ts";
import { failure } from "../../errors.ts";
import { TeamInvitation } from "../../models/team-invitation.ts";
import { emailInput, localeInput } from "../../person.ts";
import { assertMayTouchOwners, callingStaff } from "../../policy.ts";
import { findAccount, readAccount } from "../accounts.ts";
import { accountLocale } from "../account-locale.ts";
import { lockTeam } from "../team.ts";
import { mailInvitation, newLink, openInvitations } from "./issue-link.ts";
import { invitationView, presentInvitation } from "./present-invitation.ts";

export const createInvitation = operation({
  summary: "Invites somebody to the site's team by mail; the link works once, for 7 days.",
  input: z.strictObject({
    email: emailInput,
    staffRole: z.enum(staffRoles),
    /** The language of the mail; the caller's own unless told. */
    locale: localeInput.optional(),
  }),
  output: invitationView,
  async run(scope, { email, staffRole, locale }) {
    const { accountId } = callingStaff(scope);
    const team = await lockTeam(scope);
    assertMayTouchOwners(scope, staffRole);
    if (!adminPage("/")) throw failure("identity.admin_app_unknown");
    await takeAttempt(scope, { what: "identity.invite", who: scope.tenant.id, times: 100, minutes: 60 });
    const invited = await findAccount(scope, email);
    if (team.some((membership) => membership.accountId === invited?.id)) {
      throw failure("identity.already_in_team");
    }
    await endExpired(scope, email);
    if (await openInvitations(scope).findOne({ email })) throw failure("identity.already_invited");
    const inviter = await readAccount(scope, accountId);
    const id = newId(wallClock());
    const link = newLink(scope, id);
    await scope.query(TeamInvitation).insert({
      id,
      email,
      staffRole,
      locale: locale ?? accountLocale(inviter?.locale),
      invitedBy: accountId,
      createdAt: link.sentAt,
      ...link,
    });
    await mailInvitation(scope, id);
    await audit(scope, {
      action: "identity.create_invitation",
      entity: { kind: "team_invitation", id },
      after: { email, staffRole },
    });
    return presentInvitation({ id, email, staffRole, invitedBy: inviter?.name ?? "", ...link });
  },
});

/** Makes room for a new invitation where an earlier one ran out. */
async function endExpired(scope: Scope, email: string): Promise<void> {
  const now = wallClock();
  await openInvitations(scope).where({ email }).where("expiresAt", "<=", now).patch({ revokedAt: now });
}
