import { type Contract } from "@tessera/sdk/browser";

type Answer = Pick<Contract["tenancy"]["getSettings"]["output"], "settings" | "mayHidePoweredBy">;

/** The settings this page changes, read out of what the API answers for every module. */
export interface SiteValues {
  readonly locale: string;
  readonly locales: readonly string[];
  readonly currency: string;
  readonly timeZone: string;
  readonly siteUrl: string;
  readonly allowedOrigins: readonly string[];
  readonly colour: string;
  readonly productName: string;
  readonly mailSenderName: string;
  readonly logoUrl: string;
  readonly poweredBy: boolean;
  /** Whether the site's plan leaves the choice. */
  readonly mayHidePoweredBy: boolean;
}

/** Reads the values; what is missing is empty. */
export function siteValues({ settings: { tenancy = {} }, mayHidePoweredBy }: Answer): SiteValues {
  const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
  const textsOf = (value: unknown): string[] =>
    Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
  const brand = tenancy["brand"];
  const ofBrand = (name: string): string => textOf(isGroup(brand) ? brand[name] : undefined);
  return {
    locale: textOf(tenancy["locale"]),
    locales: textsOf(tenancy["locales"]),
    currency: textOf(tenancy["currency"]),
    timeZone: textOf(tenancy["timeZone"]),
    siteUrl: textOf(tenancy["siteUrl"]),
    allowedOrigins: textsOf(tenancy["allowedOrigins"]),
    colour: ofBrand("colour"),
    productName: ofBrand("productName"),
    mailSenderName: ofBrand("mailSenderName"),
    logoUrl: ofBrand("logoUrl"),
    poweredBy: tenancy["poweredBy"] !== false || !mayHidePoweredBy,
    mayHidePoweredBy,
  };
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** The lines somebody typed, without empty ones. */
export const linesOf = (typed: string): string[] =>
  typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Whether a line is a scheme, a host and perhaps a port, and nothing else. */
export const isOrigin = (line: string): boolean => URL.canParse(line) && new URL(line).origin === line;
