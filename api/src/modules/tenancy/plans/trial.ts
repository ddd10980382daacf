import { z } from "zod";
import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { setTimer, timer } from "../../../platform/timers/timer.ts";
import { firstTrial, planWithoutPay, trialTimes } from "../rules/plans.ts";
import { forgetRights, lockStanding } from "./standing.ts";

export const trialTimerName = "tenancy.plan_trial";

/** Lets a new live tenant try the first plan. */
export async function startPlanTrial(scope: Scope): Promise<void> {
  const { id } = scope.tenant;
  const { endsAt, warnsAt } = trialTimes(scope.now);
  await scope.sql`
    update tenants set plan = ${firstTrial.plan}, is_on_trial = true, trial_started_at = ${scope.now}, trial_ends_at = ${endsAt}
    where id = ${id}`;
  await setTimer(scope, { name: trialTimerName, subjectId: id, key: "warning", dueAt: warnsAt });
  await setTimer(scope, { name: trialTimerName, subjectId: id, key: "end", dueAt: endsAt });
}

/** Tells of a trial's end beforehand, and ends it: the tenant goes on with the free plan. */
export const planTrial = timer({
  name: trialTimerName,
  payload: z.object({}),
  async run(scope) {
    const { plan, isOnTrial, trialEndsAt } = await lockStanding(scope);
    if (!isOnTrial || !trialEndsAt) return;
    if (trialEndsAt > scope.now) {
      await announce(scope, "plan.trial_ending", { plan, endsAt: trialEndsAt });
      return;
    }
    await scope.sql`
      update tenants set plan = ${planWithoutPay}, is_on_trial = false, updated_at = ${scope.now}
      where id = ${scope.tenant.id}`;
    await forgetRights(scope);
    const change = { plan: planWithoutPay, previous: plan, because: "trial_ended", at: scope.now } as const;
    await announce(scope, "plan.changed", change);
  },
});
