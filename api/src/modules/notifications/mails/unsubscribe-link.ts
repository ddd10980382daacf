import { apiUrl } from "../../../platform/addresses.ts";
import { wallClock } from "../../../platform/clock.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { signToken, verifyToken } from "../../../platform/secrets.ts";
import { days, plus } from "../../../platform/time.ts";
import { type MailLocale } from "../../identity/index.ts";
import { siteLocales } from "../../tenancy/index.ts";
import { categories, type Category } from "../rules/categories.ts";
import { digestName } from "../rules/digest.ts";

const purpose = "notifications.unsubscribe";
const lifetime = days(365);

/** Where the links lead. */
export const unsubscribeFolder = "/mail-preferences/";

/** Who wants which mails no more. */
export interface Unsubscription {
  readonly tenantId: string;
  readonly memberId: string;
  /** The digest is a kind of mail as well. */
  readonly category: Category | typeof digestName;
  /** Of the mail, and so of the page behind the link. */
  readonly locale: MailLocale;
}

/** A link that ends mails of one kind without signing in, for a year. */
export function unsubscribeUrl(
  tenant: Tenant,
  { memberId, category, locale }: Omit<Unsubscription, "tenantId">,
): string {
  const subject = [memberId, category, locale].join(".");
  const token = signToken(purpose, {
    tenantId: tenant.id,
    subject,
    expiresAt: plus(wallClock(), lifetime),
  });
  return `${apiUrl()}${unsubscribeFolder}${token}`;
}

/** What a link is for; null when it was altered, is too old or not ours. */
export function readUnsubscribeToken(token: string): Unsubscription | null {
  const signed = verifyToken(purpose, token, wallClock());
  const [memberId, category, locale] = signed?.subject.split(".") ?? [];
  const knownCategory = ([...categories, digestName] as const).find((known) => known === category);
  const knownLocale = siteLocales.find((known) => known === locale);
  if (!signed || memberId === undefined || !knownCategory || !knownLocale) return null;
  return { tenantId: signed.tenantId, memberId, category: knownCategory, locale: knownLocale };
}
