import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { readQuiz } from "./owner.ts";

/** The caller's answers by factor, and when the quiz was completed; null while it is a draft. */
export const answersView = z.object({
  /** Names the quiz of this caller; null before the first answer. */
  id: z.uuid().nullable(),
  answers: z.record(z.string(), z.unknown()),
  completedAt: z.iso.datetime().nullable(),
  /** 0 before the first answer; sent back, it tells that no other window of the person wrote meanwhile. */
  version: z.int(),
});

export const getAnswers = operation({
  summary: "Answers what the caller has answered in the quiz so far.",
  input: z.strictObject({}),
  output: answersView,
  async run(scope) {
    const quiz = await readQuiz(scope);
    return {
      id: quiz?.id ?? null,
      answers: quiz?.answers ?? {},
      completedAt: quiz?.completedAt?.toISOString() ?? null,
      version: quiz?.version ?? 0,
    };
  },
});
