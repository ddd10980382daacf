import { z } from "zod";
import { type Scope } from "../../platform/scope/scope.ts";
import { contexts, type ReviewContext } from "./rules/dimensions.ts";
import { isPublic, type Reviewed } from "./which-reviews.ts";
import { Review } from "./models/review.ts";

/** The average of one dimension over what everybody may read. */
export const dimensionAverage = z.object({
  context: z.enum(contexts),
  /** Names the dimension, such as `as_described`; `listDimensions` has its words. */
  dimension: z.string(),
  average: z.number(),
  /** How many reviews rate it. */
  count: z.int(),
});

/** Each dimension's average over what everybody may read of a person or a gig, also of dimensions the site has dropped. */
export const readDimensions = (
  scope: Scope,
  reviewed: Reviewed,
): Promise<z.infer<typeof dimensionAverage>[]> => scope.read<z.infer<typeof dimensionAverage>>`
  select r.context, d.key as dimension, round(avg(d.value::numeric), 2)::float8 as average, count(*)::int as count
  from ${Review} r cross join lateral jsonb_each_text(r.ratings) d
  where ${isPublic(reviewed)}
  group by r.context, d.key order by r.context, d.key`;

/** The averages of what a person's sessions are usually rated by. */
export const averagesView = z.object({
  knowledge: z.number(),
  communication: z.number(),
  professionalism: z.number(),
});

/** The three of sessions among all dimensions; null unless all three were rated. */
export function averagesOf(
  dimensions: readonly z.infer<typeof dimensionAverage>[],
): z.infer<typeof averagesView> | null {
  const context: ReviewContext = "session";
  const of = (name: string) =>
    dimensions.find((each) => each.context === context && each.dimension === name)?.average;
  const [knowledge, communication, professionalism] = [
    of("knowledge"),
    of("communication"),
    of("professionalism"),
  ];
  return knowledge === undefined || communication === undefined || professionalism === undefined
    ? null
    : { knowledge, communication, professionalism };
}
