import { z } from "zod";
import { requestFailure } from "../../platform/errors.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { pageInput, pageOf } from "../../platform/rpc/paging.ts";
import { type SortedRow, sorting } from "../../platform/rpc/sorting.ts";
import { memberIdOf } from "../../platform/scope/actor.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { fragment, type SqlFragment } from "../../platform/scope/sql.ts";
import { membersCalled } from "../identity/index.ts";
import { Order, orderKinds } from "./models/order.ts";
import { ownOrderView, presentOwnOrders } from "./present.ts";
import { readOrderNumber } from "./rules/order-number.ts";
import { orderStates } from "./flows/order-states.ts";

const sorts = sorting(
  {
    placedAt: { by: fragment`o.placed_at`, kind: "instant" },
    number: { by: fragment`o.number`, kind: "text" },
  },
  "-placedAt",
);

const input = z.strictObject({
  ...pageInput,
  ...sorts.input,
  /** A member's orders in one of the two roles; both when not given. */
  as: z.enum(["buyer", "seller"]).optional(),
  /** Orders of one kind; both when not given. */
  kind: z.enum(orderKinds).optional(),
  buyerId: z.uuid().optional(),
  sellerId: z.uuid().optional(),
  states: z.array(z.enum(orderStates)).min(1).max(orderStates.length).optional(),
  /** The number somebody quotes. */
  number: z.string().max(20).optional(),
  /** Part of the buyer's name or e-mail address; for the site's team and servers alone. */
  buyer: z.string().trim().min(1).max(254).optional(),
  /** Placed from this moment on. */
  from: z.iso.datetime().optional(),
  /** Placed before this moment. */
  until: z.iso.datetime().optional(),
});

type Filters = Omit<z.output<typeof input>, "limit" | "cursor" | "sort">;

export const listOrders = operation({
  summary:
    "Lists orders, newest first unless another order is asked for: a member's own, or the whole site's for its team and servers.",
  input,
  output: pageOf(ownOrderView),
  async run(scope, { limit, cursor, sort, buyer, ...filters }) {
    const { key, after, by, page } = sorts.at(scope.tenant, { sort, cursor }, fragment`o.id`);
    const rows = await scope.read<Order & SortedRow>`
      select o.*, ${key} from ${Order} o
      where ${visibleTo(scope, filters.as)} ${filtered(filters)} ${boughtBy(scope, buyer)} ${after}
      ${by} limit ${limit + 1}`;
    const { items, nextCursor } = page(rows, limit, (order) => order);
    return { items: await presentOwnOrders(scope, items), nextCursor };
  },
});

// A member who could search by address would learn addresses.
function boughtBy(scope: Scope, buyer: string | undefined): SqlFragment {
  if (buyer === undefined) return fragment``;
  if (memberIdOf(scope.actor) !== null) throw requestFailure("request.forbidden");
  return fragment`and o.buyer_id in ${membersCalled(buyer)}`;
}

function visibleTo({ actor }: Scope, as: Filters["as"]): SqlFragment {
  const memberId = memberIdOf(actor);
  if (memberId === null) return fragment`true`;
  if (as === "buyer") return fragment`o.buyer_id = ${memberId}`;
  if (as === "seller") return fragment`o.seller_id = ${memberId}`;
  return fragment`(o.buyer_id = ${memberId} or o.seller_id = ${memberId})`;
}

function filtered({
  kind,
  buyerId,
  sellerId,
  states: wanted,
  number,
  from,
  until,
}: Omit<Filters, "buyer">): SqlFragment {
  return fragment`
    ${kind === undefined ? fragment`` : fragment`and o.kind = ${kind}`}
    ${buyerId === undefined ? fragment`` : fragment`and o.buyer_id = ${buyerId}`}
    ${sellerId === undefined ? fragment`` : fragment`and o.seller_id = ${sellerId}`}
    ${wanted === undefined ? fragment`` : fragment`and o.state = any(${wanted})`}
    ${number === undefined ? fragment`` : fragment`and o.number = ${readOrderNumber(number)}`}
    ${from === undefined ? fragment`` : fragment`and o.placed_at >= ${from}::timestamptz`}
    ${until === undefined ? fragment`` : fragment`and o.placed_at < ${until}::timestamptz`}`;
}
