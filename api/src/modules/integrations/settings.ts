import { z } from "zod";
import { type SettingsDefinition } from "../../platform/scope/tenant.ts";

/** How the site's own systems are told of events. */
export const integrationsSettings = {
  module: "integrations",
  schema: z.object({
    /** Days deliveries are kept for inspection and replay. */
    deliveryDays: z.int().min(1).max(90).default(30),
  }),
} as const satisfies SettingsDefinition;
