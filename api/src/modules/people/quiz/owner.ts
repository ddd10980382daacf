import { requestFailure } from "../../../platform/errors.ts";
import { memberIdOf, visitorIdOf } from "../../../platform/scope/actor.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { QuizAnswers } from "../models/quiz-answers.ts";

/** Whose quiz it is: the member's, else the visitor's. */
export function quizOwner({ actor }: Scope): { ownerKind: "visitor" | "member"; ownerId: string } {
  const memberId = memberIdOf(actor);
  if (memberId !== null) return { ownerKind: "member", ownerId: memberId };
  const visitorId = visitorIdOf(actor);
  if (visitorId === null) throw requestFailure("request.unauthenticated");
  return { ownerKind: "visitor", ownerId: visitorId };
}

/** The caller's quiz as it stands, or null. */
export async function readQuiz(
  scope: Scope,
): Promise<Pick<QuizAnswers, "id" | "answers" | "completedAt"> | null> {
  const { ownerKind, ownerId } = quizOwner(scope);
  const [row] = await scope.read<Pick<QuizAnswers, "id" | "answers" | "completedAt">>`
    select id, answers, completed_at from ${QuizAnswers} q where owner_kind = ${ownerKind} and owner_id = ${ownerId}`;
  return row ?? null;
}
