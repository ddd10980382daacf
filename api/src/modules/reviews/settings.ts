import { z } from "zod";
import { type SettingsDefinition, settingsOf, type Tenant } from "../../platform/scope/tenant.ts";

/** How a site publishes reviews. */
export const reviewSettings = {
  module: "reviews",
  schema: z.object({
    /** Days a review waits for the other side's, so that neither answers the other; 0 publishes at once. */
    waitDays: z.int().min(0).max(60).default(7),
  }),
} as const satisfies SettingsDefinition;

/** The tenant's rules for reviews, with every default filled in. */
export const reviewsOf = (tenant: Tenant) => settingsOf(tenant, reviewSettings);
