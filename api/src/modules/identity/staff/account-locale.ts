import { siteLocales } from "../../tenancy/index.ts";
import { type MailLocale } from "../mails/texts.ts";

/** The language in which somebody of the team is written to: their own where there are mails in it, else English. */
export const accountLocale = (locale: string | undefined): MailLocale =>
  siteLocales.find((one) => one === locale) ?? "en";
