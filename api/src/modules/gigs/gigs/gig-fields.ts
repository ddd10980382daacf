import { z } from "zod";
import { isCurrency } from "../../../platform/money.ts";
import { languageField } from "../../people/index.ts";

// One million of the largest unit with three digits behind the point.
const mostMinor = 1_000_000_000;

const tag = z.string().trim().toLowerCase().normalize("NFKC").min(1).max(30);
const choice = z.string().trim().min(1).max(100);
const title = z.string().trim().min(1).max(60);

/** Named to keep the one it had; one without a name is new. */
const id = z.uuid().exactOptional();

const extra = z.strictObject({
  id,
  title,
  amountMinor: z.int().min(1).max(mostMinor),
  addedDays: z.int().min(0).max(90).default(0),
});

const requirement = z
  .strictObject({
    id,
    kind: z.enum(["text", "choice", "file"]),
    question: z.string().trim().min(1).max(300),
    /** What can be chosen, two at least; for `choice` only. */
    choices: z.array(choice).max(20).default([]),
    isRequired: z.boolean().default(true),
  })
  .refine(({ kind, choices }) => kind === "choice" || choices.length === 0, {
    path: ["choices"],
    error: "Only a question of the kind choice has choices.",
  })
  .refine(({ kind, choices }) => kind !== "choice" || new Set(choices).size > 1, {
    path: ["choices"],
    error: "Write at least two different choices.",
  })
  .meta({ example: { kind: "text", question: "What is your company called?" } });

const faqEntry = z.strictObject({
  question: z.string().trim().min(1).max(200),
  answer: z.string().trim().min(1).max(1000),
});

const once = <Item extends z.ZodType>(items: z.ZodArray<Item>) =>
  items.refine((all) => new Set(all).size === all.length, "Every entry may stand once.");

/** What a seller decides about a gig. */
export const gigFields = {
  title: z.string().trim().max(120),
  description: z.string().trim().max(10_000),
  categoryId: z.uuid().nullable(),
  /** Words it is found by; they are kept in small letters. */
  tags: once(z.array(tag).max(10)),
  /** The language it is written in and worked in. */
  language: languageField,
  /** Of all its prices; it stays once the gig was published. */
  currency: z
    .string()
    .refine(isCurrency, "Write a currency as three capital letters, such as EUR.")
    .meta({ example: "EUR" }),
  /** What a buyer may add to a package. */
  extras: z.array(extra).max(20),
  /** Questions the buyer answers before the work starts. */
  requirements: z.array(requirement).max(20),
  faq: z.array(faqEntry).max(20),
};

/** What a seller decides about a package. */
export const packageFields = {
  title,
  description: z.string().trim().max(600),
  /** In the currency of the gig. */
  amountMinor: z.int().min(1).max(mostMinor),
  deliveryDays: z.int().min(1).max(365),
  /** How often the buyer may ask for changes; null for as often as they like. */
  revisions: z.int().min(0).max(50).nullable(),
  /** What it comes with. */
  features: once(z.array(z.string().trim().min(1).max(80)).max(15)),
};

/** The gig's version that a change was made on; a conflict is answered when it is not the newest. */
export const changedOn = { version: z.int().min(1).exactOptional() };
