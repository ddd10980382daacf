import { z } from "zod";
import { closeOperatorTask, openOperatorTask } from "../../../platform/operator-tasks.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { days, plus } from "../../../platform/time.ts";
import { timer } from "../../../platform/timers/timer.ts";
import { Payout } from "../models/payout.ts";
import { silenceLimit } from "../rules/look-schedule.ts";
import { isOpenPayout } from "./payout-states.ts";
import { watchPayout, watchPayoutName } from "./watch-payout.ts";

/** How long a gateway is asked whether what it paid has come back; its news of that may have been lost. */
const returnLimit = days(30);

const kinds = { requested: "money.payout_undecided", later: "money.payout_silent" } as const;

/** Looks after a payout: has the gateway asked, and calls somebody once nobody decided about it, or nothing was heard of it, for days. */
export const watchPayoutTimer = timer({
  name: watchPayoutName,
  payload: z.object({ looks: z.int() }),
  async run(scope, { subjectId: payoutId, payload: { looks } }) {
    const payout = await scope.query(Payout).findById([scope.tenant.id, payoutId]);
    if (!payout) return;
    const { state, way, decidedAt, createdAt, endedAt, reference } = payout;
    if (state !== "requested") await closeOperatorTask(scope, { kind: kinds.requested, subjectId: payoutId });
    const mayComeBack =
      way !== "bank" && state === "paid" && endedAt !== null && plus(endedAt, returnLimit) > scope.now;
    if (!isOpenPayout(state)) await closeOperatorTask(scope, { kind: kinds.later, subjectId: payoutId });
    if (!isOpenPayout(state) && !mayComeBack) return;
    if (way !== "bank" && state !== "requested") await announce(scope, "payout.send_due", { payoutId });
    if (isOpenPayout(state) && plus(decidedAt ?? createdAt, silenceLimit) <= scope.now) {
      const kind = state === "requested" ? kinds.requested : kinds.later;
      await openOperatorTask(scope, { kind, subjectId: payoutId, params: { reference, state } });
    }
    await watchPayout(scope, payout, looks + 1);
  },
});
