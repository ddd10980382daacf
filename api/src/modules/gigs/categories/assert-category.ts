import { invalidFields } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { GigCategory } from "../models/gig-category.ts";

/** Refuses a category that the site does not have, or that is chosen no more. */
export async function assertCategory(scope: Scope, id: string | null): Promise<void> {
  if (id === null) return;
  const found = await scope.query(GigCategory).where({ id, archivedAt: null }).resultSize();
  if (found === 0)
    throw invalidFields({
      path: ["categoryId"],
      message: "There is no such category. Choose one of the tree.",
    });
}
