import { portion, subtract } from "../money.ts";

/** The money an order holds, in minor units of its price: what was paid in, and what of it is still there. */
export interface Escrow {
  readonly fundedMinor: number;
  readonly heldMinor: number;
}

/** One movement of escrow money, for the ledger to post. Amounts of 0 are left out of the ledger, not of the plan. */
export type EscrowMove =
  | { readonly escrow: "fund" | "release" | "refund"; readonly amountMinor: number }
  | { readonly escrow: "settle"; readonly refundMinor: number; readonly releaseMinor: number };

/** A share once everything is known: all that is left, basis points, or minor units a person entered. */
export type KnownShare = "rest" | { readonly basisPoints: number } | { readonly minor: number };

/** What an escrow is before anybody paid. */
export const emptyEscrow: Escrow = { fundedMinor: 0, heldMinor: 0 };

/** The price is paid in. */
export function fund({ heldMinor }: Escrow, priceMinor: number): [Escrow, EscrowMove] {
  if (heldMinor !== 0) throw new Error("an escrow that holds money is not funded again");
  return [
    { fundedMinor: priceMinor, heldMinor: priceMinor },
    { escrow: "fund", amountMinor: priceMinor },
  ];
}

/**
 * Pays out a share of what was funded. Rounding never takes more than is held; an amount that a person entered is
 * refused (null) when it is more.
 */
export function payOut(
  { fundedMinor, heldMinor }: Escrow,
  escrow: "release" | "refund",
  share: KnownShare,
): [Escrow, EscrowMove] | null {
  const amountMinor = amountOf(share, fundedMinor, heldMinor);
  if (amountMinor === null) return null;
  return [
    { fundedMinor, heldMinor: subtract(heldMinor, amountMinor) },
    { escrow, amountMinor },
  ];
}

/** Empties the escrow: a share of what is held goes back to the payer, the rest to the providers. */
export function settle({ fundedMinor, heldMinor }: Escrow, refund: KnownShare): [Escrow, EscrowMove] | null {
  const refundMinor = amountOf(refund, heldMinor, heldMinor);
  if (refundMinor === null) return null;
  return [
    { fundedMinor, heldMinor: 0 },
    { escrow: "settle", refundMinor, releaseMinor: subtract(heldMinor, refundMinor) },
  ];
}

function amountOf(share: KnownShare, ofMinor: number, heldMinor: number): number | null {
  if (share === "rest") return heldMinor;
  if ("basisPoints" in share) return Math.min(portion(ofMinor, share.basisPoints), heldMinor);
  return share.minor <= heldMinor ? share.minor : null;
}
