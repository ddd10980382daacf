import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What is shown, in which language and look. */
export interface Preview {
  /** A publishable key of the site. */
  readonly key: string;
  readonly offer: string;
  readonly language: "en" | "zh-CN" | "ar";
  readonly scheme: "light" | "dark";
}

const read = (name: string) => readFileSync(join(import.meta.dirname, name), "utf8");

const style = read("preview.css");

/** The script of the preview's page, the same for every site. */
export const previewScript = read("preview.js");

const styleHash = createHash("sha256").update(style).digest("base64");

/** What the page may do, and the one origin that may show it in a frame. */
export const previewPolicy = (admin: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'sha256-${styleHash}'`,
    "connect-src 'self'",
    "img-src 'self' https: data:",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${admin}`,
    "require-trusted-types-for 'script'",
    "trusted-types lit-html",
  ].join("; ");

/** A page with the booking widget and nothing else. It is looked at: nothing in it can be pressed, so that nobody's time is taken. */
export const previewPage = ({ key, offer, language, scheme }: Preview): string =>
  `<!doctype html><html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}" data-scheme="${scheme}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>Tessera</title><style>${style}</style><script type="module" src="/preview/preview.js"></script>
<script type="module" src="/widgets/v1/tessera.js" data-key="${key}" data-session="memory"></script></head>
<body><tessera-booking offer="${offer}" inert></tessera-booking></body></html>`;
