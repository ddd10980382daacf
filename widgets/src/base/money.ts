import { minorDigits } from "@tessera/sdk/browser";
import { numberFormat } from "./format.ts";
import { creditWords, fill } from "./texts.ts";

/** An amount in minor units as people write it; cents are left out when there are none. Credits stand with their word. */
export function formatMoney(tag: string, amountMinor: number, currency: string): string {
  if (currency === "credits")
    return fill(creditWords[tag.slice(0, 2)] ?? creditWords.en, { count: amountMinor }, tag);
  const digits = minorDigits(currency);
  // As text, because a number cannot hold every amount with a point in it.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const amount = `${amountMinor}e-${digits}` as `${number}`;
  const written = numberFormat(tag, {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    trailingZeroDisplay: "stripIfInteger",
  }).format(amount);
  // Between right-to-left words the sign of `US$` would part from its letters and the amount from its currency.
  return tag.startsWith("ar") ? `\u2068${written.replace(/[a-z]+\p{Sc}/iu, "$&\u200e")}\u2069` : written;
}
