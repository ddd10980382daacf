import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { siteCategoryView } from "./category-fields.ts";
import { listSiteCategories } from "./list-site-categories.ts";
import { plantDefaults } from "./plant-defaults.ts";

export const createDefaultCategories = operation({
  summary: "Adds the categories a gig market usually begins with, as far as the tree does not have them.",
  input: z.strictObject({}),
  output: z.object({ items: z.array(siteCategoryView) }),
  async run(scope) {
    const count = await plantDefaults(scope);
    await audit(scope, {
      action: "gigs.create_default_categories",
      entity: { kind: "tenant", id: scope.tenant.id },
      after: { count },
    });
    return listSiteCategories.run(scope, {});
  },
});
