import { applicationNotices } from "./application-notices.ts";
import { messageNotices } from "./message-notices.ts";
import { creditNotices } from "./credit-notices.ts";
import { disputeNotices } from "./dispute-notices.ts";
import { gigNotices } from "./gig-notices.ts";
import { type Notice } from "./notice.ts";
import { payoutNotices } from "./payout-notices.ts";
import { profileNotices } from "./profile-notices.ts";
import { reviewNotices } from "./review-notices.ts";
import { safetyNotices } from "./safety-notices.ts";
import { sessionNotices } from "./session-notices.ts";
import { workNotices } from "./work-notices.ts";

/** Every kind of news members get. */
export const allNotices: readonly Notice[] = [
  ...sessionNotices,
  ...applicationNotices,
  ...profileNotices,
  ...reviewNotices,
  ...messageNotices,
  ...disputeNotices,
  ...workNotices,
  ...gigNotices,
  ...creditNotices,
  ...payoutNotices,
  ...safetyNotices,
];

/** A kind of news by its name. */
export const noticeCalled = (name: string): Notice | undefined =>
  allNotices.find((known) => known.name === name);
