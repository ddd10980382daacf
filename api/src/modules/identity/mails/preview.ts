import { type Mail } from "../../../platform/providers/mail/port.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { renderMail } from "./render.ts";
import { type MailKind, type MailLocale } from "./texts.ts";

/** A mail of identity as the site's people get it, with a code or link that opens nothing. */
export const previewMail = (tenant: Tenant, kind: MailKind, locale: MailLocale): Mail =>
  renderMail(kind, {
    tenant,
    locale,
    to: { address: "", name: "" },
    subject: kind === "code" ? { code: "000000" } : { link: "https://www.example.com/#preview" },
    key: "preview",
  });
