import { z } from "zod";
import { isCurrency } from "../../platform/money.ts";
import { type SettingsDefinition, settingsOf, type Tenant } from "../../platform/scope/tenant.ts";
import { type ExchangeRates, usualRates } from "./rules/exchange-rates.ts";

const currency = z.string().refine(isCurrency, "Write a currency as three capital letters, such as EUR.");

/** How a site compares prices and when it prepares matches. */
export const matchingSettings = {
  module: "matching",
  schema: z.object({
    /** What one euro is worth in other currencies, where the usual rates are not good enough. For comparing, never for charging. */
    ratesPerEuro: z.record(currency, z.number().positive().max(1e9)).default({}),
    /** Whether matches of everybody who answered the quiz lately are made again every day before they are asked for. */
    preparesDaily: z.boolean().default(false),
  }),
} as const satisfies SettingsDefinition;

/** The site's rates of exchange for comparing prices. */
export const ratesOf = (tenant: Tenant): ExchangeRates => ({
  ...usualRates,
  ...settingsOf(tenant, matchingSettings).ratesPerEuro,
});

/** Whether the site's matches are prepared every day. */
export const preparesDaily = (tenant: Tenant): boolean => settingsOf(tenant, matchingSettings).preparesDaily;
