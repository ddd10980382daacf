import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { planRoundNow } from "./rating-round.ts";

export const rateSellers = operation({
  summary: "Has the level, badges and score of every seller worked out anew, by the rules as they are now.",
  input: z.strictObject({}),
  output: z.object({}),
  async run(scope) {
    await planRoundNow(scope);
    await audit(scope, {
      action: "gigs.rate_sellers",
      entity: { kind: "tenant", id: scope.tenant.id },
    });
    return {};
  },
});
