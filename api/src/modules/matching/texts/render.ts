import { formatAmount } from "../../../platform/money.ts";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { type Sentences } from "./sentences.ts";
import { zhCn } from "./zh-cn.ts";

const sentences: Readonly<Record<string, Sentences>> = { en, "zh-CN": zhCn, ar };

type Params = Readonly<Record<string, string | number>>;

/** The sentence of a reason or an adjustment in a language of the site, its values written as that language writes them. */
export function sentenceOf(locale: string, code: keyof Sentences, params: Params): string {
  const template = (sentences[locale] ?? en)[code];
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => valueOf(locale, name, params));
}

function valueOf(locale: string, name: string, params: Params): string {
  const value = params[name];
  switch (name) {
    case "languages":
      return namesOf(locale, "language", String(value).split(","));
    case "country":
      return namesOf(locale, "region", [String(value)]);
    case "price":
      return priceOf(locale, Number(params["priceMinor"]), String(params["currency"]));
    case "percent":
      return new Intl.NumberFormat(locale, { style: "percent" }).format(Number(value) / 100);
    case "hours":
    case "wanted":
      return new Intl.NumberFormat(locale, { style: "unit", unit: "hour", unitDisplay: "long" }).format(
        Number(value),
      );
    default:
      return typeof value === "number" ? new Intl.NumberFormat(locale).format(value) : String(value);
  }
}

function namesOf(locale: string, type: "language" | "region", codes: readonly string[]): string {
  const names = new Intl.DisplayNames(locale, { type });
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(
    codes.map((code) => names.of(code) ?? code),
  );
}

const priceOf = (locale: string, amountMinor: number, currency: string): string =>
  formatAmount(locale, { amountMinor, currency }, { trailingZeroDisplay: "stripIfInteger" });
