import { z } from "zod";
import { timer } from "../../../platform/timers/timer.ts";
import { snapshotTimer } from "./post.ts";

/** Sums the final entries of busy accounts, so that their balances stay quick to read. */
export const snapshotLedger = timer({
  name: snapshotTimer,
  payload: z.object({}),
  async run(scope) {
    await scope.sql`select ledger_snapshot(${scope.now})`;
  },
});
