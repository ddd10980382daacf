import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { planKeys, readStanding, setOwnLimits, setPlan } from "../../tenancy/index.ts";
import { inSite, siteSlug } from "../licences/in-site.ts";
import { limitsView } from "./plan-view.ts";
import { assertKnownMetrics } from "./update-plan.ts";

export const givePlan = operation({
  summary: "Gives a site a plan without pay, and limits of its own over those of the plan.",
  input: z.strictObject({
    site: siteSlug,
    plan: z.enum(planKeys),
    /** All limits of its own: null for a metric is none at all; an empty object leaves those of the plan. */
    ownLimits: limitsView.optional().meta({ example: { "scheduling.bookings": null } }),
  }),
  output: z.object({ plan: z.enum(planKeys), ownLimits: limitsView }),
  async run(scope, { site, plan, ownLimits }) {
    assertKnownMetrics(ownLimits ?? {});
    return inSite(scope, site, async (inside) => {
      const { ownLimits: limitsBefore } = await readStanding(inside);
      const previous = await setPlan(inside, plan);
      if (ownLimits) await setOwnLimits(inside, ownLimits);
      const after = { plan, ownLimits: ownLimits ?? limitsBefore };
      await audit(inside, {
        action: "billing.give_plan",
        entity: { kind: "tenant", id: inside.tenant.id },
        before: { plan: previous, ownLimits: limitsBefore },
        after,
      });
      return after;
    });
  },
});
