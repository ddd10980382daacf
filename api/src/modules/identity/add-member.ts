import { announce } from "../../platform/outbox/announce.ts";
import { type Scope } from "../../platform/scope/scope.ts";
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
  readonly externalId?: string | null;
  readonly locale?: string | null;
  readonly timeZone?: string | null;
  readonly passwordHash?: string | null;
}

/** Adds a member to the scope's tenant. Refuses with `identity.email_taken` or `identity.external_id_taken`. */
export async function addMember(
  scope: Scope,
  {
    email,
    isEmailVerified,
    name,
    roles,
    externalId = null,
    locale = null,
    timeZone = null,
    passwordHash = null,
  }: NewMember,
): Promise<Member> {
  const { now } = scope;
  const inserted = await scope
    .query(Member)
    .insert({
      externalId,
      email,
      emailVerifiedAt: isEmailVerified ? now : null,
      name,
      roles: [...roles],
      locale,
      timeZone,
      preferences: {},
      status: "active",
      version: 1,
    })
    .onConflict()
    .ignore()
    .returning("*");
  const member = [inserted].flat()[0];
  if (!member) {
    const taken = await scope.query(Member).where({ email }).resultSize();
    throw failure(taken > 0 ? "identity.email_taken" : "identity.external_id_taken");
  }
  if (passwordHash !== null) await setPassword(scope, member.id, passwordHash);
  await announce(scope, "member.created", { memberId: member.id, at: scope.now });
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
