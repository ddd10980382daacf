import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { redeemReturnCode } from "../money/index.ts";
import { orderView, presentOrderById } from "./present.ts";

/** What of an order is shown to whoever comes back from paying for it. */
const redeemedView = orderView.pick({
  id: true,
  bookingId: true,
  state: true,
  lines: true,
  totalMinor: true,
  currency: true,
  refundedMinor: true,
  payUntil: true,
});

export const redeemReturn = operation({
  summary: "Answers the order somebody comes back from paying for, once per code of the way back.",
  input: z.strictObject({
    /** The `tessera_return` parameter of the page's address. */
    code: z.string().min(1).max(300),
  }),
  output: z.object({
    order: redeemedView,
    payment: z.object({
      id: z.uuid(),
      /** `pending` while the gateway has not said yet that it was paid. */
      status: z.string(),
    }),
  }),
  async run(scope, { code }) {
    const { id, orderId, status } = await redeemReturnCode(scope, code);
    const order = await presentOrderById(scope, orderId);
    if (!order) throw new Error("A payment's order is missing.");
    return { order: redeemedView.parse(order), payment: { id, status } };
  },
});
