import { type PersonalData } from "../../platform/module.ts";
import { MemberBlock } from "./models/member-block.ts";

/** What this module holds about a member. Who blocked them is the others' own. */
export const personalData: PersonalData = {
  async export(scope, memberId) {
    const blocks = await scope.read`
      select blocked_id, created_at from ${MemberBlock} b where blocker_id = ${memberId}`;
    return { blocks };
  },
  async erase(scope, memberId) {
    await scope.query(MemberBlock).where({ blockerId: memberId }).orWhere({ blockedId: memberId }).delete();
  },
  blockers: async () => [],
  retentionDays: {},
};
