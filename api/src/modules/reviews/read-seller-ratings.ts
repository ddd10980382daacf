import { type Scope } from "../../platform/scope/scope.ts";
import { Review } from "./models/review.ts";
import { type GigRating } from "./read-gig-ratings.ts";

/** How buyers rated sellers of gigs in what was published from a moment on and everybody may read, by seller; one nobody rated is left out. */
export async function readSellerRatings(
  scope: Scope,
  sellerIds: readonly string[],
  since: Date,
): Promise<ReadonlyMap<string, GigRating>> {
  if (sellerIds.length === 0) return new Map();
  const rows = await scope.read<GigRating & { sellerId: string }>`
    select subject_id as seller_id, round(avg(overall)::numeric, 2)::float8 as average, count(*)::int as count
    from ${Review} r
    where subject_id = any(${sellerIds}::uuid[]) and gig_id is not null and published_at >= ${since} and hidden_at is null
    group by subject_id`;
  return new Map(rows.map(({ sellerId, average, count }) => [sellerId, { average, count }]));
}
