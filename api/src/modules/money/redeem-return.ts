import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { redeemReturnCode } from "./payments/return-code.ts";
import { paymentStatuses } from "./rules/payment-status.ts";

export const redeemReturn = operation({
  summary: "Tells a page which order its visitor comes back from paying for, once per code.",
  input: z.strictObject({ code: z.string().min(1).max(300) }),
  output: z.object({
    orderId: z.uuid(),
    paymentId: z.uuid(),
    status: z.enum(paymentStatuses),
  }),
  async run(scope, { code }) {
    const { id: paymentId, orderId, status } = await redeemReturnCode(scope, code);
    return { orderId, paymentId, status };
  },
});
