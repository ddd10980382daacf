import { type PersonalData } from "../../platform/module.ts";
import { Sample } from "./models/sample.ts";

/** What this module holds about a member. */
export const personalData: PersonalData = {
  async export(scope, memberId) {
    const samples = await scope.read`
      select note, created_at from ${Sample} s where member_id = ${memberId}`;
    return { samples };
  },
  async erase(scope, memberId) {
    await scope.query(Sample).where({ memberId }).delete();
  },
  blockers: async () => [],
  retentionDays: {},
};
