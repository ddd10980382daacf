import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type Plan, type PlanKey, planKeys, readPlans } from "../../tenancy/index.ts";
import { priceView } from "../catalogue/module-view.ts";

/** Most units of a metric, by metric; null is no limit. */
export const limitsView = z.record(z.string().max(60), z.int().min(0).nullable());

export const planView = z.object({
  id: z.enum(planKeys),
  monthly: priceView,
  annual: priceView,
  /** The modules it brings. */
  modules: z.array(z.string()),
  /** Most units of a metric; a metric that is not named is not limited. */
  limits: limitsView,
  /** For so many days a subscription goes on after its period ended unpaid. */
  graceDays: z.int(),
  /** Whether widgets and mails of its sites may leave out that Tessera is behind them. */
  mayHidePoweredBy: z.boolean(),
});

/** A plan with what it costs. */
export interface PricedPlan extends Plan {
  readonly monthlyMinor: number;
  readonly annualMinor: number;
  readonly currency: string;
}

/** All plans with their prices, the smallest first. */
export async function readPricedPlans(scope: Scope): Promise<PricedPlan[]> {
  const plans = await readPlans(scope);
  const prices = await scope.read<{
    plan: PlanKey;
    monthlyMinor: number;
    annualMinor: number;
    currency: string;
  }>`
    select plan, monthly_minor, annual_minor, currency from plan_prices`;
  return plans.map((plan) => {
    const price = prices.find((each) => each.plan === plan.key);
    if (!price) throw new Error(`The plan ${plan.key} has no price.`);
    const { monthlyMinor, annualMinor, currency } = price;
    return { ...plan, monthlyMinor, annualMinor, currency };
  });
}

/** One plan with its price. Refuses with `request.not_found`. */
export async function readPricedPlan(scope: Scope, key: PlanKey): Promise<PricedPlan> {
  const plan = (await readPricedPlans(scope)).find((each) => each.key === key);
  if (!plan) throw notFound();
  return plan;
}

/** A plan as everybody may see it. */
export const presentPlan = (plan: PricedPlan): z.infer<typeof planView> => ({
  id: plan.key,
  monthly: { amountMinor: plan.monthlyMinor, currency: plan.currency },
  annual: { amountMinor: plan.annualMinor, currency: plan.currency },
  modules: [...plan.modules],
  limits: { ...plan.limits },
  graceDays: plan.graceDays,
  mayHidePoweredBy: plan.mayHidePoweredBy,
});
