// ISO 4217. Engines disagree in their own lists: some write forints and rupiahs with two digits, some with none.
const unusual: Readonly<Record<string, string>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF credits",
  3: "BHD IQD JOD KWD LYD OMR TND",
};

/** How many digits of the amounts of a currency, or of a site's credits, stand behind the point: 0 for JPY, 2 for EUR, 3 for KWD. Amounts travel without it: 1250 in EUR are 12.50. */
export const minorDigits = (currency: string): number =>
  Number(Object.keys(unusual).find((digits) => unusual[digits]?.includes(currency)) ?? 2);
