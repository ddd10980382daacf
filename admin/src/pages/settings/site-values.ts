import { type Contract } from "@tessera/sdk/browser";

type Settings = Contract["tenancy"]["getSettings"]["output"]["settings"];

/** The settings this page changes, read out of what the API answers for every module. */
export interface SiteValues {
  readonly allowedOrigins: readonly string[];
  readonly colour: string;
  readonly productName: string;
  readonly mailSenderName: string;
  readonly logoUrl: string;
  readonly poweredBy: boolean;
}

/** Reads the values; what is missing is empty. */
export function siteValues({ tenancy = {} }: Settings): SiteValues {
  const origins = tenancy["allowedOrigins"];
  const brand = tenancy["brand"];
  const ofBrand = (name: string): string => {
    const value: unknown = isGroup(brand) ? brand[name] : undefined;
    return typeof value === "string" ? value : "";
  };
  return {
    allowedOrigins: Array.isArray(origins) ? origins.filter((each) => typeof each === "string") : [],
    colour: ofBrand("colour"),
    productName: ofBrand("productName"),
    mailSenderName: ofBrand("mailSenderName"),
    logoUrl: ofBrand("logoUrl"),
    poweredBy: tenancy["poweredBy"] !== false,
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
