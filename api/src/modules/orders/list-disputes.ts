import { z } from "zod";
import { readStandings } from "../../platform/flow/standing.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../platform/rpc/paging.ts";
import { fragment } from "../../platform/scope/sql.ts";
import { readEvidence } from "./dispute-evidence.ts";
import { Order } from "./models/order.ts";
import { OrderDispute } from "./models/order-dispute.ts";
import { disputeView, presentDispute } from "./present.ts";

const view = disputeView.extend({
  order: z.object({
    id: z.uuid(),
    number: z.string(),
    state: z.string(),
    buyerId: z.uuid(),
    sellerId: z.uuid(),
    totalMinor: z.int(),
    currency: z.string(),
  }),
});

type Row = OrderDispute &
  Pick<Order, "number" | "state" | "buyerId" | "sellerId" | "amountMinor" | "currency">;

export const listDisputes = operation({
  summary:
    "Lists the site's disputes for its team, the one opened first first: those that wait, or those that have ended.",
  input: z.strictObject({
    ...pageInput,
    standing: z.enum(["open", "ended"]).default("open"),
  }),
  output: pageOf(view),
  async run(scope, { limit, cursor, standing }) {
    const after = cursor === undefined ? null : decodeCursor(scope.tenant, cursor, ["instant", "id"]);
    const rows = await scope.read<Row>`
      select d.*, o.number, o.state, o.buyer_id, o.seller_id, o.amount_minor, o.currency
      from ${OrderDispute} d join ${Order} o on o.id = d.order_id
      where (d.closed_at is null) = ${standing === "open"}
        ${after ? fragment`and (d.opened_at, d.id) > (${new Date(after[0])}, ${after[1]}::uuid)` : fragment``}
      order by d.opened_at, d.id limit ${limit + 1}`;
    const [evidence, standings] = await Promise.all([
      readEvidence(
        scope,
        rows.map(({ id }) => id),
      ),
      readStandings(
        scope,
        rows.map(({ orderId }) => orderId),
      ),
    ]);
    return toPage(scope.tenant, rows, limit, {
      position: ({ openedAt, id }) => [openedAt.getTime(), id],
      present: (row) => ({
        ...presentDispute(row, evidence.get(row.id) ?? [], standings.get(row.orderId)),
        order: {
          id: row.orderId,
          number: row.number,
          state: row.state,
          buyerId: row.buyerId,
          sellerId: row.sellerId,
          totalMinor: row.amountMinor,
          currency: row.currency,
        },
      }),
    });
  },
});
