import { escapeHtml } from "../../html.ts";
import { type Mail } from "./port.ts";

/** How a site's mails look. */
export interface MailBrand {
  readonly name: string;
  /** `#rrggbb`. */
  readonly colour: string;
  readonly logoUrl: string | null;
  /** Whether mails say that Tessera is behind them. */
  readonly poweredBy: boolean;
}

export interface MailAction {
  readonly label: string;
  readonly url: string;
}

/** What a mail says, in one language, before it is laid out. */
export interface MailContent {
  readonly locale: string;
  readonly subject: string;
  readonly intro: string;
  /** A code to type. */
  readonly code?: string;
  /** Label and value, such as when and where. */
  readonly facts?: readonly (readonly [label: string, value: string])[];
  /** The first is a button, the others are links beside it. */
  readonly actions?: readonly MailAction[];
  /** What may be worth knowing, in small print. */
  readonly ending?: string;
  /** Ends mails of this kind. */
  readonly unsubscribe?: MailAction;
}

/** Lays a mail out as text and as HTML: one frame for every mail of a site, readable without images and from right to left. */
export function layOutMail(
  content: MailContent,
  brand: MailBrand,
): Pick<Mail, "subject" | "text" | "html" | "headers"> {
  const { subject, unsubscribe } = content;
  return {
    subject,
    text: textOf(content, brand),
    html: htmlOf(content, brand),
    ...(unsubscribe && {
      headers: {
        "List-Unsubscribe": `<${unsubscribe.url}>`,
        // One click, without a page in between (RFC 8058).
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      },
    }),
  };
}

function textOf(content: MailContent, { name }: MailBrand): string {
  const { intro, code, facts = [], actions = [], ending, unsubscribe } = content;
  const paragraphs = [
    intro,
    code,
    facts.map(([label, value]) => `${label}: ${value}`).join("\n"),
    actions.map(({ label, url }) => `${label}: ${url}`).join("\n"),
    ending,
    name,
    unsubscribe && `${unsubscribe.label}: ${unsubscribe.url}`,
  ];
  return `${paragraphs.filter(Boolean).join("\n\n")}\n`;
}

// Programs that turn dark by themselves get colours that were chosen; inline styles are for those that read no style sheet.
const dark =
  "@media (prefers-color-scheme: dark){.page{background:#101114!important}.sheet{background:#1c1c1e!important;color:#f2f2f4!important}.small{color:#a9a9b2!important}}";

function htmlOf(content: MailContent, { name, colour, logoUrl, poweredBy }: MailBrand): string {
  const { locale, subject, intro, code, facts = [], actions = [], ending, unsubscribe } = content;
  const small = (text: string) =>
    `<p class="small" style="margin:16px 0;color:#595959;font-size:14px">${text}</p>`;
  const parts = [
    logoUrl ? `<img src="${escapeHtml(logoUrl)}" alt="" height="40">` : "",
    `<p style="margin:16px 0;font-weight:600">${escapeHtml(name)}</p>`,
    `<h1 style="margin:16px 0;font-size:20px;line-height:1.3">${escapeHtml(subject)}</h1>`,
    `<p style="margin:16px 0">${escapeHtml(intro)}</p>`,
    code
      ? `<p dir="ltr" style="margin:24px 0;font:700 32px/1.2 monospace;letter-spacing:.2em">${escapeHtml(code)}</p>`
      : "",
    ...facts.map(
      ([label, value]) =>
        `<p style="margin:12px 0"><strong>${escapeHtml(label)}</strong><br>${linked(value)}</p>`,
    ),
    actions.length > 0 ? actionsOf(actions, colour) : "",
    ending ? small(escapeHtml(ending)) : "",
    unsubscribe ? small(link(unsubscribe)) : "",
    poweredBy ? small("Tessera") : "",
  ];
  return `<!doctype html>
<html lang="${escapeHtml(locale)}" dir="${directionOf(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escapeHtml(subject)}</title><style>${dark}</style></head>
<body class="page" style="margin:0;background:#f5f5f7">
<div class="sheet" style="max-width:480px;margin:0 auto;padding:24px;border-top:4px solid ${colour};background:#fff;font:16px/1.5 system-ui,sans-serif;color:#1c1c1e">
${parts.filter(Boolean).join("\n")}
</div></body></html>
`;
}

const directionOf = (locale: string): "ltr" | "rtl" => (/^(ar|fa|he|ur)\b/.test(locale) ? "rtl" : "ltr");

function actionsOf([main, ...others]: readonly MailAction[], colour: string): string {
  const button = `display:inline-block;padding:12px 20px;border-radius:6px;background:${colour};color:${inkOn(colour)};text-decoration:none`;
  const shown = [
    main && `<a href="${escapeHtml(main.url)}" style="${button}">${escapeHtml(main.label)}</a>`,
    ...others.map((action) => `<span style="margin:0 8px">${link(action)}</span>`),
  ];
  return `<p style="margin:24px 0;line-height:2.5">${shown.join("\n")}</p>`;
}

/** Black or white, whichever stands out more on a colour (WCAG 2.2, relative luminance). */
export function inkOn(colour: string): "#fff" | "#000" {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? "#fff" : "#000";
}

const link = ({ label, url }: MailAction): string =>
  `<a href="${escapeHtml(url)}" style="color:inherit">${escapeHtml(label)}</a>`;

const linked = (value: string): string =>
  /^https?:\/\/\S+$/.test(value)
    ? `<a dir="ltr" href="${escapeHtml(value)}" style="color:inherit;overflow-wrap:anywhere">${escapeHtml(value)}</a>`
    : escapeHtml(value);
