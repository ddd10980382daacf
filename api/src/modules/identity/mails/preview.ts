import { type Mail } from "../../../platform/providers/mail/port.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { type MailSubject, renderMail } from "./render.ts";
import { type MailKind, type MailLocale } from "./texts.ts";

const link = { link: "https://www.example.com/#preview" };

const examples: Readonly<Record<MailKind, MailSubject>> = {
  code: { code: "000000" },
  verify_email: link,
  reset_password: link,
  change_email: link,
  email_changed: { told: "a…@example.com" },
  team_invitation: { ...link, told: "Olive Owner" },
  invitation_accepted: { told: "Ben Bridge (ben@example.com)" },
};

/** A mail of identity as the site's people get it, with a code or link that opens nothing. */
export const previewMail = (tenant: Tenant, kind: MailKind, locale: MailLocale): Mail =>
  renderMail(kind, {
    tenant,
    locale,
    to: { address: "", name: "" },
    subject: examples[kind],
    key: "preview",
  });
