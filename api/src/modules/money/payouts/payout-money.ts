import { derivedId } from "../../../platform/ids.ts";
import { available, paidOut } from "../ledger/account.ts";
import {
  pendingTransfer,
  postPending,
  reversal,
  type TransferGroup,
  voidPending,
} from "../ledger/transfer.ts";
import { type Payout } from "../models/payout.ts";

type Paid = Pick<Payout, "id" | "memberId" | "way" | "amountMinor" | "currency">;

const reservation = ({ id }: Paid): string => derivedId("payout.requested", id);
const arrival = ({ id }: Paid): string => derivedId("payout.paid", id);

/** Reserves what a payout is to pay: it can be spent on nothing else. */
export const reserveForPayout = (payout: Paid): TransferGroup => ({
  cause: "payout.requested",
  transfers: [
    pendingTransfer({
      id: reservation(payout),
      debit: available(payout.memberId),
      credit: paidOut(payout.way),
      unit: payout.currency,
      amount: payout.amountMinor,
    }),
  ],
});

/** What was reserved has left for good. */
export const postPayout = (payout: Paid): TransferGroup => ({
  cause: "payout.paid",
  transfers: [postPending({ id: arrival(payout), pendingId: reservation(payout) })],
});

/** What was reserved can be spent again. */
export const voidPayout = (payout: Paid): TransferGroup => ({
  cause: "payout.given_back",
  transfers: [voidPending({ id: derivedId("payout.given_back", payout.id), pendingId: reservation(payout) })],
});

/** What had left is the member's again. */
export const reversePayout = (payout: Paid): TransferGroup => ({
  cause: "payout.returned",
  transfers: [
    reversal({
      id: derivedId("payout.returned", payout.id),
      debit: paidOut(payout.way),
      credit: available(payout.memberId),
      unit: payout.currency,
      amount: payout.amountMinor,
      reverses: arrival(payout),
    }),
  ],
});
