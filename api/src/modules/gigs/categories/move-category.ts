import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { invalidFields } from "../../../platform/errors.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { placedBefore, problemOfMove, subtreeOf } from "../rules/category-tree.ts";
import { auditedCategory, siteCategoryView } from "./category-fields.ts";
import { tooDeep } from "./create-category.ts";
import { categoryIn, childrenOf, lockTree } from "./read-tree.ts";
import { readCategory } from "./read-category.ts";

export const moveCategory = operation({
  summary:
    "Puts a category, with all below it, before a sibling or at the end, below the same or another parent.",
  input: z.strictObject({
    id: z.uuid(),
    /** At the top of the tree when null. */
    parentId: z.uuid().nullable(),
    /** The sibling it goes before; at the end when null. */
    beforeId: z.uuid().nullable().default(null),
  }),
  output: siteCategoryView,
  async run(scope, { id, parentId, beforeId }) {
    const categories = await lockTree(scope);
    const category = categoryIn(categories, id);
    const parent = parentId === null ? null : categoryIn(categories, parentId);
    const problem = problemOfMove(categories, id, parent);
    if (problem === "cycle")
      throw invalidFields({
        path: ["parentId"],
        message: "A category cannot go below itself. Choose another parent.",
      });
    if (problem === "too_deep") throw invalidFields({ path: ["parentId"], message: tooDeep });
    const siblings = childrenOf(categories, parentId);
    if (beforeId !== null && !siblings.includes(beforeId))
      throw invalidFields({
        path: ["beforeId"],
        message: "This category has another parent. Choose a sibling.",
      });
    const deeper = (parent?.depth ?? 0) + 1 - category.depth;
    await putBelow(scope, { id, parentId, deeper, ids: subtreeOf(categories, id).map((each) => each.id) });
    await order(scope, placedBefore(siblings, id, beforeId));
    if (parentId !== category.parentId) await announce(scope, "gig_category.changed", { categoryId: id });
    await audit(scope, {
      action: "gigs.move_category",
      entity: { kind: "gig_category", id },
      before: auditedCategory(category),
      after: auditedCategory(Object.assign(category, { parentId })),
    });
    return readCategory(scope, id);
  },
});

/** In one statement, at whose end every child lies one deeper than its parent again. */
async function putBelow(
  scope: Scope,
  moved: {
    readonly id: string;
    readonly parentId: string | null;
    readonly deeper: number;
    readonly ids: string[];
  },
): Promise<void> {
  await scope.sql`
    update gig_categories
    set depth = depth + ${moved.deeper}::int,
      parent_id = case when id = ${moved.id} then ${moved.parentId}::uuid else parent_id end,
      updated_at = ${scope.now}
    where tenant_id = ${scope.tenant.id} and id = any(${moved.ids}::uuid[])`;
}

async function order(scope: Scope, ids: readonly string[]): Promise<void> {
  await scope.sql`
    update gig_categories c set position = placed.at - 1, updated_at = ${scope.now}
    from unnest(${ids}::uuid[]) with ordinality as placed (id, at)
    where c.tenant_id = ${scope.tenant.id} and c.id = placed.id and c.position <> placed.at - 1`;
}
