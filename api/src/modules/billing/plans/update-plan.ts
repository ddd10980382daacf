import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { changePlanRow, planKeys, serverCallsLimit, siteModules, usageLimits } from "../../tenancy/index.ts";
import { invalidFields } from "../../../platform/errors.ts";
import { limitsView, planView, presentPlan, type PricedPlan, readPricedPlan } from "./plan-view.ts";

const amount = z.int().min(0).max(100_000_000).optional();

export const updatePlan = operation({
  summary: "Changes what a plan costs, brings and allows, for every tenant that has it.",
  input: z.strictObject({
    id: z.enum(planKeys),
    monthlyMinor: amount,
    annualMinor: amount,
    modules: z.array(z.enum(siteModules)).max(siteModules.length).optional(),
    /** All limits of the plan; those that are not named are none. */
    limits: limitsView.optional().meta({ example: { "scheduling.bookings": 100 } }),
    graceDays: z.int().min(0).max(60).optional(),
    /** Whether widgets and mails of its sites may leave out that Tessera is behind them. */
    mayHidePoweredBy: z.boolean().optional(),
  }),
  output: planView,
  async run(scope, { id, ...changes }) {
    assertKnownMetrics(changes.limits ?? {});
    const before = await readPricedPlan(scope, id);
    const plan = {
      ...before,
      monthlyMinor: changes.monthlyMinor ?? before.monthlyMinor,
      annualMinor: changes.annualMinor ?? before.annualMinor,
      modules: changes.modules ?? before.modules,
      limits: changes.limits ?? before.limits,
      graceDays: changes.graceDays ?? before.graceDays,
      mayHidePoweredBy: changes.mayHidePoweredBy ?? before.mayHidePoweredBy,
    };
    await changePlanRow(scope, plan);
    await scope.sql`
      update plan_prices set monthly_minor = ${plan.monthlyMinor}, annual_minor = ${plan.annualMinor}, updated_at = ${scope.now}
      where plan = ${id}`;
    await audit(scope, {
      action: "billing.update_plan",
      entity: { kind: "plan", id },
      before: told(before),
      after: told(plan),
    });
    return presentPlan(plan);
  },
});

const told = ({ monthlyMinor, annualMinor, modules, limits, graceDays, mayHidePoweredBy }: PricedPlan) => ({
  monthlyMinor,
  annualMinor,
  modules,
  limits,
  graceDays,
  mayHidePoweredBy,
});

/** Refuses limits of metrics that nothing counts; how often a key may call is a limit as well. */
export function assertKnownMetrics(limits: z.infer<typeof limitsView>): void {
  const known = usageLimits();
  const unknown = Object.keys(limits).filter((metric) => metric !== serverCallsLimit && !known.has(metric));
  if (unknown.length === 0) return;
  throw invalidFields(
    ...unknown.map((metric) => ({ path: ["limits", metric], message: "There is no such metric." })),
  );
}
