import { type PersonalData } from "../../platform/module.ts";
import { MemberBlock } from "./models/member-block.ts";
import { Report } from "./models/report.ts";
import { keptDays } from "./queue/forget-case.ts";

/** What this module holds about a member. Who blocked them is the others' own. */
export const personalData: PersonalData = {
  async export(scope, memberId) {
    const blocks = await scope.read`
      select blocked_id, created_at from ${MemberBlock} b where blocker_id = ${memberId}`;
    const reports = await scope.read`
      select category, text, created_at from ${Report} r where reporter_id = ${memberId}`;
    return { blocks, reports };
  },
  async erase(scope, memberId) {
    await scope.query(MemberBlock).where({ blockerId: memberId }).orWhere({ blockedId: memberId }).delete();
    // What was reported stays until its time is over: it may be another person's protection.
    await scope.query(Report).where({ reporterId: memberId }).patch({ text: "" });
  },
  blockers: async () => [],
  retentionDays: { cases: keptDays },
};
