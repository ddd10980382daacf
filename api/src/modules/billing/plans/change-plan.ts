import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { planKeys, setPlan } from "../../tenancy/index.ts";
import { failure } from "../errors.ts";
import { assertLiveSite } from "../policy.ts";
import { presentStanding, standingView } from "./get-standing.ts";
import { readPricedPlan } from "./plan-view.ts";

export const changePlan = operation({
  summary: "Takes a plan that costs nothing. One that costs is bought, or given by an operator.",
  input: z.strictObject({ plan: z.enum(planKeys) }),
  output: standingView,
  async run(scope, { plan }) {
    assertLiveSite(scope);
    const { monthlyMinor } = await readPricedPlan(scope, plan);
    if (monthlyMinor > 0) throw failure("billing.nothing_to_pay_with");
    const previous = await setPlan(scope, plan);
    await audit(scope, {
      action: "billing.change_plan",
      entity: { kind: "tenant", id: scope.tenant.id },
      before: { plan: previous },
      after: { plan },
    });
    return presentStanding(scope);
  },
});
