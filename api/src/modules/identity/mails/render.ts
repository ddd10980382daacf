import { layOutMail } from "../../../platform/providers/mail/layout.ts";
import { type Mail, type MailAddress } from "../../../platform/providers/mail/port.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { mailBrandOf, productName } from "../../tenancy/index.ts";
import { type MailKind, type MailLocale, mailTexts } from "./texts.ts";

/** What a mail is about: a code to type, or a link to open. */
export type MailSubject = { readonly code: string } | { readonly link: string };

/** Writes a mail of identity in the reader's language and the tenant's frame. */
export function renderMail(
  kind: MailKind,
  {
    tenant,
    locale,
    to,
    subject,
    key,
  }: { tenant: Tenant; locale: MailLocale; to: MailAddress; subject: MailSubject; key: string },
): Mail {
  const site = productName(tenant);
  const texts = mailTexts[kind][locale];
  const asked =
    "code" in subject
      ? { subject: `${texts.subject(site)}: ${subject.code}`, code: subject.code }
      : {
          subject: texts.subject(site),
          actions: [{ label: texts.button ?? site, url: subject.link }],
        };
  return {
    to,
    ...layOutMail({ locale, intro: texts.intro(site), ending: texts.ending, ...asked }, mailBrandOf(tenant)),
    key,
  };
}
