import { type MailLocale } from "../../identity/index.ts";

interface SightTexts {
  readonly subject: (site: string) => string;
  readonly intro: string;
}

interface ProfileTexts {
  readonly hidden: SightTexts;
  readonly restored: SightTexts;
  readonly open: (site: string) => string;
}

/** The words about profiles that the team took from sight or shows again. */
export const profileTexts: Readonly<Record<MailLocale, ProfileTexts>> = {
  en: {
    hidden: {
      subject: (site) => `Your profile on ${site} is hidden`,
      intro:
        "The team looked at your profile and took it from sight. You still see and change it; others do not find it, and nobody can book you for now.",
    },
    restored: {
      subject: (site) => `Your profile on ${site} is shown again`,
      intro: "The team shows your profile again. Others find it as before.",
    },
    open: (site) => `Open ${site}`,
  },
  "zh-CN": {
    hidden: {
      subject: (site) => `您在 ${site} 的个人资料已被隐藏`,
      intro: "团队查看了您的个人资料并将其隐藏。您仍可查看和修改；其他人暂时无法找到它，也无法预约您。",
    },
    restored: {
      subject: (site) => `您在 ${site} 的个人资料已恢复显示`,
      intro: "团队已恢复显示您的个人资料。其他人可以像以前一样找到它。",
    },
    open: (site) => `打开 ${site}`,
  },
  ar: {
    hidden: {
      subject: (site) => `أُخفي ملفك الشخصي على ${site}`,
      intro:
        "نظر الفريق في ملفك الشخصي وأخفاه. ما زلت تراه وتعدّله، لكن الآخرين لا يعثرون عليه ولا يستطيع أحد الحجز معك في الوقت الحالي.",
    },
    restored: {
      subject: (site) => `عاد ملفك الشخصي إلى الظهور على ${site}`,
      intro: "أعاد الفريق إظهار ملفك الشخصي. يعثر عليه الآخرون كما في السابق.",
    },
    open: (site) => `فتح ${site}`,
  },
};
