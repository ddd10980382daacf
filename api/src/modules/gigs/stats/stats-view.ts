import { z } from "zod";
import { type Scope } from "../../../platform/scope/scope.ts";
import { fragment, type SqlFragment } from "../../../platform/scope/sql.ts";
import { days, plus, type PlainDate } from "../../../platform/time.ts";
import { Gig } from "../models/gig.ts";
import { GigDay } from "../models/gig-day.ts";
import { conversionOf } from "../rules/counting.ts";

/** How many days, today's in UTC among them, numbers are told for. */
export const period = { days: z.int().min(1).max(366).default(30) };

/** How gigs did in a period. */
export const statsView = z.object({
  /** Each viewer counts once within the site's time. */
  views: z.int(),
  /** How often somebody went on from them: to a package, or to writing to the seller. */
  clicks: z.int(),
  orders: z.int(),
  /** The share of views that became orders, from 0 to 1; null without a view. */
  conversion: z.number().nullable(),
  /** By currency; empty without an order. */
  revenue: z.array(z.object({ amountMinor: z.int(), currency: z.string() })),
  /** The dates on which anything happened, in UTC and in their order. */
  days: z.array(z.object({ date: z.iso.date(), views: z.int(), clicks: z.int() })),
});

/** The first date of a period. */
export const firstDay = (scope: Scope, count: number): PlainDate =>
  plus(scope.now, -days(count - 1))
    .toISOString()
    .slice(0, 10);

/** How those gigs `g` did that a condition names. */
export async function readStats(
  scope: Scope,
  which: SqlFragment,
  count: number,
): Promise<z.infer<typeof statsView>> {
  const rows = await scope.read<{ date: string; views: number; clicks: number }>`
    select d.day_on::text as date, sum(d.views)::int as views, sum(d.clicks)::int as clicks
    from ${GigDay} d join ${Gig} g on g.id = d.gig_id
    where d.day_on >= ${firstDay(scope, count)}::date ${fragment`and ${which}`}
    group by d.day_on order by d.day_on`;
  const sum = (of: "views" | "clicks") => rows.reduce((total, row) => total + row[of], 0);
  // Gigs are not ordered yet.
  const orders = 0;
  const views = sum("views");
  return {
    views,
    clicks: sum("clicks"),
    orders,
    conversion: conversionOf({ views, orders }),
    revenue: [],
    days: rows,
  };
}
