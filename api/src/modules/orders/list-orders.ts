import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../platform/rpc/paging.ts";
import { memberIdOf } from "../../platform/scope/actor.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { fragment, type SqlFragment } from "../../platform/scope/sql.ts";
import { paidSession } from "./flows/paid-session.ts";
import { Order } from "./models/order.ts";
import { ownOrderView, presentOwnOrders } from "./present.ts";
import { readOrderNumber } from "./rules/order-number.ts";

const states = Object.keys(paidSession.states);

const input = z.strictObject({
  ...pageInput,
  /** A member's orders in one of the two roles; both when not given. */
  as: z.enum(["buyer", "seller"]).optional(),
  buyerId: z.uuid().optional(),
  sellerId: z.uuid().optional(),
  states: z.array(z.enum(states)).min(1).max(states.length).optional(),
  /** The number somebody quotes. */
  number: z.string().max(20).optional(),
});

type Filters = Omit<z.output<typeof input>, "limit" | "cursor">;

export const listOrders = operation({
  summary: "Lists orders, newest first: a member's own, or the whole site's for its team and servers.",
  input,
  output: pageOf(ownOrderView),
  async run(scope, { limit, cursor, ...filters }) {
    const after = cursor === undefined ? null : decodeCursor(scope.tenant, cursor, 2);
    const rows = await scope.read<Order>`
      select * from ${Order} o
      where ${visibleTo(scope, filters.as)} ${filtered(filters)}
        ${after ? fragment`and (o.placed_at, o.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : fragment``}
      order by o.placed_at desc, o.id desc
      limit ${limit + 1}`;
    const page = toPage(scope.tenant, rows, limit, {
      position: ({ placedAt, id }) => [placedAt.toISOString(), id],
      present: (order) => order,
    });
    return { items: await presentOwnOrders(scope, page.items), nextCursor: page.nextCursor };
  },
});

function visibleTo({ actor }: Scope, as: Filters["as"]): SqlFragment {
  const memberId = memberIdOf(actor);
  if (memberId === null) return fragment`true`;
  if (as === "buyer") return fragment`o.buyer_id = ${memberId}`;
  if (as === "seller") return fragment`o.seller_id = ${memberId}`;
  return fragment`(o.buyer_id = ${memberId} or o.seller_id = ${memberId})`;
}

function filtered({ buyerId, sellerId, states: wanted, number }: Filters): SqlFragment {
  return fragment`
    ${buyerId === undefined ? fragment`` : fragment`and o.buyer_id = ${buyerId}`}
    ${sellerId === undefined ? fragment`` : fragment`and o.seller_id = ${sellerId}`}
    ${wanted === undefined ? fragment`` : fragment`and o.state = any(${wanted})`}
    ${number === undefined ? fragment`` : fragment`and o.number = ${readOrderNumber(number)}`}`;
}
