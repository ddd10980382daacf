import { type Desk } from "../base/desk.ts";
import { type Language } from "../base/texts.ts";
import { type Column } from "./table.ts";

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** An amount in minor units, written in full. */
export const moneyText = (minor: number, currency: string, language: Language): string =>
  new Intl.NumberFormat(language, { style: "currency", currency }).format(minor / 10 ** digitsOf(currency));

/** An amount as somebody types it: `12.50`. */
export const plainMoney = (minor: number, currency: string): string =>
  (minor / 10 ** digitsOf(currency)).toFixed(digitsOf(currency));

/** The minor units somebody typed, with a point or a comma, in Western or Arabic digits; null when it is no amount. */
export function minorOf(typed: string, currency: string): number | null {
  const western = typed
    .trim()
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[,٫]/, ".");
  const [, whole, rest = ""] = /^(\d{1,12})(?:\.(\d+))?$/.exec(western) ?? [];
  const digits = digitsOf(currency);
  if (whole === undefined || rest.length > digits) return null;
  return Number(whole + rest.padEnd(digits, "0"));
}

/** A column of amounts; a file has them as machines read them. */
export const moneyColumn = <Item>(
  { language }: Pick<Desk, "language">,
  heading: string,
  pick: (item: Item) => { readonly minor: number; readonly currency: string },
): Column<Item> => ({
  heading,
  text: (item) => {
    const { minor, currency } = pick(item);
    return moneyText(minor, currency, language);
  },
  exported: (item) => {
    const { minor, currency } = pick(item);
    return `${plainMoney(minor, currency)} ${currency}`;
  },
  isNumber: true,
});
