import { z } from "zod";
import { type Scope } from "../../../platform/scope/scope.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { days, plus, type PlainDate } from "../../../platform/time.ts";
import { readWorkSales } from "../../orders/index.ts";
import { Gig } from "../models/gig.ts";
import { GigDay } from "../models/gig-day.ts";
import { addedUp } from "../rules/numbers.ts";
import { conversionOf } from "../rules/counting.ts";

/** How many days, today's in UTC among them, numbers are told for. */
export const period = { days: z.int().min(1).max(366).default(30) };

/** How gigs did in a period. */
export const statsView = z.object({
  /** Each viewer counts once within the site's time. */
  views: z.int(),
  /** How often somebody went on from them: to a package, or to writing to the seller. */
  clicks: z.int(),
  /** Those that were paid. */
  orders: z.int(),
  /** The share of views that became orders, from 0 to 1; null without a view. */
  conversion: z.number().nullable(),
  /** What buyers paid and did not get back, by currency; empty without an order. */
  revenue: z.array(z.object({ amountMinor: z.int(), currency: z.string() })),
  /** The dates on which anything happened, in UTC and in their order. */
  days: z.array(z.object({ date: z.iso.date(), views: z.int(), clicks: z.int(), orders: z.int() })),
});

/** The first date of a period. */
export const firstDay = (scope: Scope, count: number): PlainDate =>
  plus(scope.now, -days(count - 1))
    .toISOString()
    .slice(0, 10);

/** Whose gigs numbers are told of: one gig, those of one seller, or all. */
export interface Which {
  readonly gigId?: string;
  readonly sellerId?: string;
}

/** How gigs did in a period. */
export async function readStats(
  scope: Scope,
  { gigId, sellerId }: Which,
  count: number,
): Promise<z.infer<typeof statsView>> {
  const from = firstDay(scope, count);
  const [visits, sales] = await Promise.all([
    scope.read<{ date: string; views: number; clicks: number }>`
      select d.day_on::text as date, sum(d.views)::int as views, sum(d.clicks)::int as clicks
      from ${GigDay} d join ${Gig} g on g.id = d.gig_id
      where d.day_on >= ${from}::date
        ${gigId === undefined ? fragment`` : fragment`and g.id = ${gigId}`}
        ${sellerId === undefined ? fragment`` : fragment`and g.seller_id = ${sellerId}`}
      group by d.day_on`,
    readWorkSales(scope, { kind: "gig", subjectId: gigId, sellerId, from: new Date(`${from}T00:00:00Z`) }),
  ]);
  const numbers = addedUp(visits, sales);
  return { ...numbers, conversion: conversionOf(numbers) };
}
