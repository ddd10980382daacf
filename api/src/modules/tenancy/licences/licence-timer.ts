import { z } from "zod";
import { announce } from "../../../platform/outbox/announce.ts";
import { timer } from "../../../platform/timers/timer.ts";
import { Licence } from "../models/licence.ts";
import { lockStanding } from "../plans/standing.ts";
import { licenceTimerName, settleLicence, stateNow } from "./settle-licence.ts";

/** Tells of a licence's end beforehand, and brings it into the state that time has brought. */
export const licenceTimer = timer({
  name: licenceTimerName,
  payload: z.object({}),
  async run(scope, { subjectId }) {
    await lockStanding(scope);
    const licence = await scope.query(Licence).findOne({ id: subjectId }).forUpdate();
    if (!licence) return;
    const state = await stateNow(scope, licence);
    if (state !== licence.state) await settleLicence(scope, licence, { state });
    else if (licence.state === "active" && licence.expiresAt) {
      await announce(scope, "licence.expiring", {
        licenceId: licence.id,
        module: licence.module,
        expiresAt: licence.expiresAt,
      });
    }
  },
});
