import { fragment, type SqlFragment } from "../../platform/scope/sql.ts";
import { Review } from "./models/review.ts";

/** Of the review rounds `o`, those of a member's sessions and orders that the member has not reviewed. */
export const awaitsReviewBy = (memberId: string): SqlFragment => fragment`
  ${memberId} in (o.client_id, o.host_id)
  and not exists (
    select from ${Review} r
    where r.context = o.context and r.source_id = o.source_id and r.author_id = ${memberId})`;
