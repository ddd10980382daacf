import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { escapeHtml } from "../../../../platform/html.ts";
import { type Tenant } from "../../../../platform/scope/tenant.ts";
import { pageKeyOf, productName, type siteLocales, siteOf } from "../../../tenancy/index.ts";
import { pageTexts } from "./texts.ts";

const style = readFileSync(join(import.meta.dirname, "page.css"), "utf8");

const styleHash = createHash("sha256").update(style).digest("base64");

/** What the page may do: its widget, calls to the API it came from, the site's logo, and nothing else. */
export const managePagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'sha256-${styleHash}'`,
  "connect-src 'self'",
  "img-src 'self' https: data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html",
].join("; ");

/** The page that shows a site's session to whoever came by a link out of a mail. What the link says only the widget in it reads. */
export function managePage(tenant: Tenant, locale: (typeof siteLocales)[number]): string {
  const say = pageTexts[locale];
  const site = productName(tenant);
  const { siteUrl, brand } = siteOf(tenant);
  const name = escapeHtml(site);
  const logo = brand.logoUrl === null ? "" : `<img src="${escapeHtml(brand.logoUrl)}" alt="">`;
  const way =
    siteUrl === null
      ? ""
      : `<footer><a href="${escapeHtml(siteUrl)}" rel="noreferrer">${escapeHtml(say.toSite.replace("{site}", () => site))}</a></footer>`;
  return `<!doctype html><html lang="${locale}" dir="${locale === "ar" ? "rtl" : "ltr"}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escapeHtml(say.title)} · ${name}</title><style>${style}</style>
<script type="module" src="/widgets/v1/tessera.js" data-key="${pageKeyOf(tenant.id)}" data-session="memory"></script></head>
<body><header>${logo}<bdi>${name}</bdi></header>
<main><h1>${escapeHtml(say.title)}</h1><tessera-booking></tessera-booking>
<noscript><p>${escapeHtml(say.noScript)}</p></noscript><p>${escapeHtml(say.hint)}</p></main>${way}</body></html>`;
}
