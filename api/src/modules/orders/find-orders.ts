import { type Scope } from "../../platform/scope/scope.ts";
import { Order } from "./models/order.ts";
import { readOrderNumber } from "./rules/order-number.ts";

/** The order of a number that somebody quotes, for the palette of the team's app. */
export async function findOrders(
  scope: Scope,
  text: string,
): Promise<{ readonly id: string; readonly title: string }[]> {
  const number = readOrderNumber(text);
  if (number === null) return [];
  return scope.read`select id, number as title from ${Order} o where number = ${number}`;
}
