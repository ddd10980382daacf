import { audit } from "../../platform/audit/record.ts";
import { announce } from "../../platform/outbox/announce.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { lockMember } from "./lock-member.ts";
import { Member } from "./models/member.ts";
import { Session } from "./models/session.ts";
import { type MarketplaceRole } from "./rules/roles.ts";
import { forgetRepresented, forgetSession } from "./session-states.ts";

/** Gives a member exactly these roles; they count from the next call on, in other processes within five seconds. */
export async function changeRoles(
  scope: Scope,
  memberId: string,
  choose: (had: readonly MarketplaceRole[]) => readonly MarketplaceRole[],
): Promise<Member> {
  const member = await lockMember(scope, memberId);
  const before = member.roles;
  const roles = [...choose(before)];
  if (roles.join() === before.join()) return member;
  await scope.query(Member).where({ id: memberId }).patch({ roles });
  await forgetMember(scope, memberId);
  await audit(scope, {
    action: "identity.change_roles",
    entity: { kind: "member", id: memberId },
    before: { roles: before },
    after: { roles },
  });
  await announce(scope, "member.changed", { memberId, at: scope.now });
  return Object.assign(member, { roles });
}

/** Lets this process see a change of a member's rights as soon as it is committed. */
export async function forgetMember(scope: Scope, memberId: string): Promise<void> {
  const living = await scope.query(Session).where({ memberId }).whereNull("endedAt").select("id");
  for (const { id } of living) forgetSession(scope.tenant.id, id);
  forgetRepresented(scope.tenant.id, memberId);
}
