import { z } from "zod";
import { isCurrency, wholeShare } from "../../platform/money.ts";
import { type SettingsDefinition, settingsOf, type Tenant } from "../../platform/scope/tenant.ts";

const credits = z.int().min(1).max(1_000_000);

const creditPackage = z.object({
  /** Names it for good, such as `small`. */
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, "Write small letters, digits and hyphens."),
  credits,
  price: z.object({
    amountMinor: z.int().min(1),
    currency: z.string().refine(isCurrency, "Write a currency such as EUR."),
  }),
});

const payoutMinimum = z.object({
  currency: z.string().refine(isCurrency, "Write a currency such as EUR."),
  amountMinor: z.int().min(1).max(1_000_000_000),
});

const usualMinimums = [
  { currency: "USD", amountMinor: 2000 },
  { currency: "EUR", amountMinor: 2000 },
  { currency: "CNY", amountMinor: 10_000 },
];

const usualPackages = [
  { id: "small", credits: 100, price: { amountMinor: 1000, currency: "USD" } },
  { id: "medium", credits: 500, price: { amountMinor: 4500, currency: "USD" } },
  { id: "large", credits: 1000, price: { amountMinor: 8000, currency: "USD" } },
];

/** What the site earns by its members' sales, and its credits. */
export const moneySettings = {
  module: "money",
  schema: z.object({
    /** The site's part of every sale, in basis points: 1000 is 10 %. Orders keep the one they were placed with. */
    feeBasisPoints: z.int().min(0).max(wholeShare).default(1000),
    payouts: z
      .object({
        /** The least that is paid out at once, by currency; any amount in a currency that is not named. */
        minimums: z
          .array(payoutMinimum)
          .max(40)
          .refine(
            (all) => new Set(all.map(({ currency }) => currency)).size === all.length,
            "A currency is named twice.",
          )
          .default(usualMinimums),
      })
      .prefault({}),
    credits: z
      .object({
        /** What a new member gets, once; 0 gives nothing. */
        starter: z.int().min(0).max(1_000_000).default(50),
        /** What a member gets for somebody they brought, once that one has had a session or bought something; 0 gives nothing. */
        referral: z.int().min(0).max(1_000_000).default(25),
        /** Months after which what was not spent expires; null never. */
        lifeMonths: z.int().min(1).max(120).nullable().default(12),
        packages: z
          .array(creditPackage)
          .max(20)
          .refine(
            (all) => new Set(all.map(({ id }) => id)).size === all.length,
            "Two packages have the same id.",
          )
          .default(usualPackages),
        /** What a session costs at most. */
        standardPrice: credits.default(10),
        /** What proven teachers may ask instead. */
        premium: z
          .object({
            fromPrice: credits.default(15),
            toPrice: credits.default(20),
            minRating: z.number().min(1).max(5).default(4.8),
            minSessions: z.int().min(0).default(50),
          })
          .prefault({}),
      })
      .prefault({}),
  }),
} as const satisfies SettingsDefinition;

/** The site's part of a sale made now, in basis points. An order stores it: later changes do not touch it. */
export const feeOf = (tenant: Tenant): number => settingsOf(tenant, moneySettings).feeBasisPoints;

/** The tenant's terms of credits, with every default filled in. */
export const creditTermsOf = (tenant: Tenant) => settingsOf(tenant, moneySettings).credits;

/** How the tenant pays out what members earned, with every default filled in. */
export const payoutTermsOf = (tenant: Tenant) => settingsOf(tenant, moneySettings).payouts;
