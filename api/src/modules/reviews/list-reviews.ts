import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../platform/rpc/paging.ts";
import { fragment } from "../../platform/scope/sql.ts";
import { Review } from "./models/review.ts";
import { authorNames, presentPublicReview, publicReviewView, type ReviewRow } from "./present.ts";
import { averagesView, readAverages } from "./read-averages.ts";

export const listReviews = operation({
  summary: "Lists the published reviews of a person, newest first, with the average of each rating.",
  input: z.strictObject({ ...pageInput, personId: z.uuid() }),
  output: pageOf(publicReviewView).extend({
    /** Over all pages; null before the first review. */
    averages: averagesView.nullable(),
  }),
  async run(scope, { limit, cursor, personId }) {
    const after = cursor === undefined ? null : decodeCursor(scope.tenant, cursor, ["instant", "id"]);
    const rows = await scope.read<ReviewRow & { publishedAt: Date }>`
      select * from ${Review} r
      where subject_id = ${personId} and published_at is not null and hidden_at is null
        ${after ? fragment`and (published_at, id) < (${new Date(after[0])}, ${after[1]}::uuid)` : fragment``}
      order by published_at desc, id desc
      limit ${limit + 1}`;
    const [names, averages] = await Promise.all([authorNames(scope, rows), readAverages(scope, personId)]);
    const page = toPage(scope.tenant, rows, limit, {
      position: (row) => [row.publishedAt.getTime(), row.id],
      present: (row) => presentPublicReview(row, names),
    });
    return { ...page, averages };
  },
});
