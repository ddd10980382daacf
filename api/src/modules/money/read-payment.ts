import { type Scope } from "../../platform/scope/scope.ts";
import { Payment } from "./models/payment.ts";
import { Refund } from "./models/refund.ts";
import { assertMaySee, viewOf } from "./policy.ts";
import { presentPayment } from "./present.ts";

/** One payment as the caller may see it; not found for everybody else. */
export async function readPayment(scope: Scope, id: string) {
  const [payment] = await scope.read<Payment>`select * from ${Payment} p where id = ${id}`;
  assertMaySee(scope.actor, payment);
  const refunds =
    await scope.read<Refund>`select * from ${Refund} r where payment_id = ${id} order by created_at, id`;
  return presentPayment(payment, refunds, viewOf(scope.actor, payment) ?? "party");
}
