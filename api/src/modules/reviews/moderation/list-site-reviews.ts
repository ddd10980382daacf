import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../../platform/rpc/paging.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { Review } from "../models/review.ts";
import { authorNames, presentReview, type ReviewRow, reviewView } from "../present.ts";

export const listSiteReviews = operation({
  summary: "Lists every review of the site, newest first, narrowed to hidden or waiting ones.",
  input: z.strictObject({ ...pageInput, state: z.enum(["waiting", "published", "hidden"]).optional() }),
  output: pageOf(reviewView),
  async run(scope, { limit, cursor, state }) {
    const after = cursor === undefined ? null : decodeCursor(scope.tenant, cursor, ["instant", "id"]);
    const states = {
      waiting: fragment`and published_at is null and hidden_at is null`,
      published: fragment`and published_at is not null and hidden_at is null`,
      hidden: fragment`and hidden_at is not null`,
    };
    const rows = await scope.read<ReviewRow>`
      select * from ${Review} r
      where true ${state === undefined ? fragment`` : states[state]}
        ${after ? fragment`and (created_at, id) < (${new Date(after[0])}, ${after[1]}::uuid)` : fragment``}
      order by created_at desc, id desc
      limit ${limit + 1}`;
    const names = await authorNames(scope, rows);
    return toPage(scope.tenant, rows, limit, {
      position: (row) => [row.createdAt.getTime(), row.id],
      present: (row) => presentReview(row, names),
    });
  },
});
