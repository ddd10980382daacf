import { z } from "zod";
import { signAccessToken } from "../../../platform/access-tokens.ts";
import { wallClock } from "../../../platform/clock.ts";
import { staffRoles } from "../../../platform/scope/actor.ts";
import { withinTenant } from "../../../platform/scope/open.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { noTenant, type Tenant } from "../../../platform/scope/tenant.ts";
import { hours, minutes, plus } from "../../../platform/time.ts";
import { tokensView } from "../member-session.ts";
import { type Membership } from "../models/membership.ts";
import { type Session } from "../models/session.ts";
import { issueRefreshToken } from "../refresh-tokens.ts";
import { permissionsOf } from "../rules/staff-permissions.ts";
import { allPermissions } from "../session-states.ts";
import { startSession } from "../sessions.ts";
import { identityOf } from "../settings.ts";
import { type Account } from "./accounts.ts";

const accountView = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  locale: z.string(),
});

export const staffTenantView = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  isSandbox: z.boolean(),
});

/** Who is signed in to the admin app, where, and what they may do there, so that it shows nothing else. */
export const staffView = z.object({
  account: accountView,
  /** Null for operators. */
  tenant: staffTenantView.nullable(),
  staffRole: z.enum(staffRoles).nullable(),
  permissions: z.array(z.string()),
});

export const staffSessionView = tokensView.extend(staffView.shape);

export const presentAccount = ({ id, email, name, locale }: Account) => ({ id, email, name, locale });

export const presentStaffTenant = ({ id, slug, name, isSandbox }: Tenant) => ({ id, slug, name, isSandbox });

/** Where somebody signed in to the admin app works: a tenant as its team member, or everywhere as an operator. */
export type StaffPlace = { readonly tenant: Tenant; readonly membership: Membership } | "operator";

const tenantOf = (place: StaffPlace): Tenant => (place === "operator" ? noTenant : place.tenant);

/** Begins a session of the admin app. The scope may be of another tenant, or of none. */
export async function openStaffSession(
  scope: Scope,
  account: Account,
  place: StaffPlace,
): Promise<z.infer<typeof staffSessionView>> {
  const tenant = tenantOf(place);
  const audience = place === "operator" ? "operator" : "staff";
  const { session, refreshToken } = await withinTenant(scope, tenant, async (inside) => {
    const started = await startSession(inside, { audience, accountId: account.id });
    const lifetime = hours(identityOf(tenant).sessions.staffRefreshHours);
    return { session: started, refreshToken: await issueRefreshToken(inside, started, lifetime) };
  });
  return presentStaffSession(account, place, { session, refreshToken });
}

/** Signs an access token for a living session of the admin app, and presents it with the person's rights. */
export async function presentStaffSession(
  account: Account,
  place: StaffPlace,
  { session, refreshToken }: { readonly session: Session; readonly refreshToken: string },
): Promise<z.infer<typeof staffSessionView>> {
  const tenant = tenantOf(place);
  const wanted = plus(wallClock(), minutes(identityOf(tenant).sessions.staffAccessMinutes));
  const expiresAt = new Date(Math.min(wanted.getTime(), session.expiresAt.getTime()));
  const accessToken = await signAccessToken({
    audience: place === "operator" ? "operator" : "staff",
    tenantId: place === "operator" ? null : tenant.id,
    subjectId: account.id,
    sessionId: session.id,
    version: account.version,
    visitorId: null,
    origin: session.origin,
    expiresAt,
  });
  return {
    accessToken,
    accessExpiresAt: expiresAt.toISOString(),
    refreshToken,
    ...presentStaff(account, place),
  };
}

/** Presents who somebody of the team is and what they may do. */
const presentStaff = (account: Account, place: StaffPlace): z.infer<typeof staffView> => ({
  account: presentAccount(account),
  tenant: place === "operator" ? null : presentStaffTenant(place.tenant),
  staffRole: place === "operator" ? null : place.membership.staffRole,
  permissions: place === "operator" ? [] : permissionsOf(place.membership, allPermissions()),
});
