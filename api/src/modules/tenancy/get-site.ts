import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { presentSite, siteView } from "./present.ts";

export const getSite = operation({
  summary: "Answers the site's name, brand, languages, currency, time zone and active modules.",
  input: z.strictObject({}),
  output: siteView,
  run: async ({ tenant }) => presentSite(tenant),
});
