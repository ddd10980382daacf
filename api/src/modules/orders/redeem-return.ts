import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { redeemReturnCode } from "../money/index.ts";
import { orderView, presentOrderById } from "./present.ts";

export const redeemReturn = operation({
  summary: "Answers the order somebody comes back from paying for, once per code of the way back.",
  input: z.strictObject({
    /** The `tessera_return` parameter of the page's address. */
    code: z.string().min(1).max(300),
  }),
  output: z.object({
    order: orderView,
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
    return { order, payment: { id, status } };
  },
});
