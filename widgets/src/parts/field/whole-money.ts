import { minorDigits } from "@tessera/sdk/browser";
import { numberFormat } from "../../base/format.ts";

/** How a currency is written before an amount, such as `€` or `CN¥`. */
export const currencySign = (tag: string, currency: string): string =>
  numberFormat(tag, { style: "currency", currency })
    .formatToParts(0)
    .find(({ type }) => type === "currency")?.value ?? currency;

/** Whole money in minor units. */
export const minorOf = (amount: number, currency: string): number =>
  Math.round(amount * 10 ** minorDigits(currency));
