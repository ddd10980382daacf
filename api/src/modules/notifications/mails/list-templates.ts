import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { siteLocales } from "../../tenancy/index.ts";
import { categories } from "../rules/categories.ts";
import { templateNames, templates } from "./templates.ts";

export const listTemplates = operation({
  summary: "Lists the mails the site sends to members, with the languages they are written in.",
  input: z.strictObject({}),
  output: z.object({
    items: z.array(
      z.object({
        name: z.enum(templateNames),
        category: z.enum(categories),
        locales: z.array(z.enum(siteLocales)),
      }),
    ),
  }),
  run: async () => ({
    items: templates.map(({ name, category }) => ({ name, category, locales: [...siteLocales] })),
  }),
});
