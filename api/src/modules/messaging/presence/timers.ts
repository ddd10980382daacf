import { z } from "zod";
import { plus, seconds } from "../../../platform/time.ts";
import { timer } from "../../../platform/timers/timer.ts";
import { Presence } from "../models/presence.ts";
import { presenceSeconds } from "../rules/presence.ts";
import { tellPresence } from "./tell-presence.ts";

/** Counts somebody as gone whose page has said nothing for a while. */
export const endPresence = timer({
  name: "messaging.end_presence",
  payload: z.object({}),
  async run(scope, { subjectId: memberId }) {
    const presence = await scope.query(Presence).findOne({ memberId }).forUpdate();
    if (!presence || plus(presence.seenAt, seconds(presenceSeconds)) > scope.now) return;
    await scope.query(Presence).where({ memberId }).patch({ state: "offline" });
    await tellPresence(scope, { memberId, seenAt: presence.seenAt, state: "offline" });
  },
});
