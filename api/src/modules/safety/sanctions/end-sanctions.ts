import { z } from "zod";
import { type Scope } from "../../../platform/scope/scope.ts";
import { cancelTimers, timer } from "../../../platform/timers/timer.ts";
import { changeStatus, lockMember } from "../../identity/index.ts";
import { Sanction } from "../models/sanction.ts";

/** The name of the timer below. */
export const endSuspensionTimer = "safety.end_suspension";

/** Notes that nothing keeps a member out any more; their status is the caller's business. The member is locked already. */
export async function endSanctionsInForce(scope: Scope, memberId: string): Promise<void> {
  const inForce = await scope
    .query(Sanction)
    .where({ memberId, endedAt: null })
    .whereIn("kind", ["suspension", "ban"])
    .forUpdate();
  for (const { id } of inForce) {
    await scope.query(Sanction).where({ id }).patch({ endedAt: scope.now });
    await cancelTimers(scope, { name: endSuspensionTimer, subjectId: id });
  }
}

/** Ends one sanction, and lets the member in again when it kept them out. One that is over stays as it is. */
export async function endSanction(scope: Scope, { id, memberId, kind }: Sanction): Promise<Date> {
  await lockMember(scope, memberId);
  const now = await scope.query(Sanction).findOne({ id }).forUpdate();
  if (now?.endedAt) return now.endedAt;
  await scope.query(Sanction).where({ id }).patch({ endedAt: scope.now });
  if (kind !== "warning") await changeStatus(scope, memberId, { status: "active" });
  await cancelTimers(scope, { name: endSuspensionTimer, subjectId: id });
  return scope.now;
}

/** Lets a suspended member in again when the time is over. */
export const endSuspension = timer({
  name: endSuspensionTimer,
  payload: z.object({}),
  async run(scope, { subjectId }) {
    const sanction = await scope.query(Sanction).findOne({ id: subjectId });
    if (sanction) await endSanction(scope, sanction);
  },
});
