import { type PersonalData } from "../../platform/module.ts";
import { MemberBlock } from "./models/member-block.ts";
import { Sanction } from "./models/sanction.ts";
import { Report } from "./models/report.ts";
import { keptDays } from "./queue/forget-case.ts";

/** What this module holds about a member. Who blocked them is the others' own. */
export const personalData: PersonalData = {
  async export(scope, memberId) {
    const blocks = await scope.read`
      select blocked_id, created_at from ${MemberBlock} b where blocker_id = ${memberId}`;
    const reports = await scope.read`
      select category, text, created_at from ${Report} r where reporter_id = ${memberId}`;
    const sanctions = await scope.read`
      select kind, reason, created_at, ends_at, ended_at, appeal_text, appealed_at, appeal_outcome, appeal_reason
      from ${Sanction} s where member_id = ${memberId}`;
    return { blocks, reports, sanctions };
  },
  async erase(scope, memberId) {
    await scope.query(MemberBlock).where({ blockerId: memberId }).orWhere({ blockedId: memberId }).delete();
    // What was reported stays until its time is over: it may be another person's protection.
    await scope.query(Report).where({ reporterId: memberId }).patch({ text: "" });
    await scope.query(Sanction).where({ memberId }).delete();
  },
  blockers: async () => [],
  retentionDays: { cases: keptDays },
};
