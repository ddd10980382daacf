import { z } from "zod";
import { announce } from "../../platform/outbox/announce.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { localeFor } from "../tenancy/index.ts";
import { addMemberUnlessKnown } from "./add-member.ts";
import { changeRoles } from "./change-roles.ts";
import { failure } from "./errors.ts";
import { openMemberSession, sessionView } from "./member-session.ts";
import { type MemberClaims, useMemberToken } from "./member-token.ts";
import { Member } from "./models/member.ts";
import { proveEmail } from "./prove-email.ts";
import { nameFromEmail } from "./rules/email.ts";
import { noRoles, vouchedRoles } from "./rules/roles.ts";
import { startingRoles } from "./roles-to-approve.ts";

export const exchangeToken = operation({
  summary:
    "Signs in a person of the tenant's own server by a token it signed; creates the member or brings them up to date.",
  input: z.strictObject({ token: z.string().min(1).max(4000) }),
  output: sessionView,
  async run(scope, { token }) {
    const claims = await useMemberToken(scope, token);
    const known = await scope.query(Member).findOne({ externalId: claims.sub }).forUpdate();
    const member = known ? await bringUpToDate(scope, known, claims) : await joinOrLink(scope, claims);
    return openMemberSession(scope, member);
  },
});

async function bringUpToDate(scope: Scope, member: Member, claims: MemberClaims): Promise<Member> {
  const changes = changesOf(member, claims);
  if (changes.email !== undefined) {
    const taken = await scope.query(Member).where({ email: changes.email }).resultSize();
    if (taken > 0) throw failure("identity.email_taken");
  }
  if (Object.keys(changes).length > 0) {
    await scope.query(Member).where({ id: member.id }).patch(changes);
    await announce(scope, "member.changed", { memberId: member.id, at: scope.now });
  }
  const { roles, grantedRoles, pendingRoles } = claims.roles
    ? await changeRoles(scope, member.id, (had) => vouchedRoles(had, claims.roles ?? []))
    : member;
  Object.assign(member, changes, { roles, grantedRoles, pendingRoles });
  return claims.email_verified ? proveEmail(scope, member, { keepsPassword: false }) : member;
}

function changesOf(member: Member, { email, name, locale, time_zone: timeZone }: MemberClaims) {
  return {
    ...(email !== member.email && { email, emailVerifiedAt: null }),
    ...(name !== undefined && name !== member.name && { name }),
    ...(locale !== undefined && locale !== member.locale && { locale }),
    ...(timeZone !== undefined && timeZone !== member.timeZone && { timeZone }),
  };
}

/** An address proves who somebody is only when the tenant's server checked it; else anybody could sign up there with another's. */
async function joinOrLink(scope: Scope, claims: MemberClaims): Promise<Member> {
  const {
    sub,
    email,
    email_verified: isEmailVerified = false,
    name,
    roles,
    locale,
    time_zone: timeZone,
  } = claims;
  const namesake = await scope.query(Member).findOne({ email }).forUpdate();
  if (!namesake) {
    const added = await addMemberUnlessKnown(scope, {
      email,
      isEmailVerified,
      name: name ?? nameFromEmail(email),
      // What somebody is to begin with is as good as named by the first token: a later one may say better.
      ...(roles ? vouchedRoles(noRoles, roles) : { ...startingRoles(scope.tenant), grantedRoles: [] }),
      externalId: sub,
      locale: locale ?? localeFor(scope.tenant, scope.request.locale),
      timeZone: timeZone ?? null,
    });
    if (added) return added;
    // Another tab was a moment faster.
    const winner = await scope.query(Member).findOne({ externalId: sub }).forUpdate();
    if (!winner) throw failure("identity.email_taken");
    return bringUpToDate(scope, winner, claims);
  }
  // Another tab was a moment faster, between the two looks.
  if (namesake.externalId === sub) return bringUpToDate(scope, namesake, claims);
  if (!isEmailVerified || namesake.externalId !== null) throw failure("identity.email_taken");
  await scope.query(Member).where({ id: namesake.id }).patch({ externalId: sub });
  return bringUpToDate(scope, Object.assign(namesake, { externalId: sub }), claims);
}
