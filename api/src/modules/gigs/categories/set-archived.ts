import { type z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { GigCategory } from "../models/gig-category.ts";
import { type siteCategoryView } from "./category-fields.ts";
import { readCategory } from "./read-category.ts";

/** Archives a category or shows it again; one that is so already stays as it is. */
export async function setArchived(
  scope: Scope,
  id: string,
  isArchived: boolean,
): Promise<z.infer<typeof siteCategoryView>> {
  const category = await scope.query(GigCategory).findOne({ id }).forUpdate();
  if (!category) throw notFound();
  if ((category.archivedAt !== null) !== isArchived) {
    await scope
      .query(GigCategory)
      .where({ id })
      .patch({ archivedAt: isArchived ? scope.now : null });
    await audit(scope, {
      action: isArchived ? "gigs.archive_category" : "gigs.restore_category",
      entity: { kind: "gig_category", id },
      after: { slug: category.slug, name: category.names.en },
    });
  }
  return readCategory(scope, id);
}
