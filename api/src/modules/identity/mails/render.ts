import { layOutMail, type MailContent } from "../../../platform/providers/mail/layout.ts";
import { type Mail, type MailAddress } from "../../../platform/providers/mail/port.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { mailBrandOf, productName } from "../../tenancy/index.ts";
import { type MailKind, type MailLocale, type MailTexts, mailTexts } from "./texts.ts";

/** What a mail is about: a code to type, a link to open, and a fact that its texts name, such as the address that took the place of the reader's. */
export type MailSubject =
  | { readonly code: string }
  | { readonly link: string; readonly told?: string }
  | { readonly told: string };

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
  return {
    to,
    ...layOutMail(
      {
        locale,
        subject: texts.subject(site),
        intro: texts.intro(site),
        ending: texts.ending,
        ...askedFor(subject, texts, site),
      },
      mailBrandOf(tenant),
    ),
    key,
  };
}

function askedFor(subject: MailSubject, texts: MailTexts, site: string): Partial<MailContent> {
  if ("code" in subject) return { subject: `${texts.subject(site)}: ${subject.code}`, code: subject.code };
  const facts: MailContent["facts"] = subject.told ? [[texts.fact ?? site, subject.told]] : [];
  return {
    facts,
    ...("link" in subject && { actions: [{ label: texts.button ?? site, url: subject.link }] }),
  };
}
