import { invalidFields } from "../../../platform/errors.ts";
import { fragment, type SqlFragment } from "../../../platform/scope/sql.ts";
import { type Profile } from "../models/profile.ts";

/** The orders in which people can be listed. */
export const peopleOrders = ["rating", "price", "newest"] as const;

/** What a row's place in any of the orders follows from. */
export type Placed = Pick<Profile, "memberId" | "ratingAverage" | "fromAmountMinor" | "createdAt">;

/** One order of a list of people: how it sorts, where a page begins, and where a row stands in it. */
interface PeopleOrder {
  readonly by: SqlFragment;
  readonly after: (place: number, memberId: string) => SqlFragment;
  /** What `placeOf` answers, for cursors. */
  readonly place: "number" | "integer" | "instant";
  readonly placeOf: (row: Placed) => number;
}

/** Best rated, lowest price or newest first; those who are equal stand by their id. */
export const orders: Readonly<Record<(typeof peopleOrders)[number], PeopleOrder>> = {
  rating: {
    by: fragment`coalesce(rating_average, 0) desc, member_id`,
    after: (place, memberId) =>
      fragment`and (-coalesce(rating_average, 0), member_id) > (${-place}::float8, ${memberId}::uuid)`,
    place: "number",
    placeOf: ({ ratingAverage }) => ratingAverage ?? 0,
  },
  price: {
    by: fragment`from_amount_minor, member_id`,
    after: (place, memberId) =>
      fragment`and (from_amount_minor, member_id) > (${place}::bigint, ${memberId}::uuid)`,
    place: "integer",
    placeOf: ({ fromAmountMinor }) => fromAmountMinor ?? 0,
  },
  newest: {
    by: fragment`created_at desc, member_id desc`,
    after: (place, memberId) =>
      fragment`and (created_at, member_id) < (${new Date(place)}, ${memberId}::uuid)`,
    place: "instant",
    placeOf: ({ createdAt }) => createdAt.getTime(),
  },
};

/** Refuses to sort by price across currencies: what is higher could not be said. */
export function assertSortable(sort: (typeof peopleOrders)[number], currency: string | undefined): void {
  if (sort === "price" && currency === undefined)
    throw invalidFields({
      path: ["currency"],
      message: "Name a currency: prices in different money have no order.",
    });
}
