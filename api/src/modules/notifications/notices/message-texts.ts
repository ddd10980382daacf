import { type MailLocale } from "../../identity/index.ts";

interface MessageTexts {
  readonly subject: (who: string) => string;
  readonly intro: (who: string) => string;
  readonly introInGroup: (who: string, title: string) => string;
  /** People who are not named for their number. */
  readonly others: (count: string) => string;
  readonly count: string;
  readonly open: string;
}

/** The words about messages that were not read. */
export const messageTexts: Readonly<Record<MailLocale, MessageTexts>> = {
  en: {
    subject: (who) => `New from ${who}`,
    intro: (who) => `You have messages from ${who} that you have not read.`,
    introInGroup: (who, title) => `You have messages from ${who} in “${title}” that you have not read.`,
    others: (count) => `${count} more`,
    count: "Unread messages",
    open: "Open",
  },
  "zh-CN": {
    subject: (who) => `${who} 发来新消息`,
    intro: (who) => `您有来自 ${who} 的未读消息。`,
    introInGroup: (who, title) => `您在“${title}”中有来自 ${who} 的未读消息。`,
    others: (count) => `另外 ${count} 人`,
    count: "未读消息",
    open: "打开",
  },
  ar: {
    subject: (who) => `رسائل جديدة من ${who}`,
    intro: (who) => `لديك رسائل لم تقرأها من ${who}.`,
    introInGroup: (who, title) => `لديك رسائل لم تقرأها من ${who} في «${title}».`,
    others: (count) => `${count} من الآخرين`,
    count: "الرسائل غير المقروءة",
    open: "فتح",
  },
};
