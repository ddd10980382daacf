import { z } from "zod";
import { personView } from "../../people/index.ts";
import { categoryName } from "../categories/category-fields.ts";
import { honourName } from "../levels/reputation-view.ts";
import { missingFields } from "../rules/completeness.ts";
import { gigStates, moderations } from "../rules/standing.ts";
import { tiers } from "../rules/tiers.ts";

const price = z.object({ amountMinor: z.int(), currency: z.string() });

export const packageView = z.object({
  id: z.uuid(),
  tier: z.enum(tiers),
  title: z.string(),
  description: z.string(),
  price,
  deliveryDays: z.int(),
  /** Null for as many as the buyer likes. */
  revisions: z.int().nullable(),
  features: z.array(z.string()),
});

export const mediaView = z.object({
  fileId: z.uuid(),
  kind: z.enum(["picture", "video", "document"]),
  name: z.string(),
  contentType: z.string(),
  bytes: z.int(),
  /** Opens the file for 15 minutes. */
  url: z.url(),
  /** A picture within 640 pixels; null for anything else. */
  previewUrl: z.url().nullable(),
});

const common = z.object({
  id: z.uuid(),
  title: z.string(),
  /** Null in a draft only. */
  category: categoryName.nullable(),
  tags: z.array(z.string()),
  language: z.string(),
  /** The lowest price among its packages; null while it has none. */
  fromPrice: price.nullable(),
  /** The days of its fastest package; null while it has none. */
  deliveryDays: z.int().nullable(),
  /** Its first picture; null without one. */
  cover: mediaView.pick({ fileId: true, url: true, previewUrl: true }).nullable(),
});

/** A gig in a list as everybody may see it. */
export const gigCard = common.extend({
  /** What its buyers gave it on average, from 1 to 5; null before the first review. */
  rating: z.number().nullable(),
  ratingCount: z.int(),
  seller: personView.pick({ id: true, name: true, photoUrl: true, rating: true, ratingCount: true }).extend({
    /** Null below the first level. */
    level: honourName.nullable(),
    badges: z.array(honourName),
  }),
  publishedAt: z.iso.datetime(),
});

const whole = {
  description: z.string(),
  packages: z.array(packageView),
  extras: z.array(z.object({ id: z.uuid(), title: z.string(), price, addedDays: z.int() })),
  requirements: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(["text", "choice", "file"]),
      question: z.string(),
      choices: z.array(z.string()),
      isRequired: z.boolean(),
    }),
  ),
  faq: z.array(z.object({ question: z.string(), answer: z.string() })),
  media: z.array(mediaView),
};

/** A gig as everybody may see it. */
export const gigView = gigCard.extend(whole);

const standing = {
  sellerId: z.uuid(),
  state: z.enum(gigStates),
  moderation: z.enum(moderations),
  /** Why the site's team rejected or suspended it. */
  moderationReason: z.string().nullable(),
  /** Taken from sight by moderators after a report. */
  isHidden: z.boolean(),
  /** Whether everybody finds it now. */
  isVisible: z.boolean(),
  submittedAt: z.iso.datetime().nullable(),
  publishedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Raised with every change. */
  version: z.int(),
};

/** A gig in the lists of its seller and of the site's team. */
export const sellerGigCard = common.extend(standing);

/** A gig as its seller and the site's team see it. */
export const sellerGigView = sellerGigCard.extend({
  ...whole,
  currency: z.string(),
  /** What it needs before it can be published. */
  missing: z.array(z.enum(missingFields)),
  /** What buyers may wonder at; it can be published all the same. */
  warnings: z.array(z.enum(["prices_not_rising", "standard_missing"])),
});
