import { z } from "zod";
import { isCountry, isLanguage } from "../rules/places.ts";

/** An ISO 639 code. */
export const languageField = z
  .string()
  .refine(isLanguage, "Write a language as a code such as en.")
  .meta({ example: "en" });

/** An ISO 3166 code. */
export const countryField = z
  .string()
  .refine(isCountry, "Write a country as a code such as DE.")
  .meta({ example: "DE" });

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
  languages: unique(languageField, 20),
  /** The countries the person works in. */
  countries: unique(countryField, 50),
  /** Links by network, such as `linkedin`. */
  socials: z
    .record(z.string().regex(/^[a-z]{2,20}$/), link)
    .refine((links) => Object.keys(links).length <= 10)
    .meta({ example: { linkedin: "https://www.linkedin.com/in/ada" } }),
});
