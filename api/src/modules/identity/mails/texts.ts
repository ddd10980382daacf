import { type siteLocales } from "../../tenancy/index.ts";

export type MailLocale = (typeof siteLocales)[number];

/** The words of a mail that asks for one thing. */
export interface MailTexts {
  readonly subject: (site: string) => string;
  readonly intro: (site: string) => string;
  /** On the button; null when the mail shows a code. */
  readonly button: string | null;
  readonly ending: string;
}

/** Mails identity sends. */
export const mailKinds = ["code", "verify_email", "reset_password"] as const;
export type MailKind = (typeof mailKinds)[number];

export const mailTexts: Readonly<Record<MailKind, Readonly<Record<MailLocale, MailTexts>>>> = {
  code: {
    en: {
      subject: (site) => `Your code for ${site}`,
      intro: (site) => `Type this code on the page of ${site} to go on:`,
      button: null,
      ending:
        "It works once, for 10 minutes. If you did not ask for it, ignore this mail and tell the code to nobody.",
    },
    "zh-CN": {
      subject: (site) => `${site} 的验证码`,
      intro: (site) => `请在 ${site} 的页面上输入此验证码：`,
      button: null,
      ending:
        "验证码 10 分钟内有效，只能使用一次。如果不是您本人操作，请忽略本邮件，不要把验证码告诉任何人。",
    },
    ar: {
      subject: (site) => `رمزك في ${site}`,
      intro: (site) => `اكتب هذا الرمز في صفحة ${site} للمتابعة:`,
      button: null,
      ending: "يعمل الرمز مرة واحدة خلال 10 دقائق. إن لم تطلبه فتجاهل هذه الرسالة ولا تخبر أحدا بالرمز.",
    },
  },
  verify_email: {
    en: {
      subject: (site) => `Confirm your e-mail address for ${site}`,
      intro: (site) => `Somebody signed up for ${site} with this address. If it was you, confirm it:`,
      button: "Confirm address",
      ending: "The link works for 3 days. If it was not you, ignore this mail.",
    },
    "zh-CN": {
      subject: (site) => `请确认您在 ${site} 的邮箱地址`,
      intro: (site) => `有人使用此邮箱在 ${site} 注册。如果是您本人，请确认：`,
      button: "确认邮箱",
      ending: "链接 3 天内有效。如果不是您本人操作，请忽略本邮件。",
    },
    ar: {
      subject: (site) => `أكد بريدك الإلكتروني في ${site}`,
      intro: (site) => `سجل أحدهم في ${site} بهذا العنوان. إن كنت أنت فأكده:`,
      button: "تأكيد العنوان",
      ending: "يعمل الرابط 3 أيام. إن لم تكن أنت فتجاهل هذه الرسالة.",
    },
  },
  reset_password: {
    en: {
      subject: (site) => `Set a new password for ${site}`,
      intro: (site) => `Somebody asked to reset your password for ${site}. If it was you, set a new one:`,
      button: "Set new password",
      ending:
        "The link works once, for 1 hour. If it was not you, ignore this mail; your password stays as it is.",
    },
    "zh-CN": {
      subject: (site) => `重设您在 ${site} 的密码`,
      intro: (site) => `有人请求重设您在 ${site} 的密码。如果是您本人，请设置新密码：`,
      button: "设置新密码",
      ending: "链接 1 小时内有效，只能使用一次。如果不是您本人操作，请忽略本邮件，您的密码不会改变。",
    },
    ar: {
      subject: (site) => `عين كلمة مرور جديدة في ${site}`,
      intro: (site) => `طلب أحدهم إعادة تعيين كلمة مرورك في ${site}. إن كنت أنت فعين كلمة جديدة:`,
      button: "تعيين كلمة مرور",
      ending: "يعمل الرابط مرة واحدة خلال ساعة. إن لم تكن أنت فتجاهل هذه الرسالة وتبقى كلمة مرورك كما هي.",
    },
  },
};
