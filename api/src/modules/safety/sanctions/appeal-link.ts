import { apiUrl } from "../../../platform/addresses.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { signToken, verifyToken } from "../../../platform/secrets.ts";
import { siteLocales } from "../../tenancy/index.ts";
import { wallClock } from "../../../platform/clock.ts";
import { days, plus } from "../../../platform/time.ts";

const purpose = "safety.appeal";
const lifetime = days(90);

/** Where the links lead. */
export const appealFolder = "/appeals/";

/** Whose sanction a link is about, and the language of the mail it came in. */
export interface AppealLink {
  readonly tenantId: string;
  readonly sanctionId: string;
  readonly memberId: string;
  readonly locale: (typeof siteLocales)[number];
}

/** A link to appeal without signing in, which somebody kept out cannot; it works for three months. */
export function appealUrl(
  tenant: Tenant,
  { sanctionId, memberId, locale }: Omit<AppealLink, "tenantId">,
): string {
  const subject = [sanctionId, memberId, locale].join(".");
  const token = signToken(purpose, {
    tenantId: tenant.id,
    subject,
    expiresAt: plus(wallClock(), lifetime),
  });
  return `${apiUrl()}${appealFolder}${token}`;
}

/** What a link is about; null when it was altered, is too old or not ours. */
export function readAppealToken(token: string): AppealLink | null {
  const signed = verifyToken(purpose, token, wallClock());
  const [sanctionId, memberId, named] = signed?.subject.split(".") ?? [];
  const locale = siteLocales.find((known) => known === named);
  if (!signed || sanctionId === undefined || memberId === undefined || !locale) return null;
  return { tenantId: signed.tenantId, sanctionId, memberId, locale };
}
