import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../platform/rpc/paging.ts";
import { fragment } from "../../platform/scope/sql.ts";
import { callingMember, nameMembers } from "../identity/index.ts";
import { awaitsReviewBy } from "./awaits-review.ts";
import { ReviewRound } from "./models/review-round.ts";
import { sourceOf } from "./present.ts";
import { contexts } from "./rules/dimensions.ts";

const pendingReviewView = z.object({
  /** What to review: a session, or an order of a gig. */
  context: z.enum(contexts),
  /** Of the session; null for a gig. */
  bookingId: z.uuid().nullable(),
  /** Of the gig; null for a session. */
  orderId: z.uuid().nullable(),
  title: z.string(),
  /** Whom to review. */
  subjectId: z.uuid(),
  subjectName: z.string(),
  completedAt: z.iso.datetime(),
});

export const listPendingReviews = operation({
  summary: "Lists the completed sessions and orders the member has not reviewed yet, newest first.",
  input: z.strictObject(pageInput),
  output: pageOf(pendingReviewView),
  async run(scope, { limit, cursor }) {
    const own = callingMember(scope);
    const after = cursor === undefined ? null : decodeCursor(scope.tenant, cursor, ["instant", "id"]);
    const rows = await scope.read<ReviewRound>`
      select * from ${ReviewRound} o
      where ${awaitsReviewBy(own)}
        ${after ? fragment`and (opened_at, source_id) < (${new Date(after[0])}, ${after[1]}::uuid)` : fragment``}
      order by opened_at desc, source_id desc
      limit ${limit + 1}`;
    const otherOf = ({ clientId, hostId }: ReviewRound) => (clientId === own ? hostId : clientId);
    const names = await nameMembers(scope, rows.map(otherOf));
    return toPage(scope.tenant, rows, limit, {
      position: ({ openedAt, sourceId }) => [openedAt.getTime(), sourceId],
      present: (round) => ({
        context: round.context,
        ...sourceOf(round),
        title: round.title,
        subjectId: otherOf(round),
        subjectName: names.get(otherOf(round)) ?? "",
        completedAt: round.openedAt.toISOString(),
      }),
    });
  },
});
