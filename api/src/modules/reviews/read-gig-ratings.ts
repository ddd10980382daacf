import { type Scope } from "../../platform/scope/scope.ts";
import { Review } from "./models/review.ts";

/** How a gig is rated by its buyers. */
export interface GigRating {
  /** From 1 to 5, to two digits. */
  readonly average: number;
  readonly count: number;
}

/** The ratings of gigs over what everybody may read, by gig; one that nobody has reviewed is left out. */
export async function readGigRatings(
  scope: Scope,
  gigIds: readonly string[],
): Promise<ReadonlyMap<string, GigRating>> {
  if (gigIds.length === 0) return new Map();
  const rows = await scope.read<GigRating & { gigId: string }>`
    select gig_id, round(avg(overall)::numeric, 2)::float8 as average, count(*)::int as count
    from ${Review} r
    where gig_id = any(${gigIds}::uuid[]) and published_at is not null and hidden_at is null
    group by gig_id`;
  return new Map(rows.map(({ gigId, average, count }) => [gigId, { average, count }]));
}
