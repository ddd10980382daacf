import { z } from "zod";
import { setTimer, timer } from "../../../platform/timers/timer.ts";
import { Hold } from "../models/hold.ts";
import { isLive } from "../rules/holds.ts";
import { endHold } from "./end-holds.ts";

/** Ends a hold when its time has run out. */
export const expireHold = timer({
  name: "scheduling.expire_hold",
  payload: z.object({}),
  async run(scope, { subjectId }) {
    const hold = await scope.query(Hold).findOne({ id: subjectId, state: "live" }).forUpdate();
    if (!hold) return;
    if (isLive(hold, scope.now)) {
      // It was prolonged while this timer was on its way.
      await setTimer(scope, { name: "scheduling.expire_hold", subjectId, dueAt: hold.expiresAt });
      return;
    }
    await endHold(scope, hold, "expired");
  },
});

/** Deletes a hold that ended a day ago, with the address and the network it came from. */
export const forgetHold = timer({
  name: "scheduling.forget_hold",
  payload: z.object({}),
  async run(scope, { subjectId }) {
    await scope.query(Hold).where({ id: subjectId }).whereNot({ state: "live" }).delete();
  },
});
