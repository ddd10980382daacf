import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { siteCategoryView } from "./category-fields.ts";
import { setArchived } from "./set-archived.ts";

export const restoreCategory = operation({
  summary: "Shows an archived category again, at its old place.",
  input: z.strictObject({ id: z.uuid() }),
  output: siteCategoryView,
  run: (scope, { id }) => setArchived(scope, id, false),
});
