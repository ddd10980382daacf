import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { readOrder } from "./policy.ts";
import { ownOrderView, presentOwnOrder } from "./present.ts";
import { orderEventView, presentSteps } from "./present-steps.ts";
import { presentWorkDetail, workDetail } from "./work/present-work.ts";

export const getOrder = operation({
  summary:
    "Answers an order to its two people and the site's team: what they can do about it, what happened to it, and what was asked, answered and delivered.",
  input: z.strictObject({ id: z.uuid() }),
  output: ownOrderView.extend({
    /** What happened to it, oldest first. */
    events: z.array(orderEventView),
    ...workDetail,
  }),
  async run(scope, { id }) {
    const { order } = await readOrder(scope, id);
    const [view, events, detail] = await Promise.all([
      presentOwnOrder(scope, order),
      presentSteps(scope, order),
      presentWorkDetail(scope, id),
    ]);
    return { ...view, events, ...detail };
  },
});
