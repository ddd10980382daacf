import { type PersonalData } from "../../platform/module.ts";
import { CachedMatch } from "./models/cached-match.ts";
import { Embedding } from "./models/embedding.ts";

export const matchingPersonalData: PersonalData = {
  async export(scope, memberId) {
    const matches = await scope.read`
      select profile, answer, created_at from ${CachedMatch} m where client_kind = 'member' and client_id = ${memberId}`;
    return { matches };
  },
  async erase(scope, memberId) {
    await scope.query(CachedMatch).where({ clientKind: "member", clientId: memberId }).delete();
    await scope.query(Embedding).where({ ownerId: memberId }).delete();
  },
  blockers: async () => [],
  retentionDays: { match_cache: 1, goal_embeddings: 180 },
};
