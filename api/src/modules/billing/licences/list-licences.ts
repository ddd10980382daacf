import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { licenceView, presentLicence, readLicences } from "../../tenancy/index.ts";

export const listLicences = operation({
  summary: "Lists the site's licences of modules, also those that ended, newest first.",
  input: z.strictObject({}),
  output: z.object({ items: z.array(licenceView), nextCursor: z.null() }),
  run: async (scope) => ({ items: (await readLicences(scope)).map(presentLicence), nextCursor: null }),
});
