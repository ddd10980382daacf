import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { Gig } from "../models/gig.ts";
import { GigDay } from "../models/gig-day.ts";
import { firstDay, period, readStats, statsView } from "./stats-view.ts";

export const getMarketStats = operation({
  summary:
    "Answers how the market of gigs did in the last days, how many gigs there are, and which were looked at most.",
  input: z.strictObject(period),
  output: statsView.extend({
    gigs: z.object({
      /** Those that everybody finds. */
      visible: z.int(),
      /** Those that wait for the team. */
      pending: z.int(),
      all: z.int(),
    }),
    /** At most ten. */
    top: z.array(z.object({ id: z.uuid(), title: z.string(), views: z.int(), clicks: z.int() })),
  }),
  async run(scope, { days }) {
    const [stats, [gigs], top] = await Promise.all([
      readStats(scope, {}, days),
      scope.read<{ visible: number; pending: number; all: number }>`
        select count(*) filter (where is_visible)::int as visible,
          count(*) filter (where moderation = 'pending')::int as pending, count(*)::int as "all"
        from ${Gig} g`,
      scope.read<{ id: string; title: string; views: number; clicks: number }>`
        select g.id, g.title, sum(d.views)::int as views, sum(d.clicks)::int as clicks
        from ${GigDay} d join ${Gig} g on g.id = d.gig_id
        where d.day_on >= ${firstDay(scope, days)}::date
        group by g.id, g.title order by views desc, clicks desc, g.id limit 10`,
    ]);
    return { ...stats, gigs: gigs ?? { visible: 0, pending: 0, all: 0 }, top };
  },
});
