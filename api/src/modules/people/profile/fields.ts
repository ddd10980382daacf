import { z } from "zod";
import { isCountry, isLanguage } from "../rules/places.ts";

const link = z.url({ protocol: /^https?$/, error: "Write a link that starts with https://." }).max(300);

const unique = <Item extends z.ZodType>(item: Item, max: number) =>
  z
    .array(item)
    .max(max)
    .refine((items) => new Set(items).size === items.length, "Every entry may stand once.");

/** What can be written into a profile. */
export const profileFields = z.strictObject({
  headline: z.string().trim().max(160),
  bio: z.string().trim().max(5000),
  expertise: unique(z.string().trim().min(1).max(60), 30),
  /** ISO 639 codes. */
  languages: unique(z.string().refine(isLanguage, "Write a language as a code such as en."), 20),
  /** ISO 3166 codes of the countries the person works in. */
  countries: unique(z.string().refine(isCountry, "Write a country as a code such as DE."), 50),
  /** Links by network, such as `linkedin`. */
  socials: z
    .record(z.string().regex(/^[a-z]{2,20}$/), link)
    .refine((links) => Object.keys(links).length <= 10),
});
