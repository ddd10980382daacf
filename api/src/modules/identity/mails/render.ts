import { type Mail, type MailAddress } from "../../../platform/providers/mail/port.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { productName, siteOf } from "../../tenancy/index.ts";
import { type MailKind, type MailLocale, mailTexts } from "./texts.ts";

/** What a mail is about: a code to type, or a link to open. */
export type MailSubject = { readonly code: string } | { readonly link: string };

/** Writes a mail of identity in the reader's language and the tenant's colour. */
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
  const intro = texts.intro(site);
  const shown = "code" in subject ? subject.code : subject.link;
  return {
    to,
    subject: "code" in subject ? `${texts.subject(site)}: ${subject.code}` : texts.subject(site),
    text: `${intro}\n\n${shown}\n\n${texts.ending}\n`,
    html: page({
      tenant,
      locale,
      intro,
      ending: texts.ending,
      centre: centreOf(subject, texts.button, siteOf(tenant).brand.colour),
    }),
    key,
  };
}

function centreOf(subject: MailSubject, button: string | null, colour: string): string {
  if ("code" in subject) {
    return `<p dir="ltr" style="font:700 32px/1.2 monospace;letter-spacing:.2em;margin:24px 0">${escape(subject.code)}</p>`;
  }
  const style = `display:inline-block;padding:12px 20px;border-radius:6px;background:${colour};color:#fff;text-decoration:none`;
  return `<p style="margin:24px 0"><a href="${escape(subject.link)}" style="${style}">${escape(button ?? subject.link)}</a></p>`;
}

function page({
  tenant,
  locale,
  intro,
  centre,
  ending,
}: {
  tenant: Tenant;
  locale: MailLocale;
  intro: string;
  centre: string;
  ending: string;
}): string {
  const { brand, poweredBy } = siteOf(tenant);
  const logo = brand.logoUrl ? `<img src="${escape(brand.logoUrl)}" alt="" height="40">` : "";
  const credit = poweredBy ? `<p style="color:#777;font-size:12px">Tessera</p>` : "";
  return `<!doctype html>
<html lang="${locale}" dir="${locale === "ar" ? "rtl" : "ltr"}"><meta charset="utf-8"><body style="margin:0;background:#f5f5f7">
<div style="max-width:480px;margin:0 auto;padding:32px 24px;background:#fff;font:16px/1.5 system-ui,sans-serif;color:#1c1c1e">
${logo}<p style="font-weight:600;color:${brand.colour}">${escape(productName(tenant))}</p>
<p>${escape(intro)}</p>
${centre}
<p style="color:#555;font-size:14px">${escape(ending)}</p>${credit}
</div></body></html>
`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => entities[letter] ?? letter);
