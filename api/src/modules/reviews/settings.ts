import { z } from "zod";
import { type SettingsDefinition, settingsOf, type Tenant } from "../../platform/scope/tenant.ts";
import { usualDimensions } from "./rules/dimensions.ts";

const label = z.string().trim().min(1).max(60);

const dimension = z.object({
  /** Names it for good, such as `as_described`. */
  name: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "Write small letters, digits and underscores."),
  labels: z.object({ en: label, "zh-CN": label.exactOptional(), ar: label.exactOptional() }),
});

const dimensions = z
  .array(dimension)
  .max(8)
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, "Every name may stand once.");

/** How a site asks for reviews and publishes them. */
export const reviewSettings = {
  module: "reviews",
  schema: z.object({
    /** Days a review waits for the other side's, so that neither answers the other; 0 publishes at once. */
    waitDays: z.int().min(0).max(60).default(7),
    /** What each thing is rated by, in this order; with none, stars alone are given. */
    dimensions: z
      .object({
        session: dimensions.default([...usualDimensions.session]),
        gig: dimensions.default([...usualDimensions.gig]),
      })
      .prefault({}),
  }),
} as const satisfies SettingsDefinition;

/** The tenant's rules for reviews, with every default filled in. */
export const reviewsOf = (tenant: Tenant) => settingsOf(tenant, reviewSettings);
