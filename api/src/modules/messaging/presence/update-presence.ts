import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { plus, seconds } from "../../../platform/time.ts";
import { setTimer } from "../../../platform/timers/timer.ts";
import { callingMember, readMember } from "../../identity/index.ts";
import { Presence } from "../models/presence.ts";
import { presenceSeconds } from "../rules/presence.ts";
import { tellPresence } from "./tell-presence.ts";

export const updatePresence = operation({
  summary:
    "Says that the member is there, at the page or away from it. A page repeats it every 30 seconds; 90 seconds after the last time they count as gone.",
  input: z.strictObject({ state: z.enum(["online", "away"]) }),
  output: z.object({}),
  async run(scope, { state }) {
    const memberId = callingMember(scope);
    const member = await readMember(scope, memberId);
    // Who does not want to be seen leaves no trace either.
    if (member?.hidesPresence) {
      await scope.query(Presence).where({ memberId }).delete();
      return {};
    }
    const before = await scope.query(Presence).findOne({ memberId });
    await scope
      .query(Presence)
      .insert({ memberId, state, seenAt: scope.now })
      .onConflict(["tenantId", "memberId"])
      .merge(["state", "seenAt"]);
    await setTimer(scope, {
      name: "messaging.end_presence",
      subjectId: memberId,
      dueAt: plus(scope.now, seconds(presenceSeconds)),
    });
    if (before?.state !== state) await tellPresence(scope, { memberId, state, seenAt: scope.now });
    return {};
  },
});
