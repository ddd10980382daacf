import { z } from "zod";
import { timer } from "../../../platform/timers/timer.ts";
import { ModerationCase } from "../models/moderation-case.ts";

/** The name of the timer below. */
export const forgetCaseTimer = "safety.forget_case";

/** How long a decided case is kept, with its evidence. */
export const keptDays = 365;

/** Deletes a decided case with all that was said of it. */
export const forgetCase = timer({
  name: forgetCaseTimer,
  payload: z.object({}),
  async run(scope, { subjectId }) {
    await scope.query(ModerationCase).where({ id: subjectId }).whereNotNull("decidedAt").delete();
  },
});
