import { z } from "zod";
import { type Scope } from "../../../platform/scope/scope.ts";
import { nameMembers } from "../../identity/index.ts";
import { type MemberBlock } from "../models/member-block.ts";

/** A block as the member who set it sees it. */
export const blockView = z.object({
  id: z.uuid(),
  /** The blocked. */
  memberId: z.uuid(),
  name: z.string(),
  createdAt: z.iso.datetime(),
});

/** The columns of a block that are shown. */
export type BlockRow = Pick<MemberBlock, "id" | "blockedId" | "createdAt">;

/** Makes blocks ready to be sent to who set them. */
export async function presentBlocks(
  scope: Scope,
  blocks: readonly BlockRow[],
): Promise<z.infer<typeof blockView>[]> {
  const names = await nameMembers(
    scope,
    blocks.map(({ blockedId }) => blockedId),
  );
  return blocks.map(({ id, blockedId, createdAt }) => ({
    id,
    memberId: blockedId,
    name: names.get(blockedId) ?? "",
    createdAt: createdAt.toISOString(),
  }));
}
