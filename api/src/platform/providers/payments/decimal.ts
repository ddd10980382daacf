import { minorDigits } from "../../money.ts";

/** An amount in minor units, as gateways write it that count in whole units: 1234 EUR is `12.34`, 1234 JPY is `1234`. */
export function toDecimal(amountMinor: number, currency: string): string {
  const digits = minorDigits(currency);
  const text = String(amountMinor).padStart(digits + 1, "0");
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The amount a gateway wrote, in minor units. Throws for what is no amount, or finer than the currency. */
export function fromDecimal(text: string, currency: string): number {
  const digits = minorDigits(currency);
  const [, whole, fraction = ""] = /^(\d{1,15})(?:\.(\d{1,10}))?$/.exec(text) ?? [];
  const rest = fraction.slice(digits);
  if (whole === undefined || /[^0]/.test(rest)) throw new RangeError(`"${text}" is no amount of ${currency}`);
  const minor = Number(whole + fraction.slice(0, digits).padEnd(digits, "0"));
  if (!Number.isSafeInteger(minor)) throw new RangeError(`"${text}" is more than can be held exactly`);
  return minor;
}
