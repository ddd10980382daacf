import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { Review } from "./models/review.ts";
import { dimensionAverage, readDimensions } from "./read-averages.ts";
import { ratingView, readRating } from "./read-rating.ts";
import { firstOfMonths } from "./rules/months.ts";
import { isPublic, nameOne, namesOne, reviewedFields } from "./which-reviews.ts";

const monthView = z.object({
  /** Such as `2026-11`, in UTC. */
  month: z.string(),
  average: z.number(),
  count: z.int(),
});

export const getReviewStats = operation({
  summary:
    "Answers how the published reviews of a person or a gig add up: the distribution of stars, the months, each dimension, and how often they were replied to.",
  input: z
    .strictObject({
      ...reviewedFields,
      /** How many months, this one among them, the trend goes back. */
      months: z.int().min(1).max(60).default(12),
    })
    .refine(namesOne, nameOne)
    .meta({ example: { personId: "0195f000-0000-7000-8000-000000000000" } }),
  output: z.object({
    rating: ratingView,
    /** By the month of publication, the earliest first; months without a review are left out. */
    months: z.array(monthView),
    dimensions: z.array(dimensionAverage),
    replies: z.object({
      count: z.int(),
      /** Of all reviews, from 0 to 1; null without a review. */
      share: z.number().nullable(),
      /** Half of the replies came within so many hours after publication; null without a reply. */
      medianHours: z.number().nullable(),
    }),
  }),
  async run(scope, { personId, gigId, months }) {
    const reviewed = { personId, gigId };
    const [rating, dimensions, trend, [replies]] = await Promise.all([
      readRating(scope, reviewed),
      readDimensions(scope, reviewed),
      scope.read<z.infer<typeof monthView>>`
        select to_char(published_at at time zone 'UTC', 'YYYY-MM') as month,
          round(avg(overall)::numeric, 2)::float8 as average, count(*)::int as count
        from ${Review} r
        where ${isPublic(reviewed)} and published_at >= ${firstOfMonths(scope.now, months)}
        group by 1 order by 1`,
      scope.read<{ count: number; medianHours: number | null }>`
        select count(*)::int as count,
          round((percentile_cont(0.5) within group (order by extract(epoch from replied_at - published_at)) / 3600)::numeric, 1)::float8
            as median_hours
        from ${Review} r where ${isPublic(reviewed)} and replied_at is not null`,
    ]);
    const { count = 0, medianHours = null } = replies ?? {};
    const share = rating.count === 0 ? null : Math.round((count / rating.count) * 10_000) / 10_000;
    return { rating, months: trend, dimensions, replies: { count, share, medianHours } };
  },
});
