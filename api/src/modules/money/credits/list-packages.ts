import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { creditTermsOf } from "../settings.ts";

export const listPackages = operation({
  summary: "Lists the packages of credits that the site sells.",
  input: z.strictObject({}),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        credits: z.int(),
        price: z.object({ amountMinor: z.int(), currency: z.string() }),
      }),
    ),
  }),
  run: async (scope) => ({ items: creditTermsOf(scope.tenant).packages }),
});
