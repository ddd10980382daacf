import { notFound, requestFailure } from "../../platform/errors.ts";
import { type Actor, memberIdOf } from "../../platform/scope/actor.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { Order } from "./models/order.ts";
import { type Role } from "./rules/order-actions.ts";

/** What a caller is to an order; null when it is none of their business. Permissions of staff and keys were checked at the door. */
export function roleIn(
  actor: Actor,
  { buyerId, sellerId }: Pick<Order, "buyerId" | "sellerId">,
): Role | null {
  switch (actor.kind) {
    case "member":
      if (actor.memberId === buyerId) return "client";
      return actor.memberId === sellerId ? "provider" : null;
    case "staff":
    case "server":
      return "operator";
    default:
      return null;
  }
}

/** An order and what the caller is to it; not found when it is none of their business. */
export async function readOrder(
  scope: Scope,
  id: string,
): Promise<{ readonly order: Order; readonly role: Role }> {
  const [order] = await scope.read<Order>`select * from ${Order} o where id = ${id}`;
  const role = order && roleIn(scope.actor, order);
  if (!order || !role) throw notFound();
  return { order, role };
}

/** The member who buys, or for whom a server buys. */
export function buyingMember({ actor }: Scope): string {
  const memberId = memberIdOf(actor);
  if (memberId === null) throw requestFailure("request.unauthenticated");
  return memberId;
}
