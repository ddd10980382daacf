import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../../platform/rpc/paging.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { callingMember } from "../../identity/index.ts";
import { Payout } from "../models/payout.ts";
import { payoutView, presentPayouts } from "./payout-view.ts";

export const listOwnPayouts = operation({
  summary: "Lists the caller's payouts, newest first.",
  input: z.strictObject({ ...pageInput }),
  output: pageOf(payoutView),
  async run(scope, { limit, cursor }) {
    const memberId = callingMember(scope);
    const after = cursor === undefined ? null : decodeCursor(scope.tenant, cursor, ["instant", "id"]);
    const rows = await scope.read<Payout>`
      select * from ${Payout} p where member_id = ${memberId}
        ${after ? fragment`and (created_at, id) < (${new Date(after[0])}, ${after[1]}::uuid)` : fragment``}
      order by created_at desc, id desc limit ${limit + 1}`;
    const { items, nextCursor } = toPage(scope.tenant, rows, limit, {
      position: ({ id, createdAt }) => [createdAt.getTime(), id],
      present: (payout) => payout,
    });
    return { items: await presentPayouts(scope, items), nextCursor };
  },
});
