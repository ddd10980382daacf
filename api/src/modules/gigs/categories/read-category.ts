import { type z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { presentSiteCategory, type siteCategoryView } from "./category-fields.ts";
import { readTree } from "./read-tree.ts";

/** A category as the site's team sees it now. */
export async function readCategory(scope: Scope, id: string): Promise<z.infer<typeof siteCategoryView>> {
  const found = (await readTree(scope, { withArchived: true })).find((each) => each.id === id);
  if (!found) throw notFound();
  return presentSiteCategory(found);
}
