import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { countVisit } from "./count-visit.ts";

export const clickGig = operation({
  summary:
    "Counts that the caller goes on from a gig: to a package, or to writing to its seller. Within the site's time, the same viewer counts once.",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(scope, { id }) {
    await countVisit(scope, id, "click");
    return { id };
  },
});
