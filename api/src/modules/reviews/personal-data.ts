import { type PersonalData } from "../../platform/module.ts";
import { Review } from "./models/review.ts";

/** What reviews hold about a member: what they wrote, and what everybody may read of them. */
export const personalData: PersonalData = {
  async export(scope, memberId) {
    const given = await scope.read`
      select context, source_id, gig_id, ratings, overall, text, created_at
      from ${Review} r where author_id = ${memberId}`;
    const received = await scope.read`
      select context, ratings, overall, text, reply, replied_at, published_at
      from ${Review} r where subject_id = ${memberId} and published_at is not null`;
    return { given, received };
  },
  async erase(scope, memberId) {
    // The ratings belong to the other person's average; they name members by id alone.
    await scope.query(Review).where({ authorId: memberId }).patch({ text: "", reply: null });
    await scope.query(Review).where({ subjectId: memberId }).patch({ text: "", reply: null });
  },
  blockers: async () => [],
  retentionDays: {},
};
