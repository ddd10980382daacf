import { minorDigits } from "@tessera/sdk/browser";
import { type Desk } from "../base/desk.ts";
import { type Language } from "../base/texts.ts";
import { type Column } from "./table.ts";

/** The unit of a site's own credits, beside the currencies. */
const creditUnit = "credits";

const creditWords: Readonly<
  Record<Language, Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }>
> = {
  en: { one: "{count} credit", other: "{count} credits" },
  "zh-CN": { other: "{count} 积分" },
  ar: {
    zero: "لا نقاط",
    one: "نقطة واحدة",
    two: "نقطتان",
    few: "{count} نقاط",
    many: "{count} نقطة",
    other: "{count} نقطة",
  },
};

function formatCredits(count: number, language: Language): string {
  const words = creditWords[language];
  const form = words[new Intl.PluralRules(language).select(count)] ?? words.other;
  return form.replace("{count}", new Intl.NumberFormat(language).format(count));
}

/** An amount in minor units, written in full; credits with their word. */
export function moneyText(minor: number, currency: string, language: Language): string {
  if (currency === creditUnit) return formatCredits(minor, language);
  const digits = minorDigits(currency);
  return new Intl.NumberFormat(language, {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(minor / 10 ** digits);
}

/** An amount as somebody types it: `12.50`. */
export const plainMoney = (minor: number, currency: string): string =>
  (minor / 10 ** minorDigits(currency)).toFixed(minorDigits(currency));

/** The minor units somebody typed, with a point or a comma, in Western or Arabic digits; null when it is no amount. */
export function minorOf(typed: string, currency: string): number | null {
  const western = typed
    .trim()
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[,٫]/, ".");
  const [, whole, rest = ""] = /^(\d{1,12})(?:\.(\d+))?$/.exec(western) ?? [];
  const digits = minorDigits(currency);
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
