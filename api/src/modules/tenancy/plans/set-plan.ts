import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { cancelTimers } from "../../../platform/timers/timer.ts";
import { type PlanKey } from "../rules/plans.ts";
import { forgetRights, lockStanding } from "./standing.ts";
import { trialTimerName } from "./trial.ts";

/** Gives the live tenant a plan; a trial it is in ends with that. The plan it had before is the answer. */
export async function setPlan(scope: Scope, plan: PlanKey): Promise<PlanKey> {
  const { plan: previous, isOnTrial } = await lockStanding(scope);
  if (previous === plan && !isOnTrial) return previous;
  const { id } = scope.tenant;
  await scope.sql`
    update tenants set plan = ${plan}, is_on_trial = false, updated_at = ${scope.now} where id = ${id}`;
  await cancelTimers(scope, { name: trialTimerName, subjectId: id });
  await forgetRights(scope);
  await announce(scope, "plan.changed", { plan, previous, because: "chosen", at: scope.now });
  return previous;
}

/** Gives the live tenant limits of its own over those of its plan; null for a metric is none at all. The ones before are the answer. */
export async function setOwnLimits(
  scope: Scope,
  limits: Readonly<Record<string, number | null>>,
): Promise<Readonly<Record<string, number | null>>> {
  const { ownLimits } = await lockStanding(scope);
  await scope.sql`
    update tenants set own_limits = ${JSON.stringify(limits)}, updated_at = ${scope.now} where id = ${scope.tenant.id}`;
  await forgetRights(scope);
  return ownLimits;
}
