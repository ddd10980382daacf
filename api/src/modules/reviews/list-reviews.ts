import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../platform/rpc/paging.ts";
import { fragment } from "../../platform/scope/sql.ts";
import { Review } from "./models/review.ts";
import { authorNames, presentPublicReview, publicReviewView, type ReviewRow } from "./present.ts";

export const listReviews = operation({
  summary: "Lists the published reviews of a person, newest first.",
  input: z.strictObject({ ...pageInput, personId: z.uuid() }),
  output: pageOf(publicReviewView),
  async run(scope, { limit, cursor, personId }) {
    const [at, id] = cursor === undefined ? [null, null] : decodeCursor(scope.tenant, cursor, 2);
    const rows = await scope.read<ReviewRow & { publishedAt: Date }>`
      select * from ${Review} r
      where subject_id = ${personId} and published_at is not null and hidden_at is null
        ${cursor === undefined ? fragment`` : fragment`and (published_at, id) < (${new Date(Number(at))}, ${String(id)}::uuid)`}
      order by published_at desc, id desc
      limit ${limit + 1}`;
    const names = await authorNames(scope, rows);
    return toPage(scope.tenant, rows, limit, {
      position: (row) => [row.publishedAt.getTime(), row.id],
      present: (row) => presentPublicReview(row, names),
    });
  },
});
