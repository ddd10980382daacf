import { minorDigits } from "@tessera/sdk/browser";
import { numberFormat } from "../base/format.ts";

/** What was typed as an amount, in minor units; null for what is none. Reads the digits and signs of any of the widgets' languages. */
export function parseAmount(tag: string, typed: string, currency: string): number | null {
  const plain = typed
    .normalize("NFKC")
    .replaceAll(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) % 16))
    .replaceAll("٫", ".")
    .replaceAll(/[\s'’٬]/g, "");
  const at = plain.search(/[.,]\d*$/);
  const tail = plain.slice(at + 1);
  const group = numberFormat(tag)
    .formatToParts(1_000_000)
    .find(({ type }) => type === "group")?.value;
  // "1.000" is a thousand where points group digits; "90.50" is a fraction everywhere.
  const isFraction = at >= 0 && (tail.length !== 3 || plain[at] !== group);
  const whole = (isFraction ? plain.slice(0, at) : plain).replaceAll(/[.,]/g, "");
  const fraction = isFraction ? tail : "";
  const digits = minorDigits(currency);
  if (!/^\d{1,8}$/.test(whole) || fraction.length > digits) return null;
  return Number(whole + fraction.padEnd(digits, "0"));
}

/** An amount as it stands in a field: without its currency. */
export function writeAmount(tag: string, amountMinor: number, currency: string): string {
  const digits = minorDigits(currency);
  const options = {
    useGrouping: false,
    minimumFractionDigits: digits,
    trailingZeroDisplay: "stripIfInteger",
  } as const;
  return numberFormat(tag, options).format(amountMinor / 10 ** digits);
}
