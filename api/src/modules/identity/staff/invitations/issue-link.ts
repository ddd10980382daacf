import { wallClock } from "../../../../platform/clock.ts";
import { idOfShort, randomToken, shortId, tokenHash } from "../../../../platform/ids.ts";
import { announce } from "../../../../platform/outbox/announce.ts";
import { type Scope } from "../../../../platform/scope/scope.ts";
import { seal } from "../../../../platform/secrets.ts";
import { days, plus } from "../../../../platform/time.ts";
import { TeamInvitation } from "../../models/team-invitation.ts";

/** How long an invitation may be accepted. */
const lifetime = days(7);

export const invitationBinding = (tenantId: string, invitationId: string) => ({
  tenantId,
  purpose: "identity.team_invitation",
  subject: invitationId,
});

/** What an invitation's newest link is known by, to be stored with it. */
export function newLink(scope: Scope, invitationId: string) {
  const sentAt = wallClock();
  // Whoever opens the link is nobody's yet: it says itself which site it is of.
  const token = `${shortId(scope.tenant.id)}.${randomToken()}`;
  return {
    hash: tokenHash(token),
    sealedToken: seal(token, invitationBinding(scope.tenant.id, invitationId)),
    sentAt,
    expiresAt: plus(sentAt, lifetime),
  };
}

/** The site that a link's token says it is of; null when it says none. */
export const siteOfToken = (token: string): string | null => idOfShort(token.split(".")[0]);

/** Has the newest link of an invitation mailed. */
export const mailInvitation = (scope: Scope, invitationId: string): Promise<void> =>
  announce(scope, "identity.invitation_sent", { invitationId });

/** Invitations that nobody accepted or took back, in the scope's tenant. */
export const openInvitations = (scope: Scope) =>
  scope.query(TeamInvitation).whereNull("acceptedAt").whereNull("revokedAt");
