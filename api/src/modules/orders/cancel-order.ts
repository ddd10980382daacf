import { z } from "zod";
import { audit } from "../../platform/audit/record.ts";
import { invalidFields } from "../../platform/errors.ts";
import { wholeShare } from "../../platform/money.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { readOrder } from "./policy.ts";
import { ownOrderView, presentOwnOrder } from "./present.ts";
import { type Role } from "./rules/order-actions.ts";
import { releaseIn, refundIn, movesOf } from "./order-money.ts";
import { takeStep } from "./take-step.ts";

const input = z.strictObject({
  id: z.uuid(),
  /** Shown to the other side. The site's team gives one, except for a dry run. */
  reason: z.string().trim().max(2000).default(""),
  /** Basis points of the price that go back, for the site's team; all of it when not given. For others the order's terms decide. */
  refundShare: z.int().min(0).max(wholeShare).optional(),
  /** Answers what would happen, and does nothing. */
  dryRun: z.boolean().default(false),
});

export const cancelOrder = operation({
  summary:
    "Calls the session of an order off, and gives back what the order's terms say. A dry run tells how much first.",
  input,
  output: z.object({
    order: ownOrderView,
    /** What goes back to the buyer. */
    refundMinor: z.int(),
    /** What does not. */
    keptMinor: z.int(),
  }),
  async run(scope, { id, dryRun, ...asked }) {
    const { order, role } = await readOrder(scope, id);
    const step = await takeStep(scope, order, {
      action: "cancel",
      role,
      input: inputOf(role, { ...asked, dryRun }),
      along: { reason: asked.reason || null },
      dryRun,
    });
    const moves = movesOf(step);
    if (role === "operator" && !dryRun) {
      const after = { reason: asked.reason, refundMinor: refundIn(moves), currency: order.currency };
      await audit(scope, { action: "orders.cancel_order", entity: { kind: "order", id }, after });
    }
    const shown = dryRun ? order : (await readOrder(scope, id)).order;
    return {
      order: await presentOwnOrder(scope, shown),
      refundMinor: refundIn(moves),
      keptMinor: releaseIn(moves),
    };
  },
});

function inputOf(
  role: Role,
  { reason, refundShare, dryRun }: Pick<z.output<typeof input>, "reason" | "refundShare" | "dryRun">,
): object {
  // Whoever asks what would go back has yet to say why; the flow checks that there is a reason, and a dry run keeps none.
  if (role === "operator") {
    return { refundShare: refundShare ?? wholeShare, reason: reason || (dryRun ? "A dry run" : "") };
  }
  if (refundShare !== undefined) {
    throw invalidFields({ path: ["refundShare"], message: "The order's terms decide what goes back." });
  }
  return reason === "" ? {} : { reason };
}
