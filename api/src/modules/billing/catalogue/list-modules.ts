import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { readCatalogue } from "./catalogue.ts";
import { moduleView, presentModule, readRights } from "./module-view.ts";

export const listModules = operation({
  summary: "Lists the modules that can be licensed, with their prices and how each stands for the site.",
  input: z.strictObject({}),
  output: z.object({ items: z.array(moduleView), nextCursor: z.null() }),
  async run(scope) {
    const rights = await readRights(scope);
    const items = (await readCatalogue(scope)).map((entry) => presentModule(entry, rights));
    return { items, nextCursor: null };
  },
});
