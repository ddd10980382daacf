import { announce } from "../../platform/outbox/announce.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { Member } from "./models/member.ts";
import { MemberPassword } from "./models/member-password.ts";
import { endSessions } from "./sessions.ts";

/**
 * Marks a member's address as proven by somebody who reads its mailbox. Whoever signed up with it before without proving it may
 * have been somebody else, so their password and sessions end, unless the proof comes from a link they could have asked for themselves.
 */
export async function proveEmail(
  scope: Scope,
  member: Member,
  { keepsPassword }: { readonly keepsPassword: boolean },
): Promise<Member> {
  if (member.emailVerifiedAt) return member;
  if (!keepsPassword) {
    await scope.query(MemberPassword).where({ memberId: member.id }).delete();
    await endSessions(scope, { memberId: member.id }, "taken_over");
  }
  const emailVerifiedAt = scope.now;
  await scope.query(Member).where({ id: member.id }).patch({ emailVerifiedAt });
  await announce(scope, "member.verified", { memberId: member.id, at: scope.now });
  return Object.assign(member, { emailVerifiedAt });
}
