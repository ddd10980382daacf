import { type Access, procedure, router } from "../../platform/rpc/procedure.ts";
import { createBlock } from "./blocks/create-block.ts";
import { deleteBlock } from "./blocks/delete-block.ts";
import { listBlocks } from "./blocks/list-blocks.ts";

const members: Access = { audience: "member", module: "core" };

export const safetyRouter = router({
  listBlocks: procedure(members).query(listBlocks),
  createBlock: procedure({ ...members, callsPerMinute: 60 }).mutation(createBlock),
  deleteBlock: procedure(members).mutation(deleteBlock),
});
