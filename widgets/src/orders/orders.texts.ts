import { type TextSource } from "../base/texts.ts";

const en = {
  orders: "Your orders",
  all: "All",
  buyer: "Bought",
  seller: "Sold",
  status: "Status",
  anyStatus: "Any status",
  awaiting_payment: "Awaiting payment",
  requirements: "Questions to answer",
  in_progress: "In progress",
  delivered: "Delivered",
  revision: "Being changed",
  completed: "Completed",
  cancelled: "Cancelled",
  refunded: "Refunded",
  settled: "Settled by the team",
  expired: "Not paid in time",
  disputed: "In dispute",
  nothing: "You have no orders yet.",
  nothingSuch: "You have no orders with this status.",
  notFound: "This order was not found.",
  signIn: "Sign in to see your orders.",
  showOrders: "Show my orders",
  more: "Show more",
  number: "Order {number}",
  youBuy: "You ordered this",
  youSell: "You make this",
  due: "Due {time}",
  late: "Was due {time}",
  backToAll: "All orders",
  done: "Your orders are up to date.",
} as const;

export type OrdersTexts = typeof en;

/** What the list of a member's orders says. */
export const ordersTexts: TextSource<OrdersTexts> = {
  en,
  "zh-CN": () => import("./orders.texts.zh-cn.ts"),
  ar: () => import("./orders.texts.ar.ts"),
};
