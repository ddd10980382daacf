import { type PersonalData } from "../../platform/module.ts";
import { TeamNote } from "./models/team-note.ts";

/** What the team wrote down about a member. Whoever asks for their data is told that too; who wrote it is the author's own. */
export const personalData: PersonalData = {
  async export(scope, memberId) {
    const notes = await scope.read`
      select subject_kind, subject_id, text, created_at from ${TeamNote} n where ${memberId}::uuid = any(concerns)`;
    return { notes };
  },
  async erase(scope, memberId) {
    await scope.sql`
      delete from team_notes where tenant_id = ${scope.tenant.id} and ${memberId}::uuid = any(concerns)`;
  },
  blockers: async () => [],
  retentionDays: {},
};
