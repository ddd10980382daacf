import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { daysUntil, planKeys, readStanding, readUsage, siteOf } from "../../tenancy/index.ts";
import { usageView } from "../catalogue/module-view.ts";
import { canBuy } from "../policy.ts";

export const standingView = z.object({
  plan: z.enum(planKeys),
  /** Whether the plan is being tried; afterwards the site has the free one. */
  isOnTrial: z.boolean(),
  trialStartedAt: z.iso.datetime().nullable(),
  trialEndsAt: z.iso.datetime().nullable(),
  /** Begun days count; null when nothing is being tried. */
  trialDaysLeft: z.int().nullable(),
  /** Whether plans and modules can be paid for in this installation; where not, modules can be tried and operators grant the rest. */
  canBuy: z.boolean(),
  /** The site's own: its months and dates are meant in it. */
  timeZone: z.string(),
  usage: z.array(usageView),
});

export const getStanding = operation({
  summary: "Answers which plan the site has, how long its trial lasts, and what it used of its limits.",
  input: z.strictObject({}),
  output: standingView,
  run: presentStanding,
});

/** How the scope's tenant stands. */
export async function presentStanding(scope: Scope): Promise<z.infer<typeof standingView>> {
  const { plan, isOnTrial, trialStartedAt, trialEndsAt } = await readStanding(scope);
  return {
    plan,
    isOnTrial,
    trialStartedAt: trialStartedAt?.toISOString() ?? null,
    trialEndsAt: trialEndsAt?.toISOString() ?? null,
    trialDaysLeft: isOnTrial && trialEndsAt ? daysUntil(trialEndsAt, scope.now) : null,
    canBuy,
    timeZone: siteOf(scope.tenant).timeZone,
    usage: await readUsage(scope),
  };
}
