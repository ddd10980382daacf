import { z } from "zod";
import { days } from "../../../platform/time.ts";
import { timer } from "../../../platform/timers/timer.ts";
import { Embedding } from "../models/embedding.ts";

/** The name of the timer below. */
export const forgetGoalTimer = "matching.forget_goal";

/** How long the vector of a goal is kept after it was made. */
export const goalKeptFor = days(180);

/** Forgets the vector of a goal nobody came back for; asked again, it is made again. */
export const forgetGoal = timer({
  name: forgetGoalTimer,
  payload: z.object({}),
  async run(scope, { subjectId }) {
    await scope.query(Embedding).where({ ownerKind: "goal", ownerId: subjectId }).delete();
  },
});
