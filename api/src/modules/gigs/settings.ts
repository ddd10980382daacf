import { z } from "zod";
import { type SettingsDefinition, settingsOf, type Tenant } from "../../platform/scope/tenant.ts";
import { usualBadges, usualLevels, usualWeights } from "./rules/usual-honours.ts";

const label = z.string().trim().min(1).max(60);
const count = z.int().min(0).max(100_000).exactOptional();
const percent = z.number().min(0).max(100).exactOptional();

const honour = z.strictObject({
  /** Names it for good, such as `top_rated`. */
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/, "Write small letters, digits and underscores.")
    .meta({ example: "top_rated" }),
  labels: z.strictObject({ en: label, "zh-CN": label.exactOptional(), ar: label.exactOptional() }),
  /** Bounds of what orders and reviews said in the counted days; what is left out is not asked for. */
  needs: z
    .strictObject({
      /** The fewest orders whose work was accepted. */
      orders: count,
      reviews: count,
      /** The lowest average of the reviews. */
      rating: z.number().min(1).max(5).exactOptional(),
      /** The smallest share of orders delivered by their day. */
      onTimePercent: percent,
      /** The largest share of orders that came to nothing by the seller. */
      cancelledPercent: percent,
      /** The fewest buyers who bought again. */
      returningBuyers: count,
    })
    .refine((needs) => Object.keys(needs).length > 0, "Say at least one thing it takes."),
});

const honours = (most: number) =>
  z
    .array(honour)
    .max(most)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, "Every name may stand once.");

const weight = z.int().min(0).max(100);

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
    /** How sellers rise and fall. */
    reputation: z
      .object({
        /** Orders that ended and reviews published in so many days count. */
        windowDays: z.int().min(30).max(1095).default(365),
        /** The lowest first; a seller has the highest whose needs they meet. */
        levels: honours(8).default([...usualLevels]),
        badges: honours(12).default([...usualBadges]),
        /** What each part of the score weighs beside the others. */
        weights: z
          .object({
            rating: weight.default(usualWeights.rating),
            onTime: weight.default(usualWeights.onTime),
            kept: weight.default(usualWeights.kept),
            experience: weight.default(usualWeights.experience),
          })
          .prefault({})
          .refine(
            (weights) => Object.values(weights).some((each) => each > 0),
            "Give at least one part a weight.",
          ),
      })
      .prefault({}),
  }),
} as const satisfies SettingsDefinition;

/** A site's market of gigs with every default filled in. */
export const gigsOf = (tenant: Tenant) => settingsOf(tenant, gigsSettings);
