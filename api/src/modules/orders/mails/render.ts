import { type Mail } from "../../../platform/providers/mail/port.ts";
import { type MailLocale } from "./texts.ts";

/** A mail about a session, said but not yet laid out. */
export interface SessionMail {
  readonly locale: MailLocale;
  readonly site: string;
  readonly colour: string;
  readonly subject: string;
  readonly intro: string;
  /** Label and value, such as when and where. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

/** Lays a mail out as text and as HTML. */
export function renderSessionMail({
  locale,
  site,
  colour,
  subject,
  intro,
  facts,
  links,
}: SessionMail): Pick<Mail, "subject" | "text" | "html"> {
  const textLines = [
    intro,
    "",
    ...facts.map(([label, value]) => `${label}: ${value}`),
    "",
    ...links.map(({ label, url }) => `${label}: ${url}`),
    "",
    site,
  ];
  const factRows = facts.map(([label, value]) => `<p><b>${escape(label)}</b><br>${linked(value)}</p>`);
  const buttons = links.map(({ label, url }) => {
    const style = `display:inline-block;margin:4px 8px 4px 0;color:${colour}`;
    return `<a href="${escape(url)}" style="${style}">${escape(label)}</a>`;
  });
  return {
    subject,
    text: `${textLines.join("\n")}\n`,
    html: `<!doctype html>
<html lang="${locale}" dir="${locale === "ar" ? "rtl" : "ltr"}"><meta charset="utf-8"><body style="margin:0;background:#f5f5f7">
<div style="max-width:480px;margin:0 auto;padding:32px 24px;background:#fff;font:16px/1.5 system-ui,sans-serif;color:#1c1c1e">
<p style="font-weight:600;color:${colour}">${escape(site)}</p>
<p>${escape(intro)}</p>
${factRows.join("\n")}
<p>${buttons.join("\n")}</p>
</div></body></html>
`,
  };
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => entities[letter] ?? letter);

const linked = (value: string): string =>
  /^https?:\/\/\S+$/.test(value) ? `<a href="${escape(value)}">${escape(value)}</a>` : escape(value);
