import { type MailLocale } from "../../identity/index.ts";

interface Told {
  readonly subject: (site: string) => string;
  readonly intro: string;
}

interface SafetyTexts extends Readonly<Record<"warning" | "suspension" | "ban" | "upheld" | "lifted", Told>> {
  readonly reason: string;
  readonly until: string;
  readonly appeal: string;
}

/** The words about warnings, suspensions, bans and appeals. */
export const safetyTexts: Readonly<Record<MailLocale, SafetyTexts>> = {
  en: {
    warning: {
      subject: (site) => `A warning from ${site}`,
      intro: "The team looked at what you did on the site and warns you. Nothing else changes for now.",
    },
    suspension: {
      subject: (site) => `Your account on ${site} is suspended`,
      intro: "You cannot sign in, be found or be booked until the time below.",
    },
    ban: {
      subject: (site) => `Your account on ${site} is closed`,
      intro: "The team has banned you: you cannot sign in, be found or be booked any more.",
    },
    upheld: {
      subject: (site) => `Your appeal to ${site}`,
      intro: "The team looked at your appeal and stays with its decision.",
    },
    lifted: {
      subject: (site) => `Your appeal to ${site} was granted`,
      intro: "The team looked at your appeal and took its decision back.",
    },
    reason: "Reason",
    until: "Until",
    appeal: "Appeal",
  },
  "zh-CN": {
    warning: {
      subject: (site) => `来自 ${site} 的警告`,
      intro: "团队查看了您在网站上的行为，并对您提出警告。目前没有其他变化。",
    },
    suspension: {
      subject: (site) => `您在 ${site} 的账户已被暂停`,
      intro: "在下列时间之前，您无法登录，也不会被找到或预约。",
    },
    ban: {
      subject: (site) => `您在 ${site} 的账户已被封禁`,
      intro: "团队已将您封禁：您不能再登录，也不会再被找到或预约。",
    },
    upheld: {
      subject: (site) => `您向 ${site} 提出的申诉`,
      intro: "团队审查了您的申诉，维持原来的决定。",
    },
    lifted: {
      subject: (site) => `您向 ${site} 提出的申诉已获支持`,
      intro: "团队审查了您的申诉，撤销了原来的决定。",
    },
    reason: "原因",
    until: "截止时间",
    appeal: "提出申诉",
  },
  ar: {
    warning: {
      subject: (site) => `تحذير من ${site}`,
      intro: "نظر الفريق في ما فعلته على الموقع وهو يحذّرك. لا يتغير شيء آخر في الوقت الحالي.",
    },
    suspension: {
      subject: (site) => `أُوقف حسابك على ${site} مؤقتًا`,
      intro: "لا يمكنك تسجيل الدخول، ولا يمكن العثور عليك أو الحجز معك حتى الموعد أدناه.",
    },
    ban: {
      subject: (site) => `أُغلق حسابك على ${site}`,
      intro: "حظرك الفريق: لم يعد بإمكانك تسجيل الدخول، ولا العثور عليك أو الحجز معك.",
    },
    upheld: {
      subject: (site) => `تظلّمك لدى ${site}`,
      intro: "نظر الفريق في تظلّمك وأبقى على قراره.",
    },
    lifted: {
      subject: (site) => `قُبل تظلّمك لدى ${site}`,
      intro: "نظر الفريق في تظلّمك وسحب قراره.",
    },
    reason: "السبب",
    until: "حتى",
    appeal: "تقديم تظلّم",
  },
};
