import { z } from "zod";
import { signAccessToken } from "../../platform/access-tokens.ts";
import { wallClock } from "../../platform/clock.ts";
import { installedModules } from "../../platform/installed-modules.ts";
import { visitorIdOf } from "../../platform/scope/actor.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { type Tenant } from "../../platform/scope/tenant.ts";
import { hours, minutes, plus } from "../../platform/time.ts";
import { failure } from "./errors.ts";
import { type Member } from "./models/member.ts";
import { type Session } from "./models/session.ts";
import { presentSessionMember, sessionMemberView } from "./present-member.ts";
import { issueRefreshToken } from "./refresh-tokens.ts";
import { startSession } from "./sessions.ts";
import { identityOf } from "./settings.ts";

/** The two tokens of a session, and when the first of them ends. */
export const tokensView = z.object({
  accessToken: z.string(),
  accessExpiresAt: z.iso.datetime(),
  refreshToken: z.string(),
});

/** A session as it is answered to the person who signed in. */
export const sessionView = tokensView.extend({ member: sessionMemberView });

/**
 * Signs a member in: hands the visitor's rows to them, begins a session and answers its tokens, all in the call's transaction.
 * Refuses with `identity.member_inactive`, and with `identity.member_suspended` while that lasts.
 */
export async function openMemberSession(scope: Scope, member: Member): Promise<z.infer<typeof sessionView>> {
  if (member.suspendedUntil)
    throw failure("identity.member_suspended", { until: member.suspendedUntil.toISOString() });
  if (member.status !== "active") throw failure("identity.member_inactive");
  const visitorId = visitorIdOf(scope.actor);
  if (visitorId !== null) {
    for (const { claim } of installedModules()) await claim?.(scope, { visitorId, memberId: member.id });
  }
  const session = await startSession(scope, { audience: "member", memberId: member.id });
  const refreshToken = await issueRefreshToken(
    scope,
    session,
    hours(identityOf(scope.tenant).sessions.refreshHours),
  );
  return presentMemberSession(scope.tenant, { session, refreshToken, member });
}

/** Signs an access token for a living session, and presents both tokens with the member. */
export async function presentMemberSession(
  tenant: Tenant,
  {
    session,
    refreshToken,
    member,
  }: { readonly session: Session; readonly refreshToken: string; readonly member: Member },
): Promise<z.infer<typeof sessionView>> {
  const wanted = plus(wallClock(), minutes(identityOf(tenant).sessions.accessMinutes));
  const expiresAt = new Date(Math.min(wanted.getTime(), session.expiresAt.getTime()));
  const accessToken = await signAccessToken({
    audience: "member",
    tenantId: tenant.id,
    subjectId: member.id,
    sessionId: session.id,
    version: member.version,
    visitorId: session.visitorId,
    origin: session.origin,
    expiresAt,
  });
  return {
    accessToken,
    accessExpiresAt: expiresAt.toISOString(),
    refreshToken,
    member: presentSessionMember(member),
  };
}
