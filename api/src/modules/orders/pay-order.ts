import { z } from "zod";
import { notFound } from "../../platform/errors.ts";
import { lockInstance } from "../../platform/flow/engine.ts";
import { threePartOperation } from "../../platform/rpc/operation.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import {
  creditUnit,
  finishPayment,
  openCheckout,
  payCodeOf,
  payCodeView,
  startPayment,
} from "../money/index.ts";
import { failure } from "./errors.ts";
import { type Order } from "./models/order.ts";
import { OrderLine } from "./models/order-line.ts";
import { type OrderAlong } from "./order-context.ts";
import { readOrder } from "./policy.ts";
import { takeStep } from "./take-step.ts";

/** How long the buyer has on the gateway's page; the time is kept five minutes longer. */
const payMinutes = 30;

export const payOrder = threePartOperation({
  summary: "Opens the payment page for an order. As long as one is open, the same page again.",
  input: z.strictObject({
    id: z.uuid(),
    /** Where the buyer comes back to, having paid or not: a page of the site. */
    returnUrl: z.url({ protocol: /^https?$/ }).max(2000),
    /** One of the order's `gateways`; without it the first that has a page. */
    gateway: z.string().max(40).optional(),
  }),
  output: z.object({
    /** The gateway's page, or what its app scans. */
    url: z.string(),
    /** Where there is no page: the code to show. */
    code: payCodeView.optional(),
    paymentId: z.uuid(),
    /** The page closes then. */
    expiresAt: z.iso.datetime(),
  }),

  async prepare(scope, { id, returnUrl, gateway }) {
    const { order, role } = await readOrder(scope, id);
    if (role !== "client") throw notFound();
    if (order.currency === creditUnit && order.amountMinor > 0) throw failure("orders.paid_in_credits");
    if (order.amountMinor === 0) throw failure("orders.nothing_to_pay");
    // The order before its payments, like everybody who locks both.
    await lockInstance(scope, id);
    await takeStep(scope, order, { action: "pay", role, dryRun: true, along: entering(scope.now) });
    const payment = await startPayment(scope, {
      orderId: id,
      payer: { memberId: order.buyerId, visitorId: null },
      payeeIds: [order.sellerId],
      amountMinor: order.amountMinor,
      currency: order.currency,
      description: await descriptionOf(scope, order),
      returnUrl,
      minutes: payMinutes,
      gateway,
    });
    await takeStep(scope, order, { action: "pay", role, along: entering(payment.expiresAt) });
    return payment;
  },

  call: (payment, options) => openCheckout(payment, options),

  async finish(scope, payment, checkout) {
    const { url, paymentId, expiresAt } = await finishPayment(scope, payment, checkout);
    const code = payCodeOf(payment, url);
    return { url, ...(code && { code }), paymentId, expiresAt: expiresAt.toISOString() };
  },
});

const entering = (paySessionEndsAt: Date): OrderAlong => ({ paySessionEndsAt });

async function descriptionOf(scope: Scope, { id, number }: Order): Promise<string> {
  const [line] = await scope.read<Pick<OrderLine, "title">>`
    select title from ${OrderLine} l where order_id = ${id} order by position limit 1`;
  return `${line?.title ?? ""} (${number})`.trim().slice(0, 200);
}
