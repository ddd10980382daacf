/** The campaign an order came from, as the address of the buyer's page had it: `utm_source=mail&utm_campaign=spring`; empty without one. */
export const campaignText = (utm: Readonly<Record<string, string>> | null): string =>
  new URLSearchParams(Object.entries(utm ?? {}).toSorted(([a], [b]) => a.localeCompare(b))).toString();
