import { type MailLocale } from "../../identity/index.ts";

/** What the push says by which a member sees that pushes arrive. */
export const testPushTexts: Readonly<
  Record<MailLocale, (site: string) => { readonly title: string; readonly body: string }>
> = {
  en: (site) => ({ title: `News from ${site}`, body: "Pushes arrive in this browser." }),
  "zh-CN": (site) => ({ title: `${site} 的消息`, body: "此浏览器可以收到推送。" }),
  ar: (site) => ({ title: `أخبار من ${site}`, body: "تصل الإشعارات إلى هذا المتصفح." }),
};
