import { z } from "zod";
import { notFound } from "../../platform/errors.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { redeemReturnCode } from "../money/index.ts";
import { bookingView, presentBookingById } from "../scheduling/index.ts";
import { boughtOrderView, presentOrderById } from "./present.ts";

/** What of a session is shown to whoever comes back from paying for it; where it takes place is for its people alone. */
const paidSessionView = bookingView.pick({
  id: true,
  orderId: true,
  state: true,
  price: true,
  startsAt: true,
  endsAt: true,
});

export const redeemReturn = operation({
  summary: "Answers the order somebody comes back from paying for, once per code of the way back.",
  input: z.strictObject({
    /** The `tessera_return` parameter of the page's address. */
    code: z.string().min(1).max(300),
  }),
  output: z.object({
    order: boughtOrderView,
    /** The session; null for work. */
    booking: paidSessionView.nullable(),
    payment: z.object({
      id: z.uuid(),
      /** `pending` while the gateway has not said yet that it was paid. */
      status: z.string(),
    }),
  }),
  async run(scope, { code }) {
    const { id, orderId, status } = await redeemReturnCode(scope, code);
    const order = await presentOrderById(scope, orderId);
    // Credits are paid for without an order; their wallet knows how that stands.
    if (!order) throw notFound();
    const booking = order.bookingId && (await presentBookingById(scope, order.bookingId));
    return {
      order: boughtOrderView.parse(order),
      booking: booking ? paidSessionView.parse(booking) : null,
      payment: { id, status },
    };
  },
});
