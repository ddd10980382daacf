import { minorDigits } from "@tessera/sdk/browser";

/** The minor units somebody typed, with a point or a comma, in Western or Arabic digits; null when it is no amount of the currency. */
export function typedAmount(typed: string, currency: string): number | null {
  const western = typed
    .normalize("NFKC")
    .trim()
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[,٫]/, ".");
  const [, whole, rest = ""] = /^(\d{1,12})(?:\.(\d+))?$/.exec(western) ?? [];
  const digits = minorDigits(currency);
  return whole === undefined || rest.length > digits ? null : Number(whole + rest.padEnd(digits, "0"));
}
