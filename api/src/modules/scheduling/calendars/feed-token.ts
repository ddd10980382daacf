import { wallClock } from "../../../platform/clock.ts";
import { signToken, verifyToken } from "../../../platform/secrets.ts";
import { days, plus } from "../../../platform/time.ts";

const purpose = "scheduling.calendar_feed";
const lifetime = days(365);

/** Whose calendar a feed shows. */
export interface FeedOwner {
  readonly tenantId: string;
  readonly memberId: string;
}

/** A token that shows a member's bookings to whoever holds it, for a year. */
export const feedTokenOf = ({ tenantId, memberId }: FeedOwner): string =>
  signToken(purpose, { tenantId, subject: memberId, expiresAt: plus(wallClock(), lifetime) });

/** Whose feed a token opens; null when it is none of ours, was altered or has expired. */
export function readFeedToken(token: string): FeedOwner | null {
  const signed = verifyToken(purpose, token, wallClock());
  return signed && { tenantId: signed.tenantId, memberId: signed.subject };
}
