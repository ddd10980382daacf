import { minorDigits } from "../../../money.ts";

// https://docs.stripe.com/currencies, November 2026: currencies charged without decimals.
const withoutDecimals = new Set("BIF CLP DJF GNF JPY KMF KRW PYG RWF VND VUV XAF XOF XPF".split(" "));

// Charged with two decimals that must be 00, although the currency has none.
const withEmptyDecimals = new Set(["ISK", "UGX"]);

// Left out: those with three decimals, whose last digit Stripe refuses, and MGA, which it charges in whole units.
const withTwoDecimals = new Set(
  (
    "USD AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BWP BYN BZD CAD CDF CHF CNY COP CRC CVE CZK " +
    "DKK DOP DZD EGP ETB EUR FJD FKP GBP GEL GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR JMD KES KGS KHR KYD KZT LAK LBP LKR " +
    "LRD LSL MAD MDL MKD MMK MNT MOP MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB " +
    "SAR SBD SCR SEK SGD SHP SLE SOS SRD STD SZL THB TJS TOP TRY TTD TWD TZS UAH UYU UZS WST XCD YER ZAR ZMW"
  ).split(" "),
);

/** Whether Stripe charges a currency in amounts that say exactly what ours say. */
export const isCharged = (currency: string): boolean =>
  withTwoDecimals.has(currency) || withoutDecimals.has(currency) || withEmptyDecimals.has(currency);

const digitsOf = (currency: string): number => (withoutDecimals.has(currency) ? 0 : 2);

/** An amount in minor units, as Stripe writes it. */
export const toStripe = (minor: number, currency: string): number =>
  minor * 10 ** (digitsOf(currency) - minorDigits(currency));

/** An amount as Stripe writes it, in minor units. A fraction of one is left as it is: it equals nothing that was asked for. */
export const fromStripe = (amount: number, currency: string): number =>
  amount / 10 ** (digitsOf(currency) - minorDigits(currency));

// https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts, in minor units.
const minimums: Readonly<Record<string, number>> = {
  USD: 50,
  AED: 200,
  AUD: 50,
  BRL: 50,
  CAD: 50,
  CHF: 50,
  CZK: 1500,
  DKK: 250,
  EUR: 50,
  GBP: 30,
  HKD: 400,
  HUF: 17_500,
  INR: 50,
  JPY: 50,
  MXN: 1000,
  MYR: 200,
  NOK: 300,
  NZD: 50,
  PLN: 200,
  RON: 200,
  SEK: 300,
  SGD: 50,
  THB: 1000,
};

/** The smallest payment Stripe takes; where it names none, its answer decides. */
export const minimumOf = (currency: string): number => minimums[currency] ?? 1;
