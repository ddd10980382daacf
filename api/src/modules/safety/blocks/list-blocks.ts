import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../../platform/rpc/paging.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { callingMember } from "../../identity/index.ts";
import { MemberBlock } from "../models/member-block.ts";
import { type BlockRow, blockView, presentBlocks } from "./block-view.ts";

export const listBlocks = operation({
  summary: "Lists the members whom the caller blocked, the latest first.",
  input: z.strictObject(pageInput),
  output: pageOf(blockView),
  async run(scope, { limit, cursor }) {
    const after = cursor === undefined ? null : decodeCursor(scope.tenant, cursor, ["instant", "id"]);
    const rows = await scope.read<BlockRow>`
      select id, blocked_id, created_at from ${MemberBlock} b
      where blocker_id = ${callingMember(scope)}
        ${after ? fragment`and (created_at, id) < (${new Date(after[0])}, ${after[1]}::uuid)` : fragment``}
      order by created_at desc, id desc
      limit ${limit + 1}`;
    const { items, nextCursor } = toPage(scope.tenant, rows, limit, {
      position: (row) => [row.createdAt.getTime(), row.id],
      present: (row) => row,
    });
    return { items: await presentBlocks(scope, items), nextCursor };
  },
});
