import { portion, splitByShares, subtract } from "../../../platform/money.ts";

/** Somebody who earns by an order, and their part of what is left after the fee. */
export interface Payee {
  readonly memberId: string;
  /** In proportion to the other payees'. */
  readonly share: number;
}

/** What a released amount becomes. The parts add up to it exactly. */
export interface ReleaseParts {
  readonly feeMinor: number;
  readonly payees: readonly { readonly memberId: string; readonly amountMinor: number }[];
}

/** Takes the site's fee and splits the rest among those who earned it. Without payees everything is the site's. */
export function releaseParts(
  amountMinor: number,
  { feeBasisPoints, payees }: { readonly feeBasisPoints: number; readonly payees: readonly Payee[] },
): ReleaseParts {
  if (payees.length === 0) return { feeMinor: amountMinor, payees: [] };
  const feeMinor = portion(amountMinor, feeBasisPoints);
  const shares = payees.map(({ share }) => share);
  const parts = splitByShares(subtract(amountMinor, feeMinor), shares);
  return {
    feeMinor,
    payees: payees.map(({ memberId }, index) => ({ memberId, amountMinor: parts[index]! })),
  };
}
