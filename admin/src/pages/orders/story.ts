import { type Desk } from "../../base/desk.ts";
import { moneyText } from "../../parts/money.ts";
import { type Booking, type Order, type Payment } from "./order.ts";
import { ordersVoice, stateText } from "./texts.ts";

interface Event {
  readonly at: string;
  readonly text: string;
}

/** What happened to an order, oldest first, as far as its rows tell. */
export function storyOf(
  desk: Desk,
  order: Order,
  booking: Booking,
  payments: readonly Payment[],
): readonly Event[] {
  const say = ordersVoice(desk);
  const amount = (minor: number, currency: string) => moneyText(minor, currency, desk.language);
  const events: { at: string | null | undefined; text: string }[] = [
    { at: order.placedAt, text: say("wasPlaced") },
    ...payments.map(({ paidAt, amountMinor, currency }) => ({
      at: paidAt,
      text: say("wasPaid", { amount: amount(amountMinor, currency) }),
    })),
    ...payments.flatMap(({ refunds }) =>
      refunds.map(({ createdAt, amountMinor, currency, state }) => ({
        at: createdAt,
        text: say("wasRefunded", {
          amount: amount(amountMinor, currency),
          state: state === "succeeded" ? say("refunded") : stateText(say, state),
        }),
      })),
    ),
    {
      at: order.dispute?.openedAt,
      text: [say("wasDisputed"), order.dispute?.reason].filter(Boolean).join(": "),
    },
    {
      at: order.dispute?.closedAt,
      text: [say("disputeEnded"), order.dispute?.ruling].filter(Boolean).join(": "),
    },
    {
      at: booking.cancelled?.at,
      text: [say("wasCancelled"), booking.cancelled?.reason].filter(Boolean).join(": "),
    },
  ];
  return events
    .flatMap(({ at, text }) => (at ? [{ at, text }] : []))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
