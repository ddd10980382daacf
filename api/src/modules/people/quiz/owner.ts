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

/** A quiz as other modules read it. */
export type ReadQuiz = Pick<QuizAnswers, "id" | "answers" | "completedAt" | "version">;

/** The caller's quiz as it stands, or null. */
export const readQuiz = (scope: Scope): Promise<ReadQuiz | null> => readQuizOf(scope, quizOwner(scope));

/** Somebody's quiz as it stands, or null. */
export async function readQuizOf(
  scope: Scope,
  { ownerKind, ownerId }: ReturnType<typeof quizOwner>,
): Promise<ReadQuiz | null> {
  const [row] = await scope.read<ReadQuiz>`
    select id, answers, completed_at, version from ${QuizAnswers} q where owner_kind = ${ownerKind} and owner_id = ${ownerId}`;
  return row ?? null;
}

/** Who completed or changed a quiz since a moment, the latest first. */
export const listQuizOwners = (
  scope: Scope,
  since: Date,
  limit: number,
): Promise<ReturnType<typeof quizOwner>[]> => scope.read`
  select owner_kind, owner_id from ${QuizAnswers} q
  where completed_at >= ${since} order by completed_at desc, id limit ${limit}`;
