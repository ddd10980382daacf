/** What of a gig makes it like another. */
export interface Alike {
  readonly categoryId: string | null;
  readonly tags: readonly string[];
  /** The words of its title, in the form in which they are compared. */
  readonly words: readonly string[];
}

const sameCategory = 3;
const mostShared = 3;

/** How much two gigs are alike, from 0 to 9: the same category says most, then tags and words of the title, three of each at most. */
export const likeness = (one: Alike, other: Alike): number =>
  (one.categoryId !== null && one.categoryId === other.categoryId ? sameCategory : 0) +
  shared(one.tags, other.tags) +
  shared(one.words, other.words);

const shared = (some: readonly string[], others: readonly string[]): number =>
  Math.min(mostShared, [...new Set(some)].filter((each) => others.includes(each)).length);

/** Something somebody did that tells what they may like, the latest first. */
export type Sign<Gig extends Alike> =
  | { readonly kind: "viewed"; readonly gig: Gig }
  /** `found` are the gigs that the search finds. */
  | { readonly kind: "searched"; readonly text: string; readonly found: readonly Gig[] };

/** A gig somebody may like, and what tells so most. */
export interface Liked<Gig extends Alike> {
  readonly gig: Gig;
  readonly because: Sign<Gig>;
}

const foundSays = 3;
/** The sixth thing somebody did says half of what the latest does. */
const halfAfter = 5;

/**
 * The gigs somebody may like of those given, the most likely first and in the order given where they are equal; those that nothing
 * tells of are left out. `views` and `searches` each have their latest first.
 */
export function likedOf<Gig extends Alike>(
  gigs: readonly Gig[],
  signs: { readonly views: readonly Gig[]; readonly searches: readonly Sign<Gig>[] },
): Liked<Gig>[] {
  const viewed = signs.views.map((gig): Sign<Gig> => ({ kind: "viewed", gig }));
  const weighed = [viewed, signs.searches].flatMap((each) =>
    each.map((sign, at) => ({ sign, weight: 1 / (1 + at / halfAfter) })),
  );
  return gigs
    .flatMap((gig) => {
      const told = weighed
        .map(({ sign, weight }) => ({ sign, points: weight * pointsOf(gig, sign) }))
        .filter(({ points }) => points > 0)
        .toSorted((a, b) => b.points - a.points);
      const [most] = told;
      return most
        ? [{ gig, because: most.sign, points: told.reduce((sum, { points }) => sum + points, 0) }]
        : [];
    })
    .toSorted((a, b) => b.points - a.points)
    .map(({ gig, because }) => ({ gig, because }));
}

const pointsOf = <Gig extends Alike>(gig: Gig, sign: Sign<Gig>): number =>
  sign.kind === "viewed" ? likeness(gig, sign.gig) : sign.found.includes(gig) ? foundSays : 0;
