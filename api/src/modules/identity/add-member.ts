import { wallClock } from "../../platform/clock.ts";
import { newId } from "../../platform/ids.ts";
import { announce } from "../../platform/outbox/announce.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { consumeLimit } from "../tenancy/index.ts";
import { failure } from "./errors.ts";
import { Member } from "./models/member.ts";
import { MemberPassword } from "./models/member-password.ts";
import { type MarketplaceRole } from "./rules/roles.ts";

/** Somebody new to a site. */
export interface NewMember {
  /** Normalised. */
  readonly email: string;
  readonly isEmailVerified: boolean;
  readonly name: string;
  readonly roles: readonly MarketplaceRole[];
  /** Those of the roles that no member token takes away; all of them unless told. */
  readonly grantedRoles?: readonly MarketplaceRole[];
  /** Roles they asked for and have once approved. */
  readonly pendingRoles?: readonly MarketplaceRole[];
  readonly externalId?: string | null;
  readonly locale?: string | null;
  readonly timeZone?: string | null;
  readonly passwordHash?: string | null;
}

/** Adds a member to the scope's tenant. Refuses with `tenancy.usage_limit`, `identity.email_taken` or `identity.external_id_taken`. */
export async function addMember(scope: Scope, person: NewMember): Promise<Member> {
  const member = await addMemberUnlessKnown(scope, person);
  if (member) return member;
  const taken = await scope.query(Member).where({ email: person.email }).resultSize();
  throw failure(taken > 0 ? "identity.email_taken" : "identity.external_id_taken");
}

/** Adds a member, unless somebody has the address or the external id already, perhaps since a moment: then null. */
export async function addMemberUnlessKnown(
  scope: Scope,
  {
    email,
    isEmailVerified,
    name,
    roles,
    grantedRoles = roles,
    pendingRoles = [],
    externalId = null,
    locale = null,
    timeZone = null,
    passwordHash = null,
  }: NewMember,
): Promise<Member | null> {
  const { tenant, now } = scope;
  const [member] = await scope.sql<Member>`
    insert into members (tenant_id, id, external_id, email, email_verified_at, name, roles, granted_roles, pending_roles,
      locale, time_zone, created_at, updated_at)
    values (${tenant.id}, ${newId(wallClock())}, ${externalId}, ${email}, ${isEmailVerified ? now : null}, ${name}, ${[...roles]}, ${[...grantedRoles]},
      ${[...pendingRoles]}, ${locale}, ${timeZone}, ${now}, ${now})
    on conflict do nothing returning *`;
  if (!member) return null;
  await consumeLimit(scope, "identity.members");
  if (passwordHash !== null) await setPassword(scope, member.id, passwordHash);
  await announce(scope, "member.created", { memberId: member.id, at: now });
  return member;
}

/** Stores a member's password, in place of the one before. */
export async function setPassword(scope: Scope, memberId: string, hash: string): Promise<void> {
  await scope
    .query(MemberPassword)
    .insert({ memberId, hash, changedAt: scope.now })
    .onConflict(["tenantId", "memberId"])
    .merge();
}
