import { type MailLocale } from "../../identity/index.ts";

/** News about an agreed session. */
export type SessionNews = "confirmed" | "moved" | "cancelled" | "reminder" | "move_proposed";

/** The words of the news, in one language. */
interface SessionTexts {
  readonly subject: Readonly<Record<SessionNews, (title: string) => string>>;
  readonly intro: Readonly<Record<SessionNews, (other: string) => string>>;
  readonly when: string;
  readonly proposed: string;
  readonly where: string;
  readonly refund: (amount: string) => string;
  readonly links: Readonly<Record<"cancel" | "move" | "answer" | "calendar", string>>;
}

export const sessionTexts: Readonly<Record<MailLocale, SessionTexts>> = {
  en: {
    subject: {
      confirmed: (title) => `Confirmed: ${title}`,
      moved: (title) => `New time: ${title}`,
      cancelled: (title) => `Cancelled: ${title}`,
      reminder: (title) => `Coming up: ${title}`,
      move_proposed: (title) => `Another time proposed: ${title}`,
    },
    intro: {
      confirmed: (other) => `Your session with ${other} is confirmed.`,
      moved: (other) => `Your session with ${other} takes place at another time.`,
      cancelled: (other) => `Your session with ${other} is cancelled.`,
      reminder: (other) => `Your session with ${other} begins soon.`,
      move_proposed: (other) => `${other} proposes another time. Until you accept, the agreed time stays.`,
    },
    when: "When",
    proposed: "Proposed",
    where: "Where",
    refund: (amount) => `${amount} goes back to you.`,
    links: { cancel: "Cancel", move: "Propose another time", answer: "Answer", calendar: "Add to calendar" },
  },
  "zh-CN": {
    subject: {
      confirmed: (title) => `预约已确认：${title}`,
      moved: (title) => `时间已更改：${title}`,
      cancelled: (title) => `预约已取消：${title}`,
      reminder: (title) => `即将开始：${title}`,
      move_proposed: (title) => `对方提议改期：${title}`,
    },
    intro: {
      confirmed: (other) => `您与 ${other} 的预约已确认。`,
      moved: (other) => `您与 ${other} 的预约时间已更改。`,
      cancelled: (other) => `您与 ${other} 的预约已取消。`,
      reminder: (other) => `您与 ${other} 的预约即将开始。`,
      move_proposed: (other) => `${other} 提议改到其他时间。在您接受之前，原定时间不变。`,
    },
    when: "时间",
    proposed: "提议时间",
    where: "地点",
    refund: (amount) => `${amount} 将退还给您。`,
    links: { cancel: "取消预约", move: "提议改期", answer: "答复", calendar: "添加到日历" },
  },
  ar: {
    subject: {
      confirmed: (title) => `تم تأكيد الحجز: ${title}`,
      moved: (title) => `موعد جديد: ${title}`,
      cancelled: (title) => `تم إلغاء الحجز: ${title}`,
      reminder: (title) => `موعدك قريب: ${title}`,
      move_proposed: (title) => `اقتراح موعد آخر: ${title}`,
    },
    intro: {
      confirmed: (other) => `تم تأكيد جلستك مع ${other}.`,
      moved: (other) => `تغير موعد جلستك مع ${other}.`,
      cancelled: (other) => `تم إلغاء جلستك مع ${other}.`,
      reminder: (other) => `تبدأ جلستك مع ${other} قريبا.`,
      move_proposed: (other) => `يقترح ${other} موعدا آخر. يبقى الموعد المتفق عليه حتى توافق.`,
    },
    when: "الموعد",
    proposed: "الموعد المقترح",
    where: "المكان",
    refund: (amount) => `سيعاد إليك ${amount}.`,
    links: { cancel: "إلغاء الحجز", move: "اقتراح موعد آخر", answer: "الرد", calendar: "إضافة إلى التقويم" },
  },
};
