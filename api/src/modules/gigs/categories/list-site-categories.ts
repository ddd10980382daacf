import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { presentSiteCategory, siteCategoryView } from "./category-fields.ts";
import { readTree } from "./read-tree.ts";

export const listSiteCategories = operation({
  summary: "Answers the whole tree of categories with the archived ones, every parent before its children.",
  input: z.strictObject({}),
  output: z.object({ items: z.array(siteCategoryView) }),
  async run(scope) {
    const categories = await readTree(scope, { withArchived: true });
    return { items: categories.map(presentSiteCategory) };
  },
});
