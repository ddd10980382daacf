import { z } from "zod";
import { isCurrency } from "../../platform/money.ts";
import { type MailBrand } from "../../platform/providers/mail/layout.ts";
import { type SettingsDefinition, settingsOf, type Tenant } from "../../platform/scope/tenant.ts";
import { normaliseZone } from "../../platform/time.ts";
import { pickLocale } from "./rules/locales.ts";
import { isAllowedOrigin, isOrigin } from "./rules/origins.ts";
import { serverCallsPerMinute } from "./rules/server-calls.ts";

/** Languages Tessera speaks. */
export const siteLocales = ["en", "zh-CN", "ar"] as const;

// Control characters would break out of a mail header or a title.
const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\u0000-\u001f\u007f]*$/, "Write it on one line.");

const perMinute = (calls: number) => z.int().min(1).max(100_000).default(calls);

/** The site itself: its languages, money and time, where it may be embedded, how it looks, how fast it may be called. */
export const siteSettings = {
  module: "tenancy",
  schema: z.object({
    /** The language when nobody asked for another, and the languages offered. */
    locale: z.enum(siteLocales).default("en"),
    locales: z.array(z.enum(siteLocales)).min(1).max(siteLocales.length).default(["en"]),
    /** ISO 4217; the currency prices are entered in when no other is chosen. */
    currency: z
      .string()
      .refine(isCurrency, "Write a currency as three capital letters, such as EUR.")
      .default("EUR"),
    timeZone: z
      .string()
      .refine(
        (zone) => normaliseZone(zone) !== undefined,
        "Write a time zone as the tz database names it, such as Europe/Berlin.",
      )
      // Browsers call some zones by a name they had before.
      .overwrite((zone) => normaliseZone(zone) ?? zone)
      .default("UTC"),
    /** The page mails link to when the person's own page is not known. */
    siteUrl: z
      .url({ protocol: /^https?$/ })
      .max(300)
      .nullable()
      .default(null),
    /** Origins whose pages may use the publishable key. */
    allowedOrigins: z
      .array(
        z
          .string()
          .max(300)
          .refine(isOrigin, "Write an origin such as https://www.example.com, without a path."),
      )
      .max(50)
      .default([]),
    brand: z
      .object({
        colour: z
          .string()
          .regex(/^#[0-9a-f]{6}$/, "Write a colour as #rrggbb, in small letters.")
          .default("#3457d5"),
        logoUrl: z
          .url({ protocol: /^https$/ })
          .max(500)
          .nullable()
          .default(null),
        /** Shown instead of the tenant's name; empty shows the name. */
        productName: line(80).default(""),
        /** The name mails come from; empty takes the product's name. */
        mailSenderName: line(80).default(""),
      })
      .prefault({}),
    /** Whether widgets and mails say that Tessera is behind them; they do on every plan that does not let them leave it out. */
    poweredBy: z.boolean().default(true),
    /**
     * Calls per minute, of each caller of a kind; of a secret key never more than the plan allows. Visitors without an id share an address with everybody behind it, and pages of the
     * admin app ask for several lists each: both have more than a member.
     */
    limits: z
      .object({
        visitorsPerMinute: perMinute(300),
        membersPerMinute: perMinute(100),
        serversPerMinute: perMinute(1200),
        staffPerMinute: perMinute(300),
      })
      .prefault({}),
  }),
} as const satisfies SettingsDefinition;

/** The site's own settings with every default filled in. */
export const siteOf = (tenant: Tenant) => settingsOf(tenant, siteSettings);

/** How often one secret key of the site may call in a minute, by its settings and its plan. */
export const serverCallsOf = (tenant: Tenant): number =>
  serverCallsPerMinute(siteOf(tenant).limits.serversPerMinute, tenant.limits);

/** Whether pages of an origin may use the site. */
export const isSiteOrigin = (tenant: Tenant, origin: string): boolean =>
  isAllowedOrigin(origin, {
    allowedOrigins: siteOf(tenant).allowedOrigins,
    isSandbox: tenant.isSandbox,
  });

/** The name people know the site by. */
export const productName = (tenant: Tenant): string => siteOf(tenant).brand.productName || tenant.name;

/** The name the site's mails come from. */
export const mailSenderName = (tenant: Tenant): string =>
  siteOf(tenant).brand.mailSenderName || productName(tenant);

/** Whether the site's widgets and mails say that Tessera is behind them: as it wishes, where its plan leaves the choice. */
export const saysPoweredBy = (tenant: Tenant): boolean =>
  siteOf(tenant).poweredBy || !tenant.mayHidePoweredBy;

/** How the site's mails look. */
export function mailBrandOf(tenant: Tenant): MailBrand {
  const { brand } = siteOf(tenant);
  const poweredBy = saysPoweredBy(tenant);
  return { name: productName(tenant), colour: brand.colour, logoUrl: brand.logoUrl, poweredBy };
}

/** The site's language for somebody, by what they asked for, in order of preference. */
export const localeFor = (tenant: Tenant, ...asked: readonly (string | null)[]) =>
  pickLocale(asked, siteOf(tenant));
