import { z } from "zod";
import { type SettingsDefinition, settingsOf, type Tenant } from "../../platform/scope/tenant.ts";

/** How long a site keeps news. */
export const notificationSettings = {
  module: "notifications",
  schema: z.object({
    /** Days after which news and the log of what was sent are deleted. */
    keepDays: z.int().min(1).max(365).default(30),
  }),
} as const satisfies SettingsDefinition;

/** The tenant's rules for news, with every default filled in. */
export const notificationsOf = (tenant: Tenant) => settingsOf(tenant, notificationSettings);
