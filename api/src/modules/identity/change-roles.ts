import { isDeepStrictEqual } from "node:util";
import { audit } from "../../platform/audit/record.ts";
import { announce } from "../../platform/outbox/announce.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { lockMember } from "./lock-member.ts";
import { Member } from "./models/member.ts";
import { Session } from "./models/session.ts";
import { type MemberRoles } from "./rules/roles.ts";
import { forgetRepresented, forgetSession } from "./session-states.ts";

/** Changes what a member is; it counts from the next call on, in other processes within five seconds. */
export async function changeRoles(
  scope: Scope,
  memberId: string,
  choose: (had: MemberRoles) => MemberRoles,
): Promise<Member> {
  const member = await lockMember(scope, memberId);
  const before = rolesOf(member);
  const after = rolesOf(choose(member));
  const isSame = after.roles.join() === before.roles.join();
  if (isDeepStrictEqual(after, before)) return member;
  await scope.query(Member).where({ id: memberId }).patch(after);
  await forgetMember(scope, memberId);
  // Asking changes nothing that others have to answer for; what the team decides on it has an entry of its own.
  if (!isSame)
    await audit(scope, {
      action: "identity.change_roles",
      entity: { kind: "member", id: memberId },
      before: { roles: before.roles },
      after: { roles: after.roles },
    });
  await announce(scope, "member.changed", { memberId, at: scope.now });
  return Object.assign(member, after);
}

const rolesOf = ({ roles, grantedRoles, pendingRoles }: MemberRoles) => ({
  roles: [...roles],
  grantedRoles: [...grantedRoles],
  pendingRoles: [...pendingRoles],
});

/** Lets this process see a change of a member's rights as soon as it is committed. */
export async function forgetMember(scope: Scope, memberId: string): Promise<void> {
  const living = await scope.query(Session).where({ memberId }).whereNull("endedAt").select("id");
  for (const { id } of living) forgetSession(scope.tenant.id, id);
  forgetRepresented(scope.tenant.id, memberId);
}
