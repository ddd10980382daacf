import { type siteLocales } from "../../../tenancy/index.ts";

interface PageTexts {
  readonly title: string;
  readonly hint: string;
  readonly noScript: string;
  readonly toSite: string;
}

/** What the page around a managed session says; `{site}` is the site's name. */
export const pageTexts: Readonly<Record<(typeof siteLocales)[number], PageTexts>> = {
  en: {
    title: "Your session",
    hint: "Nothing here? Open the link in your mail again, in full.",
    noScript: "This page needs JavaScript. Allow it in your browser and open the link again.",
    toSite: "Go to {site}",
  },
  "zh-CN": {
    title: "您的会话",
    hint: "这里没有内容？请重新打开邮件中的完整链接。",
    noScript: "此页面需要 JavaScript。请在浏览器中允许使用，然后重新打开链接。",
    toSite: "前往 {site}",
  },
  ar: {
    title: "جلستك",
    hint: "لا يظهر شيء هنا؟ افتح الرابط الموجود في بريدك مرة أخرى كاملًا.",
    noScript: "تحتاج هذه الصفحة إلى JavaScript. اسمح به في متصفحك ثم افتح الرابط مرة أخرى.",
    toSite: "الانتقال إلى {site}",
  },
};
