import { type Account } from "./account.ts";

/** A movement of value from one account to another. Its id identifies it for ever: sent again, it changes nothing. */
export interface Transfer {
  readonly id: string;
  readonly debit: Account;
  readonly credit: Account;
  readonly unit: string;
  /** In minor units; a transfer of 0 is left out. */
  readonly amount: number;
  readonly state: "posted" | "pending";
  /** When a pending transfer is voided by itself; null when it waits to be resolved. */
  readonly expiresAt: Date | null;
  /** The earlier transfer that this one takes back, in part perhaps. What came out of a wallet's lots returns to them. */
  readonly reverses: string | null;
  /** The one lot of a wallet it takes from; null takes from what expires first. */
  readonly fromLot: string | null;
  /** Until when what it brings to a wallet can be spent; null for ever. */
  readonly lotExpiresAt: Date | null;
}

/** The end of a pending transfer: posted, in part perhaps, or voided. */
export interface Resolution {
  readonly id: string;
  readonly pendingId: string;
  readonly state: "posted" | "voided";
  /** What of it is posted; null for all. The rest is given back. */
  readonly amount: number | null;
}

/** Transfers of one cause. A call records all of its groups or nothing. */
export interface TransferGroup {
  /** `module.past_tense`, such as `order.released`: what made the value move. */
  readonly cause: string;
  readonly orderId?: string | undefined;
  readonly paymentId?: string | undefined;
  readonly transfers: readonly (Transfer | Resolution)[];
}

type Lots = Partial<Pick<Transfer, "fromLot" | "lotExpiresAt">>;
/** What moves from where to where. */
export type Movement = Pick<Transfer, "debit" | "credit" | "unit" | "amount">;
type Named = Movement & Pick<Transfer, "id"> & Lots;

/** The movements of groups; a transfer of 0 is none. */
export const movementsIn = (groups: readonly TransferGroup[]): Movement[] =>
  groups
    .flatMap(({ transfers }) => transfers)
    .flatMap((each) => ("debit" in each && each.amount > 0 ? [each] : []))
    .map(({ debit, credit, unit, amount }) => ({ debit, credit, unit, amount }));

const moved = {
  state: "posted",
  expiresAt: null,
  reverses: null,
  fromLot: null,
  lotExpiresAt: null,
} as const;

/** Moves value from the debited account to the credited one. */
export const transfer = (movement: Named): Transfer => ({ ...moved, ...movement });

/** Reserves value: spent at once for the debited account, not yet received by the other. */
export const pendingTransfer = (movement: Named & { expiresAt?: Date }): Transfer => ({
  ...moved,
  ...movement,
  state: "pending",
});

/** Takes a posted transfer back between the same two accounts, all of it or a part; never more than was moved. */
export const reversal = (movement: Omit<Named, keyof Lots> & { reverses: string }): Transfer => ({
  ...moved,
  ...movement,
});

/** Lets reserved value arrive, all of it or a part; the rest is given back. A part of 0 gives all of it back. */
export const postPending = ({
  id,
  pendingId,
  amount = null,
}: {
  id: string;
  pendingId: string;
  amount?: number | null;
}): Resolution =>
  amount === 0 ? voidPending({ id, pendingId }) : { id, pendingId, state: "posted", amount };

/** Gives reserved value back. */
export const voidPending = ({ id, pendingId }: { id: string; pendingId: string }): Resolution => ({
  id,
  pendingId,
  state: "voided",
  amount: null,
});
