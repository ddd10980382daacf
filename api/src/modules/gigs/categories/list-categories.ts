import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { categoryView, presentCategory } from "./category-fields.ts";
import { readTree } from "./read-tree.ts";

export const listCategories = operation({
  summary:
    "Answers the whole tree of categories, every parent before its children and siblings in their order.",
  input: z.strictObject({}),
  output: z.object({ items: z.array(categoryView) }),
  async run(scope) {
    const categories = await readTree(scope, { withArchived: false });
    return { items: categories.map(presentCategory) };
  },
});
