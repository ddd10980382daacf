import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../platform/rpc/paging.ts";
import { fragment } from "../../platform/scope/sql.ts";
import { callingMember } from "../identity/index.ts";
import { Review } from "./models/review.ts";
import { authorNames, presentReview, type ReviewRow, reviewView } from "./present.ts";

export const listOwnReviews = operation({
  summary: "Lists the reviews the member has given, or the published ones they were given, newest first.",
  input: z.strictObject({ ...pageInput, direction: z.enum(["given", "received"]).default("given") }),
  output: pageOf(reviewView),
  async run(scope, { limit, cursor, direction }) {
    const own = callingMember(scope);
    const after = cursor === undefined ? null : decodeCursor(scope.tenant, cursor, ["instant", "id"]);
    const rows = await scope.read<ReviewRow>`
      select * from ${Review} r
      where ${
        direction === "given"
          ? fragment`author_id = ${own}`
          : fragment`subject_id = ${own} and published_at is not null and hidden_at is null`
      }
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
