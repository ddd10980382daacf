import { type PersonalData } from "../../platform/module.ts";
import { Search } from "./models/search.ts";
import { TeamNote } from "./models/team-note.ts";
import { searchDays } from "./searches/forget-searches.ts";

/** What a member searched for, and what the team wrote down about them. Whoever asks for their data is told that too; who wrote it is the author's own. */
export const personalData: PersonalData = {
  async export(scope, memberId) {
    const notes = await scope.read`
      select subject_kind, subject_id, text, created_at from ${TeamNote} n where ${memberId}::uuid = any(concerns)`;
    const searches = await scope.read`
      select kind, text, found, searched_at from ${Search} s where member_id = ${memberId}`;
    return { notes, searches };
  },
  async erase(scope, memberId) {
    await scope.sql`
      delete from team_notes where tenant_id = ${scope.tenant.id} and ${memberId}::uuid = any(concerns)`;
    await scope.query(Search).where({ memberId }).delete();
  },
  blockers: async () => [],
  retentionDays: { searches: searchDays },
};
