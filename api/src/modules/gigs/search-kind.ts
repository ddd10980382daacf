import { z } from "zod";
import { type SearchKind } from "../../platform/module.ts";
import { gone, type SearchDocument } from "../../platform/providers/search/port.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { indexJob } from "../../platform/search/index-thing.ts";
import { readPeople } from "../people/index.ts";
import { readGigRatings } from "../reviews/index.ts";
import { findReputation } from "./levels/read-reputations.ts";
import { keepSearch } from "./history/keep-search.ts";
import { GigCategory, type CategoryNames } from "./models/gig-category.ts";
import { GigScore } from "./models/gig-score.ts";
import { Gig } from "./models/gig.ts";
import { type WholeGig, wholeGigs } from "./gigs/read-gigs.ts";
import { deliveryStepsOf, ratingStepsOf } from "./rules/facets.ts";
import { popularityOf } from "./rules/popularity.ts";

/** The field of a document that holds the lowest price in a currency: prices in different money have no order. */
export const priceField = (currency: string): string => `price${currency}`;

/** Gigs are found by their title, tags, category, seller and what they say, while everybody finds them. */
export const gigsSearch: SearchKind = {
  kind: "gigs",
  async document(scope, id) {
    // Two who write one gig's document follow each other, so that the one who writes last has read last.
    const gig = await scope.query(Gig).findOne({ id }).forUpdate();
    if (!gig) return gone;
    const { version, isVisible } = gig;
    return { version, document: isVisible ? await documentOf(scope, gig) : null };
  },
  async ids(scope, { after, limit }) {
    const rows = await scope.read<{ id: string }>`
      select id from ${Gig} g where ${after}::uuid is null or id > ${after}::uuid order by id limit ${limit}`;
    return rows.map(({ id }) => id);
  },
  keep: keepSearch,
};

/** Keeps the search in step with gigs. */
export const indexGig = indexJob(gigsSearch, {
  name: "gigs.index_gig",
  on: ["gig.published", "gig.paused", "gig.changed", "gig.hidden"],
  payload: z.object({ gigId: z.uuid() }),
  idOf: ({ gigId }) => gigId,
});

async function documentOf(scope: Scope, gig: Gig): Promise<SearchDocument> {
  const [[whole], people, path, [score], ratings, reputation] = await Promise.all([
    wholeGigs(scope, [gig]),
    readPeople(scope, [gig.sellerId]),
    categoryNames(scope, gig.categoryId),
    scope.read<GigScore>`select * from ${GigScore} s where gig_id = ${gig.id}`,
    readGigRatings(scope, [gig.id]),
    findReputation(scope, gig.sellerId),
  ]);
  const { packages }: Pick<WholeGig, "packages"> = whole ?? { packages: [] };
  const seller = people.get(gig.sellerId);
  // What nobody has reviewed yet is known by who makes it.
  const rating = ratings.get(gig.id)?.average ?? seller?.rating ?? null;
  const published = gig.publishedAt ?? gig.createdAt;
  const popularity = score?.popularity ?? popularityOf(published, []);
  const delivery = Math.min(...packages.map(({ deliveryDays }) => deliveryDays));
  return {
    id: gig.id,
    texts: {
      strong: [gig.title],
      middle: [...gig.tags, ...path.flatMap((names) => Object.values(names)), seller?.name ?? ""],
      weak: [
        gig.description,
        ...packages.flatMap(({ title, description, features }) => [title, description, ...features]),
      ],
    },
    tags: {
      category: gig.categoryId === null ? [] : [gig.categoryId],
      language: [gig.language],
      tag: gig.tags,
      currency: [gig.currency],
      delivery: deliveryStepsOf(delivery),
      rating: ratingStepsOf(rating),
      level: reputation?.level == null ? [] : [reputation.level],
    },
    numbers: {
      ...(gig.fromAmountMinor !== null && { [priceField(gig.currency)]: gig.fromAmountMinor }),
      ...(packages.length > 0 && { delivery }),
      ...(rating !== null && { rating }),
      published: published.getTime(),
      popularity,
    },
    standing: popularity,
    phrases: [gig.title, ...gig.tags],
  };
}

/** What a category and those above it are called, in every language. */
const categoryNames = async (scope: Scope, id: string | null): Promise<CategoryNames[]> => {
  const rows = await scope.read<{ names: CategoryNames }>`
    with recursive above as (
      select c.parent_id, c.names from ${GigCategory} c where c.id = ${id}
      union all
      select c.parent_id, c.names from ${GigCategory} c join above a on c.id = a.parent_id
    ) select names from above`;
  return rows.map(({ names }) => names);
};
