import { z } from "zod";
import { threePartOperation } from "../../platform/rpc/operation.ts";
import { hours } from "../../platform/time.ts";
import { failure } from "./errors.ts";
import { presentMemberSession, sessionView } from "./member-session.ts";
import { Member } from "./models/member.ts";
import { rotateRefreshToken, tenantOfRefreshToken } from "./refresh-tokens.ts";
import { identityOf } from "./settings.ts";

export const refreshTokenInput = z.string().min(1).max(200);

export const refresh = threePartOperation({
  summary:
    "Exchanges a refresh token for a new pair of tokens. A refresh token is used once; used twice, it ends the session.",
  input: z.strictObject({ refreshToken: refreshTokenInput }),
  output: sessionView,
  // The end of a session whose token was copied must be kept, although the answer is a refusal.
  async prepare(scope, { refreshToken }) {
    const { tenant, request } = scope;
    if (tenantOfRefreshToken(refreshToken) !== tenant.id) return null;
    const lifetimeMs = hours(identityOf(tenant).sessions.refreshHours);
    const rotation = await rotateRefreshToken(scope, refreshToken, { origin: request.origin, lifetimeMs });
    if (!rotation || rotation.session.memberId === null) return null;
    const member = await scope.query(Member).findOne({ id: rotation.session.memberId, status: "active" });
    return member ? { ...rotation, member } : null;
  },
  call: async () => null,
  async finish({ tenant }, session) {
    if (!session) throw failure("identity.session_ended");
    return presentMemberSession(tenant, session);
  },
});
