import { z } from "zod";
import { type FieldError, invalidFields } from "../../../platform/errors.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { QuizAnswers } from "../models/quiz-answers.ts";
import { answersSchema, draftSchema } from "./answers-schema.ts";
import { peopleOf } from "../settings.ts";
import { answersView } from "./get-answers.ts";
import { quizOwner } from "./owner.ts";

export const saveAnswers = operation({
  summary: "Keeps the caller's quiz. A draft may leave factors out; a complete quiz answers every one.",
  input: z.strictObject({
    /** By factor, each in the form its kind asks for (`getQuiz`). */
    answers: z.record(z.string().max(40), z.unknown()),
    isDraft: z.boolean().default(false),
  }),
  output: answersView,
  async run(scope, { answers, isDraft }) {
    const { factors } = peopleOf(scope.tenant);
    const parsed = (isDraft ? draftSchema : answersSchema)(factors).safeParse(answers);
    if (!parsed.success) throw invalidFields(...parsed.error.issues.flatMap((issue) => problemsOf(issue)));
    const { ownerKind, ownerId } = quizOwner(scope);
    const completedAt = isDraft ? null : scope.now;
    const saved = await scope
      .query(QuizAnswers)
      .insert({ ownerKind, ownerId, answers: parsed.data, completedAt })
      .onConflict(["tenantId", "ownerKind", "ownerId"])
      .merge(["answers", "completedAt", "updatedAt"])
      .returning("id");
    if (!isDraft) await announce(scope, "quiz.completed", { ownerKind, ownerId, answersId: saved.id });
    return { id: saved.id, answers: parsed.data, completedAt: completedAt?.toISOString() ?? null };
  },
});

function problemsOf(issue: z.core.$ZodIssue): FieldError[] {
  const path = ["answers", ...issue.path.map((part) => (typeof part === "number" ? part : String(part)))];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: [...path, key], message: "The quiz has no such factor." }));
  }
  const isMissing = issue.code === "invalid_type" && issue.input === undefined && path.length === 2;
  return [{ path, message: isMissing ? "This factor is missing. Answer it." : issue.message }];
}
