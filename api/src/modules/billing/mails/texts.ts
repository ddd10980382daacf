import { type siteLocales } from "../../tenancy/index.ts";

type MailLocale = (typeof siteLocales)[number];

/** What there is to tell owners of their plan and licences. */
export type BillingNews =
  | "trial_ending"
  | "trial_ended"
  | "licence_expiring"
  | "licence_grace"
  | "licence_suspended"
  | "licence_expired";

/** The words of a mail; `what` is the module or the plan it is about. */
export interface NewsTexts {
  readonly subject: (what: string, site: string) => string;
  readonly intro: (what: string, site: string) => string;
}

export const newsTexts: Readonly<Record<MailLocale, Readonly<Record<BillingNews, NewsTexts>>>> = {
  en: {
    trial_ending: {
      subject: (what, site) => `The ${what} trial of ${site} ends soon`,
      intro: (what, site) =>
        `${site} tries the plan ${what}. When the trial ends, it goes on with the free plan: modules that the free plan does not bring stop, and their data stays.`,
    },
    trial_ended: {
      subject: (what, site) => `The ${what} trial of ${site} is over`,
      intro: (what, site) =>
        `${site} has the free plan now instead of ${what}. Modules that the free plan does not bring have stopped; their data stays, and what was booked takes place.`,
    },
    licence_expiring: {
      subject: (what, site) => `${what} on ${site} ends soon`,
      intro: (what, site) => `The licence of ${site} for ${what} ends soon unless it is renewed.`,
    },
    licence_grace: {
      subject: (what, site) => `${what} on ${site} is not paid`,
      intro: (what, site) =>
        `The period of ${what} on ${site} is over. It goes on for some days until it is paid.`,
    },
    licence_suspended: {
      subject: (what, site) => `${what} on ${site} is suspended`,
      intro: (what, site) =>
        `${what} could not be paid, so ${site} cannot use it until it is. Its data stays.`,
    },
    licence_expired: {
      subject: (what, site) => `${what} on ${site} has ended`,
      intro: (what, site) =>
        `The licence of ${site} for ${what} has ended. Its data stays, and what was booked takes place.`,
    },
  },
  "zh-CN": {
    trial_ending: {
      subject: (what, site) => `${site} 的 ${what} 试用即将结束`,
      intro: (what, site) =>
        `${site} 正在试用 ${what} 套餐。试用结束后将改用免费套餐：免费套餐不含的模块将停用，数据保留。`,
    },
    trial_ended: {
      subject: (what, site) => `${site} 的 ${what} 试用已结束`,
      intro: (what, site) =>
        `${site} 已从 ${what} 改为免费套餐。免费套餐不含的模块已停用，数据保留，已预约的会面照常进行。`,
    },
    licence_expiring: {
      subject: (what, site) => `${site} 的 ${what} 即将到期`,
      intro: (what, site) => `${site} 的 ${what} 许可即将到期，请及时续期。`,
    },
    licence_grace: {
      subject: (what, site) => `${site} 的 ${what} 尚未付款`,
      intro: (what, site) => `${site} 的 ${what} 周期已结束，付款前还可继续使用几天。`,
    },
    licence_suspended: {
      subject: (what, site) => `${site} 的 ${what} 已暂停`,
      intro: (what, site) => `${what} 付款失败，付款之前 ${site} 无法使用。数据保留。`,
    },
    licence_expired: {
      subject: (what, site) => `${site} 的 ${what} 已到期`,
      intro: (what, site) => `${site} 的 ${what} 许可已到期。数据保留，已预约的会面照常进行。`,
    },
  },
  ar: {
    trial_ending: {
      subject: (what, site) => `تنتهي تجربة ${what} في ${site} قريبا`,
      intro: (what, site) =>
        `يجرب ${site} باقة ${what}. عند انتهاء التجربة ينتقل إلى الباقة المجانية: تتوقف الوحدات التي لا تشملها وتبقى بياناتها.`,
    },
    trial_ended: {
      subject: (what, site) => `انتهت تجربة ${what} في ${site}`,
      intro: (what, site) =>
        `لدى ${site} الآن الباقة المجانية بدلا من ${what}. توقفت الوحدات التي لا تشملها وبقيت بياناتها، وما حُجز يتم في موعده.`,
    },
    licence_expiring: {
      subject: (what, site) => `ينتهي ترخيص ${what} في ${site} قريبا`,
      intro: (what, site) => `ينتهي ترخيص ${site} لوحدة ${what} قريبا ما لم يُجدد.`,
    },
    licence_grace: {
      subject: (what, site) => `لم يُدفع ثمن ${what} في ${site}`,
      intro: (what, site) => `انتهت فترة ${what} في ${site}، وتستمر بضعة أيام حتى يُدفع ثمنها.`,
    },
    licence_suspended: {
      subject: (what, site) => `أُوقفت ${what} في ${site}`,
      intro: (what, site) => `تعذر دفع ثمن ${what} فلا يستطيع ${site} استخدامها حتى يُدفع. وتبقى بياناتها.`,
    },
    licence_expired: {
      subject: (what, site) => `انتهى ترخيص ${what} في ${site}`,
      intro: (what, site) => `انتهى ترخيص ${site} لوحدة ${what}. تبقى بياناتها، وما حُجز يتم في موعده.`,
    },
  },
};

/** What stands beside the date at which something ends, and on the button to the page of plan and modules. */
export const frameTexts: Readonly<Record<MailLocale, { readonly ends: string; readonly button: string }>> = {
  en: { ends: "Ends", button: "See plan and modules" },
  "zh-CN": { ends: "截止", button: "查看套餐与模块" },
  ar: { ends: "ينتهي في", button: "عرض الباقة والوحدات" },
};

/** The names of plans, as owners read them. */
export const planNames: Readonly<Record<MailLocale, Readonly<Record<string, string>>>> = {
  en: { free: "Free", starter: "Starter", professional: "Professional", enterprise: "Enterprise" },
  "zh-CN": { free: "免费版", starter: "入门版", professional: "专业版", enterprise: "企业版" },
  ar: { free: "المجانية", starter: "المبتدئة", professional: "الاحترافية", enterprise: "المؤسسات" },
};
