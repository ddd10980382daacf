import { z } from "zod";
import { type Job, job } from "../../../platform/jobs/job.ts";
import { days, plus } from "../../../platform/time.ts";
import { planScores } from "../popularity/score-gigs.ts";
import { GigView } from "../models/gig-view.ts";

/** Days for which it is kept who looked at a gig. */
export const viewsKeptDays = 90;

/** Adds what waits of a gig to its days; of several at once each takes what no other holds. */
export const countVisits: Job = job({
  name: "gigs.count_visits",
  on: ["gig.visited"],
  payload: z.object({ gigId: z.uuid() }),
  async run(scope, { gigId }) {
    const tenantId = scope.tenant.id;
    await scope.sql`
      with waiting as (
        select id from gig_hits where tenant_id = ${tenantId} and gig_id = ${gigId} for update skip locked
      ), taken as (
        delete from gig_hits h using waiting w where h.tenant_id = ${tenantId} and h.id = w.id
        returning h.kind, (h.happened_at at time zone 'UTC')::date as day_on
      )
      insert into gig_days as known (tenant_id, gig_id, day_on, views, clicks, created_at, updated_at)
      select ${tenantId}::uuid, ${gigId}::uuid, day_on, count(*) filter (where kind = 'view'),
        count(*) filter (where kind = 'click'), ${scope.now}::timestamptz, ${scope.now}::timestamptz
      from taken group by day_on order by day_on
      on conflict (tenant_id, gig_id, day_on) do update set
        views = known.views + excluded.views, clicks = known.clicks + excluded.clicks, updated_at = excluded.updated_at`;
    await planScores(scope);
    await scope
      .query(GigView)
      .where({ gigId })
      .where("viewedAt", "<", plus(scope.now, -days(viewsKeptDays)))
      .delete();
  },
});
