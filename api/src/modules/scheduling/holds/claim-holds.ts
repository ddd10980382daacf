import { type Claim } from "../../../platform/module.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { Hold } from "../models/hold.ts";
import { isLive } from "../rules/holds.ts";
import { keepReachable } from "./give-hold-email.ts";

/** Hands the slots kept for a visitor to the member they turned out to be, and keeps them for the longer time. */
export async function claimHolds(scope: Scope, { visitorId, memberId }: Claim): Promise<void> {
  const holds = await scope
    .query(Hold)
    .where({ visitorId, memberId: null, state: "live" })
    .orderBy("id")
    .forUpdate();
  for (const hold of holds) {
    if (isLive(hold, scope.now)) await keepReachable(scope, hold, { memberId });
  }
}
