import { z } from "zod";
import { type Scope } from "../../platform/scope/scope.ts";
import { Review } from "./models/review.ts";
import { isPublic, type Reviewed } from "./which-reviews.ts";

/** How all that everybody may read adds up. */
export const ratingView = z.object({
  /** Null before the first review. */
  average: z.number().nullable(),
  count: z.int(),
  /** How many reviews come to one star, two and so on up to five; halves count upwards. */
  distribution: z.array(z.int()).length(5),
});

/** How the reviews of a person or a gig add up. */
export async function readRating(scope: Scope, reviewed: Reviewed): Promise<z.infer<typeof ratingView>> {
  const [row] = await scope.read<z.infer<typeof ratingView>>`
    select round(avg(overall)::numeric, 2)::float8 as average, count(*)::int as count,
      array[
        count(*) filter (where round(overall::numeric) = 1), count(*) filter (where round(overall::numeric) = 2),
        count(*) filter (where round(overall::numeric) = 3), count(*) filter (where round(overall::numeric) = 4),
        count(*) filter (where round(overall::numeric) = 5)]::int[] as distribution
    from ${Review} r where ${isPublic(reviewed)}`;
  if (!row) throw new Error("An average has no row.");
  return row;
}
