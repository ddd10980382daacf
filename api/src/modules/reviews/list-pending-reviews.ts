import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../platform/rpc/paging.ts";
import { fragment } from "../../platform/scope/sql.ts";
import { callingMember, nameMembers } from "../identity/index.ts";
import { awaitsReviewBy } from "./awaits-review.ts";
import { ReviewRound } from "./models/review-round.ts";

const pendingReviewView = z.object({
  bookingId: z.uuid(),
  title: z.string(),
  /** Whom to review. */
  subjectId: z.uuid(),
  subjectName: z.string(),
  completedAt: z.iso.datetime(),
});

export const listPendingReviews = operation({
  summary: "Lists the completed sessions the member has not reviewed yet, newest first.",
  input: z.strictObject(pageInput),
  output: pageOf(pendingReviewView),
  async run(scope, { limit, cursor }) {
    const own = callingMember(scope);
    const after = cursor === undefined ? null : decodeCursor(scope.tenant, cursor, ["instant", "id"]);
    const rows = await scope.read<ReviewRound>`
      select * from ${ReviewRound} o
      where ${awaitsReviewBy(own)}
        ${after ? fragment`and (opened_at, booking_id) < (${new Date(after[0])}, ${after[1]}::uuid)` : fragment``}
      order by opened_at desc, booking_id desc
      limit ${limit + 1}`;
    const otherOf = ({ clientId, hostId }: ReviewRound) => (clientId === own ? hostId : clientId);
    const names = await nameMembers(scope, rows.map(otherOf));
    return toPage(scope.tenant, rows, limit, {
      position: ({ openedAt, bookingId }) => [openedAt.getTime(), bookingId],
      present: (round) => ({
        bookingId: round.bookingId,
        title: round.title,
        subjectId: otherOf(round),
        subjectName: names.get(otherOf(round)) ?? "",
        completedAt: round.openedAt.toISOString(),
      }),
    });
  },
});
