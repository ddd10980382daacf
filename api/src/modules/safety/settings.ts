import { z } from "zod";
import { type SettingsDefinition, settingsOf, type Tenant } from "../../platform/scope/tenant.ts";
import { defaultWords } from "./rules/default-words.ts";
import { watchedPlaces } from "./rules/findings.ts";

const watched = z.enum(watchedPlaces).default("public");

const domain = z
  .string()
  .max(253)
  .regex(
    /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    "Write a domain such as example.com, in small letters.",
  );

/** What a site's rules look for in what its members write. */
export const safetySettings = {
  module: "safety",
  schema: z.object({
    words: z
      .object({
        /** Words and phrases, found whatever their case, accents and gaps. */
        list: z
          .array(z.string().trim().min(1).max(80))
          .max(500)
          .default([...defaultWords]),
        /** Whether a text with one of them is refused; otherwise it is shown and the team looks at it. */
        refuses: z.boolean().default(false),
      })
      .prefault({}),
    links: z
      .object({
        /** `public`: in profiles and reviews; `everywhere`: in messages too. */
        watched,
        /** Domains that may be linked, with everything under them. */
        allowedDomains: z.array(domain).max(200).default([]),
      })
      .prefault({}),
    /** Addresses, numbers to call and names at other services. */
    contacts: z.object({ watched }).prefault({}),
    spam: z
      .object({
        /** How many texts somebody may write in an hour before the team looks at it; 0 is any number. */
        perHour: z.int().min(0).max(10_000).default(300),
        /** How often somebody may write the same words in a day; 0 is any number. */
        repeats: z.int().min(0).max(1000).default(5),
      })
      .prefault({}),
  }),
} as const satisfies SettingsDefinition;

/** The tenant's rules for what is written, with every default filled in. */
export const safetyOf = (tenant: Tenant) => settingsOf(tenant, safetySettings);
