import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { failure } from "../errors.ts";
import { Hold } from "../models/hold.ts";
import { holdsFor } from "../policy.ts";
import { isLive } from "../rules/holds.ts";

/** The caller's hold, locked for a change. Somebody else's is not found. */
export async function lockHold(scope: Scope, id: string): Promise<Hold> {
  const hold = await scope.query(Hold).findOne({ id }).forUpdate();
  if (!hold || !holdsFor(scope.actor, hold)) throw notFound();
  return hold;
}

/** Refuses a hold that is over. */
export function assertLive(scope: Scope, hold: Pick<Hold, "state" | "expiresAt">): void {
  if (hold.state !== "live" || !isLive(hold, scope.now)) throw failure("scheduling.hold_ended");
}
