import { type Contract } from "@tessera/sdk/browser";
import { type Desk } from "../../base/desk.ts";
import { moneyText } from "../../parts/money.ts";
import { type Booking, type Order, type Payment } from "./order.ts";
import { ordersVoice, stateText } from "./texts.ts";

type Step = Contract["orders"]["getOrderHistory"]["output"]["steps"][number];

interface Event {
  readonly at: string;
  readonly text: string;
  /** Who did it, in words; null where nobody is named. */
  readonly who: string | null;
}

/** What an order's history is told from. */
export interface Past {
  readonly order: Order;
  /** Null for work. */
  readonly booking: Booking | null;
  readonly payments: readonly Payment[];
  readonly steps: readonly Step[];
}

/** What happened to an order, oldest first: the steps of its flow, and its money. */
export function storyOf(desk: Desk, { order, booking, payments, steps }: Past): readonly Event[] {
  const say = ordersVoice(desk);
  const amount = (minor: number, currency: string) => moneyText(minor, currency, desk.language);
  const reasonOf = (state: string) => (state === "cancelled" ? booking?.cancelled?.reason : null);
  const events: { at: string | null | undefined; text: string; who?: string }[] = [
    { at: order.placedAt, text: say("wasPlaced"), who: say("byClient") },
    ...steps
      .filter(({ region, transition }) => region === "main" || isTold(transition))
      .map((step) => ({
        at: step.at,
        text: isTold(step.transition)
          ? say(step.transition)
          : [stateText(say, step.state), reasonOf(step.state)].filter(Boolean).join(": "),
        who: say(whoTook(step)),
      })),
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
  ];
  return events
    .flatMap(({ at, text, who }) => (at ? [{ at, text, who: who ?? null }] : []))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Steps that leave an order in its state, and its moves, are told by what they were. */
const told = [
  "enter_payment",
  "refund_part",
  "take_back",
  "waive",
  "refund_unwanted_payment",
  "propose_as_client",
  "propose_as_provider",
  "accept_as_client",
  "accept_as_provider",
  "drop_proposal",
  "move_as_operator",
  "add_answers",
  "propose_cancel_as_client",
  "propose_cancel_as_provider",
  "drop_cancel",
  "lapse_cancel",
] as const;

const isTold = (transition: string): transition is (typeof told)[number] =>
  told.some((each) => each === transition);

function whoTook({ takenBy, actor }: Step) {
  if (takenBy === "client") return "byClient";
  if (takenBy === "provider") return "byProvider";
  if (actor.kind === "staff") return "byStaff";
  return actor.kind === "server" ? "byServer" : "bySystem";
}
