import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { invalidFields } from "../../../platform/errors.ts";
import { newId } from "../../../platform/ids.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { failure } from "../errors.ts";
import { deepest, mostCategories } from "../rules/category-tree.ts";
import { auditedCategory, categoryFields, siteCategoryView } from "./category-fields.ts";
import { categoryIn, childrenOf, lockTree } from "./read-tree.ts";
import { readCategory } from "./read-category.ts";

export const createCategory = operation({
  summary: "Adds a category as the last one below its parent, or at the top of the tree.",
  input: z.strictObject({
    /** At the top when null. */
    parentId: z.uuid().nullable().default(null),
    ...categoryFields,
  }),
  output: siteCategoryView,
  async run(scope, { parentId, slug, names }) {
    const categories = await lockTree(scope);
    if (categories.length >= mostCategories) throw failure("gigs.tree_full", { most: mostCategories });
    if (categories.some((each) => each.slug === slug)) throw failure("gigs.slug_taken");
    const depth = (parentId === null ? 0 : categoryIn(categories, parentId).depth) + 1;
    if (depth > deepest) throw invalidFields({ path: ["parentId"], message: tooDeep });
    const position = childrenOf(categories, parentId).length;
    const id = newId(scope.now);
    // Two that are added to an empty tree at once meet nobody's lock; the slug tells them apart.
    const added = await scope.sql`
      insert into gig_categories (tenant_id, id, parent_id, depth, slug, names, position, created_at, updated_at)
      values (${scope.tenant.id}, ${id}, ${parentId}, ${depth}, ${slug}, ${JSON.stringify(names)}, ${position},
        ${scope.now}, ${scope.now})
      on conflict (tenant_id, slug) do nothing returning id`;
    if (added.length === 0) throw failure("gigs.slug_taken");
    await audit(scope, {
      action: "gigs.create_category",
      entity: { kind: "gig_category", id },
      after: auditedCategory({ parentId, slug, names }),
    });
    return readCategory(scope, id);
  },
});

/** Said where a category would lie deeper than the tree goes. */
export const tooDeep = "The tree goes four levels deep. Choose a parent further up.";
