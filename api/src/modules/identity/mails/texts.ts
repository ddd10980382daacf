import { type siteLocales } from "../../tenancy/index.ts";

export type MailLocale = (typeof siteLocales)[number];

/** The words of a mail that asks for, or tells, one thing. */
export interface MailTexts {
  readonly subject: (site: string) => string;
  readonly intro: (site: string) => string;
  /** On the button; null when the mail shows something instead. */
  readonly button: string | null;
  /** Names what is shown, where that is no code. */
  readonly fact?: string;
  readonly ending: string;
}

/** Mails identity sends. */
export const mailKinds = [
  "code",
  "verify_email",
  "reset_password",
  "change_email",
  "email_changed",
  "team_invitation",
  "invitation_accepted",
] as const;
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
  change_email: {
    en: {
      subject: (site) => `Your new e-mail address for ${site}`,
      intro: (site) =>
        `Somebody wants to use ${site} with this address from now on. If it was you, confirm it:`,
      button: "Use this address",
      ending: "The link works once, for 24 hours. If it was not you, ignore this mail.",
    },
    "zh-CN": {
      subject: (site) => `您在 ${site} 的新邮箱`,
      intro: (site) => `有人希望今后用此邮箱登录 ${site}。如果是您本人，请确认：`,
      button: "使用此邮箱",
      ending: "链接 24 小时内有效，只能使用一次。如果不是您本人操作，请忽略本邮件。",
    },
    ar: {
      subject: (site) => `عنوان بريدك الجديد في ${site}`,
      intro: (site) => `يريد أحدهم استخدام ${site} بهذا العنوان من الآن. إن كنت أنت فأكد ذلك:`,
      button: "استخدام هذا العنوان",
      ending: "يعمل الرابط مرة واحدة خلال 24 ساعة. إن لم تكن أنت فتجاهل هذه الرسالة.",
    },
  },
  email_changed: {
    en: {
      subject: (site) => `Your e-mail address for ${site} was changed`,
      intro: (site) => `Your account at ${site} has another e-mail address now. Mails no longer come here.`,
      button: null,
      fact: "New address",
      ending: "If it was not you, tell the site's team at once.",
    },
    "zh-CN": {
      subject: (site) => `您在 ${site} 的邮箱已更改`,
      intro: (site) => `您在 ${site} 的账户已改用另一个邮箱，今后不再向此邮箱发送邮件。`,
      button: null,
      fact: "新邮箱",
      ending: "如果不是您本人操作，请立即联系网站团队。",
    },
    ar: {
      subject: (site) => `تغير عنوان بريدك في ${site}`,
      intro: (site) => `لحسابك في ${site} عنوان بريد آخر الآن، ولن تصل الرسائل إلى هنا.`,
      button: null,
      fact: "العنوان الجديد",
      ending: "إن لم تكن أنت فأخبر فريق الموقع فورا.",
    },
  },
  team_invitation: {
    en: {
      subject: (site) => `Work with the team of ${site}`,
      intro: (site) => `You are invited to the team that runs ${site}. Accept to enter its admin app:`,
      button: "See the invitation",
      fact: "Invited by",
      ending: "The link works once, for 7 days. If you know nobody there, ignore this mail: nothing happens.",
    },
    "zh-CN": {
      subject: (site) => `邀请您加入 ${site} 的团队`,
      intro: (site) => `您受邀加入运营 ${site} 的团队。接受邀请即可进入其管理应用：`,
      button: "查看邀请",
      fact: "邀请人",
      ending: "链接 7 天内有效，只能使用一次。如果您不认识对方，请忽略本邮件，不会产生任何影响。",
    },
    ar: {
      subject: (site) => `دعوة إلى العمل مع فريق ${site}`,
      intro: (site) => `أنت مدعو إلى الفريق الذي يدير ${site}. اقبل الدعوة لتدخل تطبيق إدارته:`,
      button: "عرض الدعوة",
      fact: "صاحب الدعوة",
      ending: "يعمل الرابط مرة واحدة خلال 7 أيام. إن كنت لا تعرف أحدا هناك فتجاهل هذه الرسالة ولن يحدث شيء.",
    },
  },
  invitation_accepted: {
    en: {
      subject: (site) => `Somebody new in the team of ${site}`,
      intro: (site) => `Your invitation was accepted: somebody works in the admin app of ${site} now.`,
      button: null,
      fact: "Joined",
      ending: "What they may do there can be changed under Team at any time.",
    },
    "zh-CN": {
      subject: (site) => `${site} 的团队有新成员加入`,
      intro: (site) => `您的邀请已被接受，对方现在可以使用 ${site} 的管理应用。`,
      button: null,
      fact: "新成员",
      ending: "可随时在“团队”页面更改其权限。",
    },
    ar: {
      subject: (site) => `عضو جديد في فريق ${site}`,
      intro: (site) => `قبلت دعوتك، وصار صاحبها يعمل في تطبيق إدارة ${site}.`,
      button: null,
      fact: "العضو الجديد",
      ending: "يمكن تغيير صلاحياته في صفحة الفريق في أي وقت.",
    },
  },
};
