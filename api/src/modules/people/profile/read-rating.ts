import { type Scope } from "../../../platform/scope/scope.ts";
import { Profile } from "../models/profile.ts";

/** Somebody's average rating from 1 to 5; null before the first. */
export async function readRating(scope: Scope, memberId: string): Promise<number | null> {
  const [found] = await scope.read<Pick<Profile, "ratingAverage">>`
    select rating_average from ${Profile} p where member_id = ${memberId}`;
  return found?.ratingAverage ?? null;
}
