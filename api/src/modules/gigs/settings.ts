import { z } from "zod";
import { type SettingsDefinition, settingsOf, type Tenant } from "../../platform/scope/tenant.ts";

/** How a site keeps its market of gigs. */
export const gigsSettings = {
  module: "gigs",
  schema: z.object({
    /** Whether the team looks at a gig before everybody finds it, and again at what its seller changes in its words or media. */
    needsApproval: z.boolean().default(false),
    /** The most gigs one seller has, drafts among them. */
    mostPerSeller: z.int().min(1).max(1000).default(50),
    /** Within so many minutes the same viewer counts once. */
    viewMinutes: z.int().min(1).max(10_080).default(30),
  }),
} as const satisfies SettingsDefinition;

/** A site's market of gigs with every default filled in. */
export const gigsOf = (tenant: Tenant) => settingsOf(tenant, gigsSettings);
