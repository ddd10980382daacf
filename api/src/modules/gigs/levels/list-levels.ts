import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { gigsOf } from "../settings.ts";
import { honourView } from "./reputation-view.ts";

export const listLevels = operation({
  summary: "Lists the levels and badges that sellers of the site can have, with what each takes.",
  input: z.strictObject({}),
  output: z.object({
    /** The lowest first. */
    items: z.array(honourView),
    badges: z.array(honourView),
    /** In how many days orders and reviews count. */
    windowDays: z.int(),
  }),
  async run({ tenant }) {
    const { levels, badges, windowDays } = gigsOf(tenant).reputation;
    return { items: levels, badges, windowDays };
  },
});
