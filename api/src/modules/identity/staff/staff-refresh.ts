import { z } from "zod";
import { threePartOperation } from "../../../platform/rpc/operation.ts";
import { withinTenant } from "../../../platform/scope/open.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { noTenant } from "../../../platform/scope/tenant.ts";
import { hours } from "../../../platform/time.ts";
import { readTenant } from "../../tenancy/index.ts";
import { failure } from "../errors.ts";
import { refreshTokenInput } from "../refresh.ts";
import { rotateRefreshToken, tenantOfRefreshToken } from "../refresh-tokens.ts";
import { identityOf } from "../settings.ts";
import { readAccount } from "./accounts.ts";
import { membershipIn } from "./memberships.ts";
import { presentStaffSession, type StaffPlace, staffSessionView } from "./staff-session.ts";

export const staffRefresh = threePartOperation({
  summary: "Exchanges a refresh token of the admin app for a new pair of tokens.",
  input: z.strictObject({ refreshToken: refreshTokenInput }),
  output: staffSessionView,
  // As with members: the end of a session whose token was copied must be kept.
  prepare: (scope, { refreshToken }) => rotate(scope, refreshToken),
  call: async () => null,
  async finish(_scope, refreshed) {
    if (!refreshed) throw failure("identity.session_ended");
    const { account, place, ...tokens } = refreshed;
    return presentStaffSession(account, place, tokens);
  },
});

async function rotate(scope: Scope, refreshToken: string) {
  const tenantId = tenantOfRefreshToken(refreshToken);
  const isOperator = tenantId === noTenant.id;
  const tenant = isOperator ? noTenant : tenantId && (await readTenant(scope, tenantId));
  if (!tenant) return null;
  const lifetimeMs = hours(identityOf(tenant).sessions.staffRefreshHours);
  const { origin } = scope.request;
  const rotation = await withinTenant(scope, tenant, (inside) =>
    rotateRefreshToken(inside, refreshToken, { origin, lifetimeMs }),
  );
  const accountId = rotation?.session.accountId;
  const account = accountId ? await readAccount(scope, accountId) : null;
  if (!rotation || account?.status !== "active") return null;
  if (isOperator)
    return account.isOperator ? { ...rotation, account, place: "operator" as StaffPlace } : null;
  const membership = await membershipIn(scope, tenant, account.id);
  return membership ? { ...rotation, account, place: { tenant, membership } } : null;
}
