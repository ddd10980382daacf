import { type PersonalData } from "../../platform/module.ts";
import { discardFile } from "../../platform/files/attach.ts";
import { hideFromSearch } from "../../platform/search/index-thing.ts";
import { Profile } from "./models/profile.ts";
import { ProviderApplication } from "./models/provider-application.ts";
import { QuizAnswers } from "./models/quiz-answers.ts";
import { peopleSearch } from "./search-kind.ts";

export const peoplePersonalData: PersonalData = {
  async export(scope, memberId) {
    const [profile] = await scope.read`select * from ${Profile} p where member_id = ${memberId}`;
    const quiz = await scope.read`
      select answers, completed_at from ${QuizAnswers} q where owner_kind = 'member' and owner_id = ${memberId}`;
    const applications = await scope.read`
      select role, state, note, reason, created_at from ${ProviderApplication} a where member_id = ${memberId}`;
    return { profile: profile ?? null, quiz: quiz[0] ?? null, applications };
  },
  async erase(scope, memberId) {
    const profile = await scope.query(Profile).where({ memberId }).first();
    for (const fileId of [profile?.photoFileId, profile?.chosenPhotoFileId])
      if (fileId) await discardFile(scope, fileId);
    await scope.query(Profile).where({ memberId }).delete();
    await hideFromSearch(scope, { kind: peopleSearch.kind, id: memberId });
    await scope.query(QuizAnswers).where({ ownerKind: "member", ownerId: memberId }).delete();
    await scope.query(ProviderApplication).where({ memberId }).delete();
  },
  blockers: async () => [],
  retentionDays: {},
};
