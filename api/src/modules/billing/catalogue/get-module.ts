import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { readFromCatalogue } from "./catalogue.ts";
import { moduleView, presentModule, readRights } from "./module-view.ts";

/** A module by its name. */
export const moduleName = z.string().max(40).meta({ example: "gigs" });

export const getModule = operation({
  summary: "Answers what a module does, costs and allows, and how it stands for the site.",
  input: z.strictObject({ id: moduleName }),
  output: moduleView,
  run: async (scope, { id }) => presentModule(await readFromCatalogue(scope, id), await readRights(scope)),
});
