const euroRegions = /^(AD|AT|BE|CY|DE|EE|ES|FI|FR|GR|HR|IE|IT|LT|LU|LV|MC|ME|MT|NL|PT|SI|SK|SM|VA|XK)$/;

/** The currencies amounts can be given in: those that prices are compared in. */
const known =
  "EUR AED ARS AUD BDT BGN BHD BRL CAD CHF CLP CNY COP CZK DKK EGP GBP HKD HUF IDR ILS INR ISK JOD JPY KES KRW KWD MAD MXN MYR NGN NOK NZD OMR PEN PHP PKR PLN QAR RON SAR SEK SGD THB TRY TWD UAH USD VND ZAR".split(
    " ",
  );

/** Currencies to choose from: the likely ones first, then the others by their code. */
export const currenciesFrom = (...likely: readonly string[]): readonly string[] => [
  ...new Set([...likely, ...known.toSorted()]),
];

/** The currency of the region a language tag names or is mostly spoken in; the given one where it is not known. */
export function currencyOf(tag: string, otherwise: string): string {
  const { region = "" } = new Intl.Locale(tag).maximize();
  if (euroRegions.test(region)) return "EUR";
  // ISO 4217 makes most codes of the region's own: SE, SEK.
  return known.find((code) => code.startsWith(region) && region !== "") ?? otherwise;
}
