import { type Model } from "objection";
import { z } from "zod";
import { type Profile } from "./models/profile.ts";
import { photoUrlOf } from "./photo/photos.ts";
import { completenessOf } from "./rules/completeness.ts";

const price = z.object({ amountMinor: z.int(), currency: z.string() });

/** A person as everybody may see them. */
export const personView = z.object({
  id: z.uuid(),
  name: z.string(),
  headline: z.string(),
  bio: z.string(),
  expertise: z.array(z.string()),
  languages: z.array(z.string()),
  countries: z.array(z.string()),
  socials: z.record(z.string(), z.string()),
  /** A square of 320 pixels; the same address with `96.webp` or `960.webp` at its end is smaller or larger. Null without a photo. */
  photoUrl: z.url().nullable(),
  /** The lowest price among the person's offers, 0 only when all are free; null without one. */
  fromPrice: price.nullable(),
  /** Average rating from 1 to 5; null before the first. */
  rating: z.number().nullable(),
  ratingCount: z.int(),
  /** Within so many minutes the person usually answers messages; null while fewer than five have waited for an answer, or when it takes longer than a week. */
  answerMinutes: z.int().nullable(),
});

/** A person's own profile: what others see, whether they see it, and what is missing. */
export const profileView = personView.extend({
  isListed: z.boolean(),
  /** Whether the site's team took the profile from sight. */
  isHidden: z.boolean(),
  /** Whether a photo was chosen that is shown as soon as its sizes are ready. */
  isPhotoInWork: z.boolean(),
  version: z.int(),
  completeness: z.object({ percent: z.int().min(0).max(100), missing: z.array(z.string()) }),
});

/** The columns of a profile that are shown, to everybody or to its owner. */
export type PublicProfile = Omit<Profile, keyof Model | "id" | "createdAt" | "updatedAt">;

/** A profile as everybody may see it. */
export const presentPerson = (profile: PublicProfile): z.infer<typeof personView> => ({
  id: profile.memberId,
  name: profile.name,
  headline: profile.headline,
  bio: profile.bio,
  expertise: profile.expertise,
  languages: profile.languages,
  countries: profile.countries,
  socials: profile.socials,
  photoUrl: photoUrlOf(profile.tenantId, profile.photoFileId),
  fromPrice:
    profile.fromAmountMinor === null || profile.fromCurrency === null
      ? null
      : { amountMinor: profile.fromAmountMinor, currency: profile.fromCurrency },
  rating: profile.ratingAverage,
  ratingCount: profile.ratingCount,
  answerMinutes: profile.answerMinutes,
});

/** A profile as its owner and the site's team see it. */
export const presentProfile = (profile: PublicProfile, isProvider: boolean): z.infer<typeof profileView> => ({
  ...presentPerson(profile),
  isListed: profile.isListed,
  isHidden: profile.hiddenAt !== null,
  isPhotoInWork: profile.chosenPhotoFileId !== null,
  version: profile.version,
  completeness: completenessOf({ ...profile, isProvider, hasOffer: profile.fromAmountMinor !== null }),
});
