import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { newId } from "../../../platform/ids.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember, readMember } from "../../identity/index.ts";
import { failure } from "../errors.ts";
import { MemberBlock } from "../models/member-block.ts";
import { type BlockRow, blockView, presentBlocks } from "./block-view.ts";

export const createBlock = operation({
  summary:
    "Blocks a member: neither finds, matches, books or writes to the other from now on, and the blocked is not told. Again it answers the same.",
  input: z.strictObject({ memberId: z.uuid() }),
  output: blockView,
  async run(scope, { memberId }) {
    const blockerId = callingMember(scope);
    if (memberId === blockerId) throw failure("safety.own_account");
    if (!(await readMember(scope, memberId))) throw notFound();
    await scope.sql`
      insert into member_blocks (tenant_id, id, blocker_id, blocked_id, created_at, updated_at)
      values (${scope.tenant.id}, ${newId(scope.now)}, ${blockerId}, ${memberId}, ${scope.now}, ${scope.now})
      on conflict (tenant_id, blocker_id, blocked_id) do nothing`;
    const rows = await scope.read<BlockRow>`
      select id, blocked_id, created_at from ${MemberBlock} b
      where blocker_id = ${blockerId} and blocked_id = ${memberId}`;
    const [block] = await presentBlocks(scope, rows);
    return block!;
  },
});
