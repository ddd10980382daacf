import { minutes, plus } from "../../../platform/time.ts";

/** Minutes a slot is kept before we know whom to ask, and once an e-mail is given; both count from the moment of the hold. */
const holdMinutes = { anonymous: 10, reachable: 30 } as const;

/** Minutes a hold outlives the pay session it entered, for an answer of the gateway that is late. */
const holdMinutesAfterPayment = 5;

/** A hold as far as its time goes. */
export interface HoldTimes {
  readonly heldAt: Date;
  readonly expiresAt: Date;
  /** When the hold entered payment; null before. */
  readonly paymentStartedAt: Date | null;
}

/** When a new hold ends by itself. */
export const holdExpiry = (heldAt: Date, reachable: boolean): Date =>
  plus(heldAt, minutes(reachable ? holdMinutes.reachable : holdMinutes.anonymous));

/** When a hold ends once its holder gave an e-mail: never earlier than before. */
export const expiryWithEmail = (hold: HoldTimes): Date =>
  later(hold.expiresAt, holdExpiry(hold.heldAt, true));

/** When a hold ends that enters payment: the pay session's end and five minutes, granted once; a second session gets no more time. */
export const expiryWithPayment = (hold: HoldTimes, paySessionEndsAt: Date): Date =>
  hold.paymentStartedAt === null
    ? later(hold.expiresAt, plus(paySessionEndsAt, minutes(holdMinutesAfterPayment)))
    : hold.expiresAt;

/** Whether a hold still keeps its slot. */
export const isLive = ({ expiresAt }: Pick<HoldTimes, "expiresAt">, now: Date): boolean => now < expiresAt;

/** What a caller who has not proved who they are may hold, so that nobody blocks a host's whole week. */
export const holdLimits = { liveByVisitor: 2, liveByIp: 5, perHostAndHour: 3 } as const;

/** Times a member may keep at once, held or waiting to be paid. */
export const mostLiveOfMember = 5;

/** What an unverified caller holds already. */
export interface HoldCounts {
  readonly liveByVisitor: number;
  readonly liveByIp: number;
  /** Holds of this host that the same visitor or address made in the last hour, ended ones included. */
  readonly onHostInLastHour: number;
}

/** Which limit one more hold of an unverified caller would break; null when none. */
export function brokenHoldLimit(counts: HoldCounts): keyof typeof holdLimits | null {
  if (counts.liveByVisitor >= holdLimits.liveByVisitor) return "liveByVisitor";
  if (counts.liveByIp >= holdLimits.liveByIp) return "liveByIp";
  return counts.onHostInLastHour >= holdLimits.perHostAndHour ? "perHostAndHour" : null;
}

const later = (a: Date, b: Date): Date => (a > b ? a : b);
