import { z } from "zod";
import { wholeShare } from "../../platform/money.ts";
import { type SettingsDefinition, settingsOf, type Tenant } from "../../platform/scope/tenant.ts";

/** What the site earns by its members' sales. */
export const moneySettings = {
  module: "money",
  schema: z.object({
    /** The site's part of every sale, in basis points: 1000 is 10 %. Orders keep the one they were placed with. */
    feeBasisPoints: z.int().min(0).max(wholeShare).default(1000),
  }),
} as const satisfies SettingsDefinition;

/** The site's part of a sale made now, in basis points. An order stores it: later changes do not touch it. */
export const feeOf = (tenant: Tenant): number => settingsOf(tenant, moneySettings).feeBasisPoints;
