import { notFound } from "../../platform/errors.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { presentOrderById } from "../orders/index.ts";
import { presentBookingById } from "../scheduling/index.ts";
import { type ReviewContext } from "./rules/dimensions.ts";

/** A session or an order of a gig, whose two people may review each other once it is completed. */
export interface Reviewable {
  readonly context: ReviewContext;
  /** The booking of a session, the order of a gig. */
  readonly sourceId: string;
  /** Who booked or bought. */
  readonly clientId: string;
  /** Who gives the session or does the work. */
  readonly hostId: string;
  /** What was bought; null for a session. */
  readonly gigId: string | null;
  readonly title: string;
}

/** What is known of a session for its reviews. */
export const sessionToReview = ({
  id,
  clientId,
  hostId,
  title,
}: {
  readonly id: string;
  readonly clientId: string;
  readonly hostId: string;
  readonly title: string;
}): Reviewable => ({ context: "session", sourceId: id, clientId, hostId, gigId: null, title });

/** How a thing stands with its reviews: whether it has come to its end as it was agreed. */
export interface Standing {
  readonly reviewable: Reviewable;
  readonly isCompleted: boolean;
}

/** The session of a booking; null when there is none. */
export async function findSession(scope: Scope, bookingId: string): Promise<Standing | null> {
  const booking = await presentBookingById(scope, bookingId);
  return booking && { reviewable: sessionToReview(booking), isCompleted: booking.state === "completed" };
}

/** What an order is for: its session, or the gig it was bought from; null for anything that has no reviews. */
export async function findBought(scope: Scope, orderId: string): Promise<Standing | null> {
  const order = await presentOrderById(scope, orderId);
  if (!order) return null;
  const { bookingId, buyerId, sellerId, work } = order;
  if (bookingId !== null) return findSession(scope, bookingId);
  if (work?.subject.kind !== "gig") return null;
  return {
    reviewable: {
      context: "gig",
      sourceId: orderId,
      clientId: buyerId,
      hostId: sellerId,
      gigId: work.subject.id,
      title: work.title,
    },
    isCompleted: order.state === "completed",
  };
}

/** What a member was a part of; refuses for anything else as for what does not exist. */
export async function readReviewable(
  scope: Scope,
  memberId: string,
  { bookingId, orderId }: { readonly bookingId?: string | undefined; readonly orderId?: string | undefined },
): Promise<Standing> {
  const found =
    bookingId === undefined
      ? orderId === undefined
        ? null
        : await findBought(scope, orderId)
      : await findSession(scope, bookingId);
  if (!found || ![found.reviewable.clientId, found.reviewable.hostId].includes(memberId)) throw notFound();
  return found;
}
