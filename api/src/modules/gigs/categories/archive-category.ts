import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { siteCategoryView } from "./category-fields.ts";
import { setArchived } from "./set-archived.ts";

export const archiveCategory = operation({
  summary:
    "Takes a category, with all below it, out of the tree that is shown and chosen from. Its gigs keep it.",
  input: z.strictObject({ id: z.uuid() }),
  output: siteCategoryView,
  run: (scope, { id }) => setArchived(scope, id, true),
});
