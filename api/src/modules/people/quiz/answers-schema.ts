import { z } from "zod";
import { normaliseZone } from "../../../platform/time.ts";
import { type Factor } from "./factors.ts";
import { countryField, languageField } from "../profile/fields.ts";

/** Parts of a day people have time in, with their minutes after midnight on the person's own clock. */
export const dayParts = { morning: [480, 720], afternoon: [720, 1020], evening: [1020, 1260] } as const;

/** One part of one weekday, Monday being 1. */
const weekPart = z.strictObject({
  weekday: z.int().min(1).max(7),
  part: z.enum(["morning", "afternoon", "evening"]),
});

/** The price a session may have, per session. */
const money = z.strictObject({
  amountMinor: z.int().min(0).max(100_000_000),
  currency: z.string().regex(/^[A-Z]{3}$/, "Write a currency as three capital letters, such as EUR."),
});

function schemaOf({ kind, options }: Factor): z.ZodType {
  const option = z
    .string()
    .refine((key) => options.some((one) => one.key === key), "Choose one of the answers shown.");
  switch (kind) {
    case "text":
      return z.string().trim().min(1, "Write a few words.").max(1000);
    case "choice":
      return option;
    case "choices":
      return z.array(option).min(1, "Choose at least one.").max(40);
    case "languages":
      return z.array(languageField).min(1).max(20);
    case "country":
      return countryField;
    case "zone":
      return z
        .string()
        .max(64)
        .refine((zone) => normaliseZone(zone) !== undefined, "Write a time zone such as Europe/Berlin.");
    case "money":
      return money;
    case "week":
      return z.array(weekPart).min(1, "Choose at least one time.").max(21);
  }
}

/** The schema of a complete quiz: every factor answered, nothing else. */
export const answersSchema = (factors: readonly Factor[]) =>
  z.strictObject(Object.fromEntries(factors.map((one) => [one.key, schemaOf(one)])));

/** The schema of a quiz under way: what is answered is answered rightly. */
export const draftSchema = (factors: readonly Factor[]) => answersSchema(factors).partial();
