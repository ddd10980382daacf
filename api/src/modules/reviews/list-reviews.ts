import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../platform/rpc/paging.ts";
import { fragment } from "../../platform/scope/sql.ts";
import { Review } from "./models/review.ts";
import { authorNames, presentPublicReview, publicReviewView, type ReviewRow } from "./present.ts";
import { averagesOf, averagesView, dimensionAverage, readDimensions } from "./read-averages.ts";
import { ratingView, readRating } from "./read-rating.ts";
import { isPublic, nameOne, namesOne, reviewedFields } from "./which-reviews.ts";

export const listReviews = operation({
  summary: "Lists the published reviews of a person or of a gig, newest first, with how all of them add up.",
  input: z
    .strictObject({ ...pageInput, ...reviewedFields })
    .refine(namesOne, nameOne)
    .meta({ example: { personId: "0195f000-0000-7000-8000-000000000000" } }),
  output: pageOf(publicReviewView).extend({
    /** Over all pages. */
    rating: ratingView,
    /** Over all pages; only what was rated. */
    dimensions: z.array(dimensionAverage),
    /** The three that sessions are usually rated by, over all pages; null unless all three were. */
    averages: averagesView.nullable(),
  }),
  async run(scope, { limit, cursor, personId, gigId }) {
    const reviewed = { personId, gigId };
    const after = cursor === undefined ? null : decodeCursor(scope.tenant, cursor, ["instant", "id"]);
    const rows = await scope.read<ReviewRow & { publishedAt: Date }>`
      select * from ${Review} r
      where ${isPublic(reviewed)}
        ${after ? fragment`and (published_at, id) < (${new Date(after[0])}, ${after[1]}::uuid)` : fragment``}
      order by published_at desc, id desc
      limit ${limit + 1}`;
    const [names, rating, dimensions] = await Promise.all([
      authorNames(scope, rows),
      readRating(scope, reviewed),
      readDimensions(scope, reviewed),
    ]);
    const page = toPage(scope.tenant, rows, limit, {
      position: (row) => [row.publishedAt.getTime(), row.id],
      present: (row) => presentPublicReview(row, names),
    });
    return { ...page, rating, dimensions, averages: averagesOf(dimensions) };
  },
});
