import { TenantModel } from "../../../platform/scope/model.ts";

/** A hold is live until it is booked or released, or runs out. */
export const holdStates = ["live", "booked", "released", "expired"] as const;
export type HoldState = (typeof holdStates)[number];

/** A slot kept for somebody for minutes, with what was offered at that moment. */
export class Hold extends TenantModel {
  static override tableName = "holds";
  static override timestamps = false;

  declare hostId: string;
  declare offerId: string;
  declare visitorId: string | null;
  /** Set when the holder is signed in, or signed in later. */
  declare memberId: string | null;
  declare email: string | null;
  declare ipKey: string | null;
  declare title: string;
  declare minutes: number;
  declare amountMinor: number;
  declare currency: string;
  declare bufferBeforeMinutes: number;
  declare bufferAfterMinutes: number;
  declare startsAt: Date;
  declare endsAt: Date;
  declare hostZone: string;
  declare heldAt: Date;
  declare expiresAt: Date;
  declare state: HoldState;
}
