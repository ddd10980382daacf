import { isCurrency, minorDigits } from "../../../platform/money.ts";

/** What one euro is worth in other currencies. */
export type ExchangeRates = Readonly<Record<string, number>>;

/**
 * Round values of 2025, for comparing a price with a budget and never for charging. A converted price counts with half its
 * certainty, and a site may set its own rates.
 */
export const usualRates: ExchangeRates = {
  EUR: 1,
  AED: 4,
  ARS: 1400,
  AUD: 1.75,
  BDT: 135,
  BGN: 1.96,
  BHD: 0.42,
  BRL: 6.3,
  CAD: 1.58,
  CHF: 0.94,
  CLP: 1080,
  CNY: 8.2,
  COP: 4700,
  CZK: 25,
  DKK: 7.46,
  EGP: 56,
  GBP: 0.86,
  HKD: 8.9,
  HUF: 400,
  IDR: 18_700,
  ILS: 4,
  INR: 98,
  ISK: 142,
  JOD: 0.81,
  JPY: 168,
  KES: 148,
  KRW: 1580,
  KWD: 0.35,
  MAD: 10.5,
  MXN: 21.5,
  MYR: 4.9,
  NGN: 1750,
  NOK: 11.7,
  NZD: 1.95,
  OMR: 0.44,
  PEN: 4.1,
  PHP: 66,
  PKR: 325,
  PLN: 4.27,
  QAR: 4.2,
  RON: 5.07,
  SAR: 4.3,
  SEK: 11.1,
  SGD: 1.5,
  THB: 37.5,
  TRY: 46,
  TWD: 34,
  UAH: 48,
  USD: 1.15,
  VND: 30_000,
  ZAR: 20.5,
};

const signs: Readonly<Record<string, string>> = {
  "€": "EUR",
  $: "USD",
  "£": "GBP",
  "₹": "INR",
  "₩": "KRW",
  RMB: "CNY",
};

/** The ISO 4217 code of a currency in any case, or of the few signs that stand for one alone. Null for what is no currency. */
export function currencyOf(text: string): string | null {
  const code = text.normalize("NFKC").trim().toUpperCase();
  const known = signs[code] ?? code;
  return isCurrency(known) ? known : null;
}

/** About how much an amount is in another currency, in that one's minor units; null when a rate is missing. In its own currency it stays exact. */
export function convert(amountMinor: number, from: string, to: string, rates: ExchangeRates): number | null {
  if (from === to) return amountMinor;
  const [sold, bought] = [rates[from], rates[to]];
  if (sold === undefined || bought === undefined) return null;
  return (amountMinor / 10 ** minorDigits(from) / sold) * bought * 10 ** minorDigits(to);
}
