import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { takeStep } from "../take-step.ts";
import { openManageLink, spendManageLink } from "./manage-link.ts";
import { manageToken } from "./manage-token.ts";
import { managedView, presentManaged } from "./managed-view.ts";
import { movesOf, refundIn } from "../order-money.ts";

export const cancelManagedOrder = operation({
  summary: "Calls a session off by a link out of a mail, and gives back what the order's terms say.",
  input: z.strictObject({
    token: manageToken,
    /** Shown to the other side. */
    reason: z.string().trim().max(2000).default(""),
  }),
  output: managedView,
  async run(scope, { token, reason }) {
    const { order, side } = await spendManageLink(scope, token, "cancel");
    const step = await takeStep(scope, order, {
      action: "cancel",
      role: side,
      input: reason === "" ? {} : { reason },
      along: { reason: reason || null },
    });
    const view = await presentManaged(scope, await openManageLink(scope, token));
    return { ...view, refundMinor: refundIn(movesOf(step)) };
  },
});
