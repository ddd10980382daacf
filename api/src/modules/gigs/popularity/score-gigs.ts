import { z } from "zod";
import { derivedId } from "../../../platform/ids.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { fragment, type SqlFragment } from "../../../platform/scope/sql.ts";
import { days, hours, plus } from "../../../platform/time.ts";
import { setTimer, timer } from "../../../platform/timers/timer.ts";
import { Gig } from "../models/gig.ts";
import { GigDay } from "../models/gig-day.ts";
import { GigScore } from "../models/gig-score.ts";
import { halfLifeDays, popularityOf } from "../rules/popularity.ts";
import { outdate } from "../search/outdate.ts";

const name = "gigs.score_gigs";

/** Of what happened before so many days hardly anything is left. */
const countedDays = 90;

/** Has the popularity of gigs worked out at the next full hour, however many are looked at until then. */
export async function planScores(scope: Scope): Promise<void> {
  const dueAt = new Date((Math.floor(scope.now.getTime() / hours(1)) + 1) * hours(1));
  await setTimer(scope, { name, subjectId: derivedId(name, scope.tenant.id), dueAt });
}

/** Works out how popular those gigs are that were looked at since the last time, and tells the search of each. */
export const scoreDue = timer({
  name,
  payload: z.object({}),
  async run(scope) {
    for (const { id, publishedAt, createdAt, known, busy } of await busyGigs(scope)) {
      const happened = busy.map(({ dayOn, views, clicks }) => ({ at: new Date(dayOn), views, clicks }));
      const popularity = popularityOf(publishedAt ?? createdAt, happened);
      if (popularity === known) continue;
      await scope.sql`
        insert into gig_scores as known (tenant_id, gig_id, popularity, created_at, updated_at)
        values (${scope.tenant.id}, ${id}, ${popularity}, ${scope.now}, ${scope.now})
        on conflict (tenant_id, gig_id) do update set popularity = excluded.popularity, updated_at = excluded.updated_at`;
      await outdate(scope, id);
    }
  },
});

type Busy = Pick<Gig, "id" | "publishedAt" | "createdAt"> & {
  /** What is known of it; null before the first time. */
  readonly known: number | null;
  readonly busy: readonly Pick<GigDay, "dayOn" | "views" | "clicks">[];
};

// Counting may have begun before the last time and ended after it.
const countedWithin = hours(1);

async function busyGigs(scope: Scope): Promise<Busy[]> {
  const [last] = await scope.read<{ at: Date | null }>`select max(updated_at) as at from ${GigScore} s`;
  const since = plus(last?.at ?? new Date(0), -countedWithin);
  return scope.read<Busy>`
    select g.id, g.published_at, g.created_at, s.popularity as known,
      jsonb_agg(jsonb_build_object('dayOn', d.day_on, 'views', d.views, 'clicks', d.clicks)) as busy
    from ${GigDay} d join ${Gig} g on g.id = d.gig_id left join ${GigScore} s on s.gig_id = g.id
    where d.day_on > ${plus(scope.now, -days(countedDays)).toISOString().slice(0, 10)}::date
      and d.gig_id in (select c.gig_id from ${GigDay} c where c.updated_at >= ${since})
    group by g.id, g.published_at, g.created_at, s.popularity order by g.id`;
}

/** How popular the gig `g` is with its score `s`, as `popularityOf` says it; also where there is no score. */
export const popularity: SqlFragment = fragment`
  coalesce(s.popularity, extract(epoch from coalesce(g.published_at, g.created_at))::float8 / ${days(halfLifeDays) / 1000}::float8)`;
