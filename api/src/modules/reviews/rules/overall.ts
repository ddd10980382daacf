import { type Ratings } from "./dimensions.ts";

/** One number for a review: the stars when they were given, else the mean of the ratings; null with neither. */
export function overallOf({
  stars,
  ratings,
}: {
  readonly stars?: number;
  readonly ratings: Ratings;
}): number | null {
  if (stars !== undefined) return stars;
  const given = Object.values(ratings);
  return given.length === 0 ? null : given.reduce((sum, rating) => sum + rating, 0) / given.length;
}

/** A rating as it is shown, to two digits. */
export const shownRating = (rating: number): number => Math.round(rating * 100) / 100;
