import { type Answers } from "../test/fake-api.ts";
import {
  actions,
  askingOrder,
  completedOrder,
  deliveredOrder,
  disputedOrder,
  exchange,
  having,
  othersReview,
  ownReview,
  proposedOrder,
  soldOrder,
  workOrder,
} from "../test/orders.ts";
import { type Scene, troubles, type WidgetScenes } from "./scene.ts";

type Order = typeof workOrder;

const attributes = { "time-zone": "Europe/Berlin" };
const usual = {
  answers: (): Answers => having(workOrder, { ...soldOrder, id: "0195a000-0000-7000-8000-000000000602" }),
  isSignedIn: true,
  attributes,
};

/** One order by itself. */
const one = (title: string, order: Order, steps: Scene["steps"] = []): Scene => ({
  title,
  state: "ready",
  isSignedIn: true,
  answers: () => having(order),
  attributes: { ...attributes, order: order.id },
  steps: [{ see: "[data-whole]" }, ...steps],
});
/** An accepted order with what was said about it. */
const reviewed = (title: string, said: ReturnType<typeof exchange>, steps: Scene["steps"]): Scene => ({
  ...one(title, completedOrder, steps),
  answers: () => ({ ...having(completedOrder), "reviews.getOrderReviews": () => said }),
});
const doing = (name: string) => [{ press: `[data-deed=${name}]` }, { see: `form[data-form=${name}]` }];

const scenes: readonly Scene[] = [
  reviewed("Accepted, and asked for a review", exchange(), [{ see: ".five" }]),
  reviewed("Stars alone, published at once", exchange({ dimensions: [], waitDays: 0 }), [
    { press: ".five label:nth-child(4) input" },
    { see: ".five :checked" },
  ]),
  reviewed(
    "Both sides have written",
    exchange({
      isOpen: false,
      given: { ...ownReview, publishedAt: othersReview.publishedAt },
      received: othersReview,
    }),
    [{ press: "[data-reply]" }, { see: ".reply-form" }],
  ),
  { ...usual, title: "Orders as buyer and as seller", state: "ready", steps: [{ see: "[data-order]" }] },
  {
    ...usual,
    title: "Opened from the list, with the way back",
    state: "ready",
    steps: [{ press: "[data-order] .title" }, { see: "[data-whole]" }],
  },
  one("Work under way, as its buyer sees it", workOrder),
  one("Questions to answer before the work starts", askingOrder, [{ see: "form[data-form]" }]),
  one("Delivering the work", soldOrder, doing("deliver")),
  {
    ...one("The delivery is refused", soldOrder),
    answers: () => ({
      ...having(soldOrder),
      "orders.deliverOrder": () => ({ status: 409, code: "request.conflict", message: "It has changed." }),
    }),
    steps: [
      ...doing("deliver"),
      { write: "Here it is.", into: "[name=message]" },
      { press: "form .primary" },
      { see: ".notice.bad" },
    ],
  },
  one("Delivered twice, with changes in between", deliveredOrder),
  one("Asking for changes", deliveredOrder, doing("ask_revision")),
  one("Accepting the work: it is named first that the money moves", deliveredOrder, doing("accept")),
  one("Proposing to cancel, and how much goes back", workOrder, doing("propose_cancel")),
  one("The other side proposes to cancel", proposedOrder("provider"), doing("accept_cancel")),
  one("The member proposed to cancel", proposedOrder("client")),
  one("Calling off: the refund is named first", askingOrder, doing("cancel")),
  one("The other side objects, and the money waits", disputedOrder, [{ see: "[data-dispute]" }]),
  one("Late work", {
    ...workOrder,
    work: workOrder.work && { ...workOrder.work, dueAt: "2026-03-08T09:00:00.000Z" },
    actions: actions("cancel", "propose_cancel"),
  }),
  one("Cancelled and paid back", { ...workOrder, state: "cancelled", refundedMinor: 15_000, actions: [] }),
  {
    ...usual,
    title: "An order that is not there",
    state: "empty",
    attributes: { ...attributes, order: workOrder.id },
    answers: () => ({
      "orders.getOrder": () => ({ status: 404, code: "request.not_found", message: "This was not found." }),
    }),
    steps: [{ see: ".notice" }],
  },
  {
    ...usual,
    title: "No orders yet",
    state: "empty",
    answers: () => ({ "orders.listOrders": () => ({ items: [], nextCursor: null }) }),
  },
  { ...usual, title: "Signed out", state: "signed-out", isSignedIn: false, steps: [{ see: "#email" }] },
  ...troubles("orders.listOrders", usual),
];

/** Every state of a member's orders. */
export const ordersScenes: WidgetScenes = { tag: "tessera-orders", scenes };
