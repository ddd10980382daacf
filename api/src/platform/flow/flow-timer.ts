import { z } from "zod";
import { timer } from "../timers/timer.ts";
import { takeTransition } from "./engine.ts";
import { flowTimerName } from "./flow-timers.ts";

/** Takes the transition a flow's timer is for, when the order still stands where the timer runs. */
export const flowTimer = timer({
  name: flowTimerName,
  payload: z.strictObject({ timer: z.string() }),
  async run(scope, { subjectId, payload }) {
    const outcome = await takeTransition(scope, subjectId, payload);
    if (outcome.kind !== "refused") return;
    // Left meanwhile, frozen, or set anew for later: whoever did that has seen to the timers.
    if (["wrong_state", "frozen", "too_early"].includes(outcome.reason)) return;
    throw new Error(`the timer ${payload.timer} of order ${subjectId} was refused: ${outcome.reason}`);
  },
});
