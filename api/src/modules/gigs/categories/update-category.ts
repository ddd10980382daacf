import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { failure } from "../errors.ts";
import { GigCategory } from "../models/gig-category.ts";
import { auditedCategory, categoryFields, siteCategoryView } from "./category-fields.ts";
import { categoryIn, lockTree } from "./read-tree.ts";
import { readCategory } from "./read-category.ts";

export const updateCategory = operation({
  summary: "Changes what a category is called, or its word in addresses.",
  input: z.strictObject({
    id: z.uuid(),
    slug: categoryFields.slug.exactOptional(),
    names: categoryFields.names.exactOptional(),
  }),
  output: siteCategoryView,
  async run(scope, { id, ...changes }) {
    const categories = await lockTree(scope);
    const category = categoryIn(categories, id);
    if (categories.some((each) => each.id !== id && each.slug === changes.slug))
      throw failure("gigs.slug_taken");
    await scope.query(GigCategory).where({ id }).patch(changes);
    if (changes.names) await announce(scope, "gig_category.changed", { categoryId: id });
    await audit(scope, {
      action: "gigs.update_category",
      entity: { kind: "gig_category", id },
      before: auditedCategory(category),
      after: auditedCategory(Object.assign(category, changes)),
    });
    return readCategory(scope, id);
  },
});
