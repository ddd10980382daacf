import { formatCredits } from "./unit-words.ts";

/**
 * Amounts are whole numbers of a unit's smallest part ("minor units": cents, fen, yen) held in a JavaScript number.
 * Every function refuses what a number cannot hold exactly, so a sum is either right or an error.
 */

/** The whole, in basis points: a share of 10,000 is everything. */
export const wholeShare = 10_000;

/** The most ways one amount is ever split. */
const maxShares = 20;

const currencies = new Set(Intl.supportedValuesOf("currency"));

// ISO 4217. Engines disagree in their own lists: some write forints and rupiahs with two digits, some with none.
const unusualDigits = new Map(
  (
    [
      [0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"],
      [3, "BHD IQD JOD KWD LYD OMR TND"],
    ] as const
  ).flatMap(([digits, codes]) => codes.split(" ").map((code) => [code, digits])),
);

/** Whether the code names a currency that amounts can be kept in, such as "EUR". Lower case is not one. */
export function isCurrency(code: string): boolean {
  return currencies.has(code);
}

/** How many digits of a currency's amounts stand behind the point: 0 for JPY, 2 for EUR, 3 for KWD. */
export function minorDigits(currency: string): number {
  if (!isCurrency(currency)) throw new RangeError(`"${currency}" is not a currency`);
  return unusualDigits.get(currency) ?? 2;
}

/** An amount as people write it in a language, with all its digits or, when told, without those that are empty. What is no currency is credits. */
export function formatAmount(
  locale: string,
  { amountMinor, currency }: { readonly amountMinor: number; readonly currency: string },
  { trailingZeroDisplay = "auto" }: Pick<Intl.NumberFormatOptions, "trailingZeroDisplay"> = {},
): string {
  if (!isCurrency(currency)) return formatCredits(locale, amountMinor);
  const digits = minorDigits(currency);
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    trailingZeroDisplay,
  }).format(amountMinor / 10 ** digits);
}

/** Throws unless the amount is a whole number that is held exactly (within 2^53). */
export function assertMinor(amount: number): void {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not an amount in minor units`);
}

/** Throws unless the share is a whole number of basis points from 0 to 10,000. */
function assertShare(basisPoints: number): void {
  if (!Number.isInteger(basisPoints) || basisPoints < 0 || basisPoints > wholeShare) {
    throw new RangeError(`${basisPoints} is not a share in basis points`);
  }
}

/** The sum of amounts of one unit. */
export function add(...amounts: readonly number[]): number {
  let sum = 0;
  for (const amount of amounts) {
    assertMinor(amount);
    sum += amount;
    assertMinor(sum);
  }
  return sum;
}

/** What is left of an amount; below zero when more is taken than there is. */
export function subtract(from: number, amount: number): number {
  return add(from, -amount);
}

/**
 * A share of an amount in basis points, to the nearest minor unit, halves up: 50 % of 5 is 3.
 * Two portions of one amount may add up to one unit too many, so the second of two parts is always `subtract`ed.
 */
export function portion(amount: number, basisPoints: number): number {
  assertMinor(amount);
  assertShare(basisPoints);
  if (amount < 0) throw new RangeError("a portion is taken of an amount of zero or more");
  // The product can pass 2^53; the rest of the division by 10,000 cannot.
  const rest = amount % wholeShare;
  const whole = (amount - rest) / wholeShare;
  return whole * basisPoints + Math.floor((rest * basisPoints + wholeShare / 2) / wholeShare);
}

/**
 * Splits an amount in proportion to the shares without losing a unit: everybody gets the whole units of their part,
 * and what is left goes one by one to the largest remainders, the earlier one when two are equal. A share of 0 gets nothing.
 */
export function splitByShares(amount: number, shares: readonly number[]): number[] {
  assertMinor(amount);
  if (amount < 0) throw new RangeError("an amount to split is zero or more");
  if (shares.length === 0 || shares.length > maxShares) {
    throw new RangeError(`an amount is split 1 to ${maxShares} ways, not ${shares.length}`);
  }
  for (const share of shares) {
    if (!Number.isSafeInteger(share) || share < 0) throw new RangeError(`${share} is not a share`);
  }
  const total = shares.reduce((sum, share) => sum + BigInt(share), 0n);
  if (total === 0n) throw new RangeError("an amount cannot be split by shares that are all 0");

  const parts = shares.map((share, position) => {
    const product = BigInt(amount) * BigInt(share);
    return { position, units: Number(product / total), remainder: product % total };
  });
  let left = amount - parts.reduce((sum, { units }) => sum + units, 0);
  const byRemainder = parts.toSorted((a, b) =>
    a.remainder === b.remainder ? a.position - b.position : a.remainder > b.remainder ? -1 : 1,
  );
  for (const part of byRemainder) {
    if (left === 0) break;
    part.units += 1;
    left -= 1;
  }
  return parts.map(({ units }) => units);
}
