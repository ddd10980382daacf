import { audit } from "../../../platform/audit/record.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { forgetMember } from "../change-roles.ts";
import { lockMember } from "../lock-member.ts";
import { Member, type MemberStatus } from "../models/member.ts";
import { endSessions } from "../sessions.ts";

interface StatusChange {
  readonly status: MemberStatus;
  /** Until when, of a suspension. */
  readonly until?: Date | undefined;
  readonly reason?: string | undefined;
}

/** Switches a member on or off; off ends every session of theirs at once. Setting it again changes nothing. */
export async function changeStatus(
  scope: Scope,
  memberId: string,
  { status, until, reason }: StatusChange,
): Promise<Member> {
  const member = await lockMember(scope, memberId);
  const suspendedUntil = until ?? null;
  if (member.status === status && member.suspendedUntil?.getTime() === until?.getTime()) return member;
  const version = member.version + 1;
  await scope.query(Member).where({ id: memberId }).patch({ status, suspendedUntil, version });
  await forgetMember(scope, memberId);
  if (status !== "active") await endSessions(scope, { memberId }, "deactivated");
  await audit(scope, {
    action: "identity.change_status",
    entity: { kind: "member", id: memberId },
    before: { status: member.status },
    after: { status, ...(reason !== undefined && { reason }) },
  });
  await announce(scope, "member.changed", { memberId, at: scope.now });
  return Object.assign(member, { status, suspendedUntil, version });
}
