import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { paymentView } from "./present.ts";
import { readPayment } from "./read-payment.ts";

export const getPayment = operation({
  summary: "Shows a payment to those who pay or earn by it, with its refunds.",
  input: z.strictObject({ id: z.uuid() }),
  output: paymentView,
  run: (scope, { id }) => readPayment(scope, id),
});
