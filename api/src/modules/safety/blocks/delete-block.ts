import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { MemberBlock } from "../models/member-block.ts";

export const deleteBlock = operation({
  summary: "Unblocks a member whom the caller blocked.",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({}),
  async run(scope, { id }) {
    const deleted = await scope
      .query(MemberBlock)
      .where({ id, blockerId: callingMember(scope) })
      .delete();
    if (deleted === 0) throw notFound();
    return {};
  },
});
