import { z } from "zod";
import { type FieldError, invalidFields, requestFailure } from "../../../platform/errors.ts";
import { fieldErrorsOf, inHouseWords } from "../../../platform/field-sentences.ts";
import { newId } from "../../../platform/ids.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { type QuizAnswers } from "../models/quiz-answers.ts";
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
    /** The version the answers were given on; a conflict is answered when it is not the newest. */
    version: z.int().min(0).optional(),
  }),
  output: answersView,
  async run(scope, { answers, isDraft, version = null }) {
    const { factors } = peopleOf(scope.tenant);
    const parsed = (isDraft ? draftSchema : answersSchema)(factors).safeParse(answers, inHouseWords);
    if (!parsed.success)
      throw invalidFields(...parsed.error.issues.flatMap((issue) => problemsOf(issue, answers)));
    const { ownerKind, ownerId } = quizOwner(scope);
    const completedAt = isDraft ? null : scope.now;
    const [saved] = await scope.sql<Pick<QuizAnswers, "id" | "version">>`
      insert into quiz_answers as kept (tenant_id, id, owner_kind, owner_id, answers, completed_at, created_at, updated_at)
      values (${scope.tenant.id}, ${newId(scope.now)}, ${ownerKind}, ${ownerId}, ${JSON.stringify(parsed.data)}, ${completedAt},
        ${scope.now}, ${scope.now})
      on conflict (tenant_id, owner_kind, owner_id) do update
        set answers = excluded.answers, completed_at = excluded.completed_at, version = kept.version + 1,
          updated_at = excluded.updated_at
        where ${version}::integer is null or kept.version = ${version}
      returning id, version`;
    if (!saved) throw requestFailure("request.conflict");
    if (!isDraft) await announce(scope, "quiz.completed", { ownerKind, ownerId, answersId: saved.id });
    return { ...saved, answers: parsed.data, completedAt: completedAt?.toISOString() ?? null };
  },
});

function problemsOf(issue: z.core.$ZodIssue, answers: object): FieldError[] {
  const [factor] = issue.path;
  const isMissing = factor !== undefined && !Object.hasOwn(answers, factor);
  return fieldErrorsOf(issue).map((field) => {
    const path = ["answers", ...field.path];
    if (issue.code === "unrecognized_keys" && issue.path.length === 0)
      return { path, message: "The quiz has no such factor." };
    return isMissing ? { path, message: "This factor is missing. Answer it." } : { ...field, path };
  });
}
