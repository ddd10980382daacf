import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { contexts } from "./rules/dimensions.ts";
import { reviewsOf } from "./settings.ts";

/** One of the things that is rated, with the site's words for it. */
export const dimensionName = z.object({
  /** Its key in ratings. */
  name: z.string(),
  /** By language; where one is missing, the English words stand. */
  labels: z.object({
    en: z.string(),
    "zh-CN": z.string().optional(),
    ar: z.string().optional(),
  }),
});

export const listDimensions = operation({
  summary: "Lists what the site rates sessions or gigs by, in the order it asks.",
  input: z.strictObject({ context: z.enum(contexts) }),
  output: z.object({
    /** None where stars alone are given. */
    items: z.array(dimensionName),
  }),
  async run({ tenant }, { context }) {
    return { items: reviewsOf(tenant).dimensions[context] };
  },
});
