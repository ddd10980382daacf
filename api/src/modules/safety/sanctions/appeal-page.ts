import { escapeHtml } from "../../../platform/html.ts";
import { type AppealLink } from "./appeal-link.ts";

interface PageTexts {
  readonly title: string;
  readonly label: string;
  readonly send: string;
  readonly sent: string;
  readonly over: string;
  readonly empty: string;
}

const texts: Readonly<Record<AppealLink["locale"], PageTexts>> = {
  en: {
    title: "Appeal",
    label: "Why should the team decide otherwise?",
    send: "Send the appeal",
    sent: "Your appeal has been received. The team decides on it and tells you by mail.",
    over: "An appeal was sent already, or the decision is no longer in force.",
    empty: "Write at least one sentence, and 2,000 characters at most.",
  },
  "zh-CN": {
    title: "申诉",
    label: "团队为何应作出不同的决定？",
    send: "提交申诉",
    sent: "我们已收到您的申诉。团队作出决定后会通过邮件通知您。",
    over: "申诉已经提交过，或该决定已不再生效。",
    empty: "请至少写一句话，最多 2000 个字符。",
  },
  ar: {
    title: "التظلّم",
    label: "لماذا ينبغي أن يغيّر الفريق قراره؟",
    send: "إرسال التظلّم",
    sent: "وصلنا تظلّمك. سيبتّ الفريق فيه ويبلّغك بالبريد.",
    over: "أُرسل تظلّم من قبل، أو لم يعد القرار ساريًا.",
    empty: "اكتب جملة واحدة على الأقل و2000 حرف على الأكثر.",
  },
};

/** What stands on the page: the form, the form with a refusal, or what became of it. */
export type AppealPage = "form" | "empty" | "sent" | "over";

/** The page behind the link of a sanction's mail. It works without a script. */
export function appealPage(locale: AppealLink["locale"], shows: AppealPage): string {
  const say = texts[locale];
  const isForm = shows === "form" || shows === "empty";
  const refusal = shows === "empty" ? `<p role="alert">${escapeHtml(say.empty)}</p>` : "";
  const main = isForm
    ? `<form method="post">${refusal}<p><label for="text">${escapeHtml(say.label)}</label></p>
<p><textarea id="text" name="text" rows="8" cols="40" required maxlength="2000"></textarea></p><button>${escapeHtml(say.send)}</button></form>`
    : `<p role="status">${escapeHtml(say[shows])}</p>`;
  return `<!doctype html>
<html lang="${locale}" dir="${locale === "ar" ? "rtl" : "ltr"}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<title>${escapeHtml(say.title)}</title></head><body><main><h1>${escapeHtml(say.title)}</h1>${main}</main></body></html>
`;
}
