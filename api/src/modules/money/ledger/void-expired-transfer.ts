import { z } from "zod";
import { derivedId } from "../../../platform/ids.ts";
import { timer } from "../../../platform/timers/timer.ts";
import { LedgerTransfer } from "../models/ledger-transfer.ts";
import { post, voidTimer } from "./post.ts";
import { voidPending } from "./transfer.ts";

/** Gives reserved value back when nobody resolved it in time. */
export const voidExpiredTransfer = timer({
  name: voidTimer,
  payload: z.object({}),
  async run(scope, { subjectId: pendingId }) {
    const resolved = await scope.sql`select id from ${LedgerTransfer} t where pending_id = ${pendingId}`;
    if (resolved.length > 0) return;
    const id = derivedId("ledger.expired", pendingId);
    await post(scope, [{ cause: "transfer.expired", transfers: [voidPending({ id, pendingId })] }]);
  },
});
