import { booking, order, payment } from "../test/coach.ts";
import { type Answers, type OutputOf } from "../test/fake-api.ts";
import { type Scene, signedOut, troubles, type WidgetScenes } from "./scene.ts";

const attributes = { order: order.id };

const withOrder = (changes: Partial<Omit<OutputOf<"orders.getOrder">, "lines">>): Answers => ({
  "orders.getOrder": () => ({ ...order, payUntil: null, ...changes }),
});

const isDone = (title: string, changes: Parameters<typeof withOrder>[0]): Scene => ({
  title,
  state: "done",
  attributes,
  answers: () => withOrder(changes),
});

const severalWays = (): Answers => ({
  ...withOrder({ currency: "CNY", gateways: ["alipay", "wechat_pay"], payUntil: order.payUntil }),
  "orders.payOrder": () => ({
    url: "weixin://wxpay/bizpayurl?pr=1",
    code: { size: 29, path: finders },
    paymentId: payment.id,
    expiresAt: payment.expiresAt,
  }),
});

/** The three corners of a code; the rest of one changes nothing about how it is laid out. */
const finders = [
  [4, 4],
  [18, 4],
  [4, 18],
]
  .map(([x, y]) => `M${x} ${y}h7v7h-7zm1 1v5h5v-5zM${x! + 2} ${y! + 2}h3v3h-3z`)
  .join("");

const scenes: readonly Scene[] = [
  { title: "To be paid", state: "ready", attributes, steps: [{ see: "button.pay" }] },
  {
    title: "Several ways to pay",
    state: "ready",
    attributes,
    answers: severalWays,
    steps: [{ see: ".ways" }],
  },
  {
    title: "A code to scan",
    state: "ready",
    attributes,
    answers: severalWays,
    steps: [{ press: "button.pay" }, { see: ".code svg" }],
  },
  {
    title: "Back from the pay page, waiting for the gateway's word",
    state: "ready",
    attributes,
    address: "?tessera_return=code-1",
  },
  {
    title: "The card was declined",
    state: "ready",
    attributes,
    address: "?tessera_return=code-1",
    answers: () => ({
      "orders.redeemReturn": () => ({ order, booking, payment: { id: payment.id, status: "failed" } }),
      "money.verifyPayment": () => ({ ...payment, status: "failed" }),
    }),
  },
  isDone("Paid", { state: "confirmed" }),
  isDone("Nothing to pay", { state: "confirmed", totalMinor: 0 }),
  isDone("Not paid in time", { state: "expired" }),
  isDone("Paid too late, and refunded", { state: "expired", refundedMinor: 9000 }),
  isDone("Cancelled", { state: "cancelled" }),
  { title: "No order", state: "empty", attributes: {} },
  {
    title: "Signed out",
    state: "signed-out",
    attributes,
    answers: () => ({ "orders.getOrder": () => signedOut }),
  },
  ...troubles("orders.getOrder", { attributes }),
];

/** Every state of the checkout. */
export const checkoutScenes: WidgetScenes = { tag: "tessera-checkout", scenes };
