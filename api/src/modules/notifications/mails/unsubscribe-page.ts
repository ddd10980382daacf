import { type MailLocale } from "../../identity/index.ts";
import { mailTexts } from "./mail-texts.ts";

/** What the page may do: send its own form, and nothing else. */
export const pagePolicy = "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** The page behind the link: it asks first, because programs that look through mails open links. */
export function unsubscribePage(locale: MailLocale, isDone: boolean): string {
  const { question, confirm, done, unsubscribe } = mailTexts[locale];
  const main = isDone
    ? `<p role="status">${done}</p>`
    : `<form method="post"><p>${question}</p><button>${confirm}</button></form>`;
  return `<!doctype html>
<html lang="${locale}" dir="${locale === "ar" ? "rtl" : "ltr"}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<title>${unsubscribe}</title></head><body><main><h1>${unsubscribe}</h1>${main}</main></body></html>
`;
}
