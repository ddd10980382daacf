import { type Claim } from "../../../platform/module.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { QuizAnswers } from "../models/quiz-answers.ts";

/** Gives the visitor's quiz to the member. A quiz the member has already stays, unless the visitor's is complete and newer. */
export async function claimAnswers(scope: Scope, { visitorId, memberId }: Claim): Promise<void> {
  const quizzes = await scope
    .query(QuizAnswers)
    .where((either) => {
      void either
        .where({ ownerKind: "visitor", ownerId: visitorId })
        .orWhere({ ownerKind: "member", ownerId: memberId });
    })
    .forUpdate();
  const theirs = quizzes.find(({ ownerKind }) => ownerKind === "visitor");
  const own = quizzes.find(({ ownerKind }) => ownerKind === "member");
  if (!theirs) return;
  if (own) {
    const isOutdone =
      own.completedAt === null || (theirs.completedAt !== null && theirs.updatedAt > own.updatedAt);
    await scope
      .query(QuizAnswers)
      .where({ id: isOutdone ? own.id : theirs.id })
      .delete();
    if (!isOutdone) return;
  }
  await scope.query(QuizAnswers).where({ id: theirs.id }).patch({ ownerKind: "member", ownerId: memberId });
  if (theirs.completedAt !== null) {
    await announce(scope, "quiz.completed", { ownerKind: "member", ownerId: memberId, answersId: theirs.id });
  }
}
