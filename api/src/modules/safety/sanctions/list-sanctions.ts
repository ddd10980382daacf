import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { pageInput, pageOf } from "../../../platform/rpc/paging.ts";
import { type SortedRow, sorting } from "../../../platform/rpc/sorting.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { Sanction } from "../models/sanction.ts";
import { presentSanctions, sanctionView } from "./sanction-view.ts";

const order = sorting({ createdAt: { by: fragment`created_at`, kind: "instant" } }, "-createdAt");

export const listSanctions = operation({
  summary: "Lists what the team did about members, the latest first unless told.",
  input: z.strictObject({
    ...pageInput,
    ...order.input,
    memberId: z.uuid().optional(),
    /** Only those whose appeal waits for a decision. */
    appealWaits: z.boolean().default(false),
  }),
  output: pageOf(sanctionView),
  async run(scope, { limit, memberId, appealWaits, ...place }) {
    const { key, after, by, page } = order.at(scope.tenant, place);
    const rows = await scope.read<Sanction & SortedRow>`
      select s.*, ${key} from ${Sanction} s
      where true ${after}
        ${memberId === undefined ? fragment`` : fragment`and member_id = ${memberId}`}
        ${appealWaits ? fragment`and appealed_at is not null and appeal_decided_at is null` : fragment``}
      ${by} limit ${limit + 1}`;
    const { items, nextCursor } = page(rows, limit, (row) => row);
    return { items: await presentSanctions(scope, items), nextCursor };
  },
});
