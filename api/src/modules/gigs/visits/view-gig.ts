import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { countVisit } from "./count-visit.ts";

export const viewGig = operation({
  summary: "Remembers that the caller looks at a gig. Within the site's time, the same viewer counts once.",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(scope, { id }) {
    await countVisit(scope, id, "view");
    return { id };
  },
});
