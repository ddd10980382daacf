import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { planView, presentPlan, readPricedPlans } from "./plan-view.ts";

export const listPlans = operation({
  summary: "Lists the plans with their prices, modules and limits, the smallest first.",
  input: z.strictObject({}),
  output: z.object({ items: z.array(planView), nextCursor: z.null() }),
  run: async (scope) => ({ items: (await readPricedPlans(scope)).map(presentPlan), nextCursor: null }),
});
