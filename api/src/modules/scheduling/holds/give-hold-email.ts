import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { setTimer } from "../../../platform/timers/timer.ts";
import { Hold } from "../models/hold.ts";
import { expiryWithEmail } from "../rules/holds.ts";
import { holdView } from "./hold-view.ts";
import { assertLive, lockHold } from "./lock-hold.ts";

export const giveHoldEmail = operation({
  summary: "Notes the address of the person a slot is kept for; it is then kept for half an hour in all.",
  input: z.strictObject({ id: z.uuid(), email: z.email().max(254) }),
  output: holdView.pick({ expiresAt: true }),
  async run(scope, { id, email }) {
    const hold = await lockHold(scope, id);
    assertLive(scope, hold);
    const kept = await keepReachable(scope, hold, { email });
    return { expiresAt: kept.expiresAt.toISOString() };
  },
});

/** Keeps a hold for the longer time, now that its holder can be reached. */
export async function keepReachable(
  scope: Scope,
  hold: Hold,
  changes: Partial<Pick<Hold, "email" | "memberId">>,
): Promise<Hold> {
  const expiresAt = expiryWithEmail({
    heldAt: hold.heldAt,
    expiresAt: hold.expiresAt,
    paymentStartedAt: null,
  });
  await scope
    .query(Hold)
    .where({ id: hold.id })
    .patch({ ...changes, expiresAt });
  await setTimer(scope, { name: "scheduling.expire_hold", subjectId: hold.id, dueAt: expiresAt });
  return Object.assign(hold, changes, { expiresAt });
}
