import { z } from "zod";
import { type SettingsDefinition, settingsOf, type Tenant } from "../../platform/scope/tenant.ts";

/** How a site's people write to each other. */
export const messagingSettings = {
  module: "messaging",
  schema: z.object({
    /** Whether somebody who is added to a group sees what was written before. */
    newcomersSeeHistory: z.boolean().default(false),
    /** Whether addresses, numbers and links are hidden in messages until one of the two has bought from the other. */
    masksContactsUntilPaid: z.boolean().default(false),
    /** Minutes after which somebody who is not at the page is told of messages they have not read. */
    unreadNoticeMinutes: z.int().min(1).max(1440).default(5),
  }),
} as const satisfies SettingsDefinition;

/** The tenant's rules for messages, with every default filled in. */
export const messagingOf = (tenant: Tenant) => settingsOf(tenant, messagingSettings);
